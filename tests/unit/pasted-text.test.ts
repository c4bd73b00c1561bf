import { describe, expect, test } from 'vitest';
import { cleanPastedText } from '../../src/checker/facts/pasted-text.ts';

const clean = (text: string) => cleanPastedText(text).clean;

describe('quoted-printable mail (RFC 2045, 6.7)', () => {
  test.each([
    ['init_on_alloc=3D0 init_on_free=3D1=20\nnext', 'init_on_alloc=0 init_on_free=1\nnext'],
    ['root=3DZFS=\n=3Dtank', 'root=ZFS=tank'],
    ['root=3DZFS=\r\n=3Dtank', 'root=ZFS=tank'],
    ['a=3Db=20', 'a=b'],
    ['log_buf_len=20', 'log_buf_len=20'],
    ['log_buf_len=20M root=3Dx', 'log_buf_len=20M root=x'],
    ['a=\nb', 'a=\nb'],
  ])('%j becomes %j', (text, plain) => {
    expect(clean(text)).toBe(plain);
  });
});

describe('quote marks at the beginning of a line', () => {
  test.each([
    ['> > a', 'a'],
    ['>>>a', 'a'],
    ['>     > a', 'a'],
    ['\u001b[32m> \u001b[0ma', 'a'],
    ['  \u001b[1m> a', '  a'],
    ['>     a', '    a'],
    ['a > b', 'a > b'],
    ['\u001b[1ma\u001b[0m> b', 'a> b'],
  ])('%j becomes %j', (text, plain) => {
    expect(clean(text)).toBe(plain);
  });
});
