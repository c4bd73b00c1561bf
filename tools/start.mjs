/** `npm start`: builds the site if something it is made of has changed, serves it on loopback, prints the address. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaticServer, listen, normaliseBase } from './serve.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const marker = join(dist, '.built');
const preferredPort = 4321;
const inputs = [
  'content',
  'public',
  'src',
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'site.config.ts',
  'tsconfig.json',
];

const wanted = fingerprint();
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  console.log('Building the site …');
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (build.status !== 0) {
    console.error('The build failed; its own words are above.');
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

const server = createStaticServer(dist, process.env.BASE_PATH);
const port = await listen(server, preferredPort, false);
console.log(
  `OpenZFS Problem Notes: http://127.0.0.1:${port}${normaliseBase(process.env.BASE_PATH)}/  (Ctrl+C stops it)`,
);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}

/** One hash over everything the build reads: files with their names, and the environment that changes addresses. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const name of ['SITE_URL', 'BASE_PATH', 'SERVICE_WORKER'])
    hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const entries = readFolder(absolute);
  if (entries === null) {
    const bytes = readFileSync(absolute);
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  } else {
    for (const entry of entries) addTo(hash, `${path}/${entry}`);
  }
}

function readFolder(path) {
  try {
    return readdirSync(path).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return null;
    throw error;
  }
}
