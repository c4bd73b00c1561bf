import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/checker/facts/plain-text.ts';
import { parseZfsVersion, readZfsVersions } from '../../src/checker/facts/zfs-version.ts';
import type { FoundZfsVersion, Span, ZfsVersion, ZfsVersionReading } from '../../src/checker/types.ts';

interface Shape {
  note: string;
  text: string;
  expected: {
    userland: string | null;
    kmod: string | null;
    upstream: string | null;
    rc: number | null;
    git: { count: number | null; hash: string | null } | null;
    packaging: string | null;
    ambiguous?: boolean;
  };
}

const shapes: Shape[] = readFileSync(new URL('../fixtures/zfs-version-shapes.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const textOf = (found: FoundZfsVersion | null) => found?.version.text ?? null;

/** A reading without offsets. */
const saying = (reading: ZfsVersionReading) => ({
  userland: reading.userland?.version ?? null,
  module: reading.module?.version ?? null,
  mentioned: reading.mentioned?.version ?? null,
  conflicting: reading.conflicting.map(textOf),
  ambiguous: reading.ambiguous,
  incomplete: reading.incomplete.map(({ text }) => text),
});

function spansOf({ userland, module, mentioned, conflicting, incomplete }: ZfsVersionReading): Span[] {
  const found = [userland, module, mentioned, ...conflicting];
  return [...found.flatMap((each) => (each === null ? [] : [each.span])), ...incomplete];
}

const read = (text: string, box = false) => readZfsVersions(text, { box });
const halves = (text: string, box = false) => {
  const { userland, module } = read(text, box);
  return [textOf(userland), textOf(module)];
};

describe('the shapes that people paste', () => {
  test('there are at least 56 of them', () => {
    expect(shapes.length).toBeGreaterThanOrEqual(56);
  });

  for (const box of [false, true]) {
    test.each(shapes)(`$note: read as expected ${box ? 'in the version box' : 'in any text'}`, (shape) => {
      const reading = read(shape.text, box);
      const version = (reading.userland ?? reading.module ?? reading.mentioned)?.version;
      const hasGit = version !== undefined && (version.commits !== null || version.commit !== null);
      expect({
        userland: textOf(reading.userland),
        kmod: textOf(reading.module),
        upstream: version?.release ?? null,
        rc: version?.candidate ?? null,
        git: hasGit ? { count: version.commits, hash: version.commit } : null,
        packaging: version?.packaging ?? null,
        ambiguous: reading.ambiguous,
      }).toEqual({ ambiguous: false, ...shape.expected });
      for (const { start, end, text } of spansOf(reading)) expect(shape.text.slice(start, end)).toBe(text);
    });
  }
});

describe('one version', () => {
  type Row = [string, string, number | null, number | null, string | null, string | null];
  const rows: Row[] = [
    ['2.3.1', '2.3.1', null, null, null, null],
    ['0.6.5.3-1', '0.6.5.3', null, null, null, '1'],
    ['2.3.0-rc3', '2.3.0', 3, null, null, null],
    ['2.3.0~rc3-1', '2.3.0', 3, null, null, '1'],
    ['2.3.0_rc3', '2.3.0', 3, null, null, null],
    ['2.4.1rc14', '2.4.1', 14, null, null, null],
    ['2.3.0-0.rc3.1.fc41', '2.3.0', 3, null, null, '1.fc41'],
    ['2.1.5-r0-gentoo', '2.1.5', null, null, null, 'r0-gentoo'],
    ['2.3.0-rc3-r0-gentoo', '2.3.0', 3, null, null, 'r0-gentoo'],
    ['2.3.2-2~bpo12+1', '2.3.2', null, null, null, '2~bpo12+1'],
    ['2.2.2-0ubuntu9.4', '2.2.2', null, null, null, '0ubuntu9.4'],
    ['2.2.4-pve1', '2.2.4', null, null, null, 'pve1'],
    ['2.3.1-1.el9', '2.3.1', null, null, null, '1.el9'],
    ['2.2.4-1.fc40', '2.2.4', null, null, null, '1.fc40'],
    ['2.3.99-1', '2.3.99', null, null, null, '1'],
    ['2.3.99-34', '2.3.99', null, null, null, '34'],
    ['2.3.99-1.gcc13', '2.3.99', null, null, null, '1.gcc13'],
    ['2.3.99-90_g38c0324c0f', '2.3.99', null, 90, '38c0324c0f', null],
    ['2.3.99-90_g', '2.3.99', null, 90, null, null],
    ['2.3.99-90_', '2.3.99', null, 90, null, null],
    ['2.3.99-90_g38c0324c0f.el9', '2.3.99', null, 90, '38c0324c0f', 'el9'],
    ['2.4.99-970.g03b02eb4a4', '2.4.99', null, 970, '03b02eb4a4', null],
    ['2.3.99.r34.g152ae5c9bc', '2.3.99', null, 34, '152ae5c9bc', null],
    ['2.3.99.r34.g152ae5c9bc-1', '2.3.99', null, 34, '152ae5c9bc', '1'],
    ['2.3.0-rc3_33_gb673bcba4d', '2.3.0', 3, 33, 'b673bcba4d', null],
    ['2.3.0-rc3.33.gb673bcba4d', '2.3.0', 3, 33, 'b673bcba4d', null],
    ['2.2.6-8_g4d7c8a4831', '2.2.6', null, 8, '4d7c8a4831', null],
    ['2.3.99-170-FreeBSD_g34205715e', '2.3.99', null, 170, '34205715e', 'FreeBSD'],
    ['2.2.7-FreeBSD_ge269af1b3', '2.2.7', null, null, 'e269af1b3', 'FreeBSD'],
    ['2.3.1p1', '2.3.1', null, null, null, 'p1'],
  ];
  test.each(rows)('%s is taken apart', (text, release, candidate, commits, commit, packaging) => {
    expect(parseZfsVersion(text)).toEqual({ text, release, candidate, commits, commit, packaging });
  });

  const none = [
    '',
    '2',
    '2.3',
    '2.3.',
    '2.3.0-',
    '2.3.0-r',
    '2.3.0-rc',
    '2.3.0-rcN',
    '2.3.0~',
    '2.1.x',
    '2.3.0 ',
  ];
  test.each([...none, 'zfs-2.3.0', 'v2.3.0', '2024.10.04', '5000', '1.2.3.4.5', '2.3.1a'])(
    '"%s" is no whole version',
    (text) => {
      expect(parseZfsVersion(text)).toBeNull();
    },
  );

  test('one put together from parts gives back its parts', () => {
    const number = fc.integer({ min: 0, max: 99 });
    const hash = fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 7, maxLength: 12 })
      .map((digits) => digits.join(''));
    const part = fc.record({
      release: fc.tuple(number, number, number).map((numbers) => numbers.join('.')),
      candidate: fc.option(fc.integer({ min: 1, max: 99 })),
      git: fc.option(fc.record({ commits: fc.integer({ min: 0, max: 9999 }), commit: hash })),
      packaging: fc.option(fc.constantFrom('1', '0ubuntu9.4', 'pve1', '2~bpo12+1', 'r0-gentoo', '1.el9')),
    });
    const spelling = fc.constantFrom('_', '.');
    fc.assert(
      fc.property(part, spelling, ({ release, candidate, git, packaging }, separator) => {
        const rc = candidate === null ? '' : `-rc${candidate}`;
        const first = candidate === null ? '-' : separator;
        const described = git === null ? '' : `${first}${git.commits}${separator}g${git.commit}`;
        const text = `${release}${rc}${described}${packaging === null ? '' : `-${packaging}`}`;
        const expected: ZfsVersion = {
          text,
          release,
          candidate,
          commits: git?.commits ?? null,
          commit: git?.commit ?? null,
          packaging,
        };
        // `.gcc…` after a dot is a compiler, and reads as packaging.
        fc.pre(git === null || separator !== '.' || !git.commit.startsWith('cc'));
        expect(parseZfsVersion(text)).toEqual(expected);
      }),
    );
  });
});

