import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { distributionsSchema } from '../../src/knowledge/distributions.ts';

const file = new URL('../../content/distributions.yaml', import.meta.url);
const data = () => parse(readFileSync(file, 'utf8'));
const { distributions, builders } = distributionsSchema.parse(data());

const defaults = (id: string) => {
  const entry = distributions.find((one) => one.id === id);
  return [entry?.initOnAllocDefaultOn, entry?.initOnFreeDefaultOn];
};
const idsWith = (test: (entry: (typeof distributions)[number]) => boolean) =>
  distributions.filter(test).map(({ id }) => id);

// The published kernel configurations named in the file itself.
test.each([
  [
    [true, false],
    [
      'ubuntu',
      'debian',
      'debian-11',
      'debian-cloud',
      'proxmox',
      'arch',
      'cachyos',
      'fedora-42',
      'nixos',
      'alpine',
      'talos',
      'azure-linux',
      'android',
    ],
  ],
  [
    [true, true],
    ['arch-hardened', 'cachyos-hardened', 'nixos-hardened', 'vpsadminos-6.9', 'gentoo-dist-hardened'],
  ],
  [
    [false, false],
    [
      'fedora-35',
      'fedora-39',
      'el8',
      'el9',
      'el10',
      'opensuse-tumbleweed',
      'opensuse-leap-16',
      'suse-15-sp3',
      'vpsadminos',
      'amazon-linux',
      'clear-linux',
      'flatcar',
    ],
  ],
  [
    [null, null],
    [
      'ubuntu-other',
      'debian-10',
      'debian-other',
      'fedora-other',
      'alpine-other',
      'el7',
      'oracle-uek',
      'suse-15-sp6',
      'suse-15-backports',
      'arch-zen',
      'arch-lts',
      'gentoo-dist',
      'truenas',
      'void',
      'wsl2',
      'kali',
    ],
  ],
])('the defaults for allocation and freeing are %j where that was read', (expected, ids) => {
  for (const id of ids) expect(defaults(id), id).toEqual(expected);
});

test('what else decides about page checks is stated only where it was read', () => {
  expect(idsWith(({ pagePoisoning }) => pagePoisoning === true)).toEqual(['debian']);
  expect(idsWith(({ pagePoisoning }) => pagePoisoning === false)).toEqual(['debian-cloud']);
  expect(idsWith(({ debugVm }) => debugVm !== null)).toEqual([
    'arch-hardened',
    'cachyos-hardened',
    'fedora-35',
  ]);
});

test('vendors that carry backports under an old number are marked', () => {
  expect(idsWith(({ vendorBackports }) => vendorBackports)).toEqual([
    'el7',
    'el8',
    'el9',
    'oracle-uek',
    'suse-15-sp3',
    'suse-15-backports',
  ]);
});

// A release stands for more kernels than were read, so the text says which ones were.
test.each([
  ['ubuntu', /does not tell the release of Ubuntu/, /不能说明 Ubuntu 的版本/],
  ['debian-11', /CONFIG_PAGE_POISONING is not established/, /CONFIG_PAGE_POISONING 构建未查证/],
  ['fedora-35', /^Fedora CoreOS 35 \(5\.15\.6\) was read/, /^已查阅 Fedora CoreOS 35（5\.15\.6）/],
  ['fedora-39', /^Fedora 39 \(6\.7\.7, aarch64\) was read/, /^已查阅 Fedora 39（6\.7\.7，aarch64）/],
  [
    'fedora-42',
    /^42, 43 and Rawhide \(January 2026\) were read/,
    /^已查阅 42、43 和 Rawhide（2026 年 1 月）/,
  ],
  ['alpine', /about 6\.1 was read/, /已查阅约 6\.1/],
  ['suse-15-sp3', /Leap 15\.3 was not/, /Leap 15\.3 未查阅/],
  ['oracle-uek', /because its release says el8 or el9/, /版本号含 el8 或 el9/],
])('%s says in both languages what was read and what was not', (id, en, zh) => {
  const versions = distributions.find((one) => one.id === id)?.versions;
  expect(versions?.en).toMatch(en);
  expect(versions?.zh).toMatch(zh);
});

test('seven builders of the affected window are named, each with a source', () => {
  expect(builders).toHaveLength(7);
  expect(builders.every(({ sources }) => sources.length > 0)).toBe(true);
});

const messages = (change: (copy: ReturnType<typeof data>) => void) => {
  const copy = data();
  change(copy);
  return distributionsSchema
    .safeParse(copy)
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

test.each([
  [
    'distributions.0.debugVm: expected true, false, or null where it is not established',
    (copy) => Object.assign(copy.distributions[0], { debugVm: 'no' }),
  ],
  [
    'distributions.0.sources: expected at least one source, since "ubuntu" states how a kernel was built',
    (copy) => Object.assign(copy.distributions[0], { sources: [] }),
  ],
  [
    'distributions.1.id: expected an id of its own; "ubuntu" is already in the list',
    (copy) => Object.assign(copy.distributions[1], { id: 'ubuntu' }),
  ],
  [
    'distributions.0.name.zh: expected a text in Chinese, not an empty one',
    (copy) => Object.assign(copy.distributions[0].name, { zh: ' ' }),
  ],
  [
    'builders.0.sources: expected at least one source',
    (copy) => Object.assign(copy.builders[0], { sources: [] }),
  ],
] satisfies [string, (copy: ReturnType<typeof data>) => void][])(
  'a wrong file is refused with the words: %s',
  (message, change) => {
    expect(messages(change)).toEqual([message]);
  },
);
