/**
 * `npm run bench`: how long the checker takes for hostile texts of 10 kB, 100 kB and 1 MB, and how the time grows.
 * Ten times the text may take ten times as long; anything near a hundred times is not linear.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '../src/checker/judge.ts';
import { checkerKnowledge } from '../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
/** Milliseconds for which each size is run at least. */
const LEAST_MEASURED = 100;

const evidence = join(import.meta.dirname, '../content/problems/16689-zero-page/evidence');
const logs = readdirSync(evidence).map((name) => readFileSync(join(evidence, name), 'utf8'));

/** What is repeated up to the wanted size. */
const UNITS: Readonly<Record<string, string>> = {
  'double quotes': '"',
  'single quotes': "'",
  'quotes, each on its line': '"\n',
  'a="⏎': 'a="\n',
  "a='⏎": "a='\n",
  'init_on_alloc="⏎': 'init_on_alloc="\n',
  'equals signs': '=',
  'x=⏎': 'x=\n',
  backslashes: '\\',
  'backslash and quote': '\\"',
  'opening brackets': '[',
  'kargs=[': 'kargs=[',
  'kargs=[⏎': 'kargs=[\n',
  'kargs=["⏎': 'kargs=["\n',
  'kernelParams = [ "quiet"⏎': 'boot.kernelParams = [ "quiet"\n',
  'cmdline:[""⏎': 'cmdline:[""\n',
  'cmdline:[" "⏎': 'cmdline:[" "\n',
  'cmdline:[#⏎': 'cmdline:[#\n',
  'digits and dots': '2.3.',
  dots: '.',
  'zfs-': 'zfs-',
  'zfs-2.': 'zfs-2.',
  '/zfs-2.3.0': '/zfs-2.3.0',
  'zfs-kmod-2.3.0-1 ': 'zfs-kmod-2.3.0-1 ',
  'zfs-2.3.x⏎': 'zfs-2.3.x\n',
  'BOOT_IMAGE=': 'BOOT_IMAGE=',
  'BOOT_IMAGE=/x ro⏎': 'BOOT_IMAGE=/x ro\n',
  '`BOOT_IMAGE=⏎': '`BOOT_IMAGE=x root=y\n',
  'init_on_alloc=0 ': 'init_on_alloc=0 ',
  'init_on_alloc=0⏎': 'init_on_alloc=0\n',
  'quiet ': 'quiet ',
  'Command line: ro root=⏎': 'Command line: ro root=x\n',
  'cat /proc/cmdline⏎': '$ cat /proc/cmdline\n',
  'GRUB_CMDLINE_LINUX="⏎': 'GRUB_CMDLINE_LINUX="\n',
  'GRUB_CMDLINE_LINUX="quiet"⏎': 'GRUB_CMDLINE_LINUX="quiet"\n',
  'options root=x ro⏎': 'options root=x ro quiet\n',
  'sed s/': "sed 's/",
  'escape characters': '\u001b',
  colours: '\u001b[31;1m',
  'unclosed colours': '\u001b[3',
  'unclosed titles': '\u001b]0;',
  tables: '|',
  'table rows': '| a | b=1 | quiet |\n',
  quoting: '>',
  'nested quoting': '>>>> quiet ro\n',
  'quoting with blanks': '> ',
  backticks: '`',
  '`quiet`': '`quiet ro` ',
  asterisks: '**',
  'code fences': '```\nquiet\n',
  blanks: ' ',
  tabs: '\t',
  'line feeds': '\n',
  'carriage returns': '\r',
  'x and blanks': `x${' '.repeat(100)}`,
  'hash signs': '#',
  slashes: '/',
  hyphens: 'a-',
  underscores: '_a',
  letters: 'a',
  'no-break spaces': '\u00a0',
  'full-width': '２．３',
  'written-out \\n': '\\n',
  'soft breaks': `${'a'.repeat(65)}=\n`,
  'options zfs ': 'options zfs zfs_dio_enabled=0 ',
  zfs_a: 'zfs_a',
  'zfs_arc_max=⏎': 'zfs_arc_max=1\n',
  'cat /sys/module/zfs/parameters/': 'cat /sys/module/zfs/parameters/zfs_dio_enabled ',
  'cat …zfs_dio_enabled⏎': 'cat /sys/module/zfs/parameters/zfs_dio_enabled\n',
  'cat ': 'cat ',
  'ZFS: Loaded module v': 'ZFS: Loaded module v',
  'ZFS: Loaded module v2.3.0-1⏎': 'ZFS: Loaded module v2.3.0-1, ZFS pool version 5000\n',
  'mem auto-init: stack:': 'mem auto-init: stack:',
  "Malformed early option '": "Malformed early option '",
  '6.12.1 ': '6.12.1-1 ',
  'Linux version 6.12': 'Linux version 6.12.1 ',
  '6.12.85+deb13-amd64⏎': '6.12.85+deb13-amd64\n',
  'uname -r⏎': '$ uname -r\n',
  'ID=debian⏎': 'ID=debian\nVERSION_ID="13"\n',
  'tank direct standard': 'tank direct standard default\n',
  'NAME PROPERTY VALUE⏎': 'NAME PROPERTY VALUE SOURCE\n',
  'BUG: Bad page state⏎': 'BUG: Bad page state in process\n',
  'modinfo zfs⏎': 'modinfo zfs\nversion: 2.3.0-1\n',
};

/** A unit repeated up to a size in bytes of UTF-8, as the limit of a box is. */
const grow = (unit: string, size: number): string => unit.repeat(Math.floor(size / Buffer.byteLength(unit)));

const CASES: ReadonlyMap<string, (size: number) => string> = new Map<string, (size: number) => string>([
  ...Object.entries(UNITS).map(([name, unit]) => [name, (size: number) => grow(unit, size)] as const),
  ['real kernel logs', (size) => logs.join('\n').repeat(60).slice(0, size)],
  ['real kernel logs, one line', (size) => logs.join(' ').replaceAll('\n', ' ').repeat(60).slice(0, size)],
  ['open quote, then lines', (size) => `a="${grow('quiet ro\n', size - 3)}`],
  ['open list, then lines', (size) => `kargs=[${grow(' "quiet"\n', size - 7)}`],
]);

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

/** The average of several runs: a processor's time is counted in steps of some milliseconds. */
function milliseconds(text: string): number {
  const start = process.threadCpuUsage();
  const begun = performance.now();
  let runs = 0;
  do {
    // Another text each time: the checker remembers the last ones.
    judge({ text: text + ' '.repeat(runs) }, knowledge);
    runs += 1;
  } while (performance.now() - begun < LEAST_MEASURED);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000 / runs;
}

const chosen = process.argv.slice(2);
const rows = [...CASES].filter(([name]) => chosen.length === 0 || chosen.some((part) => name.includes(part)));
// The first runs measure the compiler.
for (const [, make] of rows) judge({ text: make(5_000) }, knowledge);

const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(36) + cells.map((cell) => cell.padStart(10)).join('');

console.log(
  'Milliseconds of processor time for one judgement, and how many times longer ten times the text takes.',
);
console.log(row('text', ['10 kB', '100 kB', '1 MB', 'growth']));
for (const [name, make] of rows) {
  const times = SIZES.map((size) => milliseconds(make(size)));
  const growth = times.slice(1).map((time, index) => `×${(time / (times[index] ?? time)).toFixed(1)}`);
  console.log(row(name, [...times.map((time) => time.toFixed(1)), ...growth]));
}
