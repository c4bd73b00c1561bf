import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { wholeCode } from '../../src/build/whole-code.ts';

const classOf = (value: string): unknown => {
  const tree: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'inlineCode', value }] }],
  };
  wholeCode()(tree);
  const [paragraph] = tree.children;
  return paragraph?.type === 'paragraph' ? paragraph.children[0]?.data : undefined;
};

it('short inline code with a hyphen stays on one line', () => {
  expect(classOf('uio->uio_dio.pages[i]')).toEqual({ hProperties: { className: ['whole'] } });
});

it('code without a hyphen, and code too long for a phone, is left alone', () => {
  expect(classOf('zfs_uio_free_dio_pages()')).toBeUndefined();
  expect(classOf('zfs-2.3.99-90_g38c0324c0f and what follows')).toBeUndefined();
});
