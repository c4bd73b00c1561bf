/**
 * Serves the built site on the loopback interface, as a static host would: directories with a trailing slash,
 * 404.html with status 404, the headers of `_headers`, Brotli for text. For `npm start` and the browser tests.
 * `node tools/serve.mjs --port 4321` serves dist under BASE_PATH; the port must then be free.
 */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const contentTypes = {
  '.c': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/**
 * `/notes`, `notes/` and `/notes/` all become `/notes`; no base path becomes the empty string.
 * @param {string | undefined} base
 */
export function normaliseBase(base) {
  const inner = (base ?? '').replace(/^\/+|\/+$/g, '');
  return inner === '' ? '' : `/${inner}`;
}

/**
 * A server for the files in `directory`, under `base`. It is not listening yet.
 * Answers GET and HEAD only; never leaves the directory; files whose name starts with a dot or `_headers` are absent.
 * @param {string} directory
 * @param {string | undefined} base
 */
export function createStaticServer(directory, base) {
  const prefix = normaliseBase(base);
  const rules = readHeaderRules(directory);
  const compressed = new Map();

  return createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`The server failed on this request: ${error.message}\n`);
    }
  });

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' });
      response.end();
      return;
    }
    const { path, query } = splitTarget(request.url ?? '/');
    if (prefix !== '' && (path === '/' || path === prefix)) {
      redirect(response, `${prefix}/${query}`);
      return;
    }
    const inside = path?.startsWith(`${prefix}/`) ? path.slice(prefix.length) : null;
    const found = inside === null ? null : await find(inside);
    if (found === 'directory') {
      redirect(response, `${prefix}${encodeURI(inside)}/${query}`);
      return;
    }
    if (found !== null) {
      await send(request, response, 200, inside, found);
      return;
    }
    const notFound = await find('/404.html');
    if (notFound === null) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    } else {
      await send(request, response, 404, inside ?? '/404.html', notFound);
    }
  }

  /** The file for a path; `'directory'` if a trailing slash is missing; null if there is nothing. */
  async function find(path) {
    const parts = path.split('/').filter((part) => part !== '');
    if (path === '/_headers' || parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part)))
      return null;
    const file = join(directory, ...parts, path.endsWith('/') ? 'index.html' : '');
    const status = await stat(file).catch(() => null);
    if (status?.isFile()) return file;
    return status?.isDirectory() && (await stat(join(file, 'index.html')).catch(() => null))
      ? 'directory'
      : null;
  }

  async function send(request, response, status, path, file) {
    const type = contentTypes[extname(file)] ?? 'application/octet-stream';
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'no-cache',
      ...headersFor(rules, prefix + path),
    };
    let body = await readFile(file);
    if (/text|json|javascript|xml/.test(type)) {
      headers.Vary = 'Accept-Encoding';
      if (acceptsBrotli(request.headers['accept-encoding'])) {
        body = await brotli(file, body);
        headers['Content-Encoding'] = 'br';
      }
    }
    headers['Content-Length'] = body.length;
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  async function brotli(file, body) {
    const known = compressed.get(file);
    if (known?.body.equals(body)) return known.result;
    const result = await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    compressed.set(file, { body, result });
    return result;
  }
}

/**
 * Starts to listen on loopback and gives the port; with `strict` a busy port is an error, else any free one is taken.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {boolean} strict
 * @returns {Promise<number>}
 */
export function listen(server, port, strict) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (strict || error.code !== 'EADDRINUSE' || port === 0) reject(error);
      else listen(server, 0, true).then(resolve, reject);
    });
    server.listen(port, '127.0.0.1', () => resolve(server.address().port));
  });
}

function splitTarget(target) {
  const mark = target.indexOf('?');
  const raw = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark);
  try {
    return { path: decodeURIComponent(raw), query };
  } catch {
    return { path: null, query };
  }
}

function redirect(response, location) {
  // A path that starts with two slashes would name another host.
  response.writeHead(308, { Location: location.replace(/^\/+/, '/') });
  response.end();
}

function acceptsBrotli(header) {
  return String(header ?? '')
    .split(',')
    .some((entry) => /^\s*br\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(entry));
}

/** The rules of `_headers`: a line with a path (a last `*` stands for the rest), then indented `Name: value` lines. */
function readHeaderRules(directory) {
  let text;
  try {
    text = readFileSync(join(directory, '_headers'), 'utf8');
  } catch {
    return [];
  }
  const rules = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([^:\s]+):\s*(.*)$/.exec(line);
    if (header !== null) rules.at(-1)?.headers.push([header[1], header[2]]);
    else if (line.trim() !== '') rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

function headersFor(rules, path) {
  const matching = rules.filter((rule) =>
    rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
  );
  return Object.fromEntries(matching.flatMap((rule) => rule.headers));
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  const server = createStaticServer(join(import.meta.dirname, '..', 'dist'), process.env.BASE_PATH);
  const port = await listen(server, Number(values.port), true);
  console.log(`http://127.0.0.1:${port}${normaliseBase(process.env.BASE_PATH)}/`);
}
