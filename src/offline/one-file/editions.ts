/** The files that hold the whole site: one for each language, and one for both. */
import { siteLanguages } from '../../../site.config.ts';
import type { SiteLanguage } from '../../paths.ts';

export interface Edition {
  /** Its name in addresses of the build and in the file's name. */
  readonly name: string;
  readonly languages: readonly SiteLanguage[];
  /** The file at the root of the site. */
  readonly file: string;
}

export const EDITIONS: readonly Edition[] = [
  { name: 'en', languages: ['en'], file: 'openzfs-problem-notes.en.html' },
  { name: 'zh', languages: ['zh'], file: 'openzfs-problem-notes.zh.html' },
  { name: 'both', languages: ['en', 'zh'], file: 'openzfs-problem-notes.html' },
];

/** What stands before every id of a language in an edition: `zh/` where a file holds both, else nothing. */
export const idPrefix = ({ languages }: Pick<Edition, 'languages'>, language: SiteLanguage): string =>
  languages.length > 1 && language !== 'en' ? `${language}/` : '';

/** The tag of the language that an edition's own words are in. */
export const tagOf = ({ languages: [first = 'en'] }: Pick<Edition, 'languages'>): string =>
  siteLanguages[first];

/** Is a file of `dist/`, by its path, one of the editions? */
export const isEdition = (path: string): boolean =>
  EDITIONS.some(({ file }) => path.replace(/^\/+/, '') === file);
