import { describe, expect, it } from 'vitest';
import { historyOf, rowsOfMaster, rowsOfTags, type WindowRow } from '../../src/components/article/windows.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parsePlace } from '../../src/knowledge/place.ts';
import type { Problem } from '../../src/knowledge/problem.ts';

const { releases, problems } = loadKnowledge();

function zeroPage(): Problem {
  const problem = problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  return problem;
}

const ofMaster = (problem: Problem) => rowsOfMaster(historyOf(problem, problem), releases);
const ofTags = (problem: Problem) => rowsOfTags(historyOf(problem, problem), releases);

const row = (
  from: string | null,
  last: string | null,
  until: string | null,
  zfsDioEnabledDefault: 0 | 1 | null,
  status: WindowRow['status'],
): WindowRow => ({ from, last, until, zfsDioEnabledDefault, status });

describe('the affected windows of 16689', () => {
  it('on master: a10e552b99, 412105977c, c642e985e5 and c8a326aab7 of OpenZFS are the borders', () => {
    expect(ofMaster(zeroPage())).toEqual([
      row(null, null, '2.2.99-700', null, 'not-affected'),
      row('2.2.99-700', '2.2.99-879', '2.2.99-880', 1, 'affected'),
      row('2.2.99-880', '2.3.99-19', '2.3.99-20', 0, 'dormant'),
      row('2.3.99-20', '2.3.99-95', '2.3.99-96', 1, 'affected'),
      row('2.3.99-96', null, null, 1, 'fixed'),
    ]);
  });

  it('in tags: candidates 1 to 3 of 2.3.0 are dormant, 4 and 5 fixed with Direct I/O off (b673bcba4d, bc06d8164b)', () => {
    const [before, ...rows] = ofTags(zeroPage());
    // The last tag before the window is the newest of the 2.2 line, which grows with the data.
    expect(before).toEqual(
      row(null, expect.stringMatching(/^2\.2\.\d+$/), '2.3.0-rc1', null, 'not-affected'),
    );
    expect(rows).toEqual([
      row('2.3.0-rc1', '2.3.0-rc3', '2.3.0-rc4', 0, 'dormant'),
      row('2.3.0-rc4', '2.3.0-rc5', '2.3.0', 0, 'fixed'),
      row('2.3.0', null, null, 1, 'fixed'),
    ]);
  });

  it('show no tag as affected with its default', () => {
    expect(ofTags(zeroPage()).map(({ status }) => status)).not.toContain('affected');
  });
});

describe('the rows of any problem', () => {
  it('follow on each other: every row ends where the next begins', () => {
    for (const problem of problems) {
      for (const rows of [ofMaster(problem), ofTags(problem)]) {
        const ends = rows.slice(0, -1).map(({ until }) => until);
        expect(ends, problem.id).toEqual(rows.slice(1).map(({ from }) => from));
        expect(rows.at(-1)?.until ?? null, problem.id).toBeNull();
      }
    }
  });

  it('name only places that can be read', () => {
    for (const problem of problems) {
      const rows = [...ofMaster(problem), ...ofTags(problem)];
      for (const place of rows.flatMap(({ from, last, until }) => [from, last, until])) {
        if (place !== null) expect(() => parsePlace(place)).not.toThrow();
      }
    }
  });

  it('are none on master for a problem without a window there', () => {
    const problem = { ...zeroPage(), windows: zeroPage().windows.filter(({ line }) => line !== 'master') };
    expect(ofMaster(problem)).toEqual([]);
  });

  it('have no “fixed” row on master, and an open last one, where it is not fixed', () => {
    const windows = [{ line: 'master', from: '2.3.99-20', until: null, zfsDioEnabledDefault: 1 as const }];
    expect(ofMaster({ ...zeroPage(), windows })).toEqual([
      row(null, null, '2.3.99-20', null, 'not-affected'),
      row('2.3.99-20', null, null, 1, 'affected'),
    ]);
  });

  it('give no name to the commit before a base tag, which counts on the line before', () => {
    const windows = [
      { line: 'master', from: '2.2.99-700', until: '2.3.99-0', zfsDioEnabledDefault: 1 as const },
    ];
    expect(ofMaster({ ...zeroPage(), windows })[1]).toEqual(
      row('2.2.99-700', null, '2.3.99-0', 1, 'affected'),
    );
  });

  it('call tags affected whatever the default of Direct I/O, where the problem does not depend on it', () => {
    const problem = {
      ...zeroPage(),
      conditions: zeroPage().conditions.filter(({ fact }) => fact !== 'direct-io'),
      windows: zeroPage().windows.map((window) => ({ ...window, zfsDioEnabledDefault: null })),
    };
    expect(ofTags(problem)[1]?.status).toBe('affected');
  });
});
