/** Everything a page does before the reader opens the search or uses the checker. */
import { prepareCheckers } from '../components/checker/checker-loader.client.ts';
import { addCodeButtons } from './copy.client.ts';
import { openLogNotes } from './log-notes.client.ts';
import { followSections } from './sections.client.ts';
import { turnSteps } from './step.client.ts';
import { addThemeSwitch } from './theme.client.ts';

addThemeSwitch();
addCodeButtons();
followSections();
openLogNotes();
prepareCheckers();
turnSteps();

/** Loads the search dialog when it is first wanted. */
const openSearch = async () => (await import('./search.client.ts')).openSearch();

document.querySelector('[data-search-open]')?.addEventListener('click', openSearch);
addEventListener('keydown', (event) => {
  const target = event.target;
  const typing =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  const controlK =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!slash && !controlK) return;
  event.preventDefault();
  void openSearch();
});

// Reading comes first: what is saved for offline use is fetched when the page is complete.
if (import.meta.env.SAVES_PAGES) addEventListener('load', () => import('../offline/keep.client.ts'));
/** The notes in the margin are for wide pages; a phone never loads them. */
const wide = matchMedia('(width >= 80rem)');
const writeMarginNotes = async () => {
  if (!wide.matches || !document.querySelector('.cite')) return;
  wide.removeEventListener('change', writeMarginNotes);
  (await import('./margin-notes.client.ts')).writeMarginNotes();
  // A long note may push what follows down; the section that the address names stays where it was.
  document.querySelector(':target')?.scrollIntoView({ behavior: 'instant' });
};
wide.addEventListener('change', writeMarginNotes);
void writeMarginNotes();
