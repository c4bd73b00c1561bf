/** What the text editions ask of a node. */
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement } from '../../build/html.ts';

const SKIPPED: ReadonlySet<string> = new Set(
  'button dialog form input link meta nav noscript script select style template textarea'.split(' '),
);

export const hasClass = (element: HtmlElement, name: string): boolean =>
  (attribute(element, 'class') ?? '').split(/\s+/).includes(name);

/** The label of a choice that only a script or a style sheet follows. */
const isChoice = (element: HtmlElement): boolean =>
  element.tagName === 'label' &&
  childrenOf(element).some((child) => isElement(child) && attribute(child, 'type') === 'radio');

/** What a text leaves out: controls, the table of contents. */
export const isSkipped = (node: HtmlNode): boolean =>
  node.nodeName === '#comment' ||
  (isElement(node) &&
    (SKIPPED.has(node.tagName) ||
      attribute(node, 'hidden') !== null ||
      attribute(node, 'aria-hidden') === 'true' ||
      hasClass(node, 'toc') ||
      isChoice(node)));
