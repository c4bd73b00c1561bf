import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Runs the terminal checker as `npm run --silent check` does. */
function checkByAll(input: string | Buffer, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/check.ts', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** The same, judging by one problem. */
const check = (input: string | Buffer, ...args: string[]) => checkByAll(input, '--problem', '16689', ...args);

const both = (version: string): string => `zfs-${version}\nzfs-kmod-${version}\n`;

const REPORTER = `${both('2.3.99-90_g38c0324c0f')}6.11.9-zen1-1-zen\ninit_on_alloc=0 init_on_free=0\n`;

describe('the checker in a terminal', () => {
  it('prints the verdict for a person and exits with 1 when something affects the system', () => {
    const { status, stdout } = check(`uname -r\n${REPORTER}`);
    expect(stdout).toContain('16689  AFFECTED');
    expect(stdout).toContain('echo 0 > /sys/module/zfs/parameters/zfs_dio_enabled');
    expect(status).toBe(1);
  });

  it('speaks Chinese with --lang zh', () => {
    const { stdout } = check(both('2.3.0-rc2'), '--lang', 'zh');
    expect(stdout).toContain('16689  潜伏');
  });

  it.each([
    ['2.3.0-rc2', 0],
    ['2.3.0', 0],
    ['2.2.7', 0],
    ['2.3.99-1', 3],
    ['2.3.99-20_gc642e985e5', 1],
  ])('exits for %s with %i', (version, status) => {
    expect(check(both(version)).status).toBe(status);
  });

  it('prints one JSON object with --json', () => {
    const { stdout, status } = check(`uname -r\n${REPORTER}`, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      system: {
        zfs: {
          userland: { text: '2.3.99-90_g38c0324c0f' },
          module: {
            text: '2.3.99-90_g38c0324c0f',
            release: '2.3.99',
            candidate: null,
            commits: 90,
            commit: '38c0324c0f',
            packaging: null,
          },
        },
        kernel: { release: '6.11.9-zen1-1-zen', version: [6, 11, 9], distribution: 'arch-zen' },
        commandLine: {
          initOnAlloc: false,
          initOnFree: false,
          pagePoison: null,
          checkPages: null,
          malformed: [],
        },
        effective: {
          initOnAlloc: { value: false, from: 'command-line' },
          initOnFree: { value: false, from: 'command-line' },
          pageChecks: { value: false, from: 'command-line' },
          directIo: { value: true, from: 'version-default' },
        },
      },
      assessments: [{ problem: '16689', status: 'affected', outcome: 'silent-corruption' }],
    });
  });

  it('exits with 2 and a sentence for unusable input and arguments', () => {
    expect(check('')).toMatchObject({ status: 2, stderr: expect.stringContaining('Nothing was pasted') });
    expect(check(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]))).toMatchObject({ status: 2 });
    expect(check('x'.repeat(1_100_000))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('1 MiB'),
    });
    expect(check('The quick brown fox')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Nothing in this text was recognised'),
    });
    expect(check(REPORTER, '--lang', 'fr')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--lang'),
    });
    expect(check(REPORTER, '--verbose')).toMatchObject({ status: 2 });
  });

  it('sends no control characters of a paste to the terminal', () => {
    const { stdout } = check(
      'zfs-kmod-2.3.0-1\n\u001b]0;owned\u0007init_on_alloc=0\u001b[2J init_on_free=0\n',
    );
    expect(stdout).not.toMatch(/[\u0007\u001b]/);
  });
});

describe('--batch', () => {
  it('answers each line with one line, marks a bad one and does not stop', () => {
    const lines = [
      JSON.stringify({ id: 'a', text: both('2.3.4-1') }),
      'not json',
      JSON.stringify({ id: 2, zfsVersion: 5 }),
      JSON.stringify({ id: 3 }),
      JSON.stringify({
        id: 4,
        commandLine: 'init_on_alloc=bogus init_on_alloc=0',
        zfsVersion: both('2.2.99-1'),
      }),
    ];
    const { status, stdout } = check(`${lines.join('\n')}\n`, '--batch');
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { id: 'a', assessments: [{ status: 'fixed' }] },
      { id: null, error: expect.any(String) },
      { id: 2, error: '"zfsVersion" must be a string' },
      { id: 3, error: expect.any(String) },
      {
        id: 4,
        system: { commandLine: { initOnAlloc: false, malformed: ['init_on_alloc'] } },
        assessments: [{ status: 'unknown' }],
      },
    ]);
  });

  it('answers 10,000 lines', () => {
    const line = (id: number) =>
      JSON.stringify({
        id,
        commandLine: 'quiet init_on_alloc=0',
        zfsVersion: both(`2.3.99-${id % 120}_g38c0324c0f`),
      });
    const input = Array.from({ length: 10_000 }, (_, id) => line(id)).join('\n');
    const { stdout } = check(input, '--batch');
    const answers = stdout.trim().split('\n');
    expect(answers).toHaveLength(10_000);
    expect(JSON.parse(answers[9_999] ?? '')).toMatchObject({ id: 9_999 });
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'));
  const file = (name: string): string => join(folder, name);
  const affected = file('affected.txt');
  const unknown = file('unknown.txt');
  const fixed = file('fixed.txt');
  const prose = file('prose.txt');
  const missing = file('missing.txt');

  beforeAll(() => {
    writeFileSync(affected, REPORTER);
    writeFileSync(unknown, both('2.3.99-1'));
    writeFileSync(fixed, `${both('2.3.4-1')}Linux host 6.12.85+deb13-amd64 #1 SMP x86_64 GNU/Linux\n`);
    writeFileSync(prose, 'The quick brown fox');
    mkdirSync(file('folder'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('become a table with a line each, in their order; what cannot be used is said and stops nothing', () => {
    const { stdout } = check('', missing, file('folder'), prose, affected, unknown, fixed);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^file +module +kernel +16689$/);
    expect(lines.slice(1).map((line) => line.replace(folder, '').split(/ {2,}/))).toMatchObject([
      [expect.stringContaining('missing'), 'There is no such file.'],
      [expect.stringContaining('folder'), 'This is a directory, not a file.'],
      [expect.stringContaining('prose'), expect.stringContaining('Nothing in this text was recognised')],
      [expect.stringContaining('affected'), '2.3.99-90_g38c0324c0f', '6.11.9-zen1-1-zen', 'Affected'],
      [expect.stringContaining('unknown'), '2.3.99-1', '–', 'Unknown'],
      [expect.stringContaining('fixed'), '2.3.4-1', '6.12.85+deb13-amd64', 'Fixed'],
    ]);
  });

  it('are told in Chinese with --lang zh', () => {
    const { stdout } = check('', fixed, missing, '--lang', 'zh');
    expect(stdout).toContain('已修复');
    expect(stdout).toContain('没有这个文件。');
  });

  it('become an array of reports with --json, named after the files', () => {
    const { stdout, status } = check('', '--json', fixed, missing, unknown);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: fixed, assessments: [{ status: 'fixed' }] },
      { id: missing, error: 'There is no such file.' },
      { id: unknown, assessments: [{ status: 'unknown' }] },
    ]);
  });

  it.each([
    ['1 if any system is affected', [prose, unknown, affected], 1],
    ['else 3 if any is unknown', [prose, unknown, fixed], 3],
    ['else 2 if any file cannot be used', [fixed, prose], 2],
    ['else 0', [fixed, fixed], 0],
  ])('exit with %s', (_, files, status) => {
    expect(check('', ...files).status).toBe(status);
  });

  it('and --batch exclude each other', () => {
    expect(check('', '--batch', fixed)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--batch'),
    });
  });
});
