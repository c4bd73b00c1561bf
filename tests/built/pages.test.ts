import { describe, expect, test } from 'vitest';
import { siteLanguages } from '../../site.config.ts';
import {
  attribute,
  childrenOf,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parsePage,
  rawText,
} from '../../src/build/html.ts';
import { internalTarget, type Page, pages, readBuilt } from './dist.ts';

/** A page that only leads to another address. */
const leadsOn = ({ html }: Page): boolean => html.includes('http-equiv="refresh"');

const readablePages = pages.filter((page) => page.address !== '/404.html' && !leadsOn(page));

describe.each(pages)('$address', (page) => {
  test('has the policy as the first element after the charset', () => {
    const start =
      /<meta charset="?utf-8"?\s*\/?>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)"/i.exec(
        page.html,
      );
    expect(start?.[1]).toContain("default-src 'none'");
    expect(start?.[1]).toContain("require-trusted-types-for 'script'");
  });

  test('says its language, and the language that its address promises', () => {
    const expected = page.address.startsWith('/zh/') ? siteLanguages.zh : siteLanguages.en;
    const root = page.elements.find(({ tagName }) => tagName === 'html');
    expect(root === undefined ? null : attribute(root, 'lang')).toBe(expected);
  });

  test('has one h1 and a title', () => {
    expect(page.elements.filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    expect(page.elements.filter(({ tagName }) => tagName === 'title').length).toBeGreaterThan(0);
  });

  test('shows no Markdown asterisks (they stay where emphasis meets Chinese punctuation)', () => {
    expect(proseOf(parsePage(page.html)).match(/.{0,20}\*\*.{0,20}/g)).toBeNull();
  });

  test('begins with a link that skips to the content', () => {
    const [first] = page.elements.filter(({ tagName }) => tagName === 'a');
    if (leadsOn(page)) return;
    expect(first === undefined ? null : attribute(first, 'href')).toBe('#content');
    expect(page.ids).toContain('content');
  });

  test('keeps neighbouring links apart also where no style sheet is read', () => {
    expect(gluedLinks(page)).toEqual([]);
  });

  test('has no broken link within the site', () => {
    expect(brokenLinks(page)).toEqual([]);
  });
});

test.each(readablePages)('$address and its other language name each other', (page) => {
  const alternates = alternatesOf(page);
  for (const tag of Object.values(siteLanguages)) {
    const address = alternates.get(tag);
    const other = pages.find((candidate) => candidate.address === address);
    expect(other, `hreflang="${tag}" leads to ${address}`).toBeDefined();
    if (other !== undefined)
      expect(Object.fromEntries(alternatesOf(other))).toEqual(Object.fromEntries(alternates));
  }
  expect([...alternates.values()]).toContain(page.address);
});

function alternatesOf(page: Page): Map<string, string> {
  const links = page.elements.filter(
    (element) =>
      element.tagName === 'link' &&
      attribute(element, 'rel') === 'alternate' &&
      attribute(element, 'hreflang') !== null,
  );
  return new Map(
    links.map((link) => [
      attribute(link, 'hreflang') ?? '',
      internalTarget(page, attribute(link, 'href') ?? '')?.path ?? '',
    ]),
  );
}

/** Links with nothing between their words, which a text browser shows as one word. */
function gluedLinks(page: Page): string[] {
  const isLink = (node: HtmlNode | undefined): node is HtmlElement =>
    node !== undefined && isElement(node) && node.tagName === 'a';
  return page.elements.flatMap((element) => {
    const children = childrenOf(element);
    return children.flatMap((child, index) => {
      const next = children[index + 1];
      if (!isLink(child) || !isLink(next)) return [];
      const words = `${rawText(child)}|${rawText(next)}`;
      return /\S\|\S/.test(words) ? [words] : [];
    });
  });
}

function brokenLinks(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const href = attribute(element, 'href') ?? attribute(element, 'src');
    if (href === null || /^(data|mailto):/.test(href)) return [];
    const target = internalTarget(page, href);
    if (target === null) return [];
    if (readBuilt(target.path) === null) return [`${href}: there is no ${target.path}`];
    const targetPage = pages.find(({ address }) => address === target.path);
    const hasAnchor =
      target.fragment === '' || targetPage === undefined || targetPage.ids.has(target.fragment);
    return hasAnchor ? [] : [`${href}: there is no #${target.fragment} on ${target.path}`];
  });
}

/** The text of a document without code and scripts. */
function proseOf(node: HtmlNode): string {
  if (isElement(node) && /^(code|pre|script|style|textarea|kbd|samp)$/.test(node.tagName)) return '';
  return 'value' in node && node.nodeName === '#text' ? node.value : childrenOf(node).map(proseOf).join('');
}
