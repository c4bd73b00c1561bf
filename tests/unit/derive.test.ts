import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runDerive } from '../../tools/derive/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'derive-'));
const clone = join(folder, 'clone');
/** Content that says what the clone says; tests work on copies. */
const rightContent = join(folder, 'content');
afterAll(() => rmSync(folder, { recursive: true }));

/** Seconds since 1970 at noon of a day. */
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const person = (role: string, day: string): string =>
  `${role} A Person <person@example.org> ${noon(day)} +0000`;
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}`;

interface Made {
  readonly name: string;
  readonly branch: string;
  readonly on: string;
  readonly subject: string;
  /** Name of the commit that it follows, where that is not the one before. */
  readonly after?: string;
  readonly tag?: string;
  readonly taggedOn?: string;
  /** The new text of module/zfs/zfs_vnops.c. */
  readonly source?: string;
}

const dio = (value: number): string => `static int zfs_dio_enabled = ${value};\n`;
const DIO_ON_LINUX = `#ifdef __FreeBSD__\n${dio(0)}#else\n${dio(1)}#endif\n`;
const STRICT = 'static uint_t zfs_dio_strict = 0;\n';

/** A small OpenZFS: two release lines, one of them older than the first base tag. */
const MADE: readonly Made[] = [
  { name: 'begin', branch: 'master', on: '2021-01-01', subject: 'Begin', tag: 'zfs-0.8.0' },
  { name: 'old', branch: 'master', on: '2021-01-02', subject: 'Bring an old defect' },
  { name: '2.1.0-rc1', branch: 'master', on: '2021-01-03', subject: 'Tag', tag: 'zfs-2.1.0-rc1' },
  {
    name: '2.1.99',
    branch: 'master',
    on: '2021-01-04',
    subject: 'Open',
    tag: 'zfs-2.1.99',
    taggedOn: '2021-02-04',
  },
  { name: 'dio', branch: 'master', on: '2022-01-01', subject: 'Add: direct I/O', source: dio(1) },
  { name: 'dio-off', branch: 'master', on: '2022-01-02', subject: 'Switch it off', source: dio(0) },
  { name: '2.2.0-rc1', branch: 'master', on: '2022-01-03', subject: 'Tag', tag: 'zfs-2.2.0-rc1' },
  { name: '2.2.99', branch: 'master', on: '2022-01-04', subject: 'Open', tag: 'zfs-2.2.99' },
  { name: 'fix', branch: 'master', on: '2022-02-01', subject: 'Fix "direct" I/O' },
  { name: 'dio-on', branch: 'master', on: '2022-02-02', subject: 'Switch it on', source: DIO_ON_LINUX },
  { name: 'strict', branch: 'master', on: '2022-02-03', subject: 'Be strict', source: DIO_ON_LINUX + STRICT },
  { name: 'strict-fix', branch: 'master', on: '2022-06-01', subject: 'Repair it' },
  { name: 'later', branch: 'master', on: '2022-09-01', subject: 'Come after the state' },
  {
    name: '2.1.0',
    branch: 'zfs-2.1-release',
    after: '2.1.0-rc1',
    on: '2021-03-01',
    subject: 'Tag',
    tag: 'zfs-2.1.0',
  },
  {
    name: 'r1',
    branch: 'zfs-2.2-release',
    after: '2.2.0-rc1',
    on: '2022-02-10',
    subject: 'Do this and that',
  },
  { name: 'r-fix', branch: 'zfs-2.2-release', on: '2022-02-11', subject: 'Fix "direct" I/O' },
  { name: '2.2.0', branch: 'zfs-2.2-release', on: '2022-03-01', subject: 'Tag', tag: 'zfs-2.2.0' },
  {
    name: 'r-strict',
    branch: 'zfs-2.2-release',
    on: '2022-03-02',
    subject: 'Be strict',
    source: dio(0) + STRICT,
  },
  { name: '2.2.1', branch: 'zfs-2.2-release', on: '2022-04-01', subject: 'Tag', tag: 'zfs-2.2.1' },
  { name: 'r-strict-fix', branch: 'zfs-2.2-release', on: '2022-06-02', subject: 'Repair it' },
  { name: '2.2.2', branch: 'zfs-2.2-release', on: '2022-09-02', subject: 'Tag', tag: 'zfs-2.2.2' },
];

