import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ARCHIVE, CHECKSUMS, ONE_FILE_EDITIONS } from '../../offline/downloads.ts';
import { sizeText } from '../../offline/size-text.ts';
import type { SiteLanguage } from '../../paths.ts';
import { archiveOf } from './archive.ts';
import { fillPage } from './fill-page.ts';
import { writeRetiringWorker, writeServiceWorker } from './service-worker.ts';
import { filesFor, readSite, type SiteFile } from './site-files.ts';

/** What each of the results takes, for the build's closing lines. */
export interface OfflineResult {
  readonly name: string;
  readonly size: string;
}

/** How strongly a server compresses while it answers. */
const served = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * The last step of the build, on the final files: the archive, the checksums, the sizes on the page about offline use,
 * and the service worker.
 * @param base the base path without its last slash
 * @param withWorker false writes the worker that removes itself in place of the service worker
 */
export async function writeOffline(
  dist: string,
  base: string,
  withWorker: boolean,
): Promise<OfflineResult[]> {
  const files = readSite(dist);
  const archive = { conditions: new Set(['archive']), values: new Map<string, string>() };
  writeFileSync(join(dist, ARCHIVE), archiveOf(files.map(filled(archive)), base, withWorker));

  const downloads = [...ONE_FILE_EDITIONS, ARCHIVE];
  for (const name of downloads) refuseMissing(dist, name);
  const sums = downloads.map((name) => ({ name, bytes: readFileSync(join(dist, name)) })).map(sumOf);
  const lines = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  writeFileSync(join(dist, CHECKSUMS), lines.join(''));

  const copies = (['en', 'zh'] as const).map((language) => copyOf(language, files));
  const site = {
    conditions: new Set([withWorker ? 'worker' : 'off', 'downloads', ...downloads]),
    values: new Map([
      ...sums.flatMap(({ name, sha256, size }) => [
        [`size ${name}`, sizeText(size)] as const,
        [`sha256 ${name}`, sha256] as const,
      ]),
      ...copies.flatMap(({ language, raw, sent }) => [
        [`saved ${language}`, sizeText(raw)] as const,
        [`sent ${language}`, sizeText(sent)] as const,
      ]),
    ]),
  };
  for (const { path, bytes } of files.filter(isOfflinePage).map(filled(site))) {
    writeFileSync(join(dist, path), bytes);
  }
  await (withWorker ? writeServiceWorker : writeRetiringWorker)(dist, base);
  return [
    ...(withWorker ? copies : []).map(({ language, count, raw, sent }) => ({
      name: `saved for offline use, ${language}`,
      size: `${sizeText(raw)} in ${count} files, ${sizeText(sent)} sent with Brotli`,
    })),
    ...sums.map(({ name, size }) => ({ name, size: sizeText(size) })),
    { name: withWorker ? 'sw.js' : 'sw.js, which removes itself', size: sizeText(sizeOf(dist, 'sw.js')) },
  ];
}

const isOfflinePage = ({ path }: SiteFile): boolean => /^(zh\/)?offline\/index\.html$/.test(path);

const filled =
  (facts: Parameters<typeof fillPage>[1]) =>
  (file: SiteFile): SiteFile => {
    if (!isOfflinePage(file)) return file;
    const html = new TextDecoder().decode(file.bytes);
    return { path: file.path, bytes: new TextEncoder().encode(fillPage(html, facts)) };
  };

function refuseMissing(dist: string, name: string): void {
  if (existsSync(join(dist, name))) return;
  throw new Error(`The page about offline use links to ${name}, which the build has not written.`);
}

function sumOf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/** What a language takes when saved. Its pages are not filled in yet: a few bytes, less than what is rounded away. */
function copyOf(language: SiteLanguage, all: readonly SiteFile[]) {
  const files = filesFor(language, all).map(({ bytes }) => bytes);
  const raw = files.reduce((sum, bytes) => sum + bytes.length, 0);
  const sent = files.reduce(
    (sum, bytes) => sum + Math.min(bytes.length, brotliCompressSync(bytes, served).length),
    0,
  );
  return { language, count: files.length, raw, sent };
}

const sizeOf = (dist: string, name: string): number => readFileSync(join(dist, name)).length;