describe('the version box', () => {
  test.each(['2.3.0-rc2', ' v2.3.0-rc2\n', 'OpenZFS 2.3.0-rc2', 'ZFS version: 2.3.0-rc2', '"2.3.0-rc2"'])(
    '%s is the module',
    (text) => {
      expect(halves(text, true)).toEqual([null, '2.3.0-rc2']);
    },
  );
  test('a bare version outside of it says nothing', () => {
    expect(halves('2.3.0-rc2')).toEqual([null, null]);
  });
  test.each(['6.12.74+deb13+1-amd64', '5000', '2.6.32', '27.5.0', 'go1.23.4', ''])(
    '%s is no version',
    (text) => {
      expect(saying(read(text, true))).toEqual(saying(read('')));
    },
  );
  test('two different bare versions leave it open', () => {
    expect(read('2.3.1-1\n2.3.2-1', true).ambiguous).toBe(true);
    expect(read('2.3.1-1 / 2.3.2-1', true).ambiguous).toBe(true);
  });
  test.each([
    '2.3.',
    '2.3',
    '2.3.0-rc',
    '2.1.x',
    'zfs-kmod-2.3.',
    'zfs-kmod-2.3.0-',
    'zfs-kmod-2.3.1...',
    'zfs-x.y.z',
  ])('%s is incomplete', (text) => {
    const reading = read(text, true);
    expect(saying(reading)).toMatchObject({ userland: null, module: null, incomplete: [text] });
  });
});

