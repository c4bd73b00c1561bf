import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** The document of a page, with the place of each element in the source. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  return parse(html, { sourceCodeLocationInfo: true });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The children of a node; those of a `<template>` are in its content. */
export function childrenOf(node: HtmlNode): HtmlNode[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}

/** Every element in a node, in the order of the document. */
export function elementsIn(node: HtmlNode): HtmlElement[] {
  return childrenOf(node).flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []));
}

/** The value of an attribute; null if the element does not have it. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? null;
}

/** The text in a node exactly as it stands in the source (scripts and styles included). */
export function rawText(node: HtmlNode): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  return childrenOf(node).map(rawText).join('');
}
