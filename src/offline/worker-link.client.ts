/** The pages' side of what they and the service worker say to each other. */
import { pathTo, type SiteLanguage } from '../paths.ts';
import { serviceWorkerUrl, trustedUrl } from '../scripts/trusted-url.client.ts';
import type { Order, Report } from './messages.ts';

/** What may go wrong before there is a worker to report it. */
export type News = Report | { readonly unusable: 'unsupported' | 'refused' };

const listeners = new Set<(news: News) => void>();

/** The language of the page. */
export const pageLanguage: SiteLanguage = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

/** Hears what the worker reports, from now on. */
export function listen(listener: (news: News) => void): void {
  listeners.add(listener);
}

function spread(news: News): void {
  for (const listener of listeners) listener(news);
}

/** The site's own registration; another site on the same origin may have one for everything. */
export async function ownRegistration(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  const scope = new URL(pathTo('/'), location.href).href;
  const registrations = await navigator.serviceWorker.getRegistrations().catch(() => []);
  return registrations.find((registration) => registration.scope === scope) ?? null;
}

/** Registers the worker. Out: null where the browser has or allows none; listeners have been told why. */
export async function register(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) {
    spread({ unusable: 'unsupported' });
    return null;
  }
  try {
    await navigator.serviceWorker.register(trustedUrl(serviceWorkerUrl()));
    const registration = await ownRegistration();
    if (registration !== null) return registration;
  } catch {
    // Told below.
  }
  spread({ unusable: 'refused' });
  return null;
}

/** The worker that answers for the pages, as soon as there is one. Out: null if it could not be installed. */
export function activeWorker({
  active,
  waiting,
  installing,
}: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = active ?? waiting ?? installing;
  return new Promise((resolve) => {
    const look = (): void => {
      if (worker === null || worker.state === 'redundant') resolve(null);
      else if (worker.state === 'activated') resolve(worker);
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

/** Asks the worker for something; registers it first where that is needed. */
export async function order(what: Order): Promise<void> {
  const registration = await register();
  if (registration !== null) (await activeWorker(registration))?.postMessage(what);
}

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Report>) => spread(data));
  navigator.serviceWorker.startMessages();
}
