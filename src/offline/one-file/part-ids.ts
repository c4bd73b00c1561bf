/** Ids that are unique in a page must be unique in a file of all pages: each gets the part's own name before it. */
import { attribute, type HtmlElement } from '../../build/html.ts';
import { setAttribute } from './document.ts';

/** Attributes that hold ids, with spaces between several. */
const REFERENCES: readonly string[] = [
  'id',
  'for',
  'form',
  'headers',
  'list',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
  'commandfor',
  'popovertarget',
];

/** Landmarks that a page has once and a file has for each part, so that their names must tell them apart. */
const LANDMARKS: ReadonlySet<string> = new Set(['aside', 'nav', 'section', 'form']);

const withPrefix = (ids: string, prefix: string): string =>
  ids
    .split(/\s+/)
    .filter((id) => id !== '')
    .map((id) => `${prefix}/${id}`)
    .join(' ');

/** Does the `name` of an element make a group, as that of radio buttons does? */
const isGroup = (element: HtmlElement): boolean =>
  element.tagName === 'details' || (element.tagName === 'input' && attribute(element, 'type') === 'radio');

/**
 * Writes a prefix before every id of an element, and before every reference to an id of the same page.
 * Links to fragments are not touched: where a link leads is decided elsewhere.
 * In: an element of a page; the name of the part, as `zh/16689`.
 */
export function prefixIds(element: HtmlElement, prefix: string): void {
  for (const entry of element.attrs) {
    if (REFERENCES.includes(entry.name)) entry.value = withPrefix(entry.value, prefix);
    else if (entry.name === 'name' && isGroup(element)) entry.value = `${prefix}/${entry.value}`;
    else if (/\burl\(#/.test(entry.value)) entry.value = entry.value.replaceAll('url(#', `url(#${prefix}/`);
  }
  const label = attribute(element, 'aria-label');
  if (label !== null && LANDMARKS.has(element.tagName)) {
    setAttribute(element, 'aria-label', `${label} · ${prefix.replace(/^zh\//, '')}`);
  }
}
