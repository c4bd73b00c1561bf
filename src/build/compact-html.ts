import { html as names, serialize } from 'parse5';
import {
  childrenOf,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parsePage,
  rawText,
} from './html.ts';

/** Elements that flow within a line: a space beside them is seen. */
const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark meter output progress q s samp select small span strong sub sup svg textarea time u var wbr'.split(
    ' ',
  ),
);

/** Parts of a text in a drawing. */
const wordsOfDrawings: ReadonlySet<string> = new Set(['a', 'tspan', 'textPath']);

/** Elements whose text is kept to the letter. */
const verbatim: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

/** End tags that the parser supplies by itself before what follows them here. */
const impliedEnd =
  /<\/(?:li(?=><li|><\/[uo]l)|d[td](?=><d[td]|><\/d)|t[hdr](?=><t[hdr]|><\/t)|tbody(?=><tbody|><\/table)|thead(?=><tbody))>/g;

/** The space that a source file has between a Chinese full stop and the mark of a source; a line could break there. */
const spaceBeforeMark = /([\p{Script=Han}，。：；！？）”]) (?=<small class="cite">)/gu;

/**
 * A finished page with the same meaning in fewer bytes: one space where several stand, none beside a block, no end tag
 * that the parser supplies by itself, one style sheet instead of several. It comes after the search index, which wants the spaces, and before the policy, which hashes
 * the style sheet.
 */
export function compactHtml(html: string): string {
  const document = parsePage(html);
  joinStyles(elementsIn(document));
  tidy(document);
  return serialize(document).replace(impliedEnd, '').replace(spaceBeforeMark, '$1');
}

/** Puts the text of all style sheets into the first. Their cascade layers keep the order that they have. */
function joinStyles(elements: readonly HtmlElement[]): void {
  const [first, ...others] = elements.filter(({ tagName }) => tagName === 'style');
  if (first === undefined) return;
  const css = [first, ...others].map((style) => rawText(style).trim()).reduce(joinCss);
  first.childNodes = [{ nodeName: '#text', value: css, parentNode: first }];
  for (const { parentNode } of others) {
    if (parentNode !== null)
      parentNode.childNodes = parentNode.childNodes.filter((node) => !others.includes(node as HtmlElement));
  }
}

/** A statement such as `@layer a,b` ends with a semicolon, a block with a brace. */
const joinCss = (before: string, after: string): string =>
  (/[};]$/.test(before) ? before : `${before};`) + after;

function tidy(node: HtmlNode): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (isElement(child)) {
      if (!verbatim.has(child.tagName)) tidy(child);
    } else if (child.nodeName === '#text' && 'value' in child) {
      child.value = withoutSpace(
        child.value,
        atEdge(node, children[index - 1]),
        atEdge(node, children[index + 1]),
      );
    }
  }
}

/** Does a block begin or end here, so that a space would not be seen? */
function atEdge(parent: HtmlNode, neighbour: HtmlNode | undefined): boolean {
  const beside = neighbour ?? parent;
  if (!isElement(beside)) return neighbour === undefined;
  if (beside.namespaceURI !== names.NS.SVG) return !inlineElements.has(beside.tagName);
  // Around a whole drawing a space is seen, and between the words of its texts; between its shapes it is not.
  return neighbour === undefined
    ? !wordsOfDrawings.has(beside.tagName)
    : beside.tagName !== 'svg' && !wordsOfDrawings.has(beside.tagName);
}

function withoutSpace(text: string, edgeBefore: boolean, edgeAfter: boolean): string {
  const single = text.replace(/[\t\n\f\r ]+/g, ' ');
  const begun = edgeBefore ? single.replace(/^ /, '') : single;
  return edgeAfter ? begun.replace(/ $/, '') : begun;
}
