import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { VERDICT_TEXTS } from '../../src/i18n/verdict.ts';
import { describeReason } from '../../src/i18n/verdict-texts.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

function judged(text: string) {
  const judgement = judge({ text }, knowledge);
  if ('fault' in judgement) throw new Error(judgement.fault);
  return judgement;
}

const AFFECTED = 'zfs-kmod-2.3.99-90_g38c0324c0f\nLinux host 6.11.9-zen1-1-zen #1 ZEN SMP x86_64 GNU/Linux';
const reasonsOf = (text: string) =>
  judged(text).assessments.find(({ problem }) => problem === '16689')?.reasons ?? [];

describe('a database that is set to use O_DIRECT', () => {
  test('is a reason of an affected verdict, with the words it was read from', () => {
    const reason = reasonsOf(`${AFFECTED}\ninnodb_flush_method = O_DIRECT`).find(
      ({ code }) => code === 'database-uses-direct-io',
    );
    expect(reason).toMatchObject({
      values: { setting: 'innodb_flush_method=O_DIRECT' },
      evidence: [{ box: 'text', text: 'innodb_flush_method = O_DIRECT' }],
    });
    if (reason === undefined) throw new Error('no reason');
    expect(describeReason(reason, VERDICT_TEXTS.en)).toContain('(innodb_flush_method=O_DIRECT)');
    expect(describeReason(reason, VERDICT_TEXTS.zh)).toContain('（innodb_flush_method=O_DIRECT）');
  });

  test.each([
    `${AFFECTED}\ninnodb_flush_method = fsync`,
    'zfs-kmod-2.3.2-1\ninnodb_flush_method = O_DIRECT',
    'zfs-kmod-2.3.0-rc3\ninnodb_flush_method = O_DIRECT',
  ])('is none for %j', (text) => {
    expect(reasonsOf(text).map(({ code }) => code)).not.toContain('database-uses-direct-io');
  });
});

describe('the distribution', () => {
  test.each([
    [
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nDistribution Name | Ubuntu',
      'Debian GNU/Linux 12 (bookworm)',
    ],
    ['Distribution Name | Ubuntu\nDistribution Version | 24.04', 'Ubuntu 24.04'],
    ['Distribution Name | Ubuntu 24.04\nDistribution Version | 24.04', 'Ubuntu 24.04'],
    ['#28~24.04.1-Ubuntu SMP PREEMPT_DYNAMIC', 'Ubuntu'],
    ['#1-NixOS SMP', 'NixOS'],
  ])('of %j is %s', (text, name) => {
    expect(judged(text).system.distribution?.name).toBe(name);
  });

  test('FreeBSD, named in the bug report form, is the platform and has no Linux kernel', () => {
    const { platform, kernel } = judged(
      'Distribution Name | FreeBSD\nKernel Version | 14.1-RELEASE-p5',
    ).system;
    expect({ platform, kernel }).toEqual({ platform: 'freebsd', kernel: null });
  });

  test('Windows does not win over the kernel of WSL', () => {
    const text = 'Distribution Name | Windows 11\n5.15.167.4-microsoft-standard-WSL2';
    expect(judged(text).system.platform).toBe('linux');
  });
});

test('a pool that was printed twice counts as the last print says', () => {
  const status = (state: string) => `  pool: tank\n state: ${state}\nerrors: No known data errors\n`;
  expect(judged(`${status('DEGRADED')}\n${status('ONLINE')}`).system.pools).toMatchObject([
    { name: 'tank', state: 'ONLINE' },
  ]);
});
