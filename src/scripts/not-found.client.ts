/** Puts the problems that a wrong address may have meant before the list of all. */
import { nearestTo } from './nearest-address.ts';

for (const section of document.querySelectorAll('[data-not-found] section')) {
  const links = [...section.querySelectorAll<HTMLAnchorElement>('[data-problems] a')];
  const candidates = links.map((link) => ({ address: link.pathname, words: link.textContent, link }));
  const nearest = nearestTo(location.pathname, candidates);
  const place = section.querySelector<HTMLElement>('[data-nearest]');
  if (place === null || nearest.length === 0) continue;
  place.querySelector('ul')?.append(...nearest.map(({ link }) => link.closest('li')?.cloneNode(true) ?? ''));
  place.hidden = false;
}
