import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { childrenOf, type HtmlNode, isElement, parsePage } from '../../src/build/html.ts';
import { pages } from './dist.ts';

const HAN = '\\p{Script=Han}';

/** What a Chinese text must not have, each with the reason. */
const RULES: readonly (readonly [string, RegExp])[] = [
  ['half-width punctuation between Han characters', new RegExp(`${HAN}[,;!?:]${HAN}`, 'gu')],
  ['a half-width full stop after a Han character', new RegExp(`${HAN}\\.(?=\\s|$)`, 'gu')],
  ['straight quotation marks around Han characters', new RegExp(`["']${HAN}|${HAN}["']`, 'gu')],
  ['a dash of one em: Chinese has two', new RegExp(`${HAN}\\s?(?<!—)—(?!—)\\s?${HAN}`, 'gu')],
  ['quotation marks of Traditional Chinese or Japanese', /[「」『』]/gu],
  [
    'a space beside full-width punctuation',
    /[，。；：！？、] (?=\p{Script=Han})|\p{Script=Han} [，。；：！？、]/gu,
  ],
];

const inline = new Set('a abbr b code em span strong small sub sup time'.split(' '));

/** The running text of a page, block by block, without code, quotations and other languages. */
function blocksOf(node: HtmlNode): string {
  if (isElement(node)) {
    if (/^(code|pre|script|style|textarea|nav|select|svg|head)$/.test(node.tagName)) return '¤';
    const other = node.attrs.find(({ name }) => name === 'lang')?.value ?? 'zh-Hans';
    if (node.tagName !== 'html' && other !== 'zh-Hans') return '¤';
    if (node.attrs.some(({ name, value }) => name === 'class' && value === 'cite')) return '';
  }
  if ('value' in node && node.nodeName === '#text') return node.value;
  const text = childrenOf(node).map(blocksOf).join('');
  return isElement(node) && !inline.has(node.tagName) ? `\n${text}\n` : text;
}

const chinese = pages.filter(
  ({ address, html }) => address.startsWith('/zh/') && !html.includes('http-equiv="refresh"'),
);

/** Where elements meet, a page may have a space that no sentence has: these two are looked for in the sources. */
const SOURCE_RULES: readonly (readonly [string, RegExp])[] = [
  ['two spaces', /\S {2,}\S/gu],
  ['a space between Han characters', new RegExp(`${HAN} ${HAN}`, 'gu')],
];

const sources = readdirSync('content/problems')
  .map((folder) => `content/problems/${folder}/zh.mdx`)
  .filter((file) => existsSync(file));

describe.each(sources)('%s', (file) => {
  const text = readFileSync(file, 'utf8')
    .replace(/```.*?```/gs, '')
    .replace(/`[^`]*`/g, '¤');
  test.each(SOURCE_RULES)('has nowhere %s', (_, rule) => {
    expect([...text.matchAll(rule)].map(([found]) => found)).toEqual([]);
  });
});

describe.each(chinese)('$address', (page) => {
  const text = blocksOf(parsePage(page.html));
  test.each(RULES)('has nowhere %s', (_, rule) => {
    expect(
      [...text.matchAll(rule)].map(({ index }) => text.slice(Math.max(0, index - 15), index + 20)),
    ).toEqual([]);
  });
});
