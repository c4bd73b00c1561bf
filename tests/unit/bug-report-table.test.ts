import { describe, expect, test } from 'vitest';
import { readBugReportTable } from '../../src/checker/facts/bug-report-table.ts';
import { readArchitectures } from '../../src/checker/facts/machine-architecture.ts';

const read = (text: string) => readBugReportTable(text).map(({ name, value }) => `${name}=${value}`);

describe('the table of OpenZFS’s bug report form', () => {
  test('its rows for distribution and architecture are read, the others are not', () => {
    const table = `Type | Version/Name
 --- | ---
Distribution Name	| Ubuntu
Distribution Version	| 24.04
Kernel Version	| 6.8.0-63-generic
Architecture	| x86_64
OpenZFS Version	| zfs-2.2.2-0ubuntu9`;
    expect(read(table)).toEqual([
      'distribution-name=Ubuntu',
      'distribution-version=24.04',
      'architecture=x86_64',
    ]);
  });

  test.each([
    ['| **Distribution Name** | `Arch Linux` |', ['distribution-name=Arch Linux']],
    ['Distribution Name\tDebian', ['distribution-name=Debian']],
    ['Distribution Name ｜ 深度', ['distribution-name=深度']],
    ['> Architecture | aarch64', ['architecture=aarch64']],
    ['Distribution Name | ', []],
    ['Distribution Name | N/A', []],
    ['Architecture | --- ', []],
    ['The architecture | is unusual', []],
    ['Architecture | a | b', []],
  ])('%j', (text, rows) => {
    expect(read(text)).toEqual(rows);
  });
});

describe('the architecture in the output of commands', () => {
  test.each([
    [
      'Linux h 6.8.0-63-generic #66-Ubuntu SMP Fri Jun 13 20:25:30 UTC 2025 x86_64 x86_64 x86_64 GNU/Linux',
      ['x86_64'],
    ],
    [
      'Linux pi 6.6.51+rpt-rpi-v8 #1 SMP PREEMPT Debian 1:6.6.51-1+rpt3 (2024-10-08) aarch64 GNU/Linux',
      ['aarch64'],
    ],
    [
      'Linux gen 6.6.58-gentoo #1 SMP x86_64 AMD Ryzen 9 5950X 16-Core Processor AuthenticAMD GNU/Linux',
      ['x86_64'],
    ],
    ['FreeBSD f 14.1-RELEASE FreeBSD 14.1-RELEASE releng/14.1 GENERIC amd64', ['amd64']],
    ['$ uname -m\nppc64le', ['ppc64le']],
    ['$ dpkg --print-architecture\narm64', ['arm64']],
    ['linux/amd64', []],
    ['x86_64', []],
  ])('%j', (text, found) => {
    expect(readArchitectures(text).map(({ value }) => value)).toEqual(found);
  });
});