describe('what decides for the module', () => {
  const log =
    '[    3.1] ZFS: Loaded module v2.3.99-90_g38c0324c0f, ZFS pool version 5000, ZFS filesystem version 5';
  const file = 'user@host:~$ cat /sys/module/zfs/version\n2.3.99-90_g38c0324c0f';
  const weaker = [
    '$ modinfo zfs\nfilename: /lib/modules/6.12.9/extra/zfs.ko.xz\nversion:        2.3.4-1',
    'ii  zfs-dkms  2.3.4-1~bpo12+1  all  kernel modules',
    'zfs-kmod-2.3.4-1.fc40.x86_64.rpm',
    'zfs-dkms-2.3.4-1.el9.noarch',
  ];
  for (const running of [log, file, 'zfs-kmod-2.3.99-90_g38c0324c0f']) {
    test.each(weaker)(`what runs (${running.slice(0, 12)}…), not %s, in either order`, (other) => {
      for (const text of [`${running}\n\n${other}`, `${other}\n\n${running}`]) {
        const reading = read(text);
        expect(reading.module?.version.commits).toBe(90);
        expect(reading.conflicting.map(({ version }) => version.release)).toEqual(['2.3.4']);
      }
    });
  }
  test('of two equal witnesses the first, and the other is reported', () => {
    expect(saying(read('zfs-kmod-2.3.0-1\nzfs-kmod-2.3.1-1'))).toMatchObject({
      module: { text: '2.3.0-1' },
      conflicting: ['2.3.1-1'],
    });
  });
  test('of two loads in a log the later', () => {
    const text = 'ZFS: Loaded module v2.3.0-1, ZFS\nZFS: Loaded module v2.3.1-1, ZFS';
    expect(saying(read(text))).toMatchObject({ module: { text: '2.3.1-1' }, conflicting: ['2.3.0-1'] });
  });
  test('packaging that differs and a hash that was cut are no contradiction', () => {
    expect(read('zfs-kmod-2.1.5-1ubuntu6\nzfs-kmod-2.1.5-1ubuntu7').conflicting).toEqual([]);
    expect(read('zfs-kmod-2.3.99-90_g38c0\nzfs-kmod-2.3.99-90_g38c0324c0f').conflicting).toEqual([]);
  });
  test('two in one line decide nothing, and another witness still does', () => {
    const line = 'went from zfs-kmod-2.3.0-1 to zfs-kmod-2.3.1-1';
    expect(saying(read(line))).toMatchObject({ module: null, ambiguous: true });
    expect(saying(read(`${line}\nZFS: Loaded module v2.3.1-1, ZFS pool`))).toMatchObject({
      module: { text: '2.3.1-1' },
      ambiguous: false,
      conflicting: ['2.3.0-1'],
    });
  });
});

