import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DISTRIBUTION_RULES } from '../../src/checker/facts/kernel-distributions.ts';
import {
  detectPlatform,
  readKernelBuild,
  readKernelReleases,
} from '../../src/checker/facts/kernel-release.ts';
import type { KernelVersion } from '../../src/checker/types.ts';
import { distributionsSchema } from '../../src/knowledge/distributions.ts';

interface Shape {
  readonly text: string;
  readonly release: string;
  readonly version: KernelVersion;
  readonly distribution: string | null;
}

const fixture = new URL('../fixtures/kernel-release-shapes.jsonl', import.meta.url);
const shapes: Shape[] = readFileSync(fixture, 'utf8')
  .trim()
  .split('\n')
  .map((line): Shape => JSON.parse(line));

const releasesIn = (text: string) => readKernelReleases(text).map(({ release }) => release);

describe('the shapes in which people paste a kernel release', () => {
  test.each(shapes)('$release ($distribution) is read from its shape', ({ text, ...expected }) => {
    const found = readKernelReleases(text);
    expect(found.map(({ release, version, distribution }) => ({ release, version, distribution }))).toEqual([
      expected,
    ]);
  });
});

// What was read about each of them stands in distributions.yaml; what was not read gets an entry that knows nothing.
test.each([
  ['ubuntu', ['5.4.0-216-generic', '5.15.0-75-generic', '6.8.0-63-generic', '6.14.0-15-generic']],
  ['ubuntu-other', ['4.15.0-213-generic', '5.8.0-63-generic', '5.19.0-50-generic', '6.2.0-39-generic']],
  ['ubuntu-other', ['6.5.0-13-generic', '6.11.0-9-generic', '6.17.0-5-generic', '7.0.0-14-generic']],
  ['ubuntu-other', ['6.8.0-1021-azure', '6.8.0-63-lowlatency', '6.8.0-63-generic-64k']],
  ['debian-11', ['5.10.0-33-amd64', '5.10.251+deb11-amd64']],
  ['debian', ['6.1.0-18-amd64', '6.1.192+deb12-amd64', '6.12.9+bpo-amd64', '6.12.74+deb13+1-amd64']],
  ['debian-cloud', ['6.1.0-18-cloud-amd64', '6.12.117+deb12-cloud-amd64', '6.12.85+deb13-cloud-amd64']],
  ['debian-other', ['5.10.0-33-cloud-amd64', '6.1.0-0.deb11.21-amd64', '6.18.5+deb13-amd64']],
  ['debian-other', ['6.1.0-18-rt-amd64', '6.12.85+deb13-arm64', '6.12.85+deb13-cloud-arm64']],
  ['fedora-35', ['5.15.6-200.fc35.x86_64', '6.0.12-100.fc35.x86_64']],
  ['fedora-39', ['6.7.7-200.fc39.aarch64', '6.11.9-100.fc39.x86_64']],
  ['fedora-42', ['6.16.3-200.fc42.x86_64', '6.17.1-300.fc43.x86_64', '6.19.0-0.rc5.44.fc44.x86_64']],
  ['fedora-other', ['5.11.12-300.fc34.x86_64', '6.2.9-300.fc36.x86_64', '6.8.9-100.fc38.x86_64']],
  ['fedora-other', ['6.8.5-301.fc40.x86_64', '6.16.10-100.fc41.x86_64', '4.8.6-300.fc9.x86_64']],
  ['alpine', ['6.1.112-0-lts']],
  ['alpine-other', ['5.15.16-0-lts', '6.6.58-0-lts', '6.12.13-0-lts', '6.10.1-0-lts', '6.1.112-0-virt']],
  ['oracle-uek', ['5.15.0-300.163.18.el8uek.x86_64', '6.12.0-100.28.2.el9uek.x86_64']],
  ['suse-15-sp3', ['5.3.18-150300.59.93-default']],
])('%s is the kernel of %j', (distribution, releases) => {
  const found = releases.flatMap((release) => readKernelReleases(release));
  expect(found.map((one) => [one.release, one.distribution])).toEqual(
    releases.map((release) => [release, distribution]),
  );
});

describe('what is no kernel release', () => {
  test.each([
    ['a ZFS version', 'zfs-2.3.99-90_g38c0324c0f\nzfs-kmod-2.3.99-90_g38c0324c0f'],
    ['a ZFS version behind the word kernel', 'kernel modules 2.2.2-0ubuntu9.4'],
    ['a bare ZFS version', '2.3.0-rc3'],
    ['a loaded module', 'ZFS: Loaded module v2.3.1-1, ZFS pool version 5000, ZFS filesystem version 5'],
    ['a compiler', 'gcc (GCC) 12.3.0, GNU ld (GNU Binutils) 2.40'],
    ['a package of an el9 system', 'podman 5.2.2-9.el9_5\nopenssl-3.0.7-27.el9.x86_64'],
    ['a distribution', 'Rocky Linux 9.5\nAlpine Linux 3.19.1\nLinux Mint 21.3\nDebian GNU/Linux 12.5'],
    ['another system', 'Darwin host 24.1.0 Darwin Kernel Version 24.1.0: Thu Oct 10'],
    ['a requirement', 'kernel >= 5.4.0 is needed'],
    ['a sentence', 'this was fixed in Linux 6.12.1'],
    ['an address', 'Linux host 10.0.0.1'],
  ])('%s is not read as one', (_, text) => {
    expect(releasesIn(text)).toEqual([]);
  });
});

