/**
 * What takes the service worker's place when the site is built with `SERVICE_WORKER=off`: it removes all copies and
 * itself, and loads the pages that came from a copy anew.
 */
import type { Build } from './messages.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const BUILD: Pick<Build, 'base'>;
declare const self: WorkerScope;

async function retire(): Promise<void> {
  const names = (await caches.keys()).filter((name) =>
    name.startsWith(`openzfs-problem-notes ${BUILD.base} `),
  );
  await Promise.all(names.map((name) => caches.delete(name)));
  // Only pages that a worker answered for: others would load the same page over and over.
  const pages = await self.clients.matchAll({ type: 'window' });
  await self.registration.unregister();
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => {})));
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(retire()));