describe('single sources', () => {
  test.each([
    ['grep . /sys/module/zfs/version', '/sys/module/zfs/version:2.3.1-1', '2.3.1-1'],
    ['modinfo -F', '$ modinfo -F version zfs\n2.3.1-1', '2.3.1-1'],
    ['modinfo without its first lines', 'version:        2.3.1-1\nlicense:        CDDL', '2.3.1-1'],
    ['modinfo of another module', 'filename: /lib/modules/6.12.9/x.ko\nversion: 2.3.1\nlicense: GPL', null],
    ['a log soft-wrapped between words', 'ZFS: Loaded\n   module v2.3.1-1, ZFS pool version 5000', '2.3.1-1'],
    ['a kernel module of another name', 'zfs host with kernel module 6.12.1', null],
    ['a prompt after the command', 'u@h:~$ cat /sys/module/zfs/version\nu@h:~$ tool -v\n2.3.1', null],
    ['Windows', 'zfswin-2.4.1rc14\nzfs-kmod-zfswin-2.4.1rc14', '2.4.1rc14'],
    ['a lost line break', 'zfs-2.3.0-1zfs-kmod-2.3.1-1', '2.3.1-1'],
    ['quoted mail', '> zfs-2.3.0-1\n> zfs-kmod-2.3.1-1', '2.3.1-1'],
    ['colours', '\u001b[1mzfs-kmod-2.3.1-1\u001b[0m\r\n', '2.3.1-1'],
    ['Markdown escapes', 'zfs-kmod-2.3.99-90\\_g38c0324c0f', '2.3.99-90_g38c0324c0f'],
    ['an ideographic full stop and no-break spaces', 'zfs-kmod-2。3。1\u00a0(x)', '2.3.1'],
    ['a prompt in brackets', '[root@host zfs-kmod-2.0.0]# zfs version', null],
  ])('%s', (_, text, module) => {
    const reading = read(text);
    expect(textOf(reading.module)).toBe(module);
    for (const span of spansOf(reading)) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  test('a log broken inside the version is put together', () => {
    const text = 'ZFS: Loaded module v2.3.9\n9-90_g38c0324c0f, ZFS pool version 5000';
    expect(read(text).module).toMatchObject({
      version: { text: '2.3.99-90_g38c0324c0f', commits: 90 },
      span: { text: 'ZFS: Loaded module v2.3.9\n9-90_g38c0324c0f' },
    });
  });
  test.each([
    'zfs, 2.1.5, 5.15.0-75-generic, x86_64: installed',
    'ZFS 2.1.5 has it',
    'tar xf zfs-2.1.5.tar.gz',
    'git checkout zfs-2.1.5',
    'https://example.org/zfs-2.1.5',
  ])('"%s" is a mention only', (text) => {
    expect(saying(read(text))).toMatchObject({
      userland: null,
      module: null,
      mentioned: { release: '2.1.5' },
    });
  });
  test('the platform is read from the spelling', () => {
    expect(read('zfs-kmod-2.2.7-FreeBSD_ge269af1b3').module?.platform).toBe('freebsd');
    expect(read('zfswin-2.4.1rc1').userland?.platform).toBe('windows');
    expect(read('zfs-macOS-2.3.1p1').userland?.platform).toBe('macos');
    expect(read('zfs-2.3.1-1').userland?.platform).toBeNull();
  });
});

describe('properties of every reading', () => {
  const version = fc.constantFrom(
    '2.3.1-1',
    '2.3.0-rc3',
    '2.3.99-90_g38c0324c0f',
    '2.2.2-0ubuntu9.4',
    '0.8.6-1',
  );
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            'zfs-',
            'kmod-',
            '2.3.',
            '1',
            '-rc',
            '_g38c',
            '\n',
            ' ',
            '|',
            '$ ',
            '=\n',
            '\\n',
            '…',
            '\u001b[1m',
          ],
          ...[
            'ZFS: Loaded module v',
            '/sys/module/zfs/version',
            'version: ',
            'OpenZFS Version |',
            '－',
            '。',
            '://',
          ],
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join(''));

  test('no text throws, and every span is a piece of it', () => {
    fc.assert(
      fc.property(soup, fc.boolean(), (text, box) => {
        for (const span of spansOf(read(text, box))) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(span.start, span.end)).toBe(span.text);
        }
        parseZfsVersion(text);
      }),
      { numRuns: 1000 },
    );
  });
  test('the order of the two lines does not matter', () => {
    fc.assert(
      fc.property(version, version, (userland, module) => {
        const lines = [`zfs-${userland}`, `zfs-kmod-${module}`];
        const expected = {
          ...saying(read('')),
          userland: parseZfsVersion(userland),
          module: parseZfsVersion(module),
        };
        expect(saying(read(lines.join('\n')))).toEqual(expected);
        expect(saying(read(lines.reverse().join('\n')))).toEqual(expected);
      }),
    );
  });
  test('noise around the lines does not change the reading', () => {
    const noise = fc.array(
      fc.constantFrom(
        ...[
          'Hello everyone,',
          '```',
          '',
          'user@host:~$ zfs version',
          '# uname -r',
          '6.12.74+deb13+1-amd64',
          '> x',
          '内存',
        ],
        ...[
          'zfs                  6123520  12',
          'ZFS pool version 5000',
          'Docker version 27.5.0, build 0',
          'thanks',
        ],
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(version, version, noise, noise, noise, (userland, module, before, between, after) => {
        const text = [...before, `zfs-${userland}`, ...between, `zfs-kmod-${module}`, ...after].join('\n');
        expect(halves(text)).toEqual([userland, module]);
      }),
    );
  });
  test('full-width spelling reads the same', () => {
    const widen = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(version, (module) => {
        const text = widen(`zfs-kmod-${module}`);
        const found = read(text).module;
        expect(found?.version).toEqual(parseZfsVersion(module));
        expect(found?.span.text).toBe(text);
      }),
    );
  });
  test('the plain text keeps the way back to the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const plain = plainText(text);
        for (let offset = 0; offset < plain.text.length; offset += 1) {
          const character = plain.text[offset] ?? '';
          const original = text[plain.originalOffset(offset)] ?? '';
          if (/[a-z]/.test(original) && !/[\n\t]/.test(character)) expect(character).toBe(original);
        }
      }),
    );
  });
  test.each([
    'zfs-2.3.1:',
    'zfs-2.3.1',
    '2.',
    '@',
    'ZFS: Loaded module v2.3.1\n',
    '=\n',
    '－',
    'version: 2.3.1\n',
    ' ',
  ])(
    'a megabyte of %j is read in seconds',
    (piece) => {
      const started = performance.now();
      read(piece.repeat(Math.ceil(2 ** 20 / piece.length)), true);
      expect(performance.now() - started).toBeLessThan(10_000);
    },
    20_000,
  );
});
