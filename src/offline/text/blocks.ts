/** Built HTML as lines of plain text. */
import {
  attribute,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  rawText,
} from '../../build/html.ts';
import { columnsOf } from './columns.ts';
import { inlineText } from './inline.ts';
import type { LinkNumbers } from './link-numbers.ts';
import { isSkipped } from './nodes.ts';
import { tableLines } from './tables.ts';
import { wrap } from './wrap.ts';

/** What the lines of a text depend on besides its HTML. */
export interface TextStyle {
  readonly width: number;
  readonly links: LinkNumbers;
  /** Stands where a page has the checker. */
  readonly checker: string;
  /** Stands between a term and what it means. */
  readonly colon: string;
}

/** Elements that begin a line of their own; all others flow in a paragraph. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 header hr li main ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** Items with more lines have an empty one between them. */
const LONGEST_CLOSE = 3;

const CODE_INDENT = '    ';
const UNDERLINES: Readonly<Record<string, string>> = { h1: '=', h2: '-', h3: '~', h4: '.' };

const isChecker = (node: HtmlNode): boolean => isElement(node) && attribute(node, 'data-checker') !== null;

const isBlock = (node: HtmlNode): node is HtmlElement => isElement(node) && BLOCKS.has(node.tagName);

/** Blocks with an empty line between them. */
const apart = (blocks: readonly (readonly string[])[]): string[] =>
  blocks
    .filter((lines) => lines.some((line) => line.trim() !== ''))
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));

const indented = (lines: readonly string[], first: string, rest: string): string[] =>
  lines.map((line, index) => (line === '' ? '' : `${index === 0 ? first : rest}${line}`));

/** The lines of everything in a node. Neighbours that flow form one paragraph. */
export function linesIn(parent: HtmlNode, style: TextStyle): string[] {
  const blocks: string[][] = [];
  let flowing: HtmlNode[] = [];
  const endParagraph = (): void => {
    const text = inlineText(flowing, style.links);
    if (text !== '') blocks.push(wrap(text, style.width));
    flowing = [];
  };
  for (const node of childrenOf(parent)) {
    if (isSkipped(node)) continue;
    if (isChecker(node)) {
      endParagraph();
      blocks.push([style.checker]);
      continue;
    }
    if (isBlock(node)) {
      endParagraph();
      blocks.push(blockLines(node, style));
    } else {
      flowing.push(node);
    }
  }
  endParagraph();
  return apart(blocks);
}

function blockLines(block: HtmlElement, style: TextStyle): string[] {
  const { tagName } = block;
  const underline = UNDERLINES[tagName];
  if (underline !== undefined)
    return underlined(wrap(inlineText([block], style.links), style.width), underline);
  if (tagName === 'pre') return codeLines(rawText(block));
  if (isRowsOfCode(block))
    return codeLines(
      childrenOf(block)
        .map((row) => rawText(row).replace(/\s+/g, ' ').trim())
        .join('\n'),
    );
  if (tagName === 'ul' || tagName === 'ol') return listLines(block, style);
  if (tagName === 'dl') return termLines(block, style);
  if (tagName === 'table') return tableLines(block, style);
  if (tagName === 'blockquote') return quoted(block, style);
  return linesIn(block, style);
}

/** A heading with a line under it. */
export const underlined = (lines: readonly string[], character: string): string[] => [
  ...lines,
  character.repeat(Math.max(...lines.map(columnsOf))),
];

/** Code and logs, as they are. */
const codeLines = (code: string): string[] =>
  indented(code.replace(/\n+$/, '').split('\n'), CODE_INDENT, CODE_INDENT);

/** Lines of code one below the other, as a figure shows them. */
const isRowsOfCode = (block: HtmlElement): boolean =>
  block.tagName === 'div' &&
  childrenOf(block).length > 0 &&
  childrenOf(block).every((row) => isElement(row) && row.tagName === 'code');

function quoted(block: HtmlElement, style: TextStyle): string[] {
  return linesIn(block, { ...style, width: style.width - 2 }).map((line) => `> ${line}`.trimEnd());
}

function listLines(list: HtmlElement, style: TextStyle): string[] {
  const items = childrenOf(list).filter((node): node is HtmlElement => isElement(node) && !isSkipped(node));
  const isNumbered = list.tagName === 'ol';
  const markWidth = isNumbered ? String(items.length).length + 2 : 2;
  const blocks = items.map((item, index) => {
    const mark = (isNumbered ? `${index + 1}.` : '-').padEnd(markWidth);
    const lines = linesIn(item, { ...style, width: style.width - markWidth });
    return indented(lines, mark, ' '.repeat(markWidth));
  });
  return blocks.every(({ length }) => length <= LONGEST_CLOSE) ? blocks.flat() : apart(blocks);
}

/** Terms and what they mean: on one line where that fits, else one under the other. */
function termLines(list: HtmlElement, style: TextStyle): string[] {
  const entries = childrenOf(list).flatMap((node) =>
    isElement(node) && node.tagName === 'div' ? childrenOf(node) : [node],
  );
  const lines: string[] = [];
  for (const entry of entries.filter(isElement)) {
    if (entry.tagName === 'dt') lines.push(...wrap(inlineText([entry], style.links), style.width));
    if (entry.tagName !== 'dd') continue;
    lines.push(...meaningAfter(lines, linesIn(entry, { ...style, width: style.width - 4 }), style));
  }
  return lines;
}

function meaningAfter(lines: string[], meaning: readonly string[], { width, colon }: TextStyle): string[] {
  const term = lines.at(-1) ?? '';
  const joined = `${term}${colon}${meaning[0]?.replace(/^- /, '') ?? ''}`;
  if (meaning.length === 1 && columnsOf(joined) <= width) {
    lines.pop();
    return [joined];
  }
  return indented(meaning, CODE_INDENT, CODE_INDENT);
}
