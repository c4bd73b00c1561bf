import { describe, expect, it } from 'vitest';
import { compactHtml } from '../../src/build/compact-html.ts';
import { childrenOf, type HtmlNode, isElement, parsePage } from '../../src/build/html.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const compact = (body: string) => /<body>(.*)<\/body>/s.exec(compactHtml(page(body)))?.[1];

/** The names of the elements, nested as a browser nests them. */
const shape = (node: HtmlNode): string =>
  childrenOf(node)
    .map((child) => (isElement(child) ? `${child.tagName}(${shape(child)})` : ''))
    .join('');

describe('the compact form of a page', () => {
  it('has no space beside a block and one where several stood', () => {
    expect(compact('<div> <p> a  <b>b</b>\n c </p> </div>')).toBe('<div><p>a <b>b</b> c</p></div>');
  });

  it('keeps a space that is seen between inline elements', () => {
    expect(compact('<p><a href="/">a</a> <a href="/b/">b</a></p>')).toContain('</a> <a');
  });

  it('keeps code and what a field holds to the letter', () => {
    const verbatim = '<pre> a\n  b </pre><textarea> c\n d</textarea>';
    expect(compact(verbatim)).toBe(verbatim);
  });

  it('keeps the spaces between the words of a drawing, and none between its shapes', () => {
    expect(compact('<svg> <g> <path d="M0 0"/> <text> a <tspan>b</tspan> c </text> </g> </svg>')).toBe(
      '<svg><g><path d="M0 0"></path><text>a <tspan>b</tspan> c</text></g></svg>',
    );
  });

  it('leaves out end tags that the parser supplies, and nothing else changes place', () => {
    const body =
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th>c</th><td><ul><li>d</li><li>e</li></ul></td></tr></tbody></table><dl><dt>f</dt><dd>g</dd><dt>h</dt><dd>i</dd></dl><p>j</p>';
    const short = compactHtml(page(body));
    expect(short).not.toMatch(/<\/(li|td|th|tr|dt|dd)>/);
    expect(shape(parsePage(short))).toBe(shape(parsePage(page(body))));
  });

  it('has one style sheet with the text of all, the order of layers first', () => {
    const html = compactHtml(
      page(
        '',
        '<style>@layer a,b</style><style>@layer b{p{margin:0}}</style><style>@layer a{p{margin:1px}}</style>',
      ),
    );
    expect(html.match(/<style>.*?<\/style>/g)).toEqual([
      '<style>@layer a,b;@layer b{p{margin:0}}@layer a{p{margin:1px}}</style>',
    ]);
  });
});
