/** The page about offline use: what is saved, and the buttons to save and to remove it. */
import { offlineTexts } from '../i18n/offline-browser.ts';
import type { SiteLanguage } from '../paths.ts';
import { setDeclined } from './declined.client.ts';
import type { SavedCopy } from './messages.ts';
import { sizeText } from './size-text.ts';
import { listen, type News, order, ownRegistration } from './worker-link.client.ts';

/** The part of the page about one language. */
interface Panel {
  readonly language: SiteLanguage;
  readonly state: HTMLElement;
  readonly progress: HTMLProgressElement;
  readonly save: HTMLButtonElement;
  readonly remove: HTMLButtonElement;
  /** What saving would take. */
  readonly cost: HTMLElement;
}

const time = new Intl.DateTimeFormat(document.documentElement.lang, {
  dateStyle: 'long',
  timeStyle: 'short',
});

/** The reader has just removed something: a worker that keeps nothing any more goes as well. */
let removing = false;

function panelOf(element: HTMLElement): Panel | null {
  const state = element.querySelector<HTMLElement>('[data-state]');
  const progress = element.querySelector('progress');
  const save = element.querySelector<HTMLButtonElement>('[data-save]');
  const remove = element.querySelector<HTMLButtonElement>('[data-remove]');
  const cost = element.querySelector<HTMLElement>('[data-cost]');
  if (state === null || progress === null || save === null || remove === null || cost === null) return null;
  return { language: element.dataset.copy === 'zh' ? 'zh' : 'en', state, progress, save, remove, cost };
}

function say({ state, progress, save }: Panel, text: string, isFailure = false): void {
  progress.hidden = true;
  save.disabled = false;
  state.textContent = text;
  state.toggleAttribute('data-failed', isFailure);
}

function showSaved(panel: Panel, copy: SavedCopy | null): void {
  const { saved, notSaved } = offlineTexts;
  panel.remove.hidden = copy === null;
  panel.save.hidden = copy !== null;
  panel.cost.hidden = copy !== null;
  // A failure stays to be read until something else happens.
  if (copy === null && panel.state.hasAttribute('data-failed')) return;
  say(panel, copy === null ? notSaved : saved(time.format(new Date(copy.when)), sizeText(copy.bytes)));
}

function showProgress(panel: Panel, done: number, total: number): void {
  panel.state.removeAttribute('data-failed');
  panel.state.textContent = offlineTexts.saving;
  panel.progress.hidden = false;
  panel.progress.max = total;
  panel.progress.value = done;
  panel.save.disabled = true;
}

function failureText(name: string): string {
  const { full, interrupted, other } = offlineTexts.failed;
  if (name === 'QuotaExceededError') return full;
  return name === 'TypeError' ? interrupted : other(name);
}

function hear(panels: readonly Panel[], news: News): void {
  const { failed } = offlineTexts;
  for (const panel of panels) {
    if ('unusable' in news) say(panel, failed[news.unusable], true);
    else if ('updateFailed' in news) say(panel, failed.update, true);
    else if ('saved' in news) showSaved(panel, news.saved[panel.language]);
    else if (news.language !== panel.language) continue;
    else if ('failed' in news) say(panel, failureText(news.failed), true);
    else showProgress(panel, news.done, news.total);
  }
  if (removing && 'saved' in news) void leaveIfEmpty(news.saved);
}

async function leaveIfEmpty(saved: Readonly<Record<SiteLanguage, SavedCopy | null>>): Promise<void> {
  removing = false;
  if (Object.values(saved).some((copy) => copy !== null)) return;
  await (await ownRegistration())?.unregister();
}

function prepare(panel: Panel): void {
  const { language, save, remove } = panel;
  save.addEventListener('click', () => {
    setDeclined(language, false);
    panel.state.removeAttribute('data-failed');
    // A browser that agrees does not delete the copy when space gets short.
    void navigator.storage?.persist?.().catch(() => false);
    void order({ save: language });
  });
  remove.addEventListener('click', () => {
    setDeclined(language, true);
    removing = true;
    void order({ remove: language });
    save.hidden = false;
    save.focus();
  });
}

async function start(): Promise<void> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-copy]')]
    .map(panelOf)
    .filter((panel) => panel !== null);
  listen((news) => hear(panels, news));
  panels.forEach(prepare);
  // Without a worker nobody reports that nothing is saved.
  if ((await ownRegistration()) === null) {
    for (const panel of panels) if (panel.state.textContent === '') say(panel, offlineTexts.notSaved);
  }
}

/** The worker answers with this page where an address was not saved; then the page says so. */
function showFallback(note: HTMLElement): void {
  const { heading = '', text = '', search = '' } = note.dataset;
  const title = document.createElement('strong');
  title.textContent = heading;
  const words = document.createElement('p');
  words.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = search;
  button.addEventListener('click', () => {
    document.querySelector<HTMLElement>('header [data-search-open]')?.click();
  });
  const line = document.createElement('p');
  line.append(button);
  note.append(title, words, line);
  note.hidden = false;
}

const note = document.querySelector<HTMLElement>('[data-fallback]');
if (note !== null && !location.pathname.endsWith('/offline/')) showFallback(note);
void start();
