import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONTENT_DIRECTORY, loadKnowledge } from '../../src/knowledge/load.ts';

/** What every article keeps to, whoever wrote it. A sentence names the file and what is wrong in it. */

const { problems } = loadKnowledge();
const articles = problems.flatMap((problem) =>
  (['en', 'zh'] as const).map((language) => {
    const file = `problems/${problem.folder}/${language}.mdx`;
    const text = readFileSync(`${CONTENT_DIRECTORY}/${file}`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
    return { problem, language, file, text, prose: proseOf(text) };
  }),
);

/** The article without code, components and comments. */
function proseOf(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/`[^`\n]*`/g, '')
    .replace(/<[A-Za-z/][^>]*>/g, '');
}

const SECTIONS = {
  full: [
    'am-i-affected',
    'what-to-do',
    'background',
    'mechanism',
    'symptoms',
    'root-cause',
    'fix',
    'best-practices',
    'reproduction',
    'summary',
    'sources',
  ],
  short: ['am-i-affected', 'what-to-do', 'symptoms', 'what-is-known', 'sources'],
} as const;

describe.each(articles)('$file', ({ problem, language, text, prose }) => {
  it('has the sections of its form, in their order; others may stand between them', () => {
    const wanted: readonly string[] = SECTIONS[problem.form];
    const found = problem.articles[language].sectionIds.filter((id) => wanted.includes(id));
    expect(found).toEqual(wanted);
  });

  it('leaves no section empty', () => {
    const sections = text.split(/^## .*$/m).slice(1);
    expect(sections.filter((section) => section.trim() === '')).toEqual([]);
  });

  it('prints versions of OpenZFS with <Version>, so that an unknown one ends the build', () => {
    // Numbers of builds and candidates; a line or a release named in passing (2.3.1) is readable without one.
    expect(prose.match(/(?<![\d.])2\.\d+\.99-\d+|(?<![\d.])2\.\d+\.\d+-rc\d+|\bzfs-2\.\d\S*/g) ?? []).toEqual(
      [],
    );
  });

  it('keeps a paragraph on one line of the file', () => {
    const lines = text.replace(/```[\s\S]*?```/g, '').split('\n');
    const isProse = (line: string) => /^[^\s<#|\-*>\d{]/.test(line);
    const broken = lines.filter((line, index) => isProse(line) && isProse(lines[index - 1] ?? ''));
    expect(broken).toEqual([]);
  });

  it('answers no question that was left from the template', () => {
    expect(text).not.toMatch(/\bTODO\b/);
  });
});

describe('the files of problems', () => {
  it.each(problems.map(({ folder }) => folder))('%s leave no question of the template open', (folder) => {
    expect(readFileSync(`${CONTENT_DIRECTORY}/problems/${folder}/problem.yaml`, 'utf8')).not.toMatch(
      /\bTODO\b/,
    );
  });

  it('give every outcome, signature and measure its sources', () => {
    for (const { id, outcomes, signatures, measures } of problems) {
      for (const statement of [...outcomes, ...signatures, ...measures]) {
        expect(statement.sources.length, `${id}: ${statement.id}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('what was published', () => {
  const published: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(`${CONTENT_DIRECTORY}/published.json`, 'utf8'),
  );

  it('keeps its address: every published problem is there', () => {
    expect(existsSync(`${CONTENT_DIRECTORY}/published.json`)).toBe(true);
    const ids = problems.map(({ id }) => id);
    expect(Object.keys(published).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(problems.map((problem) => [problem.id, problem] as const))(
    'keeps its anchors: every published section of %s is there, and every section is on the list',
    (id, problem) => {
      const now = problem.articles.en.headingIds;
      const before = published[id] ?? [];
      expect(
        before.filter((anchor) => !now.includes(anchor)),
        'gone',
      ).toEqual([]);
      expect(
        now.filter((anchor) => !before.includes(anchor)),
        'run npm run publish-ids',
      ).toEqual([]);
    },
  );
});
