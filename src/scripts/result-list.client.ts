/** The list of search results: what an item looks like, and how the arrow keys go through it. */

/** Something that was found. */
export interface FoundItem {
  readonly href: string;
  readonly title: string;
  /** The title of the page that it stands on, where it is a part of one. */
  readonly page: string | null;
  readonly excerpt: readonly Node[];
}

export function resultItem({ href, title, page, excerpt }: FoundItem): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.append(withText('strong', title));
  if (page !== null) link.append(withText('small', page));
  const text = document.createElement('span');
  text.append(...excerpt);
  link.append(text);
  item.append(link);
  return item;
}

/** An element with a text: the marks in an excerpt as well. */
export function withText(name: 'strong' | 'small' | 'mark', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** Moves the focus from the field to a result, or from one to the next; stops at both ends. */
export function moveFocus(input: HTMLInputElement, list: HTMLElement, step: number): void {
  const stops: (Element | null)[] = [input, ...list.querySelectorAll('a')];
  const from = stops.indexOf(document.activeElement);
  const next = stops.at(Math.max(0, Math.min(stops.length - 1, from + step)));
  if (next instanceof HTMLElement) next.focus();
}
