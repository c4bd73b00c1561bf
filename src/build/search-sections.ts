import {
  attribute,
  childrenOf,
  elementsIn,
  type HtmlElement,
  type HtmlNode,
  isElement,
  parsePage,
} from './html.ts';

/** What search may find on one page. */
export interface SearchPage {
  /** The page's `lang` in lower case: `zh-hans`. Pagefind makes an index for each distinct spelling. */
  readonly language: string;
  /** The text of the page's h1. */
  readonly title: string;
  /** `<meta name="description">`, or empty. */
  readonly description: string;
  /** The value of `data-search`: what kind of page it is (`problem`, `page`, …). */
  readonly kind: string;
  /** Further words to find the page by, from `data-search-aliases`. */
  readonly aliases: string;
  /** The text before the first section, and one entry for each h2 that has an id. */
  readonly sections: readonly SearchSection[];
}

export interface SearchSection {
  /** The id of the section's h2; null for the text above the first one. */
  readonly id: string | null;
  readonly heading: string;
  readonly text: string;
}

/** Elements that flow within a word; between all others there is a space, or `<dt>a</dt><dd>b</dd>` would be one word. */
const inlineElements: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const unsearchable: ReadonlySet<string> = new Set(
  'button dialog form input math nav noscript script select style svg template textarea'.split(' '),
);

const fullCommit = /\b[0-9a-f]{40}\b/g;

/**
 * The searchable text of a page. In: its HTML. Only `<article data-search="kind">` and `[data-search-body]` within
 * `<main>` are read, without what is marked `data-pagefind-ignore`. Full commit hashes in links count as text, since a
 * page shows only their beginning. Out: null if the page has nothing to search.
 */
export function searchPage(html: string): SearchPage | null {
  const elements = elementsIn(parsePage(html));
  const main = elements.find((element) => element.tagName === 'main');
  const body =
    elements.find((element) => element.tagName === 'article' && attribute(element, 'data-search') !== null) ??
    (main === undefined ? [] : elementsIn(main)).find(
      (element) => attribute(element, 'data-search-body') !== null,
    );
  if (body === undefined) return null;
  const heading = elements.find((element) => element.tagName === 'h1');
  const root = elements.find((element) => element.tagName === 'html');
  const description = elements.find((element) => attribute(element, 'name') === 'description');
  return {
    language: (root === undefined ? 'en' : (attribute(root, 'lang') ?? 'en')).toLowerCase(),
    title: heading === undefined ? '' : plainText(heading),
    description: description === undefined ? '' : (attribute(description, 'content') ?? ''),
    kind: attribute(body, 'data-search') || 'page',
    aliases: attribute(body, 'data-search-aliases') ?? '',
    sections: sectionsOf(body),
  };
}

function sectionsOf(body: HtmlElement): SearchSection[] {
  const sections: { id: string | null; heading: string; parts: string[] }[] = [
    { id: null, heading: '', parts: [] },
  ];
  const visit = (node: HtmlNode): void => {
    if (isElement(node)) {
      const id = node.tagName === 'h2' && !isIgnored(node) ? attribute(node, 'id') : null;
      if (id !== null) {
        sections.push({ id, heading: plainText(node), parts: [] });
        return;
      }
    }
    sections.at(-1)?.parts.push(...before(node));
    if (!isElement(node) || !(node.tagName === 'h1' || isIgnored(node))) childrenOf(node).forEach(visit);
    sections.at(-1)?.parts.push(...after(node));
  };
  visit(body);
  return sections.map(({ id, heading, parts }) => ({ id, heading, text: tidy(parts.join('')) }));
}

/** The text of an element as a reader sees it, in one line. */
function plainText(element: HtmlElement): string {
  const read = (node: HtmlNode): string =>
    isElement(node) && isIgnored(node)
      ? ''
      : [...before(node), ...childrenOf(node).map(read), ...after(node)].join('');
  return tidy(read(element));
}

function before(node: HtmlNode): string[] {
  if (node.nodeName === '#text' && 'value' in node) return [node.value];
  return isElement(node) && !inlineElements.has(node.tagName) ? [' '] : [];
}

function after(node: HtmlNode): string[] {
  if (!isElement(node)) return [];
  const commits = node.tagName === 'a' ? (attribute(node, 'href') ?? '').match(fullCommit) : null;
  if (commits !== null) return commits.map((commit) => ` ${commit} `);
  return inlineElements.has(node.tagName) ? [] : [' '];
}

function isIgnored(element: HtmlElement): boolean {
  return (
    unsearchable.has(element.tagName) ||
    attribute(element, 'data-pagefind-ignore') !== null ||
    isCitation(element) ||
    attribute(element, 'hidden') !== null
  );
}

/** The mark behind a statement: numbers, and the first letter of a grade. */
function isCitation(element: HtmlElement): boolean {
  return (attribute(element, 'class') ?? '').split(' ').includes('cite');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
