/**
 * The service worker. A page of a saved language comes from the copy with all that it loads; any other page comes from
 * the network. A new version saves what the old one had before it counts as installed, and takes over when a reader
 * says so or when no page of the site is open any more.
 */
import type { SiteLanguage } from '../paths.ts';
import { languageAt, savedPath } from './addresses.ts';
import { find, remove, removeEarlier, save, savedCopy, savedLanguages } from './copies.ts';
import type { Build, Order, Report } from './messages.ts';
import type { Fetching, WorkerScope } from './worker-scope.ts';

declare const BUILD: Build;
declare const self: WorkerScope<Order>;

const languages: readonly SiteLanguage[] = ['en', 'zh'];
const offlinePage = (language: SiteLanguage) => `${BUILD.base}${language === 'zh' ? 'zh/' : ''}offline/`;
const underway = new Map<SiteLanguage, Promise<void>>();

/** Tells every open page of the site. */
async function tell(report: Report): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) if (page.url.startsWith(self.registration.scope)) page.postMessage(report);
}

const tellState = async () => tell({ saved: { en: await savedCopy('en'), zh: await savedCopy('zh') } });

/** Saves a language, once however many pages ask for it. */
async function saveOnce(language: SiteLanguage): Promise<void> {
  const progress = (done: number, total: number) => tell({ language, done, total });
  const saving = underway.get(language) ?? save(language, progress).finally(() => underway.delete(language));
  underway.set(language, saving);
  await saving.catch((error: Error) => tell({ language, failed: error.name }));
}

/** A new version is installed only when it has whole what the version before it had. */
async function saveAgain(): Promise<void> {
  try {
    for (const language of await savedLanguages()) await save(language);
  } catch (error) {
    await tell({ updateFailed: true });
    throw error;
  }
}

async function answer({ request, clientId }: Fetching): Promise<Response> {
  const path = savedPath(request.url);
  const navigates = request.mode === 'navigate';
  const page = navigates ? undefined : await self.clients.get(clientId);
  const language = languageAt(new URL(page?.url ?? request.url).pathname, BUILD.base);
  const kept = (await savedCopy(language)) ? await find(path, language) : undefined;
  return kept ?? fetch(request).catch((error: unknown) => withoutNetwork(path, language, navigates, error));
}

/** What there is of an address without a network: the file itself, else the page that says that it is not there. */
async function withoutNetwork(path: string, language: SiteLanguage, navigates: boolean, error: unknown) {
  const nearest = [language, ...languages.filter((other) => other !== language)];
  const paths = navigates ? [() => path, offlinePage] : [() => path];
  for (const pathIn of paths) {
    for (const near of nearest) {
      const found = await find(pathIn(near), near);
      if (found) return found;
    }
  }
  throw error;
}

const obey = async (order: Order): Promise<void> => {
  if ('save' in order) await saveOnce(order.save);
  if ('remove' in order) await remove(order.remove);
  if ('takeOver' in order) await self.skipWaiting();
  else await tellState();
};

self.addEventListener('install', (event) => event.waitUntil(saveAgain()));
self.addEventListener('activate', (event) =>
  event.waitUntil(removeEarlier().then(() => self.clients.claim())),
);
self.addEventListener('message', (event) => event.waitUntil(obey(event.data)));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event));
});
