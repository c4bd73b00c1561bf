import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Every import of every source file, as paths from the project's root; packages as they are named. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|astro)$/.test(name))
  .flatMap((name) => {
    const file = join('src', name);
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^'"]*?from\s+'([^']+)'/gm)].map(
      ([, type, target]) => ({
        file,
        typeOnly: type !== undefined,
        target: target?.startsWith('.') ? normalize(join(dirname(file), target)) : (target ?? ''),
      }),
    );
  });

const breaking = (room: string, allowed: (entry: (typeof imports)[number]) => boolean): string[] =>
  imports
    .filter(({ file }) => file.startsWith(`src/${room}/`))
    .filter((entry) => !allowed(entry))
    .map(({ file, target }) => `${file} imports ${target}`);

describe('the rules of the house', () => {
  it('the checker imports its own files, the order of history, and types of the knowledge', () => {
    const values = ['place', 'history', 'defect-state'].map((name) => `src/knowledge/${name}.ts`);
    expect(
      breaking(
        'checker',
        ({ target, typeOnly }) =>
          target.startsWith('src/checker/') ||
          values.includes(target) ||
          (typeOnly && target.startsWith('src/knowledge/')),
      ),
    ).toEqual([]);
  });

  it('the knowledge imports neither pages nor components', () => {
    expect(
      breaking('knowledge', ({ target }) => !/^src\/(pages|components|layouts|i18n|scripts)\//.test(target)),
    ).toEqual([]);
  });

  it('nothing imports from the pages', () => {
    expect(imports.filter(({ target }) => target.startsWith('src/pages/'))).toEqual([]);
  });

  it('pages and layouts never parse pasted text', () => {
    for (const room of ['pages', 'layouts']) {
      expect(breaking(room, ({ target }) => !target.startsWith('src/checker/'))).toEqual([]);
    }
  });

  it('the checker uses no DOM, no clock and no network', () => {
    const files = readdirSync('src/checker', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const forbidden = /\b(?:document|fetch|process|Date|performance|setTimeout|localStorage)\b\s*[.(]/;
    const guilty = files.filter((name) => forbidden.test(readFileSync(join('src/checker', name), 'utf8')));
    expect(guilty).toEqual([]);
  });
});
