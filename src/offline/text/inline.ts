/** What flows in a paragraph, as one line of text. */
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement } from '../../build/html.ts';
import type { LinkNumbers } from './link-numbers.ts';
import { hasClass, isSkipped } from './nodes.ts';
import { FIRM_SPACE, LINE_BREAK } from './wrap.ts';

/** Code up to this length stays on one line. */
const LONGEST_WHOLE = 60;

/** A line end that a `<br>` asks for; the white space of the source becomes spaces before it. */
const ASKED_BREAK = '\ue001';

/** The text of neighbouring nodes, links with their number, marks of evidence in brackets. */
export function inlineText(nodes: readonly HtmlNode[], links: LinkNumbers): string {
  const text = nodes.map((node) => read(node, links)).join('');
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?(?=\ue000)/g, '')
    .replace(/\] (?=[，。、；：？！）」』】》”’,.;:?!)])/g, ']')
    .replace(/ ?\ue001 ?/g, LINE_BREAK)
    .trim();
}

function read(node: HtmlNode, links: LinkNumbers): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!isElement(node) || isSkipped(node)) return '';
  if (node.tagName === 'br') return ASKED_BREAK;
  if (node.tagName === 'svg') return drawn(node);
  if (hasClass(node, 'cite')) return cited(node);
  const inner = childrenOf(node)
    .map((child) => read(child, links))
    .join('');
  if (node.tagName === 'code') return code(inner);
  if (node.tagName !== 'a') return inner;
  const number = links.numberOf(attribute(node, 'href') ?? '#');
  return number === null ? inner : `${inner}${FIRM_SPACE}<${number}>`;
}

function code(text: string): string {
  const whole = `\`${text}\``;
  return whole.length <= LONGEST_WHOLE ? whole.replaceAll(' ', FIRM_SPACE) : whole;
}

/** The mark behind a statement: `[U 3 5]`, the kind of evidence and the numbers of the sources. */
function cited(mark: HtmlElement): string {
  const words = childrenOf(mark)
    .filter(isElement)
    .map((part) =>
      childrenOf(part)
        .map((child) => ('value' in child ? child.value : ''))
        .join('')
        .trim(),
    );
  return `${FIRM_SPACE}[${words.join(FIRM_SPACE)}] `;
}

/** What a drawing says to those who cannot see it. */
function drawn(drawing: HtmlElement): string {
  const title = childrenOf(drawing)
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'title' || tagName === 'desc')
    .map((child) =>
      childrenOf(child)
        .map((text) => ('value' in text ? text.value : ''))
        .join(''),
    )
    .join(' ');
  const words = attribute(drawing, 'aria-label') ?? title;
  return words === '' ? '' : `[${words}]`;
}
