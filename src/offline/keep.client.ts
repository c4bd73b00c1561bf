/**
 * After a page is complete: saves its language for offline use, says in the footer how far that is, and offers new
 * versions. Loaded late, so that it costs a first visit nothing.
 */
import { offlineTexts } from '../i18n/offline-browser.ts';
import { putTextBack } from './carried-text.client.ts';
import { isDeclined, setDeclined } from './declined.client.ts';
import type { Order } from './messages.ts';
import { offerUpdates } from './update-notice.client.ts';
import {
  activeWorker,
  listen,
  type News,
  ownRegistration,
  pageLanguage,
  register,
} from './worker-link.client.ts';

/** Behind the footer's link: is this language saved? */
const status = document.createElement('span');

function statusOf(news: News): string | null {
  const { saved, saving, notSaved } = offlineTexts.status;
  if ('unusable' in news) return notSaved;
  if ('saved' in news) return news.saved[pageLanguage] === null ? notSaved : saved;
  if (!('done' in news) || news.language !== pageLanguage) return null;
  return saving(Math.floor((100 * news.done) / news.total));
}

function hear(news: News): void {
  const text = statusOf(news);
  if (text !== null) status.textContent = ` · ${text}`;
  if ('failed' in news && news.failed === 'QuotaExceededError') setDeclined(news.language, true);
}

/** The reader asked the browser to spare the connection. */
const sparesData = (): boolean =>
  'connection' in navigator &&
  (navigator.connection as { saveData?: boolean } | undefined)?.saveData === true;

async function keep(): Promise<void> {
  putTextBack();
  document.querySelector('.colophon a[href$="/offline/"]')?.after(status);
  listen(hear);
  const unasked = !isDeclined(pageLanguage) && !sparesData();
  if (!unasked && (await ownRegistration()) === null) return;
  const registration = await register();
  if (registration === null) return;
  offerUpdates(registration);
  (await activeWorker(registration))?.postMessage(
    (unasked ? { save: pageLanguage } : { tell: true }) satisfies Order,
  );
}

void keep();
