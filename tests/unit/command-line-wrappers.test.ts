import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCommandLines } from '../../src/checker/facts/command-line-wrappers.ts';
import { parseKernelCommandLine } from '../../src/checker/facts/kernel-command-line.ts';
import type { FoundCommandLine, Switch } from '../../src/checker/types.ts';

interface Shape {
  readonly text: string;
  readonly shape: string;
  readonly expected: Readonly<Record<'init_on_alloc' | 'init_on_free', '0' | '1' | null>>;
  readonly wrapper: string;
}

const shapes: readonly Shape[] = readFileSync(
  new URL('../fixtures/command-line-shapes.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const inText = (text: string) => findCommandLines(text, { exact: false });
const inBox = (text: string) => findCommandLines(text, { exact: true });
const linesIn = (text: string) => inText(text).map(({ line }) => line);
const digit = (value: Switch) => (value === null ? null : value ? '1' : '0');

function expectConsistent(text: string, found: readonly FoundCommandLine[]): void {
  for (const { line, offsets, span } of found) {
    expect(offsets).toHaveLength(line.length);
    expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(offsets.every((offset) => offset >= span.start && offset < span.end)).toBe(true);
  }
}

describe('the shapes in which people paste command lines', () => {
  test.each(shapes)('$shape', ({ text, expected, wrapper }) => {
    const found = inText(text);
    expect(found.map((each) => each.wrapper)).toEqual([wrapper]);
    const { init_on_alloc, init_on_free } = parseKernelCommandLine(found[0]?.line ?? '', null).parameters;
    expect({ init_on_alloc: digit(init_on_alloc.value), init_on_free: digit(init_on_free.value) }).toEqual(
      expected,
    );
    expectConsistent(text, found);
    // The token that decided can be shown in the source, letter by letter.
    for (const { span } of [init_on_alloc, init_on_free]) {
      const offsets = found[0]?.offsets.slice(span?.start ?? 0, span?.end ?? 0) ?? [];
      const shown = offsets.map((offset) => text.charAt(offset)).join('');
      expect(shown.replace('＝', '=')).toBe(span?.text ?? '');
    }
  });
});

describe('what is no command line', () => {
  test.each([
    'Should I boot with init_on_alloc=0 or leave it alone?',
    'I set `init_on_alloc=0` and it crashed.',
    'Booting with init_on_alloc=0 init_on_free=0 makes it worse.',
    'the parameter "init_on_alloc=0" turns it off',
    'set init_on_alloc=0, init_on_free=0.',
    '| init_on_alloc=0 | corruption |',
    'options zfs zfs_dio_enabled=1 zfs_arc_max=1024',
    'Unknown kernel command line parameters "BOOT_IMAGE=/boot/vmlinuz splash", will be passed to user space.',
    'Please run cat /proc/cmdline\nand tell us what it says.',
    'Command line: run zpool status first',
    '# GRUB_CMDLINE_LINUX_DEFAULT="quiet init_on_alloc=0"',
    '# init_on_alloc=0 init_on_free=0',
    'CONFIG_INIT_ON_ALLOC_DEFAULT_ON=y',
    "Malformed early option 'init_on_alloc'",
    'mem auto-init: stack:off, heap alloc:on, heap free:off',
    'zfs-2.3.0-1\nzfs-kmod-2.3.0-1',
    'vm.swappiness=10 vm.dirty_ratio=5 kernel.panic=10',
    'PATH=/usr/bin HOME=/root TERM=linux',
    'debug quiet',
    'root=/dev/sda',
    'kernel_params: [',
    '',
  ])('%j', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('finding in noise', () => {
  test('parameters alone on a line count, and the same in a sentence do not', () => {
    expect(linesIn('init_on_alloc=0 init_on_free=0')).toEqual(['init_on_alloc=0 init_on_free=0']);
    expect(linesIn('Maybe init_on_alloc=0 init_on_free=0 helps?')).toEqual([]);
  });

  test('GRUB_CMDLINE_LINUX comes first whatever the order in the file (util/grub.d/10_linux.in)', () => {
    const text = 'GRUB_CMDLINE_LINUX_DEFAULT="init_on_alloc=0"\nGRUB_CMDLINE_LINUX="init_on_alloc=1"';
    expect(linesIn(text)).toEqual(['init_on_alloc=1 init_on_alloc=0']);
  });

  test('a later assignment replaces an earlier one, += and a reference to itself add to it', () => {
    expect(linesIn('GRUB_CMDLINE_LINUX="a=1"\nGRUB_CMDLINE_LINUX="b=2"')).toEqual(['b=2']);
    expect(linesIn('GRUB_CMDLINE_LINUX="a=1"\nGRUB_CMDLINE_LINUX+=" b=2"')).toEqual(['a=1 b=2']);
    expect(linesIn('GRUB_CMDLINE_LINUX=a=1\nGRUB_CMDLINE_LINUX="$GRUB_CMDLINE_LINUX b=2"')).toEqual([
      'a=1 $GRUB_CMDLINE_LINUX b=2',
    ]);
  });

  test('quotes that the shell takes off are taken off', () => {
    expect(linesIn('GRUB_CMDLINE_LINUX="dyndbg=\\"file x.c +p\\" init_on_alloc=0"')).toEqual([
      'dyndbg="file x.c +p" init_on_alloc=0',
    ]);
  });

  test('a parameter inside the quoted value of another stays there', () => {
    const line = 'BOOT_IMAGE=/vmlinuz root=/dev/sda ro dyndbg="file mm.c +p; init_on_alloc=0 quiet"';
    expect(linesIn(line)).toEqual([line]);
  });

  test('two command lines below each other stay two', () => {
    const first = 'root=/dev/sda ro init_on_alloc=0';
    const second = 'root=/dev/sdb ro init_on_alloc=1';
    expect(linesIn(`${first}\n${second}`)).toEqual([first, second]);
  });

  test('output behind a pipe is not taken for the whole line', () => {
    const found = inText('$ tr " " "\\n" < /proc/cmdline | grep init\ninit_on_alloc=0');
    expect(found.map(({ wrapper }) => wrapper)).toEqual(['line']);
  });

  test('only /proc/cmdline is what the running kernel got', () => {
    const wrapperOf = (file: string) => inText(`# cat ${file}\nroot=/dev/sda ro quiet`)[0]?.wrapper;
    expect(wrapperOf('/proc/cmdline')).toBe('prompt');
    expect(wrapperOf('/etc/kernel/cmdline')).toBe('configuration');
  });

  test('other commands on the same line do not get into the line', () => {
    const text =
      'host$ uname -r; cat /proc/cmdline; zfs version\n6.12.9-amd64\nroot=/dev/sda ro\nzfs-2.3.0-1';
    expect(inText(text)).toMatchObject([{ wrapper: 'prompt', line: 'root=/dev/sda ro' }]);
  });
});

describe('the box for the command line', () => {
  test.each([
    'root=/dev/sda ro init_on_alloc=0',
    'BOOT_IMAGE=/vmlinuz root=/dev/sda ro\u00a0init_on_alloc=0',
    'init_on_alloc＝0 a="b\nc" “d” \u001b[1m',
    '`init_on_alloc=0`',
    "'init_on_alloc=0'",
    'a="Command line: init_on_alloc=0"',
    'a=1 GRUB_CMDLINE_LINUX="init_on_alloc=0"',
    '> init_on_alloc=0\r',
    '# init_on_alloc=0',
  ])('%j is the line itself, unchanged', (text) => {
    const span = { start: 0, end: text.length, text };
    expect(inBox(text)).toMatchObject([{ wrapper: 'exact', line: text, span }]);
    expect(inBox(`${text}\n`)).toMatchObject([{ line: text, span }]);
    expect(inBox(`${text}\0`)).toMatchObject([{ line: text, span }]);
  });

  test.each([
    ['[    0.000000] Command line: init_on_alloc=0 ro', 'log'],
    ['$ cat /proc/cmdline\ninit_on_alloc=0 ro\n$', 'prompt'],
    ['GRUB_CMDLINE_LINUX="init_on_alloc=0 ro"', 'configuration'],
    ['boot.kernelParams = [ "init_on_alloc=0" "ro" ];', 'configuration'],
    ['CMDLINE="init_on_alloc=0 ro"', 'configuration'],
    ['options init_on_alloc=0 ro', 'boot-loader'],
    ['linux /vmlinuz init_on_alloc=0 ro', 'boot-loader'],
  ])('%j is the line in a wrapper', (text, wrapper) => {
    expect(inBox(text)).toMatchObject([{ wrapper, line: 'init_on_alloc=0 ro' }]);
  });

  test('white space alone is no line', () => {
    expect(inBox(' \n')).toEqual([]);
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...[
      'init_on_alloc=0',
      'root=/dev/sda',
      'ro',
      'quiet',
      ' ',
      '\n',
      '\r\n',
      '"',
      "'",
      '`',
      '**',
      '|',
      '> ',
      '\\',
    ],
    ...[
      'GRUB_CMDLINE_LINUX=',
      'GRUB_CMDLINE_LINUX_DEFAULT+=',
      'boot.kernelParams = [',
      ']',
      '# ',
      'BOOT_IMAGE=x',
    ],
    ...[
      'Command line: ',
      'cat /proc/cmdline',
      'options ',
      'linux /vmlinuz ',
      'sed s/',
      '/',
      '\u001b[1m',
      '＝',
      '“',
    ],
    ...['\u200b', '\u00a0', '😀', '\ud800', 'prose', '\0', 'f"', '+=', ','],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('nothing makes it throw, and every line leads back to the text', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, exact) => {
        expectConsistent(text, findCommandLines(text, { exact }));
      }),
      { numRuns: 500 },
    );
  });

  test('a text of parameters in the box is taken as it is', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,4}(=[\w"'`\\#>=\u00a0]{0,6})?$/), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        expect(inBox(text).map(({ wrapper, line }) => [wrapper, line])).toEqual([['exact', text]]);
      }),
    );
  });

  test.each([
    ...[
      '"',
      '\\',
      '=',
      "'",
      '`',
      '** ',
      '"a"\n',
      'a="\n',
      'f"',
      '\\"',
      'kargs:[ # \n',
      'cmdline:[""\n',
      'GRUB_CMDLINE_LINUX="',
    ],
    ...['cat /proc/cmdline\n', 'BOOT_IMAGE= ', '|ro root=x ', 'Command line: ro\n', '\u001b[', 'sed "s/\n'],
  ])('half a megabyte of %j comes to an end', (unit) => {
    const text = unit.repeat(2 ** 19 / unit.length);
    expect(inText(text).length + inBox(text).length).toBeGreaterThanOrEqual(0);
  });
});
