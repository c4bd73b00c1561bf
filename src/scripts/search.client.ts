import { searchTextsIn } from '../i18n/search.ts';
import { pathTo } from '../paths.ts';
import { element } from './dom.ts';
import { moveFocus, resultItem } from './result-list.client.ts';
import { addSearchDialog } from './search-dialog.client.ts';

/** The part of Pagefind's interface that the dialog uses; Pagefind writes the module after the build. */
interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<SearchResult> }[] }>;
}

interface SearchResult {
  url: string;
  excerpt: string;
  meta: { title?: string; section?: string };
}

const shown = 8;
/** Results that are looked at, and the most of them that one page may take. */
const looked = 16;
const ofOnePage = 2;
const pause = 120;

const texts = searchTextsIn(document.documentElement.lang);
const { dialog, input, list, announcement } = addSearchDialog(texts);
let engine: Promise<Pagefind> | undefined;
let latest = 0;

/** Opens the dialog and begins to load the index. The browser gives the focus back when the dialog closes. */
export function openSearch(): void {
  if (dialog.open) return;
  dialog.showModal();
  input.focus();
  input.select();
  void loadEngine().catch(() => {});
}

/** Pagefind, loaded once; a failed attempt is forgotten, so that the next letter tries again. */
function loadEngine(): Promise<Pagefind> {
  engine ??= (async () => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ pathTo('/pagefind/pagefind.js'));
    // Its worker would be started from a string, which Trusted Types forbid.
    await pagefind.options({ noWorker: true, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  })().catch((error: unknown) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function search(): Promise<void> {
  const query = input.value.trim();
  const mine = ++latest;
  if (query === '') {
    show([], '');
    return;
  }
  if (!list.children.length) announcement.textContent = texts.searching;
  await new Promise((resolve) => setTimeout(resolve, pause));
  if (mine !== latest) return;
  try {
    const results = await resultsFor(query, await loadEngine());
    const found = await Promise.all(results.slice(0, looked).map((result) => result.data()));
    const best = withoutCrowding(found).slice(0, shown);
    if (mine === latest) show(best, texts.results(results.length, best.length));
  } catch {
    if (mine === latest) show([], texts.searchFailed);
  }
}

/**
 * Every word must occur for Pagefind. A pasted line of a log has numbers and addresses of its own, so where nothing has
 * all the words, the longest ones are tried: names of functions and files.
 */
async function resultsFor(query: string, pagefind: Pagefind) {
  const words = query.split(/\s+/).sort((a, b) => b.length - a.length);
  for (const attempt of [query, words.slice(0, 3).join(' '), words[0] ?? '']) {
    const { results } = await pagefind.search(attempt);
    if (results.length > 0) return results;
  }
  return [];
}

/** The results without those that would crowd out other pages. */
function withoutCrowding(results: readonly SearchResult[]): SearchResult[] {
  const pageOf = ({ url }: SearchResult) => url.replace(/#.*$/, '');
  return results.filter(
    (result, index) =>
      results.slice(0, index).filter((earlier) => pageOf(earlier) === pageOf(result)).length < ofOnePage,
  );
}

function show(results: readonly SearchResult[], message: string): void {
  list.replaceChildren(...results.map(itemFor));
  announcement.textContent = message;
}

const itemFor = ({ url, excerpt, meta }: SearchResult): HTMLLIElement =>
  resultItem({
    href: url,
    title: meta.section || meta.title || url,
    page: meta.section && meta.title ? meta.title : null,
    excerpt: excerptNodes(excerpt),
  });

/** Pagefind marks what it found with `<mark>` in otherwise escaped HTML; this makes nodes of it without parsing HTML. */
function excerptNodes(excerpt: string): (Node | string)[] {
  return excerpt
    .split(/<mark>|<\/mark>/)
    .map((part, index) => (index % 2 === 0 ? unescapeHtml(part) : element('mark', '', unescapeHtml(part))));
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  amp: '&',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (whole, name: string) => entities[name] ?? whole);
}

input.addEventListener('input', search);
dialog.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    moveFocus(input, list, event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Escape') {
    // In a search field the browser would only empty it.
    event.preventDefault();
    dialog.close();
  } else if (event.key === 'Enter' && event.target === input) {
    event.preventDefault();
    list.querySelector('a')?.click();
  }
});
dialog.addEventListener('click', ({ target }) => {
  // A click on the backdrop, or on a result: one on this page would only scroll behind the dialog.
  if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
});
