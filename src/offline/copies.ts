/**
 * The saved copies of the site, as the service worker keeps them: one cache for each language of each version. Every
 * byte is checked against the hash that the build wrote, so that no copy mixes two versions. The list of its files comes
 * last: a copy that has its list is whole.
 */
import type { SiteLanguage } from '../paths.ts';
import { inLanes } from './in-lanes.ts';
import type { Build, SavedCopy, SavedList } from './messages.ts';

declare const BUILD: Build;
const { base, version, lists } = BUILD;

/** Other sites may live on the same origin, so that the name says whose copies these are. */
const prefix = `openzfs-problem-notes ${base} `;
const nameOf = (language: SiteLanguage): string => `${prefix}${version} ${language}`;
const languageOf = (cacheName: string) => cacheName.slice(-2) as SiteLanguage;
const listPath = (language: SiteLanguage): string => `${base}offline/${language}.json`;
const ownNames = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

/** The list of a copy, if it is whole. */
const listIn = (cacheName: string) => caches.match(listPath(languageOf(cacheName)), { cacheName });

/** A file or page in the copy of a language; a folder without its last slash leads to the folder. */
export async function find(path: string, language: SiteLanguage): Promise<Response | undefined> {
  const from = { cacheName: nameOf(language) };
  const found = await caches.match(path, from);
  if (found || path.endsWith('/') || !(await caches.match(`${path}/`, from))) return found;
  return Response.redirect(`${path}/`);
}

/** When a language of this version was saved and what it takes; null if it is not whole. */
export async function savedCopy(language: SiteLanguage): Promise<SavedCopy | null> {
  const when = (await listIn(nameOf(language)))?.headers.get('saved');
  return when ? { when, bytes: lists[language].bytes } : null;
}

/** Saves a language of this version. What is at hand is copied; what an interrupted attempt has left is kept. */
export async function save(
  language: SiteLanguage,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<void> {
  if (await savedCopy(language)) return;
  const cache = await caches.open(nameOf(language));
  const list: SavedList = await (await download(listPath(language), lists[language].integrity)).json();
  const files = Object.entries(list);
  const atHand = await filesAtHand();
  let done = 0;
  await inLanes(8, files, async ([file, integrity]) => {
    const path = base + file;
    const cacheName = atHand.get(`${file} ${integrity}`);
    const copied = cacheName && (await caches.match(path, { cacheName }));
    if (!(await cache.match(path))) await cache.put(path, copied || (await download(path, integrity)));
    done += 1;
    if (done % 10 === 0) await progress(done, files.length);
  }).catch(async (error: Error) => {
    // A copy that cannot be completed would only take the room that is missing.
    if (error.name === 'QuotaExceededError') await caches.delete(nameOf(language));
    throw error;
  });
  const headers = { 'Content-Type': 'application/json', saved: new Date().toISOString() };
  await cache.put(listPath(language), new Response(JSON.stringify(list), { headers }));
}

/** The languages that some version has whole. */
export async function savedLanguages(): Promise<ReadonlySet<SiteLanguage>> {
  const names = await ownNames();
  const whole = await Promise.all(names.map(listIn));
  return new Set(names.filter((_, index) => whole[index]).map(languageOf));
}

/** Removes a language, of every version. */
export async function remove(language: SiteLanguage): Promise<void> {
  const names = await ownNames();
  await Promise.all(names.filter((name) => languageOf(name) === language).map((name) => caches.delete(name)));
}

/** Removes the copies of earlier versions. A browser lists caches in the order in which they were made. */
export async function removeEarlier(): Promise<void> {
  const names = await ownNames();
  const first = names.findIndex((name) => name.startsWith(prefix + version));
  await Promise.all(names.slice(0, first < 0 ? names.length : first).map((name) => caches.delete(name)));
}

/** A file as the build wrote it; anything else is an error. */
async function download(path: string, integrity: string): Promise<Response> {
  const response = await fetch(path, { integrity, cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new TypeError(`${response.status} ${response.url}`);
  return response;
}

/** Which cache has a file whose content is known, by path and hash. */
async function filesAtHand(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await ownNames()) {
    const list: SavedList = (await (await listIn(name))?.json()) ?? {};
    for (const file of Object.entries(list)) found.set(file.join(' '), name);
  }
  return found;
}
