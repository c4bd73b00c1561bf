import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ARCHIVE, CHECKSUMS, ONE_FILE_EDITIONS } from '../../offline/downloads.ts';
import type { SavedList } from '../../offline/messages.ts';
import type { SiteLanguage } from '../../paths.ts';

/** A file of the built site: its path under `dist` with slashes, and its bytes. */
export interface SiteFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const both: readonly SiteLanguage[] = ['en', 'zh'];

/** For which languages a file is saved; the first pattern that fits decides. */
const languagesByPath: readonly (readonly [RegExp, readonly SiteLanguage[]])[] = [
  // What servers and search engines read, and what replaces an unknown address online.
  [/^(_headers|robots\.txt|sitemap[\w-]*\.xml|404\.html)$/, []],
  // Text editions are for terminals, which have no service worker.
  [/^(zh\/)?[^/]+\.txt$/, []],
  [/^zh\/|\/(zh-hans_|pagefind\.zh-hans_|wasm\.unknown)|\.zh\.client\./, ['zh']],
  [/\.html$|\/(en_|pagefind\.en_|wasm\.en)|\.en\.client\./, ['en']],
  [/./, both],
];

/** The files of the downloads and of the service worker, which belong to no copy and to no archive. */
export function isOffline(path: string): boolean {
  return (
    [ARCHIVE, CHECKSUMS, ...ONE_FILE_EDITIONS, 'sw.js'].includes(path) ||
    /^offline\/(en|zh)\.json$/.test(path)
  );
}

/** The files of the built site in the order of their names, without those of `isOffline` and hidden ones. */
export function readSite(dist: string): SiteFile[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((path) => !path.startsWith('.') && !isOffline(path) && statSync(join(dist, path)).isFile())
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(dist, path)) }));
}

/** The files that are saved for a language. */
export function filesFor(language: SiteLanguage, files: readonly SiteFile[]): SiteFile[] {
  return files.filter(({ path }) =>
    languagesByPath.find(([pattern]) => pattern.test(path))?.[1].includes(language),
  );
}

/** The list that the service worker saves by: addresses under the base path with their hashes. */
export function savedList(files: readonly SiteFile[]): SavedList {
  return Object.fromEntries(
    files.map(({ path, bytes }) => [path.replace(/(^|\/)index\.html$/, '$1'), integrityOf(bytes)]),
  );
}

/** A hash as `fetch` wants it. */
export function integrityOf(bytes: Uint8Array | string): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
