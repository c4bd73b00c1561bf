import { describe, expect, test } from 'vitest';
import { recordsOf } from '../../src/build/pagefind-index.ts';
import { searchPage } from '../../src/build/search-sections.ts';

const page = (body: string, lang = 'en') =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>T</title><meta name="description" content="D"></head><body><main>${body}</main></body></html>`;
const article = (content: string) =>
  page(`<article data-search="problem"><h1>Title</h1>${content}</article>`);
const textOf = (content: string) => searchPage(article(content))?.sections[0]?.text;

describe('the searchable text of a page', () => {
  test('keeps neighbouring cells and terms apart, which Pagefind glues into one word', () => {
    expect(textOf('<dl><dt>Introduced</dt><dd>a10e552b99</dd></dl>')).toBe('Introduced a10e552b99');
    expect(textOf('<table><tr><th>Page kind</th><th>Typical origin</th></tr></table>')).toBe(
      'Page kind Typical origin',
    );
  });

  test('keeps a word whole that is marked up in parts', () => {
    expect(textOf('<code><span class="f">try_grab</span>_folio</code>+<b>0x12</b>')).toBe(
      'try_grab_folio+0x12',
    );
    expect(textOf('零<strong>页</strong>')).toBe('零页');
  });

  test('has the full hash of a commit, of which the page shows the beginning', () => {
    const hash = 'c8a326aab7'.padEnd(40, '0');
    expect(textOf(`<a href="https://example.org/commit/${hash}">c8a326aab7</a>, next`)).toBe(
      `c8a326aab7 ${hash} , next`,
    );
  });

  test('leaves out what is marked so, controls and scripts', () => {
    expect(
      textOf(
        'a<span data-pagefind-ignore>b</span><button>c</button><textarea>d</textarea><script>e</script>f',
      ),
    ).toBe('a f');
  });

  test('is cut at each h2 that has an id, however deep it stands', () => {
    const sections = searchPage(
      article(
        '<p>first</p><section><h2 id="fix">The <code>fix</code><a data-pagefind-ignore href="#fix">#</a></h2><p>second</p></section><h2>none</h2><h3 id="x">third</h3>',
      ),
    )?.sections;
    expect(sections).toEqual([
      { id: null, heading: '', text: 'first' },
      { id: 'fix', heading: 'The fix', text: 'second none third' },
    ]);
  });

  test('comes with language in lower case, title, description, kind and aliases', () => {
    const found = searchPage(
      page('<article data-search="problem" data-search-aliases="16642"><h1>零页</h1></article>', 'zh-Hans'),
    );
    expect(found).toMatchObject({
      language: 'zh-hans',
      title: '零页',
      description: 'D',
      kind: 'problem',
      aliases: '16642',
    });
  });

  test('may also stand in an element of main marked data-search-body', () => {
    expect(searchPage(page('<div data-search-body><p>x</p></div>'))?.sections).toEqual([
      { id: null, heading: '', text: 'x' },
    ]);
  });

  test('is nothing on a page without a marked element', () => {
    expect(searchPage(page('<article><p>x</p></article>'))).toBeNull();
  });
});

test('a page gives one record for itself and one for each section, with the section in the address', () => {
  const found = searchPage(article('<p>a &lt; b</p><h2 id="sources">Sources</h2><p>c</p>'));
  const records = found === null ? [] : recordsOf(found, '/16689/');
  expect(records.map(({ url }) => url)).toEqual(['/16689/', '/16689/#sources']);
  expect(records[0]?.html).toContain('D a &lt; b');
  expect(records[1]?.html).toContain('<p data-pagefind-weight="0.2">c</p>');
});
