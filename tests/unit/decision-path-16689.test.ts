import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '../../src/checker/assess.ts';
import type { Paste } from '../../src/checker/input.ts';
import { readSystem } from '../../src/checker/system.ts';
import { decisionPath, outcomeRows } from '../../src/components/checker/decision-path.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { type LoadedProblem, loadKnowledge } from '../../src/knowledge/load.ts';

const loaded = loadKnowledge();
const knowledge = checkerKnowledge(loaded, 'en');

function zeroPage(): LoadedProblem {
  const problem = loaded.problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  return problem;
}

function verdictOf(paste: Paste): Assessment {
  const problem = knowledge.problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  const read = readSystem(paste, knowledge);
  if ('fault' in read) throw new Error(`unusable: ${read.fault}`);
  return assess(read.system, problem, knowledge);
}

const running = (version: string, directIo?: 0 | 1): Paste => ({
  zfsVersion: `zfs-${version}\nzfs-kmod-${version}`,
  text: directIo === undefined ? '' : `# cat /sys/module/zfs/parameters/zfs_dio_enabled\n${directIo}\n`,
});

/** Systems for every switch of Direct I/O, for the rows that hold whatever it is. */
const whatever = (...versions: string[]): Paste[] =>
  versions.flatMap((version) => [running(version), running(version, 0), running(version, 1)]);

const withDirectIo = (directIo: 0 | 1, ...versions: string[]): Paste[] =>
  versions.map((version) => running(version, directIo));

/** One way down the path: an entry, the line of the gate where there is one, the verdict. */
interface Way {
  readonly condition: string;
  readonly also: string | null;
  readonly status: string;
}

function waysOf(problem: LoadedProblem, language: 'en' | 'zh'): Way[] {
  const { steps, gate } = decisionPath(problem, language, loaded.releases.developmentLines.at(-1)?.tag);
  return steps.flatMap(({ entries, verdict }) =>
    entries.flatMap(({ words: condition }): Way[] =>
      verdict === null
        ? (gate ?? []).map((line) => ({ condition, also: line.words, status: line.verdict }))
        : [{ condition, also: null, status: verdict }],
    ),
  );
}

const ON_MASTER = [
  '2.2.99-700',
  '2.2.99-879',
  '2.2.99-880',
  '2.2.99-890',
  '2.3.99-0',
  '2.3.99-20',
  '2.3.99-95',
].map((place) => `${place}_g0123456789`);
const ON_BRANCH = [
  '2.3.0-rc1',
  '2.3.0-rc1_5_g0123456789',
  '2.3.0-rc2',
  '2.3.0-rc3',
  '2.3.0-rc3_32_g0123456789',
];

