import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paste } from '../../src/checker/input.ts';
import { judge } from '../../src/checker/judge.ts';
import type { Evidence } from '../../src/checker/types.ts';
import { factsOf, knowledge, machine, numRuns, TIMEOUT } from './paste-machines.ts';

const FRAGMENTS = [
  'zfs-kmod-2.3.99-90_g38c0324c0f',
  'ZFS: Loaded module v2.3.',
  'BOOT_IMAGE=/vmlinuz root=ZFS=a init_on_alloc=0',
  'GRUB_CMDLINE_LINUX="',
  'boot.kernelParams = [ "',
  'Linux h 6.11.9-zen1-1-zen #1 ZEN SMP',
  'mem auto-init: stack:off, heap alloc:on, heap free:off',
  '  pool: tank\n state: ONLINE\nNAME STATE READ WRITE CKSUM DIO\n',
  'PRETTY_NAME="',
  'Variable_name: innodb_flush_method\nValue: ',
  '| debug_io_direct |\n+---+\n',
  'Architecture ｜ ',
  '=3D',
  '=20\r\n',
  '\u001b[31m',
  '> ',
  '```\n',
  '“',
  '　',
  '\\n',
  '\n',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 8 })), { maxLength: 12 })
    .map((pieces) => pieces.join('')),
);

/** Every piece of evidence in a plain object, however deep. */
function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('box' in value && 'start' in value) return [value as Evidence];
  return Object.values(value).flatMap(evidenceIn);
}

test(
  'no text in any box makes the judgement throw, and all evidence is a piece of its box',
  () => {
    const boxes = fc.record(
      { commandLine: hostile, zfsVersion: hostile, text: hostile },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(boxes, (paste: Paste) => {
        const judged = judge(paste, knowledge);
        for (const { box, start, end, text } of evidenceIn(judged)) {
          if (box !== 'byHand') expect((paste[box] ?? '').slice(start, end)).toBe(text);
        }
        expect(structuredClone(judged)).toEqual(judged);
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);

test(
  'the order of independent fragments does not change the facts',
  () => {
    const shuffled = machine.chain((fragments) =>
      fc.tuple(
        fc.constant(fragments),
        fc.shuffledSubarray(fragments, { minLength: fragments.length }),
        fc.constantFrom('\n', '\n\n'),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([fragments, reordered, between]) => {
        expect(factsOf(reordered.join(between))).toEqual(factsOf(fragments.join('\n')));
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);

/** Lines that stand around evidence and say nothing: prose, other software, code, other commands. */
const NOISE = [
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.',
  '升级以后就这样了，求各位帮忙看看，谢谢！',
  'Docker version 27.3.1, build ce12230',
  'go version go1.23.4 linux/amd64',
  'Python 3.12.7',
  'gcc (GCC) 14.2.1 20240910',
  'mysqld  Ver 8.0.40 for Linux on x86_64 (MySQL Community Server - GPL)',
  'PostgreSQL 17.2 on x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit',
  'for (int i = 0; i < n; i++) { total += buffer[i]; }',
  'const answer = await fetch(url, { method: "POST" });',
  'def main(argv=None): return 0',
  'fio --name=w --rw=write --direct=1 --bs=1M --size=4G --ioengine=libaio',
  '-rw-r--r-- 1 root root 34029336 Jun 25 13:32 notes-2.0.1.txt',
  'zfs                  5902336  14',
  'spl                   143360  1 zfs',
  'tank  3.62T  1.21T  2.41T        -         -     3%    33%  1.00x    ONLINE  -',
  'inet 192.168.1.20/24 brd 192.168.1.255 scope global eth0',
  'Everyone on 2.1.x should be fine as far as I know.',
  'systemd 256 (256.7-1-arch)',
  'Filesystem      Size  Used Avail Use% Mounted on',
  '',
];

const noise = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NOISE) },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.constantFrom('lorem', 'ipsum', 'crash', 'again', '42', 'GB', '—', '服务器', '(see', 'below)'),
        { maxLength: 9 },
      )
      .map((words) => words.join(' ')),
  },
);

const noiseLines = fc.array(noise, { maxLength: 4 });

test(
  'noise around the fragments does not change the facts',
  () => {
    const surrounded = machine.chain((fragments) =>
      fc.tuple(
        fc.constant(fragments),
        fc.array(noiseLines, { minLength: fragments.length + 1, maxLength: fragments.length + 1 }),
      ),
    );
    fc.assert(
      fc.property(surrounded, ([fragments, between]) => {
        const lines = between.flatMap((some, index) => [...some, ...fragments.slice(index, index + 1)]);
        expect(factsOf(lines.join('\n'))).toEqual(factsOf(fragments.join('\n')));
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);

test(
  'noise alone has no module, no kernel and no command line',
  () => {
    fc.assert(
      fc.property(fc.array(noise, { minLength: 1, maxLength: 12 }), (lines) => {
        const judged = judge({ text: lines.join('\n') }, knowledge);
        if ('fault' in judged) return;
        expect(judged.system).toMatchObject({ kernel: null, commandLine: null });
        expect(judged.system.zfs).toMatchObject({ userland: null, module: null });
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);
