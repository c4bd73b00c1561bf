import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseKernelCommandLine,
  resolveMemoryInitialisation,
} from '../../src/checker/facts/kernel-command-line.ts';
import { readLinuxBoolean } from '../../src/checker/facts/linux-boolean.ts';
import type { KernelVersion, MemoryParameter, Switch } from '../../src/checker/types.ts';

interface MeasuredCase {
  readonly kernel: string;
  readonly prefix: string;
  readonly append: string;
  readonly suffix: string;
  readonly appendHex?: string;
  readonly encoding: 'utf-8' | 'latin-1';
  readonly commandLineBytes: number;
  readonly heapAlloc: 'on' | 'off' | null;
  readonly heapFree: 'on' | 'off' | null;
  readonly poisonPrecedence: boolean;
  readonly malformed: readonly string[];
  readonly config: Readonly<
    Record<'INIT_ON_ALLOC_DEFAULT_ON' | 'INIT_ON_FREE_DEFAULT_ON' | 'PAGE_POISONING', 'y' | 'n'>
  >;
}

const measured: readonly MeasuredCase[] = readFileSync(
  new URL('../fixtures/kernel-command-lines.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** What was booted: `6.12.117+deb12-cloud-amd64`, `6.1.0-56-cloud-amd64 (6.1.192)`. */
function kernelOf({ kernel }: MeasuredCase): KernelVersion {
  const numbers = /\((.+)\)$/.exec(kernel)?.[1] ?? kernel;
  const [major = 0, minor = 0, patch = 0] = numbers.split(/[.+]/).map(Number);
  return [major, minor, patch];
}

function bytesOf({ prefix, append, suffix, appendHex, encoding }: MeasuredCase): Uint8Array {
  const middle =
    appendHex === undefined
      ? Buffer.from(append, encoding === 'latin-1' ? 'latin1' : 'utf8')
      : Buffer.from(appendHex, 'hex');
  return new Uint8Array(Buffer.concat([Buffer.from(prefix), middle, Buffer.from(suffix)]));
}

const LINUX_6_12: KernelVersion = [6, 12, 117];
const OLD: KernelVersion = [6, 15, 11];
const NEW: KernelVersion = [6, 16, 0];

function value(line: string, name: MemoryParameter, kernel: KernelVersion | null = LINUX_6_12): Switch {
  return parseKernelCommandLine(line, kernel).parameters[name].value;
}
const alloc = (line: string, kernel?: KernelVersion | null) => value(line, 'init_on_alloc', kernel);
const malformed = (line: string, kernel: KernelVersion | null = LINUX_6_12) =>
  parseKernelCommandLine(line, kernel).malformed;

const on = (state: 'on' | 'off' | null) => (state === null ? null : state === 'on');

describe('the command lines booted on Debian 6.1 and 6.12 in QEMU', () => {
  test('there are 460 of them', () => {
    expect(measured).toHaveLength(460);
  });

  test.each(measured.map((each, index) => ({ name: `${index + 1}: ${each.append.slice(0, 60)}`, each })))(
    'the kernel and the parser agree on $name',
    ({ each }) => {
      const bytes = bytesOf(each);
      const reading = parseKernelCommandLine(bytes, kernelOf(each));
      expect(reading.byteLength).toBe(each.commandLineBytes);
      if (each.encoding === 'utf-8') {
        const asText = parseKernelCommandLine(Buffer.from(bytes).toString('utf8'), kernelOf(each));
        expect(asText.malformed).toEqual(reading.malformed);
        for (const [name, { value: byText }] of Object.entries(asText.parameters)) {
          expect(byText).toBe(reading.parameters[name as MemoryParameter].value);
        }
      }
      if (each.heapAlloc === null) return;
      const pagePoisoning = each.config.PAGE_POISONING === 'y';
      const state = resolveMemoryInitialisation(reading, {
        initOnAllocDefaultOn: each.config.INIT_ON_ALLOC_DEFAULT_ON === 'y',
        initOnFreeDefaultOn: each.config.INIT_ON_FREE_DEFAULT_ON === 'y',
        pagePoisoning,
      });
      expect(state).toEqual({
        heapAlloc: on(each.heapAlloc),
        heapFree: on(each.heapFree),
        poisoningTakesPrecedence: each.poisonPrecedence,
      });
      const known = reading.malformed.filter(
        (name) => pagePoisoning || name.replaceAll('-', '_') !== 'page_poison',
      );
      expect(known).toEqual(each.malformed);
    },
  );
});

describe('the rules', () => {
  test('a parameter that is not given has no value and no place (mm/mm_init.c: the build option stays)', () => {
    expect(parseKernelCommandLine('root=/dev/sda ro', LINUX_6_12).parameters.init_on_alloc).toEqual({
      value: null,
      dependsOnKernel: false,
      span: null,
    });
  });

  test('2047 bytes are parsed and the 2048th is not (COMMAND_LINE_SIZE, arch/x86/include/asm/setup.h)', () => {
    const fill = (length: number) =>
      `p=${'x'.repeat(length - 2 - ' init_on_alloc=0'.length)} init_on_alloc=0`;
    expect(parseKernelCommandLine(fill(2047), LINUX_6_12)).toMatchObject({ byteLength: 2047, cut: false });
    expect(alloc(fill(2047))).toBe(false);
    expect(parseKernelCommandLine(fill(2048), LINUX_6_12)).toMatchObject({
      byteLength: 2048,
      cut: true,
      malformed: ['init_on_alloc'],
    });
    expect(alloc(fill(2048))).toBeNull();
  });

  test('bytes are counted, not characters (lib/string.c, strscpy)', () => {
    expect(parseKernelCommandLine('é€😀', null).byteLength).toBe(9);
    expect(alloc(`p=${'€'.repeat(700)} init_on_alloc=0`)).toBeNull();
  });

  test('a NUL ends the line (it is a C string)', () => {
    expect(alloc('init_on_alloc=0\0 init_on_alloc=1')).toBe(false);
  });

  test.each(['\t', '\n', '\v', '\f', '\r', ' ', '\u00a0', 'à ', '† '])(
    'the bytes 09-0D, 20 and A0 separate: %j (lib/ctype.c)',
    (separator) => {
      expect(alloc(`a${separator}init_on_alloc=0`)).toBe(false);
    },
  );

  test.each(['\u001c', '\u001f', '\u007f', '\u0085', '\u2003', '\u3000', '\u200b', '\ufeff'])(
    'other white space does not separate: %j (lib/ctype.c)',
    (character) => {
      expect(alloc(`a${character}init_on_alloc=0`)).toBeNull();
    },
  );

  test.each([
    ['"init_on_alloc=0"', false],
    ['init_on_alloc="0"', false],
    ['init_on_alloc=of"f"', false],
    ['"init_on_alloc=0 b"', false],
    ['"init_on_alloc"=0', null],
    ['a="b init_on_alloc=0 c"', null],
    ['a="b init_on_alloc=0', null],
    ["a='b init_on_alloc=0 c'", false],
    ['a=\\"b init_on_alloc=0 c\\"', null],
    ['init_on_alloc="', null],
    ['"', null],
  ])(
    'quotes toggle and only the outer ones are taken off: %s (lib/cmdline.c, next_arg)',
    (line, expected) => {
      expect(alloc(line)).toBe(expected);
    },
  );

  test.each([
    ['init_on_alloc =0', ['init_on_alloc']],
    ['init_on_alloc= 0', ['init_on_alloc']],
    ['init_on_alloc==0', ['init_on_alloc']],
    ['=init_on_alloc=0', []],
  ])('the first = that is not the first character splits: %s (lib/cmdline.c, next_arg)', (line, names) => {
    expect(alloc(line)).toBeNull();
    expect(malformed(line)).toEqual(names);
  });

  test.each([
    ['-- init_on_alloc=0', null],
    ['"--" init_on_alloc=0', null],
    ['init_on_alloc=0 -- init_on_alloc=1', false],
    ['--- init_on_alloc=0', false],
    ['--=x init_on_alloc=0', false],
    ['__ init_on_alloc=0', false],
    ["'--' init_on_alloc=0", false],
    ['--"" init_on_alloc=0', false],
  ])('a lone -- ends the parameters: %s (kernel/params.c, parse_args)', (line, expected) => {
    expect(alloc(line)).toBe(expected);
  });

  test.each([
    ['init-on-alloc=0', false],
    ['init_on-alloc=0', false],
    ['INIT_ON_ALLOC=0', null],
    ['mm.init_on_alloc=0', null],
    ['xinit_on_alloc=0', null],
    ['init_on_alloc0=0', null],
  ])('names match whole, - is _, case matters: %s (kernel/params.c, parameq)', (line, expected) => {
    expect(alloc(line)).toBe(expected);
    expect(malformed(line)).toEqual([]);
  });

  test.each(['y', 'Y', 't', 'T', '1', 'on', 'ON', 'oN', '10', 'only', '1,0', 'true'])(
    '%s is on (lib/kstrtox.c, kstrtobool)',
    (text) => {
      expect(alloc(`init_on_alloc=${text}`)).toBe(true);
    },
  );

  test.each(['n', 'N', 'f', 'F', '0', 'off', 'OF', '01', '0x1', 'none', 'nope', 'of', '0,1'])(
    '%s is off (lib/kstrtox.c, kstrtobool)',
    (text) => {
      expect(alloc(`init_on_alloc=${text}`)).toBe(false);
    },
  );

  test.each(['=2', '=-1', '=', '', '=o', '=enable', '=disable', '=\\0'])(
    'init_on_alloc%s is malformed and the state before it stays (init/main.c, do_early_param)',
    (rest) => {
      const line = `init_on_alloc=0 init-on-alloc${rest}`;
      expect(alloc(line)).toBe(false);
      expect(malformed(line)).toEqual(['init-on-alloc']);
      expect(alloc(`init_on_alloc${rest}`)).toBeNull();
    },
  );

  test('malformed names stand in the order in which the kernel reports them, as typed', () => {
    expect(malformed('init-on_free init_on_alloc=2 page_poison init_on-free=')).toEqual([
      'init-on_free',
      'init_on_alloc',
      'page_poison',
      'init_on-free',
    ]);
  });

  test('debug_pagealloc is read like the others, and its bad values are not reported (stock kernels lack it)', () => {
    expect(value('debug_pagealloc=on', 'debug_pagealloc')).toBe(true);
    expect(malformed('debug_pagealloc=bogus debug_pagealloc')).toEqual([]);
  });

  test('check_pages is always read, and reported as malformed only from 6.19 on (commit 83c8f7b5e194)', () => {
    expect(value('check_pages=1', 'check_pages', [6, 18, 3])).toBe(true);
    expect(malformed('check_pages', [6, 18, 3])).toEqual([]);
    expect(malformed('check_pages', [6, 19, 0])).toEqual(['check_pages']);
    expect(malformed('check_pages', null)).toEqual(['check_pages']);
  });

  test('module parameters lose their prefix and quotes, the last one wins, -- ends them', () => {
    const line =
      'zfs.zfs_arc_max=1 zfs.zfs-dio-enabled="0" spl.spl_x=a zfs.zfs_arc_max=2 zfs.bare -- zfs.y=1';
    const { moduleParameters } = parseKernelCommandLine(line, null);
    expect(moduleParameters.map(({ name, value: text, span }) => [name, text, span.text])).toEqual([
      ['zfs_dio_enabled', '0', 'zfs.zfs-dio-enabled="0"'],
      ['spl_x', 'a', 'spl.spl_x=a'],
      ['zfs_arc_max', '2', 'zfs.zfs_arc_max=2'],
    ]);
  });
});

describe('what the kernel version decides (commit ae5b3500856f, 6.16-rc1)', () => {
  test.each([
    ['enable', true],
    ['E', true],
    ['disable', false],
    ['d', false],
  ])('%s is a value from 6.16 on and malformed before', (text, since) => {
    const line = `init_on_alloc=${text}`;
    expect(alloc(line, NEW)).toBe(since);
    expect(malformed(line, NEW)).toEqual([]);
    expect(alloc(line, OLD)).toBeNull();
    expect(malformed(line, OLD)).toEqual(['init_on_alloc']);
    const unknown = parseKernelCommandLine(line, null);
    expect(unknown.parameters.init_on_alloc).toMatchObject({
      value: null,
      dependsOnKernel: true,
      span: { text: line },
    });
    expect(unknown.malformed).toEqual([]);
  });

  test.each([
    ['init_on_alloc=enable init_on_alloc=0', false],
    ['init_on_alloc=0 init_on_alloc=disable', false],
    ['init_on_alloc=1 init_on_alloc=enable', true],
  ])('%s means the same to every kernel', (line, expected) => {
    expect(parseKernelCommandLine(line, null).parameters.init_on_alloc).toMatchObject({
      value: expected,
      dependsOnKernel: false,
    });
  });

  test('init_on_alloc=1 init_on_alloc=disable hangs on the kernel', () => {
    const { parameters } = parseKernelCommandLine('init_on_alloc=1 init_on_alloc=disable', null);
    expect(parameters.init_on_alloc).toMatchObject({
      value: null,
      dependsOnKernel: true,
      span: { text: 'init_on_alloc=disable' },
    });
  });
});

describe('the state in force (mm/mm_init.c, mem_debugging_and_hardening_init)', () => {
  const resolve = (
    line: string,
    [initOnAllocDefaultOn, initOnFreeDefaultOn, pagePoisoning]: readonly [Switch, Switch, Switch],
  ) => {
    const reading = parseKernelCommandLine(line, null);
    const state = resolveMemoryInitialisation(reading, {
      initOnAllocDefaultOn,
      initOnFreeDefaultOn,
      pagePoisoning,
    });
    return [state.heapAlloc, state.heapFree, state.poisoningTakesPrecedence];
  };

  test.each([
    ['', [true, false, true], [true, false, false]],
    ['', [null, null, null], [null, null, false]],
    ['init_on_alloc=0', [null, null, null], [false, null, false]],
    ['page_poison=1', [true, false, true], [false, false, true]],
    ['page_poison=1', [true, false, false], [true, false, false]],
    ['page_poison=1', [true, false, null], [null, false, null]],
    ['page_poison=1 init_on_alloc=0', [true, false, true], [false, false, false]],
    ['page_poison=1 init_on_alloc=0 init_on_free=0', [null, null, null], [false, false, false]],
    ['page_poison=1', [null, null, true], [false, false, null]],
    ['page_poison=1 init_on_free=1', [null, null, true], [false, false, true]],
    ['page_poison=enable', [true, false, true], [null, false, null]],
    ['init_on_alloc=disable', [true, false, false], [null, false, false]],
  ] as const)('%j on a kernel built with %j gives %j', (line, configuration, expected) => {
    expect(resolve(line, configuration)).toEqual(expected);
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    ...[
      'init_on_alloc',
      'init-on-alloc',
      'page_poison',
      '=',
      '0',
      '1',
      'off',
      'enable',
      '"',
      "'",
      '\\',
      '--',
    ],
    ...[' ', '\t', '\n', '\u00a0', 'à', '\u1800', '😀', '\ud800', 'root=', 'zfs.x=', ','],
  );
  const lines = fc.oneof(
    fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const kernels = fc.constantFrom<KernelVersion | null>(null, OLD, NEW);

  test('no text and no bytes make it throw, and every span slices back', () => {
    fc.assert(
      fc.property(lines, kernels, (line, kernel) => {
        const { parameters, moduleParameters, byteLength } = parseKernelCommandLine(line, kernel);
        const spans = [...Object.values(parameters), ...moduleParameters].map(({ span }) => span);
        for (const span of spans) {
          if (span !== null) expect(line.slice(span.start, span.end)).toBe(span.text);
        }
        const nul = line.indexOf('\0');
        expect(byteLength).toBe(Buffer.byteLength(nul === -1 ? line : line.slice(0, nul)));
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), kernels, (bytes, kernel) => {
        for (const { span } of Object.values(parseKernelCommandLine(bytes, kernel).parameters)) {
          if (span === null) continue;
          expect(Buffer.from(bytes).toString('latin1').slice(span.start, span.end)).toBe(span.text);
        }
      }),
    );
  });

  test('a text and its bytes read alike', () => {
    fc.assert(
      fc.property(lines, kernels, (line, kernel) => {
        const byText = parseKernelCommandLine(line, kernel);
        const byBytes = parseKernelCommandLine(new TextEncoder().encode(line), kernel);
        const values = ({ parameters }: typeof byText) => Object.values(parameters).map((each) => each.value);
        expect(values(byText)).toEqual(values(byBytes));
        expect(byText.byteLength).toBe(byBytes.byteLength);
      }),
    );
  });

  test('the last valid value wins, as in a model that applies them one by one', () => {
    const values = fc.array(fc.constantFrom('0', '1', 'on', 'off', 'bogus', '', '2', 'e', 'd'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (texts) => {
        let expected: Switch = null;
        for (const text of texts) expected = readLinuxBoolean(text, 'words') ?? expected;
        const line = texts.map((text) => `init_on_alloc=${text}`).join(' ');
        expect(alloc(line, NEW)).toBe(expected);
      }),
    );
  });

  test('white space around the line changes nothing', () => {
    const space = fc.array(fc.constantFrom(' ', '\t', '\n', '\v', '\f', '\r'), { maxLength: 4 });
    fc.assert(
      fc.property(lines, space, space, (line, before, after) => {
        fc.pre(!line.includes('"') && !line.includes('\0'));
        const padded = parseKernelCommandLine(before.join('') + line + after.join(''), NEW);
        const plain = parseKernelCommandLine(line, NEW);
        expect(Object.values(padded.parameters).map((each) => each.value)).toEqual(
          Object.values(plain.parameters).map((each) => each.value),
        );
        expect(padded.malformed).toEqual(plain.malformed);
      }),
    );
  });

  test.each(['"', '\\', '=', ' ', '" ', 'init_on_alloc=0 ', '\u00a0'])(
    'a megabyte of %j comes to an end',
    (unit) => {
      expect(parseKernelCommandLine(unit.repeat(2 ** 20 / unit.length), null).cut).toBe(true);
    },
  );
});