/** The rows as they must read, each with systems that fit it and none of the rows before it. */
const ROWS: readonly (readonly [condition: string, also: string | null, status: string, systems: Paste[]])[] =
  [
    [
      'is not on Linux',
      null,
      'not-affected',
      [
        ...whatever('2.3.99-90-FreeBSD_g38c0324c0', '2.2.99-800-FreeBSD_g38c0324c0'),
        { ...running('2.3.99-1'), text: 'FreeBSD 15.0-CURRENT (GENERIC)\n' },
      ],
    ],
    [
      'names a build of 2.2.99 or 2.3.99 without a commit count and a hash, such as 2.3.99-1',
      null,
      'unknown',
      whatever('2.2.99-1', '2.3.99-1', '2.3.99-96', '2.3.99'),
    ],
    [
      'is a version that upstream never had, or one newer than these data',
      null,
      'unknown',
      whatever('2.2.99-900_g0123456789', '2.3.0-rc9', '2.5.0'),
    ],
    [
      'is a build of master from 2.2.99-700 up to, not including, 2.3.99-96',
      'zfs_dio_enabled is 0',
      'dormant',
      withDirectIo(0, ...ON_MASTER),
    ],
    [
      'is a build of master from 2.2.99-700 up to, not including, 2.3.99-96',
      'zfs_dio_enabled is 1',
      'affected',
      withDirectIo(1, ...ON_MASTER),
    ],
    [
      'is 2.3.0-rc1 or a later build before 2.3.0-rc3-33 on its release branch',
      'zfs_dio_enabled is 0',
      'dormant',
      withDirectIo(0, ...ON_BRANCH),
    ],
    [
      'is 2.3.0-rc1 or a later build before 2.3.0-rc3-33 on its release branch',
      'zfs_dio_enabled is 1',
      'affected',
      withDirectIo(1, ...ON_BRANCH),
    ],
    [
      'is 2.3.99-96 or a later build of master',
      null,
      'fixed',
      whatever(
        '2.3.99-96_g0123456789',
        '2.3.99-582_g0123456789',
        '2.4.99-0_g0123456789',
        '2.4.99-966_g0123456789',
      ),
    ],
    [
      'is 2.3.0-rc3-33 or later on the 2.3 branch',
      null,
      'fixed',
      whatever(
        '2.3.0-rc3_33_gb673bcba4d',
        '2.3.0-rc4',
        '2.3.0-rc5',
        '2.3.0-1',
        '2.3.9-1',
        '2.3.0_16_g0e21e473a7',
      ),
    ],
    [
      'is a release or candidate of a line newer than 2.3',
      null,
      'fixed',
      whatever('2.4.0-rc1', '2.4.0-1', '2.4.4-1'),
    ],
    [
      'comes before 2.2.99-700 on master, or is of an older release line',
      null,
      'not-affected',
      whatever(
        '2.2.99-699_g0123456789',
        '2.1.99-2017_g0123456789',
        '2.2.11-1',
        '2.1.5-1ubuntu6',
        '2.0.7-1',
        '0.8.6-1',
      ),
    ],
  ];

describe('the decision path of 16689', () => {
  it('has these ways in this order', () => {
    expect(waysOf(zeroPage(), 'en')).toEqual(
      ROWS.map(([condition, also, status]) => ({ condition, also, status })),
    );
  });

  it.each(ROWS)('a module that %s, and %s: the checker says %s too', (_, _also, status, systems) => {
    const others = systems
      .map((paste) => ({ paste, status: verdictOf(paste).status }))
      .filter((result) => result.status !== status);
    expect(others).toEqual([]);
  });

  it('agrees with the checker at every tag, read by hand from the top', () => {
    const dormant = new Set(['2.3.0-rc1', '2.3.0-rc2', '2.3.0-rc3']);
    for (const { place } of loaded.releases.tags) {
      const [major = 0, minor = 0, patch = 0] = place.split(/[.-]/).map(Number);
      if (patch === 99) continue;
      const expected = dormant.has(place) ? 'dormant' : major === 2 && minor < 3 ? 'not-affected' : 'fixed';
      expect(verdictOf(running(place, 0)).status, place).toBe(expected);
    }
  });
});

const kernel = (release: string, parameters?: string): Paste => ({
  ...running('2.3.99-90_g38c0324c0f'),
  text: `# uname -r\n${release}\n`,
  ...(parameters === undefined ? {} : { commandLine: parameters }),
});

const BOTH_OFF = 'init_on_alloc=0 init_on_free=0';

