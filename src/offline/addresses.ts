import type { SiteLanguage } from '../paths.ts';

/**
 * The language of a page by its path.
 * @param path of an address of this site, with the base path
 * @param base the base path, with its last slash: `/` or `/notes/`
 */
export function languageAt(path: string, base: string): SiteLanguage {
  return `${path}/`.startsWith(`${base}zh/`) ? 'zh' : 'en';
}

/** The path under which a page or file is saved: a folder stands for its `index.html`, and parameters mean nothing. */
export function savedPath(address: string): string {
  return new URL(address).pathname.replace(/\/index\.html$/, '/');
}
