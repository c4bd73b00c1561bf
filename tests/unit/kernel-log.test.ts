import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKernelLog } from '../../src/checker/facts/kernel-log.ts';

const evidence = (name: string) =>
  readFileSync(
    new URL(`../../content/problems/16689-zero-page/evidence/${name}.txt`, import.meta.url),
    'utf8',
  );

const ON_OFF = 'mem auto-init: stack:all(zero), heap alloc:on, heap free:off';
const POISONING =
  'mem auto-init: CONFIG_PAGE_POISONING is on, will take precedence over init_on_alloc and init_on_free';

test.each([
  ['6.12-checks-on-transcript', true, false],
  ['6.12-checks-off-transcript', false, false],
  ['6.1-defaults-transcript', true, false],
  ['6.1-page-poison-transcript', false, false],
])('the state in force is read from our own log %s', (name, heapAlloc, heapFree) => {
  expect(readKernelLog(evidence(name)).memAutoInit).toMatchObject({ heapAlloc, heapFree });
});

test('a malformed option belongs to its boot, and the last boot counts (our own log of three boots)', () => {
  const reading = readKernelLog(evidence('6.12-parameter-spellings'));
  expect(reading.malformed.map(({ name }) => name)).toEqual(['init_on_free']);
  expect(reading.memAutoInit).toMatchObject({ heapAlloc: false, heapFree: false });
  const later = readKernelLog(`${evidence('6.12-parameter-spellings')}\n${ON_OFF}`);
  expect(later.malformed).toEqual([]);
  expect(later.memAutoInit).toMatchObject({ heapAlloc: true });
});

test('an excerpt pasted behind the state is of the same boot', () => {
  const reading = readKernelLog(`${ON_OFF}\nMalformed early option 'init-on-free'\n${POISONING}`);
  expect(reading.memAutoInit).toMatchObject({ heapAlloc: true });
  expect(reading.malformed.map(({ name }) => name)).toEqual(['init-on-free']);
  expect(reading.poisoningTakesPrecedence).not.toBeNull();
});

test("page poisoning is read, slub_debug's line about SLAB_POISON is not (rules 11 and 13)", () => {
  expect(readKernelLog(POISONING).poisoningTakesPrecedence?.text).toContain('CONFIG_PAGE_POISONING');
  const slab = 'mem auto-init: SLAB_POISON will take precedence over init_on_alloc/init_on_free';
  expect(readKernelLog(slab)).toEqual({ memAutoInit: null, poisoningTakesPrecedence: null, malformed: [] });
});

test('the description of the line in an article is no state', () => {
  expect(readKernelLog('mem auto-init: stack:…, heap alloc:on|off, heap free:on|off').memAutoInit).toBeNull();
});

test.each([
  ['a time stamp', '[    0.000000] '],
  ['a journal prefix', 'Nov 22 10:00:00 elm kernel: '],
  ['an ISO time', '2026-11-22T10:00:00,123456+00:00 elm kernel: '],
  ['quote marks', '> > '],
  ['a level', '<6>[    0.000000] '],
  ['colours', '\u001b[32m[    0.000000] \u001b[0m'],
])('%s in front of the lines changes nothing', (_, prefix) => {
  const text = [`Malformed early option 'init_on_alloc'`, POISONING, ON_OFF]
    .map((line) => prefix + line)
    .join('\r\n');
  const reading = readKernelLog(text);
  expect(reading.memAutoInit).toMatchObject({ heapAlloc: true, heapFree: false });
  expect(reading.poisoningTakesPrecedence).not.toBeNull();
  expect(reading.malformed.map(({ name }) => name)).toEqual(['init_on_alloc']);
});

const pieces = fc.constantFrom(
  ON_OFF,
  POISONING,
  "Malformed early option '",
  "x'",
  'mem auto-init: stack:',
  '\n',
  '> ',
  '\u001b[1m',
  ',',
);

test('any text is read without an error, and every span is a piece of it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const { memAutoInit, poisoningTakesPrecedence, malformed } = readKernelLog(text);
      for (const span of [memAutoInit?.span, poisoningTakesPrecedence, ...malformed.map((one) => one.span)]) {
        if (span) expect(text.slice(span.start, span.end)).toBe(span.text);
      }
    }),
  );
});

test.each(['mem auto-init: stack:', "Malformed early option '", 'heap alloc:on, ', `${ON_OFF}\n`])(
  'a megabyte of %j is read in seconds',
  (piece) => {
    readKernelLog(piece.repeat(1_000_000 / piece.length));
  },
);
