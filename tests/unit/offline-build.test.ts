import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { archiveOf } from '../../src/build/offline/archive.ts';
import { fillPage } from '../../src/build/offline/fill-page.ts';
import { filesFor, isOffline, type SiteFile, savedList } from '../../src/build/offline/site-files.ts';

const file = (path: string, text = path): SiteFile => ({ path, bytes: new TextEncoder().encode(text) });
const files = [
  '16689/evidence/log.txt',
  '16689.json',
  '16689.txt',
  '16689/index.html',
  '404.html',
  '_astro/keep.client.abc-1.js',
  '_astro/language-pack.en.client.x.js',
  '_astro/language-pack.zh.client.y.js',
  '_headers',
  'index.html',
  'pagefind/fragment/en_1.pf_fragment',
  'pagefind/fragment/zh-hans_2.pf_fragment',
  'pagefind/pagefind-entry.json',
  'pagefind/pagefind.en_3.pf_meta',
  'pagefind/pagefind.zh-hans_4.pf_meta',
  'pagefind/wasm.en.pagefind',
  'pagefind/wasm.unknown.pagefind',
  'robots.txt',
  'zh/16689.txt',
  'zh/16689/index.html',
  'zh/feed.xml',
].map((path) => file(path));

describe('what is saved', () => {
  const shared = [
    '16689/evidence/log.txt',
    '16689.json',
    '_astro/keep.client.abc-1.js',
    'pagefind/pagefind-entry.json',
  ];

  it('of English: its pages, its search, its words, and what both languages use', () => {
    const paths = filesFor('en', files).map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set([
        ...shared,
        '16689/index.html',
        'index.html',
        '_astro/language-pack.en.client.x.js',
        'pagefind/fragment/en_1.pf_fragment',
        'pagefind/pagefind.en_3.pf_meta',
        'pagefind/wasm.en.pagefind',
      ]),
    );
  });

  it('of Chinese: the same of Chinese', () => {
    const paths = filesFor('zh', files).map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set([
        ...shared,
        'zh/16689/index.html',
        'zh/feed.xml',
        '_astro/language-pack.zh.client.y.js',
        'pagefind/fragment/zh-hans_2.pf_fragment',
        'pagefind/pagefind.zh-hans_4.pf_meta',
        'pagefind/wasm.unknown.pagefind',
      ]),
    );
  });

  it('never holds the downloads, the service worker and its lists', () => {
    for (const path of [
      'openzfs-problem-notes.zip',
      'openzfs-problem-notes.html',
      'openzfs-problem-notes.zh.html',
      'SHA256SUMS',
      'sw.js',
      'offline/en.json',
    ]) {
      expect(isOffline(path), path).toBe(true);
    }
    expect(isOffline('offline/index.html')).toBe(false);
  });

  it('is listed by address, with a hash that a browser can check', () => {
    expect(savedList([file('index.html', ''), file('zh/16689/index.html', '')])).toEqual({
      '': 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      'zh/16689/': 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    });
  });
});

describe('the page about offline use', () => {
  const facts = {
    conditions: new Set(['worker', 'a.zip']),
    values: new Map([['size a.zip', '2.9 MB']]),
  };

  it('keeps the parts whose condition holds, and gets its sizes', () => {
    const html = '<!--if worker-->a<!--end--><!--if off-->b<!--end--><!--if a.zip-->[[size a.zip]]<!--end-->';
    expect(fillPage(html, facts)).toBe('a2.9 MB');
  });

  it('ends the build where nobody knows a size', () => {
    expect(() => fillPage('[[size b.zip]]', facts)).toThrow('asks for “size b.zip”');
  });
});

describe('the archive', () => {
  const registration = '_astro/keep.client.abc-1.js';
  const unpacked = (base: string) => unzipSync(archiveOf(files, base));
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

  it('holds the files under “site” and its base path, and says in both languages how to serve them', () => {
    const entries = unpacked('/notes');
    expect(text(entries['openzfs-problem-notes/site/notes/16689/index.html'])).toBe('16689/index.html');
    const readMe = text(entries['openzfs-problem-notes/README.txt']);
    expect(readMe).toContain('python3 -m http.server');
    expect(readMe).toContain('http://127.0.0.1:8000/notes/zh/');
    expect(readMe).toContain('根目录');
  });

  it('registers no service worker', () => {
    expect(text(unpacked('')[`openzfs-problem-notes/site/${registration}`])).toBe('export {};\n');
    const without = files.filter(({ path }) => path !== registration);
    expect(() => archiveOf(without, '')).toThrow('must leave out the script');
  });

  it('has the same bytes for the same content, in any time zone', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'];
    const archives = zones.map((zone) => {
      vi.stubEnv('TZ', zone);
      return Buffer.from(archiveOf(files, '')).toString('base64');
    });
    vi.unstubAllEnvs();
    expect(new Set(archives).size).toBe(1);
  });
});
