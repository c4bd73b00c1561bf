/** `src/paths.ts` for the one-file edition: a section is in the file, everything else at the site's full address. */
import type { SiteLanguage } from '../../paths.ts';

/** Set when the file is built: the address of the site with its base path, and whether the file has both languages. */
const site: string = import.meta.env.SITE;
const bilingual: boolean = import.meta.env.BILINGUAL;

export const pathTo: typeof import('../../paths.ts').pathTo = (path) => `${site}/${path.replace(/^\/+/, '')}`;

export const languagePath: typeof import('../../paths.ts').languagePath = (language, path) =>
  pathTo(language === 'en' ? path : `${language}/${path.replace(/^\/+/, '')}`);

export const sectionPath: typeof import('../../paths.ts').sectionPath = (
  language: SiteLanguage,
  problem,
  section,
) => `#${bilingual && language !== 'en' ? `${language}/` : ''}${problem}/${section}`;
