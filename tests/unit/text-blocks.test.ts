import { describe, expect, test } from 'vitest';
import { parsePage } from '../../src/build/html.ts';
import { only } from '../../src/offline/one-file/document.ts';
import { linesIn } from '../../src/offline/text/blocks.ts';
import { LinkNumbers } from '../../src/offline/text/link-numbers.ts';

const page = 'https://example.org/16689/';

function textOf(html: string, width = 40): { lines: string[]; links: string[] } {
  const links = new LinkNumbers(page);
  const style = { width, links, colon: ': ', checker: 'Checker: …' };
  return { lines: linesIn(only(parsePage(html), 'body'), style), links: links.lines() };
}
const linesOf = (html: string, width?: number): string[] => textOf(html, width).lines;

describe('a page as plain text', () => {
  test('underlines headings by their columns', () => {
    expect(linesOf('<h2 id="a">The fix</h2><h3>零页</h3>')).toEqual([
      'The fix',
      '-------',
      '',
      '零页',
      '~~~~',
    ]);
  });

  test('keeps code and logs as they are, however long', () => {
    const log = `BUG: Bad page state ${'x'.repeat(60)}\n  <TASK>`;
    expect(linesOf(`<pre><code>${log.replace('<', '&lt;')}</code></pre>`)).toEqual([
      `    BUG: Bad page state ${'x'.repeat(60)}`,
      '      <TASK>',
    ]);
  });

  test('keeps a short command whole', () => {
    expect(linesOf('<p>Run <code>zfs set direct=disabled pool</code> now.</p>', 33)).toEqual([
      'Run',
      '`zfs set direct=disabled pool`',
      'now.',
    ]);
  });

  test('numbers links, one number for one address, and leaves links within the page alone', () => {
    const { lines, links } = textOf(
      '<p><a href="/18051/">A</a>, <a href="#fix">B</a>, <a href="https://x.org/">C</a>, <a href="/18051/">D</a></p>',
    );
    expect(lines).toEqual(['A <1>, B, C <2>, D <1>']);
    expect(links).toEqual(['<1> https://example.org/18051/', '<2> https://x.org/']);
  });

  test('writes the mark of a statement in brackets, with the numbers of its sources', () => {
    const cite =
      '<small class="cite"><abbr title="upstream">U</abbr> <a href="#s1">3</a><a href="#s2">5</a></small>';
    expect(linesOf(`<p>It is so. ${cite} And so.</p>`)).toEqual(['It is so. [U 3 5] And so.']);
    expect(linesOf(`<p>是这样。${cite}然后（对${cite}）</p>`)).toEqual([
      '是这样。 [U 3 5] 然后（对 [U 3 5]）',
    ]);
  });

  test('numbers ordered lists and puts what belongs to an item under it', () => {
    expect(linesOf('<ol><li><p>One</p><pre>run</pre></li><li>Two</li></ol>')).toEqual([
      '1. One',
      '',
      '       run',
      '2. Two',
    ]);
  });

  test('writes a small table in columns', () => {
    const table =
      '<table><caption>Tags</caption><thead><tr><th>Tag</th> <th>Status</th></tr></thead><tbody><tr><th>2.3.0-rc4</th> <td>Fixed</td></tr></tbody></table>';
    expect(linesOf(table)).toEqual([
      'Tags',
      '',
      'Tag        Status',
      '---------  ------',
      '2.3.0-rc4  Fixed',
    ]);
  });

  test('writes a wide table row by row, each cell after the head of its column', () => {
    const table = `<table><thead><tr><th>No.</th><th>Truth</th></tr></thead><tbody><tr><th scope="rowgroup" colspan="2">All</th></tr><tr><th>1</th><td>${'word '.repeat(12)}</td></tr></tbody></table>`;
    expect(linesOf(table)).toEqual([
      '[All]',
      '',
      '* No.: 1',
      '  Truth:',
      '    word word word word word word word',
      '    word word word word word',
    ]);
  });

  test('puts a short meaning after its term and a long one under it', () => {
    expect(
      linesOf('<dl><div><dt>Status</dt> <dd>Fixed</dd></div><dt>Page</dt><dd><p>a</p><p>b</p></dd></dl>'),
    ).toEqual(['Status: Fixed', 'Page', '    a', '', '    b']);
  });

  test('leaves out controls and decoration, says what a drawing says, and names the checker', () => {
    const html =
      '<button>Copy</button><span><svg aria-hidden="true"></svg>Affected</span><svg aria-label="The count falls"></svg><div data-checker>boxes</div><p hidden>no</p>';
    expect(linesOf(html)).toEqual(['Affected[The count falls]', '', 'Checker: …']);
  });

  test('ends lines where the page does', () => {
    expect(linesOf('<p>one<br> two</p>')).toEqual(['one', 'two']);
  });
});