test('a file name counts only where nothing better is there', () => {
  const image = 'BOOT_IMAGE=/boot/vmlinuz-6.8.0-60-generic root=/dev/sda1';
  expect(releasesIn(image)).toEqual(['6.8.0-60-generic']);
  expect(releasesIn(`${image}\nLinux elm 6.8.0-63-generic #66-Ubuntu SMP`)).toEqual(['6.8.0-63-generic']);
});

test('a plain release counts where its build string, its command or nothing else stands around it', () => {
  expect(releasesIn('6.18.38 #1-NixOS SMP')).toEqual(['6.18.38']);
  expect(releasesIn('$ uname -r\n6.18.38\n$ zfs version')).toEqual(['6.18.38']);
  expect(releasesIn(' 6.18.38\n')).toEqual(['6.18.38']);
  expect(releasesIn('6.18.38 5.4.1')).toEqual([]);
});

test('several machines are reported in the order of the text', () => {
  const text = 'Linux elm 6.1.0-18-amd64 #1 SMP Debian 6.1.76-1\nLinux oak 6.6.9-arch1-1 #1 SMP';
  expect(releasesIn(text)).toEqual(['6.1.0-18-amd64', '6.6.9-arch1-1']);
});

test('a build string alone still tells the distribution (uname -v)', () => {
  const text = '#28~24.04.1-Ubuntu SMP PREEMPT_DYNAMIC Wed Jul  1 15:50:57 UTC 2';
  expect(readKernelReleases(text)).toEqual([]);
  expect(readKernelBuild(text)).toEqual({
    distribution: 'ubuntu-other',
    span: { start: 0, end: 18, text: '#28~24.04.1-Ubuntu' },
  });
  expect(readKernelBuild('#1-Alpine SMP')?.distribution).toBe('alpine-other');
  expect(readKernelBuild('nothing')).toBeNull();
});

test.each([
  ['linux', 'Linux elm 6.8.0-63-generic #66-Ubuntu SMP'],
  ['linux', '#1-NixOS SMP'],
  ['freebsd', 'FreeBSD host 14.3-RELEASE FreeBSD 14.3-RELEASE releng/14.3-n271432 GENERIC amd64'],
  ['windows', 'Microsoft Windows [Version 10.0.22631.4460]'],
  ['macos', 'Darwin mac.local 24.1.0 Darwin Kernel Version 24.1.0: Thu Oct 10 21:02:27 PDT 2024'],
  ['linux', 'Microsoft Windows [Version 10.0.22631]\nLinux elm 5.15.167.4-microsoft-standard-WSL2 #1 SMP'],
  [null, 'FreeBSD host 14.3-RELEASE\nLinux elm 6.8.0-63-generic #66-Ubuntu SMP'],
  [null, 'zfs-2.3.1-1'],
])('the platform %s is recognised from %s', (platform, text) => {
  expect(detectPlatform(text)).toBe(platform);
});

test('every distribution that a rule names is in distributions.yaml, and every entry there has a rule', () => {
  const file = new URL('../../content/distributions.yaml', import.meta.url);
  const { distributions } = distributionsSchema.parse(parse(readFileSync(file, 'utf8')));
  const named = new Set(DISTRIBUTION_RULES.map(({ distribution }) => distribution));
  expect([...named].sort()).toEqual(distributions.map(({ id }) => id).sort());
});

const noise: readonly [string, (text: string) => string][] = [
  ['quote marks', (text) => text.replaceAll(/^/gm, '> > ')],
  ['indentation', (text) => text.replaceAll(/^/gm, '    ')],
  ['carriage returns', (text) => text.replaceAll('\n', '\r\n')],
  ['colours', (text) => text.replaceAll(/(\d+\.\d+)/g, '\u001b[1;31m$1\u001b[0m')],
  ['text around it', (text) => `Hello,\n\n${text}\n\nRegards\n`],
];

test.each(noise)('%s change nothing', (_, disturb) => {
  for (const { text, release } of shapes.filter((shape) => !shape.text.includes('=\n'))) {
    expect(releasesIn(disturb(text)), text).toEqual([release]);
  }
});

const fragments = fc.constantFrom(
  ...shapes.map(({ text }) => text),
  ...[
    'Linux ',
    'kernel: ',
    '6.1',
    '6.12.117',
    '-amd64',
    '#1 SMP',
    '\n',
    '> ',
    '=\n',
    '\u001b[31m',
    '\r',
    ' ',
    '.el9',
    '\u0000',
  ],
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragments, { maxLength: 12 }).map((all) => all.join('')),
);

test('any text is read without an error, and every span is a piece of it in order', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      let previous = -1;
      for (const { span } of readKernelReleases(text)) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(span.start).toBeGreaterThan(previous);
        previous = span.start;
      }
      detectPlatform(text);
    }),
  );
});

test.each([
  '6.1 ',
  '6.1\n\n',
  '1.1-',
  'Linux ',
  '6.8.0-63-generic ',
  'vermagic=',
  '#1 ',
  '= \n',
  '\u001b]',
  ' ',
])(
  'a megabyte of %j is read in seconds',
  (piece) => {
    readKernelReleases(piece.repeat(1_000_000 / piece.length));
  },
  20_000,
);
