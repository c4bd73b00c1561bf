import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOfQuery, wordsOfText } from '../../src/offline/one-file/search-words.ts';

describe('the words of a text', () => {
  test.each([
    ['init_on_alloc', ['init_on_alloc', 'init', 'on', 'alloc']],
    ['init_on_alloc=0', ['init_on_alloc=0', 'init_on_alloc', '0', 'init', 'on', 'alloc']],
    ['mm/gup.c:144', ['mm/gup.c:144', 'mm', 'gup.c', '144', 'gup', 'c']],
    ['2.3.0-rc3', ['2.3.0-rc3', '2', '3', '0', 'rc3']],
    ['c8a326aab7', ['c8a326aab7']],
    ['C8A326AAB7B268873E4418252D50AB92E5F81B92', ['c8a326aab7b268873e4418252d50ab92e5f81b92']],
    ['try_grab_folio()', ['try_grab_folio', 'try', 'grab', 'folio']],
    ['zfs_write+0x230/0xd30', ['zfs_write+0x230/0xd30', 'zfs_write', '0x230', '0xd30', 'zfs', 'write']],
    ['The end. Then', ['the', 'end', 'then']],
    ['ＺＦＳ', ['zfs']],
  ])('%s is found whole and in parts', (text, words) => {
    expect(wordsOfText(text)).toEqual(words);
  });

  test('Chinese is found by pairs of neighbouring characters, a single one by itself', () => {
    expect(wordsOfText('引用计数')).toEqual(['引用', '用计', '计数']);
    expect(wordsOfText('页')).toEqual(['页']);
  });

  test('Chinese and Latin words next to each other are told apart', () => {
    expect(wordsOfText('内核ZFS零页')).toEqual(['zfs', '内核', '零页']);
  });

  test('whatever is searched for as it is written is a word of the text that it was taken from', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9_./:=-]{0,18}[a-z0-9]$/), fc.string(), (name, rest) => {
        const [first] = wordsOfQuery(name);
        expect(wordsOfText(`${name} ${rest}`)).toContain(first?.whole);
      }),
    );
  });

  test('every part of a query is a word of the text that holds the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
        const words = wordsOfText(query);
        for (const { parts } of wordsOfQuery(query))
          expect(words).toEqual(expect.arrayContaining([...parts]));
      }),
    );
  });
});

test('the words of a query keep what was written beside their parts', () => {
  expect(wordsOfQuery('mm/gup.c:144 引用计数')).toEqual([
    { whole: 'mm/gup.c:144', parts: ['mm', 'gup', 'c', '144'] },
    { whole: '引用计数', parts: ['引用', '用计', '计数'] },
  ]);
});
