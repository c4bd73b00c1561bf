import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LogSignature, matchSignatures } from '../../src/checker/facts/log-signatures.ts';

const directory = new URL('../../content/problems/16689-zero-page/evidence/', import.meta.url);
const evidence = (name: string) => readFileSync(new URL(`${name}.txt`, directory), 'utf8');

const BAD_PAGE: LogSignature = {
  problem: '16689',
  id: 'bad-page-state',
  strength: 'specific',
  lines: ['BUG: Bad page state in process', 'reserved', 'PAGE_FLAGS_CHECK_AT_FREE', 'zfs_uio_free_dio_pages'],
};
const GRAB: LogSignature = {
  problem: '16689',
  id: 'try-grab',
  strength: 'specific',
  lines: ['try_grab_', 'iov_iter_get_pages2', 'zfs_uio_get_dio_pages_alloc', 'zfs_write'],
};
const SEGFAULT: LogSignature = { problem: '16689', id: 'segfault', strength: 'weak', lines: ['segfault at'] };
const ALL = [BAD_PAGE, GRAB, SEGFAULT];

const idsIn = (text: string) => matchSignatures(text, ALL).map(({ id }) => id);

test.each([
  ['6.12-checks-on-first-write', ['bad-page-state']],
  ['6.12-checks-on-second-write', ['try-grab']],
  ['6.12-checks-off-warning', ['try-grab']],
  ['6.1-both-off-warning-and-bad-page-map', ['try-grab']],
  ['6.1-defaults-transcript', ['segfault']],
  ['6.12-checks-off-page-reused', []],
  ['6.12-fixed-transcript', []],
])('our own log %s has exactly the signatures %j', (name, ids) => {
  expect(idsIn(evidence(name))).toEqual(ids);
});

test('no file of a fixed module has a signature', () => {
  const fixed = readdirSync(directory).filter((name) => name.includes('fixed'));
  expect(fixed).not.toEqual([]);
  for (const name of fixed) expect(idsIn(readFileSync(new URL(name, directory), 'utf8'))).toEqual([]);
});

test('a match gives the whole lines, trimmed, in the order of the text', () => {
  const [match] = matchSignatures(evidence('6.12-checks-on-first-write'), [BAD_PAGE]);
  expect(match?.spans.map(({ text }) => text)).toEqual([
    'BUG: Bad page state in process zptest  pfn:0bd38',
    'flags: 0xfffffc6002204(referenced|workingset|reserved|node=0|zone=1|lastcpupid=0x1fffff)',
    'page dumped because: PAGE_FLAGS_CHECK_AT_FREE flag(s) set',
    'zfs_uio_free_dio_pages+0x70/0x170 [zfs]',
  ]);
});

describe('one report', () => {
  const signature = (...lines: string[]): LogSignature => ({
    problem: '1',
    id: 'x',
    strength: 'weak',
    lines,
  });
  const matches = (text: string, ...lines: string[]) =>
    matchSignatures(text, [signature(...lines)]).length > 0;
  const filler = (count: number) => 'x\n'.repeat(count);

  test('ends after 60 lines', () => {
    expect(matches(`alpha\n${filler(58)}beta`, 'alpha', 'beta')).toBe(true);
    expect(matches(`alpha\n${filler(59)}beta`, 'alpha', 'beta')).toBe(false);
  });

  test('may begin again: the latest beginning counts', () => {
    expect(matches(`alpha\n${filler(50)}alpha\n${filler(50)}beta`, 'alpha', 'beta')).toBe(true);
  });

  test('keeps the order of the pieces, also within a line', () => {
    expect(matches('beta\nalpha', 'alpha', 'beta')).toBe(false);
    expect(matches('beta alpha', 'alpha', 'beta')).toBe(false);
    expect(matches('alpha beta', 'alpha', 'beta')).toBe(true);
    expect(matches('alpha', 'alpha', 'alpha')).toBe(false);
  });

  test('is bounded by the marks that Linux prints (kernel/panic.c)', () => {
    expect(matches('alpha\n---[ end trace 0000000000000000 ]---\nbeta', 'alpha', 'beta')).toBe(false);
    expect(matches('alpha\n------------[ cut here ]------------\nbeta', 'alpha', 'beta')).toBe(false);
    expect(matches('alpha\n(lines left out)\nbeta', 'alpha', 'beta')).toBe(false);
  });

  test('is compared as it is: case counts, and nothing is a pattern', () => {
    expect(matches('Alpha', 'alpha')).toBe(false);
    expect(matches('alphabet', 'a.*t')).toBe(false);
    expect(matches('x', '')).toBe(true);
    expect(matches('x')).toBe(false);
  });
});

test.each([
  ['time stamps', '[ 1234.567890] '],
  ['journal prefixes', 'Nov 22 10:00:00 elm kernel: '],
  ['quote marks', '> '],
])('%s change nothing', (_, prefix) => {
  const text = evidence('6.12-checks-on-first-write').replaceAll(/^(?=.)/gm, prefix);
  expect(idsIn(text)).toEqual(['bad-page-state']);
});

test('any text is searched without an error, and every span is a line of it', () => {
  const lines = fc.constantFrom(
    ...ALL.flatMap((signature) => signature.lines),
    '\n',
    '\r\n',
    '> ',
    ' ',
    '\u001b[0m',
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(lines).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const { spans } of matchSignatures(text, ALL)) {
        expect(spans.length).toBeGreaterThan(0);
        for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
      }
    }),
  );
});

test.each([
  'a',
  '\n',
  'try_grab_\n',
  'try_grab_',
  'iov_iter_get_pages2\ntry_grab_\n',
  'Bad page state in process reserved ',
])('a megabyte of %j is searched in seconds', (piece) => {
  matchSignatures(piece.repeat(1_000_000 / piece.length), ALL);
});
