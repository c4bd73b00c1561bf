/** Languages that the reader removed, or for which there is no room: they are not saved again unasked. */
import type { SiteLanguage } from '../paths.ts';

const key = (language: SiteLanguage): string => `offline-declined-${language}`;

export function isDeclined(language: SiteLanguage): boolean {
  try {
    return localStorage.getItem(key(language)) !== null;
  } catch {
    return false;
  }
}

export function setDeclined(language: SiteLanguage, declined: boolean): void {
  try {
    if (declined) localStorage.setItem(key(language), '1');
    else localStorage.removeItem(key(language));
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}
