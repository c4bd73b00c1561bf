/**
 * On a wide page a source is written out in the margin where a section first names it. The numbers in the text lead to
 * the list as they do everywhere; the margin repeats it for the eye only.
 */
import { element } from './dom.ts';

/** Section headings, and the marks behind statements that stand in running text: a cell of a table has no margin. */
const PLACES = '.article .prose > :is(h2, h3), .article .prose :is(p, li, dd) > .cite';

const titleOf = (hash: string): string =>
  document.getElementById(hash.slice(1))?.firstChild?.textContent?.trim() ?? '';

function noteFor(cite: Element, links: readonly HTMLAnchorElement[]): HTMLElement {
  const grade = cite.querySelector('abbr')?.title ?? '';
  const lines = links.map(({ hash, textContent }) =>
    element('span', '', element('b', '', textContent), ` ${titleOf(hash)}`),
  );
  const note = element('span', 'aside', element('b', '', grade), ...lines);
  note.ariaHidden = 'true';
  return note;
}

/** Writes the notes; the style sheet shows them where the page is wide enough. */
export function writeMarginNotes(): void {
  const named = new Set<string>();
  for (const place of document.querySelectorAll(PLACES)) {
    if (!place.matches('.cite')) {
      named.clear();
      continue;
    }
    const fresh = [...place.querySelectorAll('a')].filter(({ hash }) => !named.has(hash));
    for (const { hash } of fresh) named.add(hash);
    if (fresh.length > 0) place.after(noteFor(place, fresh));
  }
}