/** The history as `git fast-import` reads it: one process makes the whole clone. */
function importStream(): string {
  const marks = new Map(MADE.map(({ name }, index) => [name, `:${index + 1}`]));
  return MADE.map(({ name, branch, on, subject, after, tag, taggedOn = on, source }) => {
    const message = `${subject}\n\nSigned-off-by: A Person\n`;
    return [
      `commit refs/heads/${branch}`,
      `mark ${marks.get(name)}`,
      person('author', '2020-01-01'),
      `${person('committer', on)}`,
      data(message),
      ...(after === undefined ? [] : [`from ${marks.get(after)}`]),
      ...(source === undefined ? [] : ['M 100644 inline module/zfs/zfs_vnops.c', data(source)]),
      '',
      ...(tag === undefined
        ? []
        : [`tag ${tag}`, `from ${marks.get(name)}`, person('tagger', taggedOn), data(`${tag}\n`)]),
    ].join('\n');
  }).join('\n');
}

function git(args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', clone, ...args], { input, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Makes the clone; returns from the name of each commit to its hash. */
function makeClone(): ReadonlyMap<string, string> {
  mkdirSync(clone);
  git(['init', '--quiet', '--bare', '--initial-branch=master']);
  git(['fast-import', '--quiet', '--export-marks=marks'], importStream());
  const marks = readFileSync(join(clone, 'marks'), 'utf8').trim().split('\n');
  const hashes = new Map(marks.map((line) => line.split(' ') as [string, string]));
  return new Map(MADE.map(({ name }, index) => [name, hashes.get(`:${index + 1}`) ?? '']));
}

let hashes: ReadonlyMap<string, string> = new Map();
const hash = (name: string): string => hashes.get(name) ?? '';

const releases = () => ({
  openzfs: { state: '2022-08-01', commit: hash('strict-fix'), place: '2.2.99-4' },
  developmentLines: [
    { tag: '2.1.99', lastCommits: 3, next: '2.2.99' },
    { tag: '2.2.99', lastCommits: null, next: null },
  ],
  branchPoints: [
    { line: '2.1', from: null },
    { line: '2.2', from: '2.1.99-3' },
  ],
  zfsDioEnabledDefaults: [
    { line: 'master', from: '2.1.99-1', linux: 1, freebsd: 1, commit: hash('dio') },
    { line: 'master', from: '2.1.99-2', linux: 0, freebsd: 0, commit: hash('dio-off') },
    { line: 'master', from: '2.2.99-2', linux: 1, freebsd: 0, commit: hash('dio-on') },
  ],
  parameterDefaults: [
    {
      name: 'zfs_dio_strict',
      changes: [
        { line: 'master', from: '2.2.99-3', value: 0, commit: hash('strict') },
        { line: '2.2', from: '2.2.0-1', value: 0, commit: hash('r-strict') },
      ],
    },
  ],
  tags: [
    { place: '2.1.0-rc1', date: '2021-01-03', lastCommits: 0 },
    { place: '2.1.99', date: '2021-02-04', lastCommits: null },
    { place: '2.1.0', date: '2021-03-01', lastCommits: null },
    { place: '2.2.0-rc1', date: '2022-01-03', lastCommits: 2 },
    { place: '2.2.99', date: '2022-01-04', lastCommits: null },
    { place: '2.2.0', date: '2022-03-01', lastCommits: 1 },
    { place: '2.2.1', date: '2022-04-01', lastCommits: null },
  ],
});

const before = () => `# A defect that came before the branch point and was fixed on both lines.
id: "1"
introduced:
  - commit: ${hash('dio')} # the cause
    date: "2022-01-01"
    branch: master
    place: 2.1.99-1
    subject: "Add: direct I/O"
    firstTags: [2.2.0-rc1]
fixed:
  - commit: ${hash('fix')}
    date: "2022-02-01"
    branch: master
    place: 2.2.99-1
    subject: Fix "direct" I/O
    firstTags: []
  - commit: ${hash('r-fix')}
    date: "2022-02-11"
    branch: zfs-2.2-release
    place: 2.2.0-rc1-2
    subject: Fix "direct" I/O
    firstTags: [2.2.0]

# Split where the default of zfs_dio_enabled changes.
windows:
  - { line: master, from: 2.1.99-1, until: 2.1.99-2, zfsDioEnabledDefault: 1 }
  # The default was 0 here.
  - { line: master, from: 2.1.99-2, until: 2.2.99-1, zfsDioEnabledDefault: 0 }
  - { line: "2.2", from: 2.2.0-rc1, until: 2.2.0-rc1-2, zfsDioEnabledDefault: 0 }
affectedTags: [2.2.0-rc1] # one candidate
affectedBaseTags: [2.2.99]
conditions:
  - { fact: direct-io, is: true, otherwise: dormant }
related: []
`;

const picked = () => `# A defect that entered the release line by a cherry-pick only.
introduced:
  - commit: ${hash('strict')}
    date: "2022-02-03"
    branch: master
    place: 2.2.99-3
    subject: Be strict
    firstTags: []
  - commit: ${hash('r-strict')}
    date: "2022-03-02"
    branch: zfs-2.2-release
    place: 2.2.0-1
    subject: Be strict
    firstTags: [2.2.1]
fixed:
  - commit: ${hash('strict-fix')}
    date: "2022-06-01"
    branch: master
    place: 2.2.99-4
    subject: Repair it
    firstTags: []
  - commit: ${hash('r-strict-fix')}
    date: "2022-06-02"
    branch: zfs-2.2-release
    place: 2.2.1-1
    subject: Repair it
    firstTags: []
windows:
  - { line: master, from: 2.2.99-3, until: 2.2.99-4, zfsDioEnabledDefault: null }
  - { line: "2.2", from: 2.2.0-1, until: 2.2.1-1, zfsDioEnabledDefault: null }
affectedTags: [2.2.1]
affectedBaseTags: []
`;

const old = () => `# Older than every base tag and never fixed; the follow-up has an assumed start.
introduced:
  - commit: ${hash('old')}
    date: "2021-01-02"
    branch: master
    place: 0.8.0-1
    subject: Bring an old defect
    firstTags: [2.1.0-rc1, 2.2.0-rc1]
fixed: []
windows:
  - { line: master, from: 2.1.99, until: null, zfsDioEnabledDefault: null }
  - { line: "2.1", from: 2.1.0-rc1, until: null, zfsDioEnabledDefault: null }
  - { line: "2.2", from: 2.2.0-rc1, until: null, zfsDioEnabledDefault: null }
affectedTags: [2.1.0-rc1, 2.1.0, 2.2.0-rc1, 2.2.0, 2.2.1]
affectedBaseTags: [2.1.99, 2.2.99]
followUp:
  introduced: []
  fixed:
    - commit: ${hash('fix')}
      date: "2022-02-01"
      branch: master
      place: 2.2.99-1
      subject: Fix "direct" I/O
      firstTags: []
  assumedFrom: [2.1.99, 2.1.0]
  windows:
    - { line: master, from: 2.1.99, until: 2.2.99-1, zfsDioEnabledDefault: null }
    - { line: "2.1", from: 2.1.0, until: null, zfsDioEnabledDefault: null }
    - { line: "2.2", from: 2.2.0-rc1, until: null, zfsDioEnabledDefault: null }
  affectedTags: [2.1.0, 2.2.0-rc1, 2.2.0, 2.2.1]
  affectedBaseTags: [2.1.99, 2.2.99]
related: []
`;

const PROBLEMS = { '1-before': before, '2-picked': picked, '3-old': old };

beforeAll(() => {
  hashes = makeClone();
  for (const [name, text] of Object.entries(PROBLEMS)) {
    mkdirSync(join(rightContent, 'problems', name), { recursive: true });
    writeFileSync(join(rightContent, 'problems', name, 'problem.yaml'), text());
  }
  writeFileSync(join(rightContent, 'openzfs-releases.json'), `${JSON.stringify(releases(), null, 2)}\n`);
});

const RELEASES = 'openzfs-releases.json';
const BEFORE = 'problems/1-before/problem.yaml';

let copies = 0;
/** A copy of the right content in which some files read otherwise. */
function contentWith(changed: Readonly<Record<string, (text: string) => string>> = {}): string {
  copies += 1;
  const copy = join(folder, `copy-${copies}`);
  cpSync(rightContent, copy, { recursive: true });
  for (const [file, change] of Object.entries(changed)) {
    const text = readFileSync(join(copy, file), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(copy, file), change(text));
  }
  return copy;
}

function derive(content: string, ...options: string[]): { status: number; output: string } {
  const lines: string[] = [];
  const output = { log: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const openzfs = options.includes('--openzfs') ? [] : ['--openzfs', clone];
  const status = runDerive([...openzfs, '--content', content, ...options], output);
  return { status, output: lines.join('\n') };
}

const read = (content: string, file: string): string => readFileSync(join(content, file), 'utf8');

/** What can be wrong: where, how, and the field that is named. */
const WRONG: readonly [string, string, (text: string) => string, string][] = [
  ['a date', BEFORE, (text) => text.replace('2022-02-11', '2022-02-12'), 'fixed[1].date'],
  ['a subject', BEFORE, (text) => text.replace('Add: direct', 'Add: indirect'), 'introduced[0].subject'],
  ['a branch', BEFORE, (text) => text.replace('zfs-2.2-release', 'master'), 'fixed[1].branch'],
  [
    'a first tag',
    BEFORE,
    (text) => text.replace('firstTags: [2.2.0]', 'firstTags: []'),
    'fixed[1].firstTags',
  ],
  [
    'the end of a window',
    BEFORE,
    (text) => text.replace('until: 2.2.99-1', 'until: null'),
    'windows[1].until',
  ],
  [
    'the start of a window',
    BEFORE,
    (text) => text.replace('from: 2.2.0-rc1,', 'from: 2.2.0,'),
    'windows[2].from',
  ],
  [
    'a default',
    BEFORE,
    (text) => text.replace('Default: 1', 'Default: 0'),
    'windows[0].zfsDioEnabledDefault',
  ],
  ['a missing window', BEFORE, (text) => text.replace(/.*2\.2\.0-rc1-2, zfs.*\n/, ''), 'windows'],
  ['an affected tag', BEFORE, (text) => text.replace('[2.2.0-rc1] #', '[] #'), 'affectedTags'],
  ['the state’s place', RELEASES, (text) => text.replace('"2.2.99-4"', '"2.2.99-5"'), 'openzfs.place'],
  ['a branch point', RELEASES, (text) => text.replace('"2.1.99-3"', '"2.1.99-2"'), 'branchPoints[2.2].from'],
  ['the date of a tag', RELEASES, (text) => text.replace('2021-02-04', '2021-01-04'), 'tags[2.1.99].date'],
  [
    'a default’s start',
    RELEASES,
    (text) => text.replace('"2.1.99-1"', '"2.1.99-3"'),
    'zfsDioEnabledDefaults[0].from',
  ],
  [
    'a default on FreeBSD',
    RELEASES,
    (text) => text.replace('"linux": 1,\n      "freebsd": 0', '"linux": 1,\n      "freebsd": 1'),
    'zfsDioEnabledDefaults[2].freebsd',
  ],
  [
    'a parameter’s value',
    RELEASES,
    (text) => text.replace('"value": 0', '"value": 1'),
    'parameterDefaults[zfs_dio_strict].changes[master].value',
  ],
];

const SETTLED = {
  status: 0,
  output: expect.stringMatching(/^\d+ problems and \d+ tags derived: no difference\.$/),
};

describe('derive', () => {
  it('finds no difference where the content says what the clone says, and counts what it looked at', () => {
    expect(derive(contentWith(), '--check')).toEqual({
      status: 0,
      output: '3 problems and 7 tags derived: no difference.',
    });
  });

  it('--check names file, field and both values, changes nothing and exits with 1', () => {
    const content = contentWith({
      [BEFORE]: (text) => text.replace('place: 2.2.99-1\n', 'place: 2.2.99-7\n'),
      [RELEASES]: (text) => text.replace('"lastCommits": 3', '"lastCommits": 5'),
    });
    const wrong = read(content, BEFORE);
    const { status, output } = derive(content, '--check');
    expect(status).toBe(1);
    expect(output).toBe(`openzfs-releases.json: developmentLines[2.1.99].lastCommits
  listed    5
  computed  3
problems/1-before/problem.yaml: fixed[0].place
  listed    "2.2.99-7"
  computed  "2.2.99-1"
2 differences in 2 files; without --check they are written.`);
    expect(read(content, BEFORE)).toBe(wrong);
  });

  it.each(WRONG)('finds %s', (_, file, change, field) => {
    expect(derive(contentWith({ [file]: change }), '--check')).toMatchObject({
      status: 1,
      output: expect.stringContaining(`${file}: ${field}\n`),
    });
  });

  it('writing settles everything, with every comment in its place', () => {
    const all = (wanted: string) => (text: string) =>
      WRONG.reduce((wrong, [, file, change]) => (file === wanted ? change(wrong) : wrong), text);
    const content = contentWith({ [BEFORE]: all(BEFORE), [RELEASES]: all(RELEASES) });
    expect(derive(content).status).toBe(0);
    for (const file of [RELEASES, BEFORE]) expect(read(content, file)).toBe(read(rightContent, file));
  });

  it('fills in everything where only the commits are given', () => {
    const bare = (text: string) =>
      text
        .replace(/^ +(?:date|branch|place|subject|firstTags): .*\n/gm, '')
        .replace(/^ *(?:windows|affectedTags|affectedBaseTags):.*\n(?:.* zfsDioEnabledDefault: .*\n)*/gm, '');
    const file = 'problems/2-picked/problem.yaml';
    const content = contentWith({ [file]: bare, 'problems/3-old/problem.yaml': bare });
    expect(read(content, file)).not.toContain('place');
    expect(derive(content).status).toBe(0);
    expect(read(content, file)).toBe(read(rightContent, file));
    expect(read(content, 'problems/3-old/problem.yaml')).toBe(
      read(rightContent, 'problems/3-old/problem.yaml'),
    );
  });

  it('derives no windows where the extent is not that of windows', () => {
    const content = contentWith({
      [BEFORE]: (text) =>
        text
          .replace('issues', '')
          .replace('id: "1"\n', 'id: "1"\nextent: every-version\n')
          .replace(/^ {2}- \{ line.*\n/gm, '')
          .replace('windows:', 'windows: []'),
    });
    expect(derive(content, '--check')).toEqual(SETTLED);
  });

  it('takes the history further with --to, by commit and by date', () => {
    const content = contentWith();
    expect(derive(content, '--check', '--to', hash('later').slice(0, 12)).output).toBe(
      `openzfs-releases.json: openzfs.state
  listed    "2022-08-01"
  computed  "2022-09-01"
openzfs-releases.json: openzfs.commit
  listed    "${hash('strict-fix')}"
  computed  "${hash('later')}"
openzfs-releases.json: openzfs.place
  listed    "2.2.99-4"
  computed  "2.2.99-5"
3 differences in 1 file; without --check they are written.`,
    );
    expect(derive(content, '--to', '2022-10-01').status).toBe(0);
    const written = JSON.parse(read(content, RELEASES));
    expect(written.openzfs).toEqual({ state: '2022-10-01', commit: hash('later'), place: '2.2.99-5' });
    expect(written.tags.at(-1)).toEqual({ place: '2.2.2', date: '2022-09-02', lastCommits: null });
    expect(written.tags.at(-2)).toEqual({ place: '2.2.1', date: '2022-04-01', lastCommits: 1 });
    expect(read(content, 'problems/2-picked/problem.yaml')).toContain(
      'place: 2.2.1-1\n    subject: Repair it\n    firstTags: [2.2.2]',
    );
    expect(derive(content, '--check')).toEqual(SETTLED);
  });

  it('says where the source has a default that no listed commit accounts for', () => {
    const content = contentWith({
      [RELEASES]: (text) => {
        const listed = JSON.parse(text);
        listed.zfsDioEnabledDefaults.splice(1, 1);
        return `${JSON.stringify(listed, null, 2)}\n`;
      },
    });
    const { status, output } = derive(content, '--check');
    expect(status).toBe(1);
    expect(output).toContain(`openzfs-releases.json: default of zfs_dio_enabled on linux at 2.1.99-3
  listed    1
  computed  0`);
    expect(derive(content).status).toBe(1);
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a missing commit',
      BEFORE,
      (text) => text.replace(hash('r-fix'), 'f'.repeat(40)),
      `problems/1-before/problem.yaml: fixed[1].commit: the clone has no commit ${'f'.repeat(40)}.`,
    ],
    [
      'a commit after the state',
      BEFORE,
      (text) => text.replace(hash('fix'), hash('later')),
      'neither on master up to 2022-08-01 nor on a release branch; --to takes the history further.',
    ],
    [
      'a newer commit of a release branch',
      BEFORE,
      (text) => text.replace(hash('r-fix'), hash('2.2.2')),
      'is newer than 2022-08-01; --to takes the history further.',
    ],
    [
      'half a hash',
      BEFORE,
      (text) => text.replace(hash('r-fix'), 'a10e552b'),
      'problems/1-before/problem.yaml: fixed[1].commit: expected a full commit hash of 40 hexadecimal digits, in quotes.',
    ],
    [
      'a state that the clone lacks',
      RELEASES,
      (text) => text.replace(hash('strict-fix'), 'e'.repeat(40)),
      `has no commit ${'e'.repeat(40)}; fetch it, or give --to.`,
    ],
    [
      'no YAML',
      BEFORE,
      (text) => `${text}\nfixed: [`,
      'problems/1-before/problem.yaml cannot be read as YAML: ',
    ],
    ['no JSON', RELEASES, (text) => text.slice(1), 'openzfs-releases.json cannot be read as JSON: '],
  ])('says what is wrong with %s', (_, file, change, sentence) => {
    const { status, output } = derive(contentWith({ [file]: change }));
    expect(output).toContain(sentence);
    expect(status).toBe(2);
  });

  it('says what is wrong with a clone that is none, and with arguments', () => {
    const content = contentWith();
    const nowhere = join(folder, 'nowhere');
    expect(derive(content, '--openzfs', nowhere)).toMatchObject({
      status: 2,
      output: expect.stringContaining(`${nowhere} is no git repository; --openzfs takes a clone of OpenZFS`),
    });
    expect(derive(content, '--openzfs', folder)).toMatchObject({
      status: 2,
      output: expect.stringContaining(`${folder} is no git repository`),
    });
    expect(derive(content, '--to', 'nonsense').output).toBe(
      '--to takes a commit of master or a date such as 2026-08-21, not "nonsense".',
    );
    expect(derive(content, '--to', '2020-06-01').output).toBe(
      '--to: master has no commit of 2020-06-01 or before.',
    );
    expect(derive(content, '--to', '2020-12-31').status).toBe(2);
    expect(
      runDerive([], {
        log: () => {},
        error: (line) => expect(line).toBe('--openzfs is missing: the folder of a clone of OpenZFS.'),
      }),
    ).toBe(2);
  });
});
