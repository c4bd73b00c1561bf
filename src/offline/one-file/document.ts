/** Small steps on a parsed document, from which a one-file edition is put together. */
import { elementsIn, type HtmlElement, type HtmlNode } from '../../build/html.ts';

/** Puts nodes into an element, before what it has. */
export function prepend(parent: HtmlElement, nodes: readonly HtmlNode[]): void {
  for (const node of nodes) adopt(node, parent);
  parent.childNodes.unshift(...(nodes as HtmlElement['childNodes']));
}

export function append(parent: HtmlElement, node: HtmlNode): void {
  adopt(node, parent);
  parent.childNodes.push(node as HtmlElement);
}

/** Puts other nodes in an element's place. */
export function replace(element: HtmlElement, nodes: readonly HtmlNode[]): void {
  const parent = element.parentNode;
  if (parent === null) return;
  for (const node of nodes) adopt(node, parent);
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1, ...(nodes as HtmlElement['childNodes']));
}

export const remove = (element: HtmlElement): void => replace(element, []);

export function setAttribute(element: HtmlElement, name: string, value: string): void {
  const known = element.attrs.find((candidate) => candidate.name === name);
  if (known === undefined) element.attrs.push({ name, value });
  else known.value = value;
}

export function removeAttribute(element: HtmlElement, name: string): void {
  element.attrs = element.attrs.filter((candidate) => candidate.name !== name);
}

/** A new element with the attributes and children given. */
export function element(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (HtmlElement | string)[],
): HtmlElement {
  const made = {
    nodeName: tagName,
    tagName,
    attrs: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    namespaceURI: 'http://www.w3.org/1999/xhtml',
    childNodes: [],
    parentNode: null,
  } as unknown as HtmlElement;
  prepend(
    made,
    children.map((child) =>
      typeof child === 'string' ? ({ nodeName: '#text', value: child } as HtmlNode) : child,
    ),
  );
  return made;
}

/** The first element with a name. Throws if there is none. */
export function only(document: HtmlNode, tagName: string): HtmlElement {
  const found = elementsIn(document).find((candidate) => candidate.tagName === tagName);
  if (found === undefined) throw new Error(`The document has no <${tagName}>.`);
  return found;
}

function adopt(node: HtmlNode, parent: NonNullable<HtmlElement['parentNode']>): void {
  (node as HtmlElement).parentNode = parent;
}
