import { expect, test } from 'vitest';
import { inOtherLanguage, joinBase, languagePath } from '../../src/paths.ts';

test.each([
  ['/', '/16689/', '/16689/'],
  ['/notes', '/16689/#fix', '/notes/16689/#fix'],
  ['/notes/', '16689/', '/notes/16689/'],
  ['/notes/', '/', '/notes/'],
])('under the base %s the path %s is %s', (base, path, expected) => {
  expect(joinBase(base, path)).toBe(expected);
});

test('English has no prefix, Chinese has one', () => {
  expect(languagePath('en', '/16689/')).toBe('/16689/');
  expect(languagePath('zh', '/16689/')).toBe('/zh/16689/');
});

test.each([
  ['/16689/', '/16689/', '/zh/16689/'],
  ['/zh/16689/', '/16689/', '/zh/16689/'],
  ['/', '/', '/zh/'],
  ['/zh/', '/', '/zh/'],
])('%s is %s in English and %s in Chinese', (address, english, chinese) => {
  expect(inOtherLanguage('en', address)).toBe(english);
  expect(inOtherLanguage('zh', address)).toBe(chinese);
});
