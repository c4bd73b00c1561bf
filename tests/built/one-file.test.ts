import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { attribute, elementsIn, type HtmlElement, parsePage, rawText } from '../../src/build/html.ts';
import { EDITIONS, idPrefix } from '../../src/offline/one-file/editions.ts';
import { refuseLeftovers } from '../../src/offline/one-file/leftovers.ts';
import { builtFiles, dist, pages } from './dist.ts';

/** Bytes of each file as it lies on a disk, and with Brotli as a host delivers it; with thirty problems. */
const BUDGETS: Readonly<Record<string, { readonly raw: number; readonly brotli: number }>> = {
  en: { raw: 1_800_000, brotli: 230_000 },
  zh: { raw: 1_900_000, brotli: 250_000 },
  both: { raw: 3_400_000, brotli: 360_000 },
};

const published: Record<string, readonly string[]> = JSON.parse(
  readFileSync('content/published.json', 'utf8'),
);

const editions = EDITIONS.map((edition) => {
  const html = readFileSync(join(dist, edition.file), 'utf8');
  const elements = elementsIn(parsePage(html));
  const ids = new Set(elements.map((element) => attribute(element, 'id')));
  return { ...edition, html, elements, ids };
});

describe.each(editions)('$file', ({ name, file, languages, html, elements, ids }) => {
  test('keeps within its budget of bytes', () => {
    const raw = Buffer.byteLength(html);
    const brotli = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
    console.log(`${file}: ${raw} bytes, ${brotli} with Brotli`);
    expect(raw).toBeLessThanOrEqual(BUDGETS[name]?.raw ?? 0);
    expect(brotli).toBeLessThanOrEqual(BUDGETS[name]?.brotli ?? 0);
  });

  test('asks for nothing outside itself', () => {
    expect(() => refuseLeftovers(html, file)).not.toThrow();
  });

  test('has a policy of its own as the first element after the charset, which allows no request', () => {
    const policy = /<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
      html,
    )?.[1];
    expect(policy).toContain("default-src 'none'; script-src 'sha256-");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/'self'|'unsafe|https?:|\*/);
  });

  test('has every published section of every problem under its own address', () => {
    const expected = languages.flatMap((language) =>
      Object.entries(published).flatMap(([problem, sections]) =>
        sections.map((section) => `${idPrefix({ languages }, language)}${problem}/${section}`),
      ),
    );
    expect(expected.length).toBeGreaterThan(200);
    expect(expected.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('leads only to places that it has', () => {
    const lost = elements
      .map((element) => attribute(element, 'href') ?? '')
      .filter((href) => href.startsWith('#') && href !== '#top')
      .filter((href) => !ids.has(href.slice(1)));
    expect(lost).toEqual([]);
  });

  test('sends nobody to the web for a text that it holds itself', () => {
    const texts = elements.filter((element) => /\/\d+\.txt$/.test(attribute(element, 'href') ?? ''));
    expect(texts).toEqual([]);
  });

  test('names only ids that it has, for labels and descriptions', () => {
    const lost = elements.flatMap((element) =>
      ['for', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls']
        .flatMap((name) => (attribute(element, name) ?? '').split(/\s+/))
        .filter((id) => id !== '' && !ids.has(id)),
    );
    expect(lost).toEqual([]);
  });

  test('says every paragraph that the articles of the site say', () => {
    const own = paragraphsIn(elements);
    const articles = pages.filter(({ address }) =>
      languages.some((language) => (language === 'zh' ? /^\/zh\/\d+\/$/ : /^\/\d+\/$/).test(address)),
    );
    const said = articles.flatMap((page) => [...paragraphsIn(page.elements)]);
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((paragraph) => !own.has(paragraph))).toEqual([]);
  });
});

/** The paragraphs of a document's articles, without those of the checker and those that belong to the web in part. */
function paragraphsIn(elements: readonly HtmlElement[]): ReadonlySet<string> {
  const articles = elements.filter(({ tagName }) => tagName === 'article').flatMap(elementsIn);
  const checkers = new Set(
    articles.filter((element) => attribute(element, 'data-checker') !== null).flatMap(elementsIn),
  );
  return new Set(
    articles
      .filter((element) => element.tagName === 'p' && !checkers.has(element) && !isPartlyForTheWeb(element))
      .map((paragraph) => rawText(paragraph).replace(/\s+/g, ' ').trim()),
  );
}

const isPartlyForTheWeb = (paragraph: HtmlElement): boolean =>
  elementsIn(paragraph).some((element) => attribute(element, 'data-not-in-file') !== null);

test('nothing of how the files were made is left on the site', () => {
  expect(builtFiles.filter((path) => path.startsWith('/one-file'))).toEqual([]);
});
