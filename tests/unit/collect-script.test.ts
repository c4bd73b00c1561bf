import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { loadKnowledge } from '../../src/knowledge/load.ts';

/** `public/collect.sh` on made-up systems, under every shell of this machine. */

const SCRIPT = resolve('public/collect.sh');
const source = readFileSync(SCRIPT, 'utf8');
const FIXTURES = resolve('tests/fixtures/collected');

/** What a command answers; a line that begins with `!` goes to standard error. */
interface Answer {
  readonly status: number;
  readonly lines: readonly string[];
}

interface MadeUpSystem {
  readonly root: boolean;
  readonly files: Readonly<Record<string, string>>;
  /** By the whole command with its arguments; a command that no key begins with is not installed. */
  readonly commands: Readonly<Record<string, Answer>>;
}

const systemNames = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

const systemOf = (name: string): MadeUpSystem =>
  JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), 'utf8')).system;

const NOTHING: MadeUpSystem = { root: false, files: {}, commands: {} };

/** The path of a program of this machine, or null. */
function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/bin', '/usr/bin', '/usr/local/bin'];
  for (const folder of folders) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

const SHELLS = [
  { shell: 'dash', program: 'dash', first: [] },
  { shell: 'bash', program: 'bash', first: [] },
  { shell: 'bash --posix', program: 'bash', first: ['--posix'] },
  { shell: 'busybox sh', program: 'busybox', first: ['sh'] },
].flatMap(({ shell, program, first }) => {
  const path = findProgram(program);
  return path === null ? [] : [{ shell, path, first }];
});
const shellcheck = findProgram('shellcheck');

console.info(
  `collect.sh runs under: ${SHELLS.map(({ shell }) => shell).join(', ') || 'no shell found'}; shellcheck: ${shellcheck ?? 'not installed, sh -n instead'}`,
);

const work = mkdtempSync(join(tmpdir(), 'collect-'));
afterAll(() => {
  chmodSync(join(work, 'empty'), 0o755);
  rmSync(work, { recursive: true });
});

/** The shell runs here, and has its home here. */
const empty = join(work, 'empty');
mkdirSync(empty);
chmodSync(empty, 0o555);

const { problems, parameters } = loadKnowledge();

/** Signatures that no kernel log has: they stand in the log of a database or a backup program, or in `zpool events`. */
const ELSEWHERE = ['18051 innodb-22', '18051 veeam-22', '18051 veeam-storage', '18610 event'];
const kernelSignatures = problems.flatMap(({ id: problem, signatures }) =>
  signatures
    .filter(({ id }) => !ELSEWHERE.includes(`${problem} ${id}`))
    .map(({ id, lines }) => ({ problem, id, line: lines[0] ?? '' })),
);

/** A word that begins like a parameter, and whatever stands where only a parameter can. */
const PARAMETER =
  /\b(?:zfs|zvol|zil|spa|l2arc)_[a-z_]+\b|(?<=\/(?:zfs|spl)\/parameters\/)\w+|(?<=options (?:zfs|spl) )\w+(?==)/g;

/** Parameters that the conditions and measures of all problems name, and those with an entry of their own. */
const parameterNames = [
  ...new Set([
    ...parameters.filter(({ kind }) => kind === 'module').map(({ name }) => name),
    ...problems.flatMap(({ conditions, measures }) =>
      [...JSON.stringify([conditions, measures]).matchAll(PARAMETER)].map(([name]) => name),
    ),
  ]),
].sort();

const OWN_TOOLS = ['cat', 'grep', 'awk', 'sort'];

function fakeCommand(folder: string, name: string, answers: readonly (readonly [string, Answer])[]): void {
  const cases = answers.map(([command, { status, lines }], index) => {
    const split = (isError: boolean) =>
      lines.filter((line) => line.startsWith('!') === isError).map((line) => `${line.replace(/^!/, '')}\n`);
    const output = join(folder, `.${name}-${index}`);
    writeFileSync(output, split(false).join(''));
    writeFileSync(`${output}-error`, split(true).join(''));
    const given = command.split(' ').slice(1).join(' ');
    return `'${given}') cat ${output}; cat ${output}-error >&2; exit ${status} ;;`;
  });
  const text = ['#!/bin/sh', 'case "$*" in', ...cases, '*) exit 64 ;;', 'esac', ''].join('\n');
  writeFileSync(join(folder, name), text, { mode: 0o755 });
}

