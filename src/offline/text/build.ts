/** Writes the text editions of the finished site: every article, and a list of them, in each language. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDate } from '../../components/build-date.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { SiteLanguage } from '../../paths.ts';
import { EDITIONS } from '../one-file/editions.ts';
import { articleText } from './article-text.ts';
import { indexText } from './index-text.ts';

const LANGUAGES: readonly SiteLanguage[] = ['en', 'zh'];

const inside = (language: SiteLanguage, path: string): string =>
  language === 'en' ? path : `/${language}${path}`;

/**
 * In: the folder of the site; its problems; its address with the base path, without a trailing slash.
 * Out: how many files were written.
 */
export async function writeTextEditions(
  dist: string,
  problems: readonly Problem[],
  site: string,
): Promise<number> {
  const date = buildDate();
  const texts = await Promise.all(
    LANGUAGES.flatMap((language) => {
      const other: SiteLanguage = language === 'en' ? 'zh' : 'en';
      const wholeFile = EDITIONS.find(({ languages }) => languages.join() === language)?.file ?? '';
      return [
        {
          path: '/index.txt',
          text: async () =>
            indexText(problems, language, (path) => site + inside(language, path), `${site}/${wholeFile}`),
        },
        ...problems.map(({ id }) => ({
          path: `/${id}.txt`,
          text: async () =>
            articleText({
              html: await readFile(join(dist, inside(language, `/${id}/`), 'index.html'), 'utf8'),
              language,
              address: site + inside(language, `/${id}/`),
              otherText: site + inside(other, `/${id}.txt`),
              checker: site + inside(language, '/check/'),
              date,
            }),
        })),
      ].map(async ({ path, text }) => ({ path: inside(language, path), text: await text() }));
    }),
  );
  await Promise.all(texts.map(({ path, text }) => writeFile(join(dist, path), text)));
  return texts.length;
}
