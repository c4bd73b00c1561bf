import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What only a page of its own needs: the file has its own contents, and its own search. */
const OF_PAGES_ONLY = ['followSections'];

const importedBy = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^import \{ ([^}]+) \} from/gm)].flatMap(([, names = '']) =>
    names.split(/,\s*/),
  );

test('what the script of every page does, the script of the one-file edition does as well', () => {
  const inFile = importedBy('src/offline/one-file/one-file.client.ts');
  const onPages = importedBy('src/scripts/site.client.ts').filter((name) => !OF_PAGES_ONLY.includes(name));
  expect(onPages.length).toBeGreaterThan(0);
  expect(onPages.filter((name) => !inFile.includes(name))).toEqual([]);
});
