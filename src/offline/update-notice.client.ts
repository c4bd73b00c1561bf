/** Says that a new version waits. It takes over when the reader says so: then all tabs change to it together. */
import { offlineTexts } from '../i18n/offline-browser.ts';
import { carryText } from './carried-text.client.ts';
import type { Order } from './messages.ts';

/** The notice comes with its style, so that pages without one do not carry it. */
const style = `
  .new-version {
    position: sticky; inset-block-end: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center;
    gap: 0.5rem 1rem; padding: 0.75rem var(--gap); background: var(--panel); color: var(--ink);
    border-block-start: 1.5px solid var(--ink); font: 0.9375rem / 1.5 var(--sans); font-size-adjust: none;
  }
  .new-version button { padding: 0.3rem 0.9rem; min-block-size: 2rem; cursor: pointer; }
  .new-version button:first-of-type { font-weight: 600; border-width: 1.5px; }
  .new-version button + button { border-color: transparent; text-decoration: underline; }
  @media print { .new-version { display: none; } }
`;

function button(label: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', action);
  return made;
}

function show(text: string, reload: () => void): void {
  document.querySelector('.new-version')?.remove();
  const notice = document.createElement('div');
  notice.className = 'new-version';
  const words = document.createElement('span');
  words.role = 'status';
  notice.append(
    words,
    button(offlineTexts.reload, reload),
    button(offlineTexts.later, () => notice.remove()),
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  document.body.append(notice);
  // A screen reader speaks what changes in a status, not what comes with it.
  requestAnimationFrame(() => {
    words.textContent = text;
  });
}

/** Shows the notice when a new version waits, now or later, and loads the page anew when one has taken over. */
export function offerUpdates(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  // The first worker takes over a page that came from the network: that is no change of version.
  let changes = serviceWorker.controller !== null;
  const takeOver = (): void => {
    changes = true;
    registration.waiting?.postMessage({ takeOver: true } satisfies Order);
  };
  const offer = (): void => {
    if (registration.waiting !== null && registration.active !== null)
      show(offlineTexts.newVersion, takeOver);
  };
  const follow = (): void => registration.installing?.addEventListener('statechange', offer);
  offer();
  follow();
  registration.addEventListener('updatefound', follow);
  serviceWorker.addEventListener('controllerchange', () => {
    if (!changes) changes = true;
    else if (carryText()) location.reload();
    else show(offlineTexts.textWouldBeLost, () => location.reload());
  });
}
