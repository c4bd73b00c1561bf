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
    ['el7', 'arch-zen', 'arch-lts', 'fedora-40', 'gentoo-dist', 'truenas', 'void', 'wsl2', 'kali'],
  ],
])('the defaults for allocation and freeing are %j where that was read', (expected, ids) => {
  for (const id of ids) expect(defaults(id), id).toEqual(expected);
});

test('what else decides about page checks is stated only where it was read', () => {
  expect(idsWith(({ pagePoisoning }) => pagePoisoning === true)).toEqual(['debian']);
  expect(idsWith(({ pagePoisoning }) => pagePoisoning === false)).toEqual(['debian-cloud']);
  expect(idsWith(({ debugVm }) => debugVm !== null)).toEqual(['arch-hardened', 'cachyos-hardened']);
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
