import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSwapDevices } from '../../src/checker/facts/swap-devices.ts';
import { judge } from '../../src/checker/judge.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

const devices = (text: string) => readSwapDevices(text).map(({ isZvol, span }) => [span.text, isZvol]);

describe('swap devices', () => {
  it('are the rows of swapon --show (swapon(8))', () => {
    const text =
      'NAME      TYPE       SIZE USED PRIO\n/dev/zd16 partition   8G   0B   -2\n/dev/sda3 partition 976M   0B   -3';
    expect(devices(text)).toEqual([
      ['/dev/zd16 partition   8G   0B   -2', true],
      ['/dev/sda3 partition 976M   0B   -3', false],
    ]);
  });

  it('are the rows of /proc/swaps (mm/swapfile.c)', () => {
    const text =
      'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n/dev/zd0                                partition\t8388604\t\t0\t\t-2\n/swapfile                               file\t\t2097148\t0\t-3';
    expect(devices(text).map(([, isZvol]) => isZvol)).toEqual([true, false]);
  });

  it('may be named by their link under /dev/zvol', () => {
    expect(devices('/dev/zvol/rpool/swap partition 4G 0B -2')).toEqual([
      ['/dev/zvol/rpool/swap partition 4G 0B -2', true],
    ]);
  });

  it.each(['/dev/zd16', 'ls /dev/zd0 partition', '/dev/zd0 disk 8G', 'see /dev/zvol/rpool/swap'])(
    'are not found in “%s”',
    (text) => expect(devices(text)).toEqual([]),
  );

  it('any text is read without an error, and every span is a piece of it', () => {
    const word = fc.constantFrom(
      '/dev/zd0',
      '/dev/zvol/a',
      ' partition ',
      'file',
      '8G',
      '0B',
      '\n',
      '\t',
      '-2',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          for (const { span } of readSwapDevices(text))
            expect(text.slice(span.start, span.end)).toBe(span.text);
        },
      ),
    );
  });
});

describe('swap on a zvol (OpenZFS issue 7734)', () => {
  const statusWith = (text: string) => {
    const result = judge({ text }, knowledge);
    if ('fault' in result) throw new Error(result.fault);
    return result.assessments.find(({ problem }) => problem === '7734')?.status;
  };

  it('affects every version where a swap device is a zvol', () => {
    expect(statusWith('zfs-kmod-2.4.4-1\n/dev/zd16 partition 8G 0B -2')).toBe('affected');
  });

  it('is dormant where swap lies elsewhere, and unknown where the text does not say', () => {
    expect(statusWith('zfs-kmod-2.4.4-1\n/dev/sda3 partition 8G 0B -2')).toBe('dormant');
    expect(statusWith('zfs-kmod-2.4.4-1')).toBe('unknown');
  });
});
