/** Everything a page does before the reader opens the search or uses the checker. */
import { prepareCheckers } from '../components/checker/checker-loader.client.ts';
import { addCopyButtons } from './copy.client.ts';
import { followSections } from './sections.client.ts';
import { turnSteps } from './step.client.ts';
import { addThemeSwitch } from './theme.client.ts';

addThemeSwitch();
addCopyButtons();
followSections();
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
