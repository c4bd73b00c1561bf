/**
 * Writes into package-lock.json what npm leaves out: a registry without a package for some foreign platform makes
 * `npm install` drop it from the lockfile, and `npm ci` then refuses the lockfile ("Missing: … from lock file").
 * Run it after each change of dependencies. Where the full registry is at hand, `npm install --package-lock-only`
 * first: entries that npm writes itself have an integrity, these have none.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const systems = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  windows: 'win32',
  win32: 'win32',
};
const processors = ['arm64', 'x64', 'wasm32', 'ia32', 'arm'];

/**
 * Every optional dependency that a locked package names and the lockfile lacks.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string> }> }} lock
 * @returns {{ path: string, name: string, version: string }[]}
 */
export function absentOptionalPackages(lock) {
  const absent = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock, path, name)) absent.set(name, { path: `node_modules/${name}`, name, version });
    }
  }
  return [...absent.values()];
}

/**
 * Node's own search: the folder of the package, then each folder above it.
 * @param {{ packages: Record<string, unknown> }} lock
 * @param {string} path
 * @param {string} name
 */
function isLocked(lock, path, name) {
  let folder = path;
  for (;;) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above < 0 ? '' : folder.slice(0, above);
  }
}

/**
 * A lockfile entry from the name alone: `@biomejs/cli-linux-x64-musl` is for Linux, x64, musl. Throws if it cannot tell.
 * @param {string} name
 * @param {string} version
 */
export function entryFromName(name, version) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(
      `${name} is wanted as “${version}”; only an exact version can be written into the lockfile.`,
    );
  }
  const words = name.split(/[-/]/);
  const cpu = processors.find((processor) => words.includes(processor));
  const system = Object.keys(systems).find((word) => words.includes(word));
  if (cpu === undefined || (system === undefined && cpu !== 'wasm32')) {
    throw new Error(
      `The name ${name} does not tell its platform; add the entry to package-lock.json by hand.`,
    );
  }
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    dev: true,
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    ...(system === undefined ? {} : { os: [systems[system]] }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const absent = absentOptionalPackages(lock);
  for (const { path, name, version } of absent) lock.packages[path] = entryFromName(name, version);
  const { '': project, ...packages } = lock.packages;
  const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  lock.packages = { '': project, ...sorted };
  if (absent.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${absent.length} packages of other platforms added to package-lock.json.`);
}