/** The commands of a system in a folder of their own, beside the tools that the script itself uses. */
function commandFolder(folder: string, { root, commands }: MadeUpSystem): string {
  mkdirSync(folder, { recursive: true });
  for (const tool of OWN_TOOLS) {
    const path = findProgram(tool);
    if (path !== null) symlinkSync(path, join(folder, tool));
  }
  const all = { ...commands, 'id -u': { status: 0, lines: [root ? '0' : '1000'] } };
  const names = new Set(Object.keys(all).map((command) => command.split(' ')[0] ?? ''));
  for (const name of names) {
    fakeCommand(
      folder,
      name,
      Object.entries(all).filter(([command]) => command.split(' ')[0] === name),
    );
  }
  return folder;
}

interface MadeUp {
  readonly root: string;
  readonly path: string;
  readonly script: string;
}

const SYSTEM_PATH = ':/usr/local/sbin:/usr/sbin:/sbin';
/** A file of the system where the script names it as a word. */
const SYSTEM_FILE = /(?<=[\s'"])(?=\/(?:etc|proc|sys|run|lib|usr)\/)/g;

/** A system as a folder, with a copy of the script that reads this folder and finds no command beside it. */
function makeUp(name: string, system: MadeUpSystem): MadeUp {
  const root = join(work, name, 'root');
  mkdirSync(root, { recursive: true });
  for (const [file, text] of Object.entries(system.files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  if (!source.includes(SYSTEM_PATH)) throw new Error('collect.sh sets PATH otherwise than this test expects');
  const script = join(work, name, 'collect.sh');
  writeFileSync(script, source.replace(SYSTEM_PATH, '').replace(SYSTEM_FILE, root));
  return { root, path: commandFolder(join(work, name, 'bin'), system), script };
}

function run({ path, first }: (typeof SHELLS)[number], script: string, commands: string) {
  const { status, stdout, stderr } = spawnSync(path, [...first, script], {
    cwd: empty,
    env: { PATH: commands, HOME: empty, TMPDIR: empty },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

/** Every path below a folder with its size and time of change. */
const listing = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });

const labelsOf = (output: string): string[] =>
  [...output.matchAll(/^== (.*) ==$/gm)].map((match) => match[1] ?? '');

/** The text of one section. */
function sectionOf(output: string, label: string): string {
  const after = output.split(`\n== ${label} ==\n`)[1] ?? '';
  return (after.split('\n== ')[0] ?? '').trim();
}

/** The labels that the comment at the head of the script names, in its order. */
const DOCUMENTED = [...source.matchAll(/^# {3}(\S.*?)(?: {2,}.*)?$/gm)].map((match) => match[1] ?? '');

const madeUp = new Map(
  [...systemNames.map((name) => [name, systemOf(name)] as const), ['nothing', NOTHING] as const].map(
    ([name, system]) => [name, makeUp(name, system)],
  ),
);

function madeUpSystem(name: string): MadeUp {
  const found = madeUp.get(name);
  if (found === undefined) throw new Error(`no system ${name}`);
  return found;
}

/** What the script prints about a made-up system, with the paths as the real script names them. */
function collect(shell: (typeof SHELLS)[number], { root, path, script }: MadeUp) {
  const { status, stdout, stderr } = run(shell, script, path);
  return { status, stdout: stdout.replaceAll(root, ''), stderr };
}

describe('collect.sh as a text', () => {
  it('leaves out only signatures that there are', () => {
    const known = problems.flatMap(({ id, signatures }) => signatures.map((found) => `${id} ${found.id}`));
    expect(known).toEqual(expect.arrayContaining(ELSEWHERE));
  });

  it('stays below 9 kB, so that a person can read it before running it', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(9000);
  });

  it('writes to no file and asks for no other rights', () => {
    const code = source.replace(/^\s*#.*$/gm, '');
    const targets = [...code.matchAll(/(?<![-=<])>+\s*([^\s;|)]+)/g)].map((match) => match[1]);
    expect(new Set(targets.filter((target) => !/^\d+\)?$/.test(target ?? '')))).toEqual(
      new Set(['/dev/null', '&1']),
    );
    expect(code).not.toMatch(/\b(?:sudo|doas|su|tee|rm|mv|cp|mktemp|touch|curl|wget|eval)\b/);
  });

  it.runIf(shellcheck !== null)('passes shellcheck at its strictest level', () => {
    const { stdout, stderr } = spawnSync(
      shellcheck ?? '',
      ['--shell=sh', '--severity=style', '--norc', SCRIPT],
      { encoding: 'utf8' },
    );
    expect(stdout + stderr).toBe('');
  });

  it.each(SHELLS)('is understood by $shell -n', ({ path, first }) => {
    const { status, stderr } = spawnSync(path, [...first, '-n', SCRIPT], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe.each(SHELLS)('collect.sh under $shell', (shell) => {
  it.each([...madeUp.keys()])('prints every label once and in order, and ends well, on %s', (name) => {
    const { status, stdout, stderr } = collect(shell, madeUpSystem(name));
    expect(labelsOf(stdout)).toEqual(DOCUMENTED);
    expect(stdout.split('\n').slice(-2)).toEqual([expect.stringMatching(/^Complete/), '']);
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(systemNames)('prints for %s what the fixture holds', async (name) => {
    await expect(collect(shell, madeUpSystem(name)).stdout).toMatchFileSnapshot(
      join(FIXTURES, `${name}.txt`),
    );
  });

  it('says of every section what is missing on a system with nothing', () => {
    const output = collect(shell, madeUpSystem('nothing')).stdout;
    const silent = DOCUMENTED.slice(0, -1).filter((label) => !/^\(.+\)$/m.test(sectionOf(output, label)));
    expect(silent).toEqual([]);
    for (const command of ['uname', 'modinfo', 'zfs', 'zpool']) {
      expect(output).toContain(`(no command ${command})`);
    }
    expect(sectionOf(output, 'kernel log: boot')).toBe('(cannot read it; root may get it)');
  });

  it('says nothing of missing lines where it found some, though most of the files are not there', () => {
    const { stdout } = collect(shell, madeUpSystem('debian-13-2.3.99-90'));
    expect(sectionOf(stdout, 'modprobe.d')).toBe(
      '/etc/modprobe.d/zfs.conf:options zfs zfs_arc_max=17179869184',
    );
    expect(sectionOf(stdout, 'my.cnf').split('\n')).toHaveLength(2);
  });

  it.runIf(process.getuid?.() !== 0)('names a file that only root may read', () => {
    const file = '/etc/modprobe.d/secret.conf';
    const name = `unreadable-${shell.shell.replace(/\W/g, '')}`;
    const system = makeUp(name, { ...NOTHING, files: { [file]: 'options zfs zfs_dio_enabled=0\n' } });
    chmodSync(join(system.root, file), 0);
    expect(sectionOf(collect(shell, system).stdout, 'modprobe.d')).toContain(
      `(cannot read ${file}; root may get it)`,
    );
  });

  it('says that names are printed before it prints any', () => {
    const { stdout } = collect(shell, madeUpSystem('debian-13-2.3.99-90'));
    expect(stdout.split('\n', 2)[1]).toMatch(/^Names of hosts, pools, datasets and devices/);
  });

  it('writes nothing, neither where it runs nor in the system that it reads', () => {
    const system = madeUpSystem('debian-13-2.3.99-90');
    const before = listing(dirname(system.root));
    collect(shell, system);
    expect(listing(dirname(system.root))).toEqual(before);
    expect(listing(empty)).toEqual([]);
  });

  const reportsOf = (name: string, lines: readonly string[]): string[] => {
    const commands = { dmesg: { status: 0, lines } };
    const system = makeUp(`${name}-${shell.shell.replace(/\W/g, '')}`, { ...NOTHING, commands });
    return sectionOf(collect(shell, system).stdout, 'kernel log: reports').split('\n');
  };

  it('prints ten reports of a kind with the lines that follow, and how many more there were', () => {
    const lines = Array.from({ length: 900 }, (_, index) => `[${index}.0] BUG: Bad page state in process a`);
    const reports = reportsOf('flood', lines);
    expect(reports.slice(0, -1)).toEqual(lines.slice(0, 50));
    expect(reports.at(-1)).toBe('(850 more of these left out)');
  });

  it('prints a rare report behind many of another kind', () => {
    const noise = Array.from(
      { length: 200 },
      (_, index) => `WARNING: CPU: 0 PID: ${index} at a.c:1 b+0x1/0x2`,
    );
    const reports = reportsOf('rare', [
      ...noise,
      'WARNING: CPU: 0 PID: 9 at mm/gup.c:149 try_grab_folio+0x71',
    ]);
    expect(reports).toContain('WARNING: CPU: 0 PID: 9 at mm/gup.c:149 try_grab_folio+0x71');
  });

  it('says where lines are left out, so that two reports do not look like one', () => {
    const filler = Array.from({ length: 100 }, (_, index) => `usb 1-${index}`);
    const reports = reportsOf('gap', ['BUG: first', ...filler, 'BUG: second of all']);
    expect(reports.slice(40)).toEqual(['usb 1-39', '(lines left out)', 'BUG: second of all']);
  });

  it('prints 500 lines of reports at most', () => {
    const lines = Array.from({ length: 900 }, (_, index) => `BUG: kind${index} of report`);
    const reports = reportsOf('many', lines);
    expect(reports.slice(0, -1)).toEqual(lines.slice(0, 500));
    expect(reports.at(-1)).toBe('(400 more lines left out)');
  });

  it('prints a line of ten that stand alone, without what follows', () => {
    const lines = Array.from({ length: 12 }, (_, index) => [
      `a[${index}]: segfault at 0 ip 0`,
      'usb 1-4',
    ]).flat();
    const reports = reportsOf('alone', lines);
    expect(reports.filter((line) => line !== '(lines left out)')).toHaveLength(11);
    expect(reports).not.toContain('usb 1-4');
  });

  it.each(kernelSignatures)(
    'finds the first line of $problem $id in a kernel log',
    ({ id, problem, line }) => {
      expect(reportsOf(`${problem}-${id}`, ['usb 1-4: new', `[2.0] ${line} here`])).toContain(
        `[2.0] ${line} here`,
      );
    },
  );

  it('prints every parameter that a condition or a measure names', () => {
    const files = Object.fromEntries(
      parameterNames.map((name) => [`/sys/module/zfs/parameters/${name}`, '7\n']),
    );
    const system = makeUp(`parameters-${shell.shell.replace(/\W/g, '')}`, { ...NOTHING, files });
    const printed = sectionOf(collect(shell, system).stdout, 'parameters').split('\n');
    expect(printed.toSorted()).toEqual(Object.keys(files).map((file) => `${file}:7`));
  });
});

describe('collect.sh as it is downloaded, on this machine', () => {
  it('prints the same under every shell', () => {
    const commands = commandFolder(join(work, 'download'), systemOf('debian-13-2.3.99-90'));
    const outputs = SHELLS.map((shell) => run(shell, SCRIPT, commands));
    for (const { status, stdout, stderr } of outputs) {
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toBe(outputs[0]?.stdout);
      expect(labelsOf(stdout)).toEqual(DOCUMENTED);
      expect(sectionOf(stdout, 'zfs version')).toContain('zfs-kmod-2.3.99-90_g38c0324c0f');
    }
  });
});
