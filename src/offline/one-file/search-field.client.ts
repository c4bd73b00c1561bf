/** The search field at the top of the file. The index is built when it is first used. */
import { searchTextsIn } from '../../i18n/search.ts';
import { element } from '../../scripts/dom.ts';
import { moveFocus, resultItem } from '../../scripts/result-list.client.ts';
import { excerptOf } from './excerpt.ts';
import { findSections, indexOf, type SectionIndex } from './search-index.ts';
import { wordsOfQuery } from './search-words.ts';
import { type FileSection, sectionsOfFile } from './sections.client.ts';

const SHOWN = 8;
/** The most results that one part of the file may take. */
const OF_ONE_PART = 2;
const PAUSE = 120;

interface Searchable {
  readonly sections: readonly FileSection[];
  readonly index: SectionIndex;
}

let searchable: Searchable | null = null;

function prepared(): Searchable {
  if (searchable === null) {
    const sections = sectionsOfFile();
    searchable = { sections, index: indexOf(sections) };
  }
  return searchable;
}

const partOf = ({ href, title }: FileSection): string => `${href.replace(/\/[^/]*$/, '')} ${title}`;

/** The results without those that would crowd out other parts. */
const withoutCrowding = (results: readonly FileSection[]): FileSection[] =>
  results.filter(
    (result, index) =>
      results.slice(0, index).filter((earlier) => partOf(earlier) === partOf(result)).length < OF_ONE_PART,
  );

/** The language that a reader wants first, in a file that has both: that of the query, or of the part being read. */
function wantedLanguage(query: string): string {
  const chinese = /\p{Script=Han}/u.test(query) || /^#zh(\/|$)/.test(window.location.hash);
  return document.documentElement.lang === 'en' && !chinese ? 'en' : 'zh-Hans';
}

function itemFor(section: FileSection, query: string): HTMLLIElement {
  const words = wordsOfQuery(query).flatMap(({ whole, parts }) => [
    whole,
    ...parts.filter(({ length }) => length > 1),
  ]);
  const item = resultItem({
    href: section.href,
    title: section.heading,
    page: section.heading === section.title ? null : section.title,
    excerpt: excerptOf(section.text, words).map(({ text, found }) =>
      found ? element('mark', '', text) : text,
    ),
  });
  if (section.language !== '') item.lang = section.language;
  return item;
}

/** Makes the field work. */
export function addSearchField(): void {
  const input = document.querySelector<HTMLInputElement>('#file-search');
  const panel = document.querySelector<HTMLElement>('[data-results]');
  const list = panel?.querySelector('ol');
  const status = panel?.querySelector<HTMLElement>('[role=status]');
  if (!input || !panel || !list || !status) return;
  const texts = searchTextsIn(document.documentElement.lang);
  let timer = 0;

  const search = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    const query = input.value.trim();
    panel.hidden = query === '';
    if (query === '') return;
    const { sections, index } = prepared();
    const found = findSections(index, query, wantedLanguage(query)).flatMap((id) => sections[id] ?? []);
    const best = withoutCrowding(found.slice(0, SHOWN * 4)).slice(0, SHOWN);
    list.replaceChildren(...best.map((section) => itemFor(section, query)));
    status.textContent = texts.results(found.length, best.length);
  };
  const close = (): void => {
    // What was typed last may still be waiting, and would open the list again.
    window.clearTimeout(timer);
    timer = 0;
    panel.hidden = true;
  };

  input.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(search, PAUSE);
  });
  input.addEventListener('focus', () => {
    panel.hidden = input.value.trim() === '' || list.childElementCount === 0;
  });
  input.closest('search')?.addEventListener('keydown', (event) => {
    // What a key moves through must be the results of all that was typed.
    if (timer !== 0 && /^(Arrow(Down|Up)|Enter)$/.test(event.key)) search();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      moveFocus(input, list, event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      input.focus();
      close();
    } else if (event.key === 'Enter' && event.target === input) {
      event.preventDefault();
      list.querySelector('a')?.click();
    }
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    if (panel.contains(target) ? target.closest('a') : target !== input) close();
  });
  addEventListener('keydown', (event) => {
    const { target } = event;
    const typing = target instanceof HTMLElement && target.matches('input, textarea, select');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const controlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !controlK) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
