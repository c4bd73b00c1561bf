/** The list of search results: what an item looks like, and how the arrow keys go through it. */
import { element } from './dom.ts';

/** Something that was found. */
export interface FoundItem {
  readonly href: string;
  readonly title: string;
  /** The title of the page that it stands on, where it is a part of one. */
  readonly page: string | null;
  readonly excerpt: readonly (Node | string)[];
}

export function resultItem({ href, title, page, excerpt }: FoundItem): HTMLLIElement {
  const link = element(
    'a',
    '',
    element('strong', '', title),
    page === null ? null : element('small', '', page),
    element('span', '', ...excerpt),
  );
  link.href = href;
  return element('li', '', link);
}

/** Moves the focus from the field to a result, or from one to the next; stops at both ends. */
export function moveFocus(input: HTMLInputElement, list: HTMLElement, step: number): void {
  const stops: (Element | null)[] = [input, ...list.querySelectorAll('a')];
  const from = stops.indexOf(document.activeElement);
  const next = stops.at(Math.max(0, Math.min(stops.length - 1, from + step)));
  if (next instanceof HTMLElement) next.focus();
}
