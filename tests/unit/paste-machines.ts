/** Machines and their facts for the property tests of whole pastes; two files, so that they run on two cores. */
import fc from 'fast-check';
import { assessAll } from '../../src/checker/assess.ts';
import { systemObject } from '../../src/checker/report.ts';
import { readSystem } from '../../src/checker/system.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

export const knowledge = checkerKnowledge(loadKnowledge(), 'en');

/** Problems that ask, together, for every kind of fact; the others would ask the same again. */
const ASKING = ['16689', '18412', '9910', '7734', '15533', '16643'];
const fewProblems = { ...knowledge, problems: knowledge.problems.filter(({ id }) => ASKING.includes(id)) };

/** Runs in all; `npm run test:properties` sets it high. */
const ALL_RUNS = Number(process.env.PROPERTY_RUNS ?? 2400);
const PROPERTIES = 6;
export const numRuns = Math.max(1, Math.ceil(ALL_RUNS / PROPERTIES));
export const TIMEOUT = 3_600_000;

const switches = (name: string) =>
  fc.constantFrom('', `${name}=0`, `${name}=1`, `${name}=off`, `${name}=on`, `${name}=y`);

const version = fc.oneof(
  fc.constantFrom(
    '2.3.0-rc1',
    '2.3.0-rc3',
    '2.3.0-rc4',
    '2.2.6-1',
    '2.3.2-2~bpo12+1',
    '2.2.2-0ubuntu9.4',
    '2.4.0-1',
  ),
  fc
    .tuple(fc.constantFrom('2.2.99', '2.3.99'), fc.nat(580))
    .map(([line, count]) => `${line}-${count}_g38c0324c0f`),
);

const UNAMES = [
  'Linux host 6.11.9-zen1-1-zen #1 ZEN SMP PREEMPT_DYNAMIC Sun, 17 Nov 2024 16:06:18 +0000 x86_64 GNU/Linux',
  'Linux nas 6.8.0-45-generic #45-Ubuntu SMP PREEMPT_DYNAMIC Fri Aug 30 12:02:04 UTC 2024 x86_64 x86_64 x86_64 GNU/Linux',
  'Linux deb 6.1.0-27-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.115-1 (2024-11-01) x86_64 GNU/Linux',
  'Linux pve 6.8.12-4-pve #1 SMP PREEMPT_DYNAMIC PMX 6.8.12-4 (2024-11-06T15:04Z) x86_64 GNU/Linux',
  'Linux nixos 6.6.63 #1-NixOS SMP PREEMPT_DYNAMIC Fri Nov 22 14:38:37 UTC 2024 x86_64 GNU/Linux',
];

/** Fragments of one machine that do not depend on each other. */
export const machine = fc
  .record({
    version,
    uname: fc.constantFrom(...UNAMES),
    alloc: switches('init_on_alloc'),
    free: switches('init_on_free'),
    poison: switches('page_poison'),
    log: fc.option(fc.tuple(fc.constantFrom('on', 'off'), fc.constantFrom('on', 'off'))),
    stamp: fc.constantFrom(
      '',
      '[    0.051234] ',
      'Nov 20 08:14:02 nas kernel: ',
      '[Mon Nov 25 21:03:11 2024] ',
    ),
    parameter: fc.option(fc.constantFrom('0', '1')),
  })
  .map(({ version: found, uname, alloc, free, poison, log, stamp, parameter }) =>
    [
      `zfs-${found}\nzfs-kmod-${found}`,
      `BOOT_IMAGE=/boot/vmlinuz root=ZFS=rpool/ROOT/os ro quiet ${alloc} ${free} ${poison}`.trim(),
      uname,
      log === null ? '' : `${stamp}mem auto-init: stack:all(zero), heap alloc:${log[0]}, heap free:${log[1]}`,
      parameter === null ? '' : `/sys/module/zfs/parameters/zfs_dio_enabled:${parameter}`,
    ].filter((fragment) => fragment !== ''),
  );

/** What was found, without where it stood. */
export function factsOf(text: string) {
  const read = readSystem({ text }, fewProblems);
  if ('fault' in read) return read;
  return {
    system: systemObject(read.system),
    assessments: assessAll(read.system, fewProblems).map(({ problem, status, outcome }) => ({
      problem,
      status,
      outcome,
    })),
  };
}
