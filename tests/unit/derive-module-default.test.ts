import { describe, expect, it } from 'vitest';
import { definedDefault } from '../../tools/derive/module-default.ts';

const both = (source: string, name = 'zfs_x') => [
  definedDefault(source, name, 'linux'),
  definedDefault(source, name, 'freebsd'),
];

describe('definedDefault', () => {
  it.each<[string, number]>([
    ['int zfs_x = 1;', 1],
    ['static int zfs_x = 0;', 0],
    ['static uint_t zfs_x=10000; /* many */', 10000],
    ['unsigned long zfs_x = 3;', 3],
    ['boolean_t zfs_x = B_TRUE;', 1],
    ['int zfs_x = -1;', -1],
  ])('reads %s', (source, value) => {
    expect(both(`/* zfs_x */\n${source}\n`)).toEqual([value, value]);
  });

  it.each([
    '',
    'extern int zfs_x;',
    '\tzfs_x = 1;',
    'int zfs_xy = 1;',
    'int other = zfs_x;',
    ' * int zfs_x = 1;',
    'int zfs_x = 1 << 3;',
  ])('finds no definition in “%s”', (source) => {
    expect(both(source)).toEqual([null, null]);
  });

  it.each<[string, (number | null)[]]>([
    ['#ifdef __FreeBSD__\nint zfs_x = 0;\n#else\nint zfs_x = 1;\n#endif', [1, 0]],
    ['#ifndef __FreeBSD__\nint zfs_x = 0;\n#else\nint zfs_x = 1;\n#endif', [0, 1]],
    [
      '#if defined(__linux__)\nint zfs_x = 2;\n#elif defined(__FreeBSD__)\nint zfs_x = 3;\n#else\nint zfs_x = 4;\n#endif',
      [2, 3],
    ],
    ['#if !defined(__linux__) /* BSD */\nint zfs_x = 2;\n#endif', [null, 2]],
    ['#ifdef _KERNEL\nint zfs_x = 5;\n#endif', [5, 5]],
    ['#ifdef __FreeBSD__\n#ifdef _KERNEL\n#else\n#endif\n#endif\nint zfs_x = 6;', [6, 6]],
    ['#ifdef __FreeBSD__\n#  ifdef __linux__\nint zfs_x = 7;\n#  endif\n#endif', [null, null]],
  ])('heeds what is compiled on which platform: %s', (source, expected) => {
    expect(both(source)).toEqual(expected);
  });
});
