import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/build/html.ts';
import { internalTarget, type Page, pageAt, readBuilt } from './dist.ts';

interface Resource {
  readonly path: string;
  readonly kind: 'script' | 'style' | 'image';
  readonly bytes: number;
}

/** Brotli at its strongest, as a static host delivers it. */
function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Which modules that are loaded on demand count as well. */
type Late = (path: string) => boolean;

/** Before anything is used. */
const nothingLate: Late = () => false;

/**
 * What using the checker of a page loads: everything but the search dialog, the report, the other language, the worker,
 * which is fetched for large pastes only, and what saves the site when the page is complete (see offline.test.ts).
 */
const checkerInUse =
  (address: string): Late =>
  (path) =>
    !/search\.client|report-|worker|keep\.client/.test(path) &&
    !path.includes(`language-pack.${address.startsWith('/zh/') ? 'en' : 'zh'}.`);

/** What a visit loads besides the document: what the HTML names, and what the scripts import from the start. */
function resourcesOf(page: Page, late: Late): Resource[] {
  const found = new Map<string, Resource>();
  const add = (path: string, kind: Resource['kind']): void => {
    if (found.has(path)) return;
    const bytes = readBuilt(path);
    if (bytes === null) throw new Error(`${page.address} names ${path}, which is not in dist.`);
    const compressed = /\.(js|css|svg)$/.test(path) ? brotli(bytes) : bytes.length;
    found.set(path, { path, kind, bytes: compressed });
    if (kind !== 'script') return;
    const script = bytes.toString('utf8');
    const resolved = (imported: string) => posix.join(posix.dirname(path), imported);
    for (const imported of earlyImports(script)) add(resolved(imported), 'script');
    for (const imported of lateImports(script).filter(late)) add(resolved(imported), 'script');
  };
  for (const [href, kind] of namedResources(page)) {
    const target = internalTarget(page, href);
    if (!href.startsWith('data:') && target !== null) add(target.path, kind);
  }
  return [...found.values()];
}

function namedResources(page: Page): [string, Resource['kind']][] {
  return page.elements.flatMap((element): [string, Resource['kind']][] => {
    const source = attribute(element, 'src');
    const href = attribute(element, 'href') ?? '';
    const relation = attribute(element, 'rel') ?? '';
    if (element.tagName === 'script' && source !== null) return [[source, 'script']];
    if (element.tagName === 'img' && source !== null) return [[source, 'image']];
    if (element.tagName !== 'link') return [];
    if (/stylesheet/.test(relation)) return [[href, 'style']];
    if (/icon/.test(relation)) return [[href, 'image']];
    return /preload/.test(relation) ? [[href, /\.css$/.test(href) ? 'style' : 'script']] : [];
  });
}

const earlyImports = (script: string): string[] =>
  [...script.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)].map((match) => match[1] ?? '');

const lateImports = (script: string): string[] =>
  [...script.matchAll(/\bimport\(\s*["'`](\.[^"'`]+)["'`]/g)].map((match) => match[1] ?? '');

function measure(address: string, late: Late = nothingLate) {
  const page = pageAt(address);
  const resources = resourcesOf(page, late);
  const sum = (kind?: Resource['kind']) =>
    resources
      .filter((resource) => kind === undefined || resource.kind === kind)
      .reduce((total, { bytes }) => total + bytes, 0);
  const document = brotli(Buffer.from(page.html));
  return {
    page: late === nothingLate ? address : `${address} in use`,
    'HTML with CSS': document,
    scripts: sum('script'),
    images: sum('image'),
    'in all': document + sum(),
    requests: 1 + resources.length,
  };
}

const articles = ['/16689/', '/zh/16689/'];
const checkers = ['/check/', '/zh/check/'];

describe('the weight of a first visit, in bytes of Brotli', () => {
  test('every page is measured and printed', () => {
    const table = [
      ...['/', '/zh/', ...articles, ...checkers].map((address) => measure(address)),
      ...checkers.map((address) => measure(address, checkerInUse(address))),
    ];
    console.table(table);
    expect(table.length).toBeGreaterThan(0);
  });

  test.each(articles)(
    '%s weighs at most 35,000 in all, of it at most 4,000 scripts, in at most 2 requests',
    (address) => {
      const weight = measure(address);
      expect(weight['in all']).toBeLessThanOrEqual(35_000);
      expect(weight.scripts).toBeLessThanOrEqual(4_000);
      expect(weight.requests).toBeLessThanOrEqual(2);
    },
  );

  test.each(checkers)(
    '%s weighs at most 30,000 on a first visit, and at most 72,000 once it is used, with thirty problems and their figures',
    (address) => {
      expect(measure(address)['in all']).toBeLessThanOrEqual(30_000);
      expect(measure(address, checkerInUse(address))['in all']).toBeLessThanOrEqual(72_000);
    },
  );

  test.each([...articles, ...checkers, '/', '/zh/'])('nothing on %s blocks rendering', (address) => {
    const blocking = pageAt(address).elements.filter((element) => {
      const isStyleSheet = element.tagName === 'link' && /stylesheet/.test(attribute(element, 'rel') ?? '');
      const isBlockingScript =
        element.tagName === 'script' &&
        attribute(element, 'src') !== null &&
        attribute(element, 'type') !== 'module' &&
        attribute(element, 'defer') === null &&
        attribute(element, 'async') === null;
      return isStyleSheet || isBlockingScript;
    });
    expect(blocking.map((element) => element.attrs)).toEqual([]);
  });
});
