import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { GATHER_COMMAND } from '../../src/components/checker/gather-command.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** The one line that the checker shows, run on a folder in the place of /sys. */

const loaded = loadKnowledge();
const knowledge = checkerKnowledge(loaded, 'en');

const names = [
  'zfs_dio_enabled',
  ...loaded.problems.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.fact === 'module-parameter' ? [condition.name] : [])),
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'gather-'));
afterAll(() => rmSync(folder, { recursive: true }));

function gather(values: Readonly<Record<string, string>>): string {
  const parameters = join(folder, 'sys/module/zfs/parameters');
  rmSync(parameters, { recursive: true, force: true });
  mkdirSync(parameters, { recursive: true });
  for (const [name, value] of Object.entries(values)) writeFileSync(join(parameters, name), `${value}\n`);
  const command = GATHER_COMMAND.replace('/sys/', `${folder}/sys/`);
  return spawnSync('sh', ['-c', command], { encoding: 'utf8' }).stdout.replaceAll(folder, '');
}

const statusOf = (problem: string, text: string): string | undefined => {
  const result = judge({ text }, knowledge);
  return 'fault' in result
    ? result.fault
    : result.assessments.find((found) => found.problem === problem)?.status;
};

describe('the command that gathers what the checker needs most', () => {
  it.each(names)('prints %s, which a condition asks for', (name) => {
    expect(gather({ [name]: '7' })).toContain(`/sys/module/zfs/parameters/${name}:7`);
  });

  it('leaves the other parameters out', () => {
    expect(gather({ zfs_arc_max: '0', zfs_txg_timeout: '5' })).not.toContain('parameters');
  });

  it.each([
    ['18412', '2.3.4-1', { zfs_bclone_enabled: '0' }],
    ['16909', '2.2.3-1', { zfs_arc_shrinker_limit: '0' }],
    ['16689', '2.3.0-rc2', { zfs_dio_enabled: '0' }],
  ])('settles %s with %s', (problem, version, values) => {
    const printed = gather(values)
      .split('\n')
      .filter((line) => line.startsWith('/sys/'));
    expect(printed).toHaveLength(1);
    expect(statusOf(problem, `zfs-kmod-${version}\n${printed.join('\n')}`)).toBe('dormant');
    expect(statusOf(problem, `zfs-kmod-${version}\n${printed.join('\n').replace(':0', ':1')}`)).toBe(
      'affected',
    );
  });

  it('is short enough for a phone: five lines of its width', () => {
    expect(GATHER_COMMAND.length).toBeLessThan(5 * 40);
  });
});
