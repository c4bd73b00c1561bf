import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE, CHECKSUMS } from '../../src/offline/downloads.ts';
import type { SavedList } from '../../src/offline/messages.ts';
import { sizeText } from '../../src/offline/size-text.ts';
import { normaliseBase } from '../../tools/serve.mjs';
import { dist, pageAt } from './dist.ts';

const fileOf = (address: string) =>
  join(dist, address === '' || address.endsWith('/') ? `${address}index.html` : address);
const listOf = (language: string): SavedList =>
  JSON.parse(readFileSync(join(dist, `offline/${language}.json`), 'utf8'));
const sizeOf = (path: string) => statSync(join(dist, path)).size;
const brotli = (bytes: Uint8Array, quality: number) =>
  Math.min(
    bytes.length,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length,
  );

const allFiles = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((path) => statSync(join(dist, path)).isFile());

const languages = [
  { language: 'en', page: '/offline/' },
  { language: 'zh', page: '/zh/offline/' },
];

describe.each(languages)('what a browser saves of $language', ({ language }) => {
  const list = listOf(language);
  const contents = Object.keys(list).map((address) => readFileSync(fileOf(address)));

  test('is exactly what the build wrote', () => {
    const wrong = Object.entries(list).filter(([address, integrity]) => {
      const hash = createHash('sha256')
        .update(readFileSync(fileOf(address)))
        .digest('base64');
      return integrity !== `sha256-${hash}`;
    });
    expect(wrong).toEqual([]);
  });

  test('weighs at most 6,000,000 bytes on the device and 2,000,000 on the way', () => {
    const raw = contents.reduce((sum, bytes) => sum + bytes.length, 0);
    const sent = contents.reduce((sum, bytes) => sum + brotli(bytes, 5), 0);
    console.log(`${language}: ${raw} bytes in ${contents.length} files, ${sent} with Brotli`);
    expect(raw).toBeLessThanOrEqual(6_000_000);
    expect(sent).toBeLessThanOrEqual(2_000_000);
    expect(contents.length).toBeLessThanOrEqual(800);
  });

  test('is what the pages about offline use say', () => {
    const raw = contents.reduce((sum, bytes) => sum + bytes.length, 0);
    // The sizes on the page are rounded, and older than the page by the digits filled in.
    const near = [raw - 1000, raw, raw + 1000].map(sizeText);
    for (const { page } of languages) {
      const [, shown] =
        new RegExp(`data-copy="?${language}[^]*?class="?takes"?[^>]*>\\D*([\\d.]+ [kM]B)`).exec(
          pageAt(page).html,
        ) ?? [];
      expect(near).toContain(shown);
    }
  });
});

test('every file is saved, but for what no reader opens offline', () => {
  const saved = new Set(
    ['en', 'zh'].flatMap((language) => Object.keys(listOf(language)).map((address) => fileOf(address))),
  );
  const others = allFiles.filter((path) => !saved.has(join(dist, path)));
  const known =
    /^(\.built|_headers|robots\.txt|sitemap[\w-]*\.xml|404\.html|sw\.js|offline\/(en|zh)\.json|SHA256SUMS|openzfs-problem-notes\..*|(zh\/)?(\d+|index)\.txt)$/;
  expect(others.filter((path) => !known.test(path))).toEqual([]);
});

describe('the service worker', () => {
  test('weighs at most 2,000 bytes of Brotli, its lists at most 25,000 each', () => {
    expect(brotli(readFileSync(join(dist, 'sw.js')), 11)).toBeLessThanOrEqual(2_000);
    for (const language of ['en', 'zh']) {
      const bytes = brotli(readFileSync(join(dist, `offline/${language}.json`)), 11);
      console.log(`list of ${language}: ${bytes} bytes of Brotli`);
      expect(bytes).toBeLessThanOrEqual(25_000);
    }
  });

  test('is registered by scripts of at most 5,000 bytes of Brotli, fetched when a page is complete', () => {
    const scripts = allFiles.filter((path) =>
      /^_astro\/(keep|worker-link|trusted-url)\.client\.[\w-]+\.js$/.test(path),
    );
    const sum = scripts.reduce((total, path) => total + brotli(readFileSync(join(dist, path)), 11), 0);
    console.log(`after the page is complete: ${sum} bytes of Brotli in ${scripts.length} scripts`);
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum).toBeLessThanOrEqual(5_000);
  });
});

describe('the downloads', () => {
  test('the archive weighs at most 5,000,000 bytes and holds the site as it is, without service worker', () => {
    expect(sizeOf(ARCHIVE)).toBeLessThanOrEqual(5_000_000);
    const root = `openzfs-problem-notes/site${normaliseBase(process.env.BASE_PATH)}/`;
    const entries = unzipSync(readFileSync(join(dist, ARCHIVE)));
    const inside = Object.keys(entries).filter((name) => name.startsWith(root));
    const expected = allFiles.filter(
      (path) => !/^(\.built|sw\.js|offline\/(en|zh)\.json|SHA256SUMS|openzfs-problem-notes\..*)$/.test(path),
    );
    expect(inside.map((name) => name.slice(root.length)).toSorted()).toEqual(expected.toSorted());
    const changed = expected.filter(
      (path) => !Buffer.from(entries[root + path] ?? []).equals(readFileSync(join(dist, path))),
    );
    expect(changed.toSorted()).toEqual([
      expect.stringMatching(/^_astro\/keep\.client\./),
      'offline/index.html',
      'zh/offline/index.html',
    ]);
  });

  test('the checksums are right, in the file and on the pages, and so are the sizes', () => {
    const lines = readFileSync(join(dist, CHECKSUMS), 'utf8').trimEnd().split('\n');
    const names = lines.map((line) => line.slice(66));
    expect(names.toSorted()).toEqual(
      allFiles.filter((path) => /^openzfs-problem-notes\./.test(path)).toSorted(),
    );
    for (const line of lines) {
      const name = line.slice(66);
      const sum = createHash('sha256')
        .update(readFileSync(join(dist, name)))
        .digest('hex');
      expect(line).toBe(`${sum}  ${name}`);
      for (const { page } of languages) {
        const { html } = pageAt(page);
        expect(html).toContain(sum);
        expect(html).toContain(`/${name}`);
        expect(html).toContain(sizeText(sizeOf(name)));
      }
    }
  });

  test('nothing on the pages is left to be filled in', () => {
    for (const { page } of languages) expect(pageAt(page).html).not.toMatch(/\[\[|<!--(if|end)/);
  });
});
