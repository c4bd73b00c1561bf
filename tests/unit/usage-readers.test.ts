import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlockDevices } from '../../src/checker/facts/block-devices.ts';
import { readCloning } from '../../src/checker/facts/cloning.ts';
import { readSettings } from '../../src/checker/facts/dataset-settings.ts';
import { readEncryptedVdevs } from '../../src/checker/facts/encrypted-vdevs.ts';
import { readLoopDevices } from '../../src/checker/facts/loop-devices.ts';
import { linesOf } from '../../src/checker/facts/pasted-text.ts';
import { plainLinesOf, plainPastedText } from '../../src/checker/facts/plain-lines.ts';
import { readSizes } from '../../src/checker/facts/pool-sizes.ts';
import { readMissingSwap } from '../../src/checker/facts/swap-devices.ts';
import { wholeOutputs } from '../../src/checker/facts/whole-outputs.ts';
import type { Span } from '../../src/checker/types.ts';

const READERS: Readonly<Record<string, (text: string) => readonly unknown[]>> = {
  readBlockDevices,
  readEncryptedVdevs,
  readLoopDevices,
  readSizes,
  readSettings,
  readCloning,
  readMissingSwap,
};

const PIECES = [
  'root@nas:~# ',
  '== ',
  ' ==',
  '\n',
  '  ',
  '\t',
  'lsblk -o NAME,TYPE,FSTYPE',
  'NAME TYPE FSTYPE',
  '`-x crypt zfs_member',
  '├─sda1 part zfs_member',
  'losetup',
  '/dev/loop0 1 254:0',
  'zpool list -v',
  'NAME SIZE',
  'mirror-0 79T',
  'zfs get encryption,dedup',
  '12 encryption=on dedup=on',
  't dedup on default',
  'zpool get feature@block_cloning',
  't feature@block_cloning active local',
  'dm-uuid-CRYPT-LUKS2-0-x ONLINE 0',
  'swapon --show',
  '> ',
  '\u001b[1m',
  '%',
  '10%',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 40 })
    .map((pieces) => pieces.join('')),
);

/** Every span in a plain object, however deep. */
function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'start' in value && 'end' in value ? [value as Span] : Object.values(value).flatMap(spansIn);
}

describe.each(Object.entries(READERS))('%s', (_, read) => {
  it('reads any text without an error, and every span is a piece of it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { start, end, text: piece } of spansIn(read(text)))
          expect(text.slice(start, end)).toBe(piece);
      }),
    );
  });

  it('finds the same with CR LF, quoted, and in colours', () => {
    const text = [
      'dm-uuid-CRYPT-LUKS2-0-x ONLINE 0',
      'root@nas:~# lsblk -o NAME,TYPE,FSTYPE\nNAME TYPE FSTYPE\n`-x crypt zfs_member',
      'root@nas:~# losetup\n/dev/loop0 1 254:0',
      'root@nas:~# zpool list -v\nNAME SIZE\nmirror-0 79T',
      'root@nas:~# zfs get encryption,dedup\n12 encryption=on dedup=on',
      'root@nas:~# zpool get feature@block_cloning\nt feature@block_cloning active local',
      'root@nas:~# swapon --show\nroot@nas:~#',
    ].join('\n');
    const quoted = text.split('\n').map((line) => `> \u001b[1m${line}\u001b[0m`);
    const found = read(text);
    expect(found).toHaveLength(1);
    expect(read(quoted.join('\r\n'))).toHaveLength(1);
  });
});

const outputs = (text: string): string[][] =>
  wholeOutputs(plainLinesOf(text).lines, /^ls$/).map(({ lines }) => lines.map((line) => line.text));

describe('a whole output', () => {
  it.each([
    'root@nas:~# ls',
    '[user@nas ~]$ ls',
    'user@nas ~ % ls',
    'nas:~ # ls',
    'nas ~ # ls',
    'nas# ls',
    '$ ls',
    '# ls',
    '❯ ls',
    '$ sudo ls',
    '== ls ==',
  ])('begins below “%s”', (shown) => {
    expect(outputs(`${shown}\na\n\nb\n$`)).toEqual([['a', 'b']]);
  });

  it.each(['root@nas:~#', 'nas# uptime', '$', '== end ==', '[user@nas ~]$ exit'])(
    'ends above “%s”',
    (next) => {
      expect(outputs(`$ ls\na\n${next}\nb`)).toEqual([['a']]);
    },
  );

  it.each([
    ['without an end', '$ ls\na'],
    ['without its command', 'a\n$'],
    ['of another command', '$ ls -l\na\n$'],
  ])('is none %s', (_, text) => expect(outputs(text)).toEqual([]));

  it('does not end at a row with a percentage', () => {
    const row = 'tank 1.81T 1.20T 629G - - 10% 66% 1.00x ONLINE -';
    expect(outputs(`$ ls\n${row}\n/dev/ada0p3 2097152 0 2097152 0%\n$`)).toEqual([
      [row, '/dev/ada0p3 2097152 0 2097152 0%'],
    ]);
  });

  it('of any text lies between two lines that show a command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = linesOf(plainPastedText(text));
        for (const output of wholeOutputs(lines, /^losetup$|^swapon/)) {
          expect(lines).toContain(output.shown);
          for (const line of output.lines) expect(lines).toContain(line);
        }
      }),
    );
  });
});
