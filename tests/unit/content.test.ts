import { describe, expect, it } from 'vitest';
import { contradictions } from '../../src/knowledge/contradictions.ts';
import { type LoadedProblem, loadKnowledge } from '../../src/knowledge/load.ts';
import { problemSchema } from '../../src/knowledge/problem.ts';

const knowledge = loadKnowledge();

function zeroPage(): LoadedProblem {
  const problem = knowledge.problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  return problem;
}

const found = (change: Partial<LoadedProblem>): string =>
  contradictions({ ...knowledge, problems: [{ ...zeroPage(), ...change }] }).join('\n');

describe('contradictions in the content break the build with a sentence', () => {
  it('finds none in the content as it is', () => {
    expect(contradictions(knowledge)).toEqual([]);
  });

  it('a fix older than its cause', () => {
    const [fix, ...others] = zeroPage().fixed;
    if (fix === undefined) throw new Error('no fix');
    expect(found({ fixed: [{ ...fix, date: '2024-01-01' }, ...others] })).toContain(
      'the fix c8a326aab7 (2024-01-01) is older than its cause a10e552b99 (2024-09-14)',
    );
  });

  it('an unknown tag, and an affected tag outside every window', () => {
    expect(found({ affectedTags: ['2.3.0-rc1', '2.3.0-rc2', '2.3.0-rc3', '2.3.0-rc9'] })).toContain(
      '"2.3.0-rc9" is not a tag',
    );
    expect(found({ affectedTags: ['2.3.0-rc1', '2.3.0-rc2', '2.3.0-rc3', '2.3.0'] })).toContain(
      'the tag 2.3.0 is listed as affected but lies in no window',
    );
  });

  it('a window whose default the releases do not confirm', () => {
    const windows = zeroPage().windows.map((window) => ({ ...window, zfsDioEnabledDefault: 1 as const }));
    expect(found({ windows })).toContain('claims zfs_dio_enabled=1, but the releases say 0');
  });

  it('a source that does not exist, one that nobody cites, and evidence that is not there', () => {
    const [first, ...others] = zeroPage().measures;
    if (first === undefined) throw new Error('no measure');
    expect(found({ measures: [{ ...first, sources: ['hearsay'] }, ...others] })).toContain(
      '"hearsay" is cited',
    );
    const extra = { id: 'nobody', title: { en: 'Nobody', zh: '无人' }, url: 'https://example.org/' };
    expect(found({ sources: [...zeroPage().sources, extra] })).toContain(
      'the source "nobody" is cited nowhere',
    );
    expect(found({ evidenceFiles: [] })).toContain('is not in evidence/');
  });

  it('a commit that YAML read as a number', () => {
    const result = problemSchema.safeParse({ ...zeroPage(), introduced: [{ commit: 1234567890 }] });
    expect(result.error?.issues.map(({ message }) => message).join('\n')).toContain(
      'YAML reads 12e34567 as a number',
    );
  });
});

describe('the two languages of an article', () => {
  it('have the same sections, components and sources, for every problem', () => {
    for (const { id, articles } of knowledge.problems) {
      expect(articles.zh.headingIds, `${id}: heading ids`).toEqual(articles.en.headingIds);
      expect(articles.zh.components, `${id}: components`).toEqual(articles.en.components);
      expect([...articles.zh.sourceIds].sort(), `${id}: sources`).toEqual([...articles.en.sourceIds].sort());
    }
  });

  it('have the required sections in the required order', () => {
    const required = [
      'am-i-affected',
      'what-to-do',
      'background',
      'mechanism',
      'symptoms',
      'root-cause',
      'fix',
      'best-practices',
      'reproduction',
      'claims',
      'summary',
      'sources',
    ];
    for (const language of ['en', 'zh'] as const) {
      expect(zeroPage().articles[language].sectionIds).toEqual(required);
    }
  });
});
