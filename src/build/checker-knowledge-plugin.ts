import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { checkerKnowledge as reduceForChecker } from '../knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { datesOf } from '../knowledge/place-dates.ts';

const name = 'virtual:checker-knowledge';

/** The modules' names, and the language of each one's texts. */
const languages: ReadonlyMap<string, 'en' | 'zh'> = new Map([
  [`${name}/en`, 'en'],
  [`${name}/zh`, 'zh'],
]);

/**
 * The modules `virtual:checker-knowledge/en` and `/zh`: what the checker in the browser has to know, as data, made from `content/`.
 * In: the folder of the content. A contradiction in the content ends the build with `loadKnowledge`'s sentence.
 */
export function checkerKnowledge(contentDirectory: string): Plugin {
  const directory = resolve(contentDirectory);
  return {
    name,
    resolveId: (id) => (languages.has(id) ? `\0${id}` : undefined),
    load(id) {
      const language = id.startsWith('\0') ? languages.get(id.slice(1)) : undefined;
      if (language === undefined) return undefined;
      for (const file of dataFiles(directory)) this.addWatchFile(file);
      const knowledge = loadKnowledge(directory);
      const dates = JSON.stringify(Object.fromEntries(datesOf(knowledge)));
      return `export const dates = ${dates};\nexport default ${JSON.stringify(reduceForChecker(knowledge, language))};`;
    },
  };
}

function dataFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(json|yaml)$/.test(path))
    .map((path) => join(directory, path));
}
