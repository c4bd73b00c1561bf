import { serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { elementsIn, parsePage } from '../../src/build/html.ts';
import { type Assembly, assemble } from '../../src/offline/one-file/assemble.ts';
import { escapeScript } from '../../src/offline/one-file/bundle.ts';
import { refuseLeftovers } from '../../src/offline/one-file/leftovers.ts';
import { prefixIds } from '../../src/offline/one-file/part-ids.ts';
import { hrefInFile } from '../../src/offline/one-file/part-links.ts';
import { joinStyles, topLevelRules } from '../../src/offline/one-file/style-rules.ts';

const document = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}<title>x</title></head><body>${body}</body></html>`;

function prefixed(body: string): string {
  const page = parsePage(document(body));
  for (const element of elementsIn(page)) prefixIds(element, 'zh/16689');
  return /<body>(.*)<\/body>/s.exec(serialize(page))?.[1] ?? '';
}

describe('the ids of a part', () => {
  test.each([
    ['<h2 id="fix">x</h2>', '<h2 id="zh/16689/fix">x</h2>'],
    ['<label for="a">x</label>', '<label for="zh/16689/a">x</label>'],
    [
      '<input form="f" aria-describedby="a b">',
      '<input form="zh/16689/f" aria-describedby="zh/16689/a zh/16689/b">',
    ],
    ['<path marker-end="url(#arrow)"></path>', '<path marker-end="url(#zh/16689/arrow)"></path>'],
    ['<input type="radio" name="step">', '<input type="radio" name="zh/16689/step">'],
    ['<textarea name="text"></textarea>', '<textarea name="text"></textarea>'],
    ['<aside aria-label="Related">x</aside>', '<aside aria-label="Related · 16689">x</aside>'],
    ['<a href="#fix" aria-label="1">x</a>', '<a href="#fix" aria-label="1">x</a>'],
  ])('%s becomes %s', (before, after) => {
    expect(prefixed(before)).toBe(after);
  });
});

describe('the links of a part', () => {
  const links = {
    site: 'https://example.org/notes',
    partOf: new Map([
      ['/16689/', '16689'],
      ['/zh/16689/', 'zh/16689'],
      ['/check/', 'check'],
      ['/', 'home'],
    ]),
    fileOf: new Map([['/16689/evidence/a b.txt', 'evidence/16689/a b.txt']]),
  };

  test.each([
    ['#fix', '/zh/16689/', '#zh/16689/fix'],
    ['/notes/16689/#fix', '/zh/16689/', '#16689/fix'],
    ['/notes/16689/', '/check/', '#16689'],
    ['/notes/', '/16689/', '#home'],
    ['/notes/check/#module=2.3.4', '/16689/', '#check'],
    ['/notes/16689/evidence/a%20b.txt', '/16689/', '#evidence/16689/a b.txt'],
    ['/notes/collect.sh', '/check/', 'https://example.org/notes/collect.sh'],
    ['/notes/zh/18051/', '/16689/', 'https://example.org/notes/zh/18051/'],
    ['/elsewhere/', '/16689/', 'https://example.org/elsewhere/'],
    ['https://github.com/openzfs/zfs/issues/16689', '/16689/', 'https://github.com/openzfs/zfs/issues/16689'],
  ])('%s on %s leads to %s', (href, page, expected) => {
    expect(hrefInFile(href, page, links)).toBe(expected);
  });
});

describe('the style sheets of several pages', () => {
  test('are told apart by rule, whatever a string or an escape holds', () => {
    const css = '@layer a,b;@layer a{p::before{content:"}"}}.x\\{y{color:red}@import "z";';
    expect(topLevelRules(css)).toEqual([
      '@layer a,b;',
      '@layer a{p::before{content:"}"}}',
      '.x\\{y{color:red}',
      '@import "z";',
    ]);
  });

  test('are one sheet, in which what they share stands once', () => {
    expect(joinStyles(['a{b:c}d{e:f}', 'a{b:c}g{h:i}'])).toBe('a{b:c}d{e:f}g{h:i}');
  });
});

describe('a finished file', () => {
  test.each([
    ['<img src="/a.png" alt="">', '<img src="/a.png">'],
    ['<script src="/a.js"></script>', '<script src="/a.js">'],
    ['<iframe></iframe>', '<iframe> loads something'],
    ['<svg><use href="/a.svg#b"></use></svg>', '<use href="/a.svg#b">'],
    ['<a href="#x" ping="/p">x</a>', '<a ping="/p">'],
    ['<script>import("./a.js")</script>', 'a script has “import(”'],
    ['<script>const u = import.meta.url</script>', 'a script has “import.meta”'],
    ['<script>load("/_astro/a.js")</script>', 'a script has “/_astro/”'],
    ['<p id="a"></p><p id="a"></p>', 'the id “a” stands in it twice'],
  ])('is refused with %s', (body, sentence) => {
    expect(() => refuseLeftovers(document(body), 'a.html')).toThrow(sentence);
  });

  test.each([
    ['<link rel="stylesheet" href="/a.css">', '<link rel="stylesheet" href="/a.css">'],
    ['<link rel="modulepreload" href="/a.js">', '<link rel="modulepreload"'],
    ['<style>a{background:url(/b.png)}</style>', 'a style sheet has url(/b.png)'],
    ['<style>@import "a.css";</style>', 'a style sheet has @import'],
    ['<meta http-equiv="refresh" content="0;url=/">', 'leads away'],
    ['<base href="/">', '<base> loads something'],
  ])('is refused with %s in its head', (head, sentence) => {
    expect(() => refuseLeftovers(document('', head), 'a.html')).toThrow(sentence);
  });

  test('may hold links, data addresses and words that only look like addresses', () => {
    const head = '<link rel="icon" href="data:,"><link rel="canonical" href="https://example.org/">';
    const body =
      '<a href="https://example.org/">x</a><style>a{mask:url("data:,")}b{clip-path:url(#c)}</style><script>f("zpool import (pool)")</script>';
    expect(() => refuseLeftovers(document(body, head), 'a.html')).not.toThrow();
  });
});

test('a script cannot end the element that it stands in', () => {
  const code = escapeScript('a = "</script><!--"; b = /<\\/SCRIPT/; c = `<!--`;');
  expect(code).not.toMatch(/<\/script|<!--/i);
  expect(code).toContain('"\\x3C/script>\\x3C!--"');
});

describe('an assembled edition', () => {
  const frame = document(
    '<div lang="en"><section id="1" data-page="/notes/1/"><p>end</p></section><section id="check" data-page="/notes/check/"></section></div>',
    '<style>@layer a;</style><style>frame{}</style>',
  );
  const pages: Record<string, string> = {
    '/notes/1/': document(
      '<main><h1>One</h1><h2 id="fix">Fix</h2><a href="#fix">x</a><div data-checker data-problem="1"><p id="gone">c</p></div><p data-not-in-file>web</p></main>',
      '<style>@layer a;</style><style>page{}</style><script type="module" src="/notes/_astro/Page.astro_x.js"></script>',
    ),
    '/notes/check/': document('<main><h1>Check</h1><div data-checker>boxes</div></main>'),
  };
  const assembly = (more: Partial<Assembly> = {}): Assembly => ({
    frame,
    pageAt: async (path) => pages[path] ?? '',
    origin: 'https://example.org',
    base: '/notes',
    script: 'run()',
    ...more,
  });

  test('holds the pages, their headings one level lower, their links within the file', async () => {
    const html = await assemble(assembly());
    expect(html).toContain(
      '<section id="1" data-part="1"><h1 aria-level="2">One</h1><h2 id="1/fix" aria-level="3">',
    );
    expect(html).toContain('<a href="#1/fix">x</a>');
    expect(html).toContain('<p>end</p></section>');
  });

  test('has one checker, to which the articles lead', async () => {
    const html = await assemble(assembly());
    expect(html).toContain('<a class="action" href="#check">');
    expect(html).not.toContain('1/gone');
    expect(html).toContain('<div data-checker="">boxes</div>');
  });

  test('has the shapes that several pages use once, under their own names', async () => {
    const shapes = '<svg aria-hidden="true"><symbol id="shape-a"></symbol></svg>';
    const pageAt = async () =>
      document(
        `<main><svg><use href="#shape-a"></use><use href="#b"></use><g id="b"></g></svg></main>${shapes}`,
      );
    const html = await assemble(assembly({ pageAt }));
    expect(html.split('id="shape-a"')).toHaveLength(2);
    expect(html).toContain('<use href="#shape-a"></use><use href="#1/b"></use><g id="1/b"></g>');
  });

  test('leaves out what belongs to the web only', async () => {
    expect(await assemble(assembly())).not.toContain('web');
  });

  test('has the styles of all pages after the order of layers, and one script at its end', async () => {
    const html = await assemble(assembly());
    expect(html).toContain('<style>@layer a;</style><style>page{}frame{}</style>');
    expect(html).toContain('<script data-worker="">run()</script></body>');
    expect(html).not.toContain('_astro');
  });

  test('is refused if a page has a script that the file would lack', async () => {
    const pageAt = async () =>
      document('<main></main><script type="module" src="/_astro/Stepper.astro_y.js"></script>');
    await expect(assemble(assembly({ pageAt }))).rejects.toThrow(
      'does not know the script Stepper.astro_y.js',
    );
  });
});
