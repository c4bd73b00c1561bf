import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticServer, listen, normaliseBase } from '../../tools/serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const server = createServer();
let port = 0;

function createServer() {
  mkdirSync(join(folder, 'site/zh'), { recursive: true });
  mkdirSync(join(folder, 'site/empty'));
  for (const [name, text] of Object.entries({
    'secret.txt': 'secret',
    'site/index.html': 'home',
    'site/zh/index.html': '主页',
    'site/404.html': 'not here',
    'site/.built': 'x',
    'site/x.wasm': 'w',
    'site/wasm.zh-hans.pagefind': 'w',
    'site/_headers': '/*\n  X-All: yes\n/notes/zh/*\n  X-Zh: yes\n',
  })) {
    writeFileSync(join(folder, name), text);
  }
  return createStaticServer(join(folder, 'site'), '/notes/');
}

beforeAll(async () => {
  port = await listen(server, 0, true);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** A request whose path is sent as it is, unlike by fetch. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const sent = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      sent.on('error', reject).end();
    },
  );
}

describe('the server of the built site', () => {
  test('gives a folder its page, with the headers of _headers', async () => {
    const { status, headers, body } = await ask('/notes/zh/?x=1');
    expect([status, body.toString()]).toEqual([200, '主页']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-all': 'yes',
      'x-zh': 'yes',
    });
  });

  test('adds the last slash, and leads to the base path', async () => {
    expect((await ask('/notes/zh?x=1')).headers.location).toBe('/notes/zh/?x=1');
    expect((await ask('/')).headers.location).toBe('/notes/');
    expect((await ask('/notes')).status).toBe(308);
  });

  test.each([
    '/notes/nothing/',
    '/notes/empty',
    '/notes/../secret.txt',
    '/notes/%2e%2e/secret.txt',
    '/notes/..%2fsecret.txt',
    '/notes/..%5csecret.txt',
    '/notes/.built',
    '/notes/_headers',
    '/notes/%',
    '/notes/%00',
    '/elsewhere/',
    '//notes/zh',
  ])('answers %s with the site’s own page and status 404', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body.toString()]).toEqual([404, 'not here']);
  });

  test('compresses text for who accepts it, and says the right length', async () => {
    const { headers, body } = await ask('/notes/', 'GET', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers['content-length']).toBe(String(body.length));
    expect(brotliDecompressSync(body).toString()).toBe('home');
    expect((await ask('/notes/', 'GET', { 'accept-encoding': 'gzip, br;q=0' })).body.toString()).toBe('home');
  });

  test('knows the types that a browser insists on', async () => {
    expect((await ask('/notes/x.wasm')).headers['content-type']).toBe('application/wasm');
    expect((await ask('/notes/wasm.zh-hans.pagefind')).headers['content-type']).toBe(
      'application/octet-stream',
    );
  });

  test('answers only GET and HEAD', async () => {
    expect((await ask('/notes/', 'POST')).status).toBe(405);
    const head = await ask('/notes/', 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '4', 0]);
  });

  test('takes a free port if its own is busy, unless it must have that one', async () => {
    const second = createStaticServer(join(folder, 'site'), '');
    expect(await listen(second, port, false)).not.toBe(port);
    second.close();
    await expect(listen(createStaticServer(join(folder, 'site'), ''), port, true)).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});

test.each([
  [undefined, ''],
  ['', ''],
  ['/', ''],
  ['notes', '/notes'],
  ['/notes/', '/notes'],
  ['/a/b/', '/a/b'],
])('the base path %j is normalised to %j', (given, expected) => {
  expect(normaliseBase(given)).toBe(expected);
});
