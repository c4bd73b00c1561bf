import { describe, expect, it } from 'vitest';
import { affectedWords } from '../../src/components/article/affected-words.ts';
import { wordsElsewhere } from '../../src/components/signature-words.ts';
import { conditionsAt, machineConditions } from '../../src/components/versions/machine-conditions.ts';
import { interfaceTexts } from '../../src/i18n/interface.ts';
import { pageTexts } from '../../src/i18n/pages.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parsePlace } from '../../src/knowledge/place.ts';
import type { Problem } from '../../src/knowledge/problem.ts';

const { releases, problems } = loadKnowledge();
const english = {
  interfaceTexts: interfaceTexts('en'),
  texts: pageTexts('en').versions,
  language: 'en',
} as const;

function problemOf(id: string): Problem {
  const problem = problems.find((candidate) => candidate.id === id);
  if (problem === undefined) throw new Error(`problem ${id} is missing`);
  return problem;
}

const conditionsOf = (id: string, release: string) =>
  conditionsAt(parsePlace(release), problemOf(id), releases, english);

/** 16608: its fix works on Linux 5.2 and later only, but the defect before the fix is in every kernel. */
describe('a condition that only one defect of a problem has', () => {
  it('stands with the versions of that defect in the box of the article', () => {
    const words = affectedWords(problemOf('16608'), releases, interfaceTexts('en'), 'en');
    expect(words).toContain('2.1.0-rc1 to 2.3.3');
    expect(words).toContain('only before Linux 5.2: 2.3.4 and later; builds of master: 2.3.99-475 and later');
    expect(words).not.toContain('only before Linux 5.2');
  });

  it('names those versions under the problem in the table of releases', () => {
    expect(machineConditions(problemOf('16608'), releases, english)).toEqual([
      '2.3.4 and later, only before Linux 5.2',
    ]);
  });

  it('stands with the releases that have that defect, and with no others', () => {
    expect(conditionsOf('16608', '2.3.9')).toEqual(['only before Linux 5.2']);
    expect(conditionsOf('16608', '2.3.3')).toEqual([]);
  });
});

describe('a condition that all defects of a problem have', () => {
  it('stands once, without versions', () => {
    expect(machineConditions(problemOf('17277'), releases, english)).toEqual([
      'only on Linux 6.15 and later',
      'only if a loop device uses a file on ZFS',
    ]);
    expect(conditionsOf('16643', '2.3.9')).toEqual(['only on FreeBSD']);
  });
});

describe('a signature', () => {
  it('of several words shows all of them: the example line alone is what other faults print too', () => {
    const signature = problemOf('16689').signatures.find(({ strength }) => strength === 'specific');
    if (signature === undefined) throw new Error('16689 has no specific signature');
    expect(wordsElsewhere(signature)).toContain('zfs_uio_free_dio_pages');
  });
});
