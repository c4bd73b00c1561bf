import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOsReleases } from '../../src/checker/facts/os-release.ts';

const UBUNTU = `PRETTY_NAME="Ubuntu 24.04.1 LTS"
NAME="Ubuntu"
VERSION_ID="24.04"
VERSION="24.04.1 LTS (Noble Numbat)"
ID=ubuntu
ID_LIKE=debian`;

const read = (text: string) =>
  readOsReleases(text).map(({ id, versionId, name }) => ({ id, versionId, name }));

describe('os-release(5)', () => {
  test('a whole file is one entry, whose span covers it', () => {
    expect(readOsReleases(`$ cat /etc/os-release\n${UBUNTU}\n$ uname -r\n`)).toEqual([
      {
        id: 'ubuntu',
        versionId: '24.04',
        name: 'Ubuntu 24.04.1 LTS',
        span: { start: 22, end: 22 + UBUNTU.length, text: UBUNTU },
      },
    ]);
  });

  test.each([
    ['PRETTY_NAME=NixOS\nID=nixos\nVERSION_ID=24.11', 'NixOS'],
    ["ID='arch'\nPRETTY_NAME='Arch Linux'", 'Arch Linux'],
    [
      'NAME=FreeBSD\nVERSION="14.1-RELEASE"\nVERSION_ID="14.1"\nID=freebsd\nPRETTY_NAME="FreeBSD 14.1-RELEASE"',
      'FreeBSD 14.1-RELEASE',
    ],
    ['PRETTY_NAME="NixOS 24.11 (Vicuna)"', 'NixOS 24.11 (Vicuna)'],
    ['NAME=Alpine\nID=alpine\nVERSION_ID=3.20.3', 'Alpine 3.20.3'],
    ['/etc/os-release:ID=debian\n/etc/os-release:VERSION_ID="12"', 'debian 12'],
    ['PRETTY_NAME="A \\"quoted\\" system"', 'A "quoted" system'],
    ['> PRETTY_NAME="Fedora Linux 41"\r\n> ID=fedora', 'Fedora Linux 41'],
    ['PRETTY＿NAME＝"Ubuntu 24．04"', 'Ubuntu 24.04'],
  ])('%j is %s', (text, name) => {
    expect(read(text).map((found) => found.name)).toEqual([name]);
  });

  test('two files are two entries', () => {
    expect(read(`${UBUNTU}\n${UBUNTU}`)).toHaveLength(2);
    expect(
      read(`${UBUNTU}\n---\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"`).map(({ name }) => name),
    ).toEqual(['Ubuntu 24.04.1 LTS', 'Debian GNU/Linux 12 (bookworm)']);
  });

  test.each(['ID=7', 'NAME="eth0"', 'VERSION_ID=1', 'id=ubuntu\nversion_id=24.04', 'PRETTY_NAME=""', ''])(
    '%j is no such file',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  test('any text is read without an error, and every span is a piece of it', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom('ID=', 'PRETTY_NAME="', 'VERSION_ID=1', '\n', '"', '> '), fc.string()))
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (pasted) => {
        for (const { span } of readOsReleases(pasted))
          expect(pasted.slice(span.start, span.end)).toBe(span.text);
      }),
    );
  });
});
