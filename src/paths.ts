import type { siteLanguages } from '../site.config.ts';

/** A language of the site, as it stands in addresses. English has no prefix. */
export type SiteLanguage = keyof typeof siteLanguages;

/**
 * The address of a page or file of this site as a link wants it.
 * In: a path from the site's root, as `/16689/#fix` (a missing first slash is added).
 * Out: the same path under the base path that the site was built for (`/notes/16689/#fix`).
 */
export function pathTo(path: string): string {
  return joinBase(import.meta.env.BASE_URL, path);
}

/**
 * The address of a page in one language: `languagePath('zh', '/16689/')` is `/zh/16689/`, in English `/16689/`.
 * The base path is included.
 */
export function languagePath(language: SiteLanguage, path: string): string {
  const fromRoot = path.startsWith('/') ? path : `/${path}`;
  return pathTo(language === 'en' ? fromRoot : `/${language}${fromRoot}`);
}

/** The address of a section of a problem's article: `/zh/16689/#what-to-do`. */
export const sectionPath = (language: SiteLanguage, problem: string, section: string): string =>
  `${languagePath(language, `/${problem}/`)}#${section}`;

/**
 * The counterpart of an address in another language: `/notes/16689/#fix` and `zh` give `/notes/zh/16689/#fix`.
 * In: an address of this site with its base path, e.g. `Astro.url.pathname`.
 */
export function inOtherLanguage(language: SiteLanguage, address: string): string {
  const base = joinBase(import.meta.env.BASE_URL, '/');
  const inside = address.startsWith(base) ? address.slice(base.length) : address.replace(/^\//, '');
  const withoutLanguage = inside === 'zh' ? '' : inside.replace(/^zh\//, '');
  return languagePath(language, `/${withoutLanguage}`);
}

/** `('/notes', '/16689/')` and `('/notes/', '16689/')` both give `/notes/16689/`: Astro's base comes in either form. */
export function joinBase(base: string, path: string): string {
  return `${base.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
}
