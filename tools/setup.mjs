/**
 * Brings node_modules to what package-lock.json says; runs before every npm script that needs it. Says nothing when
 * nothing is to do. Plain Node 20 without packages, since there may be none yet. All output goes to standard error:
 * `npm run --silent check` prints its verdict, and nothing else, on standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const marker = join(modules, '.installed');

/** The oldest Node that runs every tool here (html-validate asks for most). */
const oldestNode = [22, 22];

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  console.error('Installing what package-lock.json names …');
  install();
  writeFileSync(marker, wanted);
}
requireNode();

function install() {
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const isNpm = npm !== undefined && basename(npm).startsWith('npm');
  const run = isNpm
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (run.status !== 0) {
    stop(
      `npm ci did not succeed (${run.error ? run.error.message : `exit status ${run.status}`}); its own words are above.`,
    );
  }
}

/** The project brings its own Node where npm has a package of it; elsewhere the user's own must be new enough. */
function requireNode() {
  const brought = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(brought)) return;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `This project needs Node ${oldestNode.join('.')} or newer, and this is ${process.versions.node}. ` +
      `npm has no package of Node for ${process.platform}-${process.arch} that the project could bring along: ` +
      'please install a newer Node (https://nodejs.org) and try again.',
  );
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