/** As above, for an affected module. */
const OUTCOMES: readonly (readonly [kernel: string, outcome: string, systems: Paste[]])[] = [
  [
    'of EL7, EL8 or EL9 (Oracle UEK too), or a SLE or Leap kernel of 5.x or older (vendor backports)',
    'unknown',
    [
      '3.10.0-1160.118.1.el7.x86_64',
      '4.18.0-553.el8_10.x86_64',
      '5.14.0-503.11.1.el9_5.x86_64',
      '5.3.18-150300.59.93-default',
      '5.14.21-150500.55.7-default',
      '4.12.14-122.37-default',
    ].flatMap((release) => [kernel(release), kernel(release, BOTH_OFF), kernel(release, 'init_on_alloc=1')]),
  ],
  [
    'built with CONFIG_DEBUG_VM',
    'contained',
    ['6.11.9-hardened1-1-hardened', '6.1.100-hardened1-1-hardened'].flatMap((release) => [
      kernel(release),
      kernel(release, BOTH_OFF),
    ]),
  ],
  [
    'Linux 4.7 up to, not including, 6.4, whatever init_on_alloc, init_on_free and page_poison say, without debug_pagealloc on',
    'silent-corruption',
    ['4.7.0', '5.15.0-122-generic', '6.1.0-40-amd64', '6.3.13'].flatMap((release) => [
      kernel(release),
      kernel(release, BOTH_OFF),
      kernel(release, 'init_on_alloc=1'),
      kernel(release, 'init_on_free=1'),
      kernel(release, `${BOTH_OFF} page_poison=1`),
    ]),
  ],
  [
    'Linux 6.4 and later, with init_on_alloc, init_on_free or a working page_poison on (from 6.19 also check_pages)',
    'contained',
    [
      kernel('6.4.0', 'init_on_alloc=1 init_on_free=0'),
      kernel('6.11.9-zen1-1-zen', 'init_on_alloc=0 init_on_free=1'),
      kernel('6.12.12-amd64', `${BOTH_OFF} page_poison=1`),
      kernel('6.12.12-amd64', 'quiet'),
      kernel('6.19.0', `${BOTH_OFF} check_pages=1`),
    ],
  ],
  [
    'Linux 6.4 and later, with all of these, and debug_pagealloc, off',
    'silent-corruption',
    [
      kernel('6.4.0', BOTH_OFF),
      kernel('6.11.9-zen1-1-zen', BOTH_OFF),
      kernel('6.12.12-amd64', BOTH_OFF),
      kernel('6.12.0-55.9.1.el10_0.x86_64', 'quiet'),
      kernel('6.18.0', `${BOTH_OFF} check_pages=1`),
      kernel('6.19.0', BOTH_OFF),
    ],
  ],
  [
    'any other',
    'unknown',
    [
      kernel('4.6.7', BOTH_OFF),
      kernel('4.4.0', 'init_on_alloc=1'),
      kernel('6.11.9-zen1-1-zen'),
      kernel('6.11.9-zen1-1-zen', 'quiet'),
      running('2.3.99-90_g38c0324c0f', 1),
    ],
  ],
];

describe('the table of outcomes of 16689', () => {
  it('has these rows in this order', () => {
    expect(outcomeRows(zeroPage(), 'en')).toEqual(
      OUTCOMES.map(([row, outcome]) => ({ kernel: row, outcome })),
    );
  });

  it.each(OUTCOMES)('a kernel %s: the checker expects %s too', (_, outcome, systems) => {
    const others = systems
      .map((paste) => ({ paste, verdict: verdictOf(paste) }))
      .filter(({ verdict }) => verdict.status !== 'affected' || (verdict.outcome ?? 'unknown') !== outcome);
    expect(others.map(({ paste, verdict }) => ({ paste, outcome: verdict.outcome }))).toEqual([]);
  });
});

describe('the paths of every problem', () => {
  it('have as many rows with the same statuses and outcomes in both languages, each in its own words', () => {
    for (const problem of loaded.problems) {
      const [en, zh] = [waysOf(problem, 'en'), waysOf(problem, 'zh')];
      expect(zh.map(({ status }) => status)).toEqual(en.map(({ status }) => status));
      const [enOutcomes, zhOutcomes] = [outcomeRows(problem, 'en'), outcomeRows(problem, 'zh')];
      expect(zhOutcomes.map(({ outcome }) => outcome)).toEqual(enOutcomes.map(({ outcome }) => outcome));
      const english = [
        ...en.flatMap(({ condition, also }) => [condition, also ?? condition]),
        ...enOutcomes.map((row) => row.kernel),
      ];
      const chinese = [
        ...zh.flatMap(({ condition, also }) => [condition, also ?? condition]),
        ...zhOutcomes.map((row) => row.kernel),
      ];
      expect(english.filter((text) => text === '' || /\p{Script=Han}/u.test(text))).toEqual([]);
      expect(chinese.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
    }
  });
});
