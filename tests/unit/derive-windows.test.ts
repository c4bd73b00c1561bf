import { describe, expect, it } from 'vitest';
import { splitByDio } from '../../tools/derive/dio-windows.ts';
import { type DefectChanges, type PlacedChange, windowsOf } from '../../tools/derive/windows.ts';

const history = {
  firstBase: '2.1.99',
  branchPoints: [
    { line: '2.1', from: null },
    { line: '2.2', from: '2.1.99-100' },
    { line: '2.3', from: '2.2.99-100' },
  ],
  releaseLines: ['2.1', '2.2', '2.3'].map((line) => ({ line, firstTag: `${line}.0-rc1` })),
};

const on = (branch: string, place: string, ...firstTags: string[]): PlacedChange => ({
  branch,
  place,
  firstTags,
});
const windows = (changes: Partial<DefectChanges>): string[] =>
  windowsOf({ introduced: [], fixed: [], assumedFrom: [], ...changes }, history).map(
    ({ line, from, until }) => `${line}: ${from} to ${until ?? 'now'}`,
  );

describe('windowsOf', () => {
  it('a line cut inside of the window on master has the defect from its first tag', () => {
    expect(windows({ introduced: [on('master', '2.1.99-50')], fixed: [on('master', '2.2.99-7')] })).toEqual([
      'master: 2.1.99-50 to 2.2.99-7',
      '2.2: 2.2.0-rc1 to now',
    ]);
  });

  it('the branch point itself counts, the commit after it does not', () => {
    expect(windows({ introduced: [on('master', '2.2.99-100')] })).toEqual([
      'master: 2.2.99-100 to now',
      '2.3: 2.3.0-rc1 to now',
    ]);
    expect(windows({ introduced: [on('master', '2.2.99-101')] })).toEqual(['master: 2.2.99-101 to now']);
    expect(windows({ introduced: [on('master', '2.2.99-1')], fixed: [on('master', '2.2.99-100')] })).toEqual([
      'master: 2.2.99-1 to 2.2.99-100',
    ]);
  });

  it('a window ends at the first fix after its start, and a later start opens another', () => {
    expect(
      windows({
        introduced: [on('zfs-2.2-release', '2.2.3-8'), on('zfs-2.2-release', '2.2.0-22')],
        fixed: [on('zfs-2.2-release', '2.2.6-70'), on('zfs-2.2-release', '2.2.1-1')],
      }),
    ).toEqual(['2.2: 2.2.0-22 to 2.2.1-1', '2.2: 2.2.3-8 to 2.2.6-70']);
  });

  it('what is older than the first base tag is inherited by the first tag that has it', () => {
    const old = on('master', '2.0.0-rc1-5', '2.1.0-rc1', '2.2.0-rc1', '2.3.0-rc1');
    expect(windows({ introduced: [old], fixed: [on('master', '2.1.99-9')] })).toEqual([
      'master: 2.1.99 to 2.1.99-9',
      '2.1: 2.1.0-rc1 to now',
    ]);
    const repaired = on('master', '2.0.0-rc1-8', '2.1.0-rc1', '2.2.0-rc1', '2.3.0-rc1');
    expect(windows({ introduced: [old], fixed: [repaired] })).toEqual([]);
  });

  it('an assumed start stands in for what was inherited', () => {
    expect(windows({ assumedFrom: ['2.1.99', '2.2.0', '2.1.12'] })).toEqual([
      'master: 2.1.99 to now',
      '2.1: 2.1.12 to now',
      '2.2: 2.2.0 to now',
      '2.3: 2.3.0-rc1 to now',
    ]);
  });
});

describe('splitByDio', () => {
  const change = (line: string, from: string, linux: 0 | 1) => ({ line, from, linux, freebsd: 0 as const });
  const defaults = [
    change('master', '2.2.99-50', 1),
    change('master', '2.2.99-90', 0),
    change('2.3', '2.3.1', 1),
  ];
  const split = (line: string, from: string, until: string | null) =>
    splitByDio([{ line, from, until }], defaults, history).map((window) => Object.values(window).join(' '));

  it('splits where the default changes inside, also from the one of the branch point', () => {
    expect(split('master', '2.2.99-50', null)).toEqual([
      'master 2.2.99-50 2.2.99-90 1',
      'master 2.2.99-90  0',
    ]);
    expect(split('2.3', '2.3.0-rc1', '2.3.2')).toEqual(['2.3 2.3.0-rc1 2.3.1 0', '2.3 2.3.1 2.3.2 1']);
  });

  it('does not split at the ends', () => {
    expect(split('master', '2.2.99-90', '2.2.99-95')).toEqual(['master 2.2.99-90 2.2.99-95 0']);
    expect(split('2.3', '2.3.0-rc1', '2.3.1')).toEqual(['2.3 2.3.0-rc1 2.3.1 0']);
  });
});
