import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/offline/one-file/excerpt.ts';
import { findSections, indexOf } from '../../src/offline/one-file/search-index.ts';

const section = (id: number, text: string, rest: object = {}) => ({
  id,
  heading: '',
  title: '',
  names: '',
  commits: '',
  text,
  language: 'en',
  weight: 1,
  ...rest,
});

describe('finding sections', () => {
  const index = indexOf([
    section(0, 'the sources: commit', { weight: 0.2, commits: 'c8a326aab7b268873e4418252d50ab92e5f81b92' }),
    section(1, 'A put that reaches zero frees the page.', { names: 'c8a326aab7' }),
    section(2, 'WARNING: CPU: 0 at mm/gup.c:144 try_grab_folio+0x71/0x90'),
    section(3, 'The file mm/gup.c has 144 lines that concern us'),
    section(4, '零页的引用计数', { language: 'zh-Hans' }),
    section(5, 'Set init_on_alloc=0 on the command line', { language: 'zh-Hans' }),
    section(6, 'Set init_on_alloc=0 on the command line, or better not'),
  ]);
  const find = (query: string, language = 'en') => findSections(index, query, language);

  test('the name as it is written comes before its scattered parts', () => {
    expect(find('mm/gup.c:144')).toEqual([2, 3]);
  });

  test('the beginning of a hash, the whole hash, and any length between find it', () => {
    expect(find('c8a326aab7')[0]).toBe(1);
    expect(find('c8a326aab7b2688')).toEqual([0]);
    expect(find('c8a326aab7b268873e4418252d50ab92e5f81b92')).toEqual([0]);
  });

  test('Chinese words are found within longer ones', () => {
    expect(find('引用计数', 'zh-Hans')).toEqual([4]);
    expect(find('页', 'zh-Hans')).toEqual([4]);
    expect(find('零', 'zh-Hans')).toEqual([4]);
  });

  test('the sections in the wanted language come first', () => {
    expect(find('init_on_alloc=0', 'en')).toEqual([6, 5]);
    expect(find('init_on_alloc=0', 'zh-Hans')).toEqual([5, 6]);
  });

  test('where nothing has all the words, the longest decide', () => {
    expect(find('PID: 4711 at mm/gup.c:144 try_grab_folio')).toEqual([2]);
    expect(find('there-is-no-such-word')).toEqual([]);
    expect(find('…')).toEqual([]);
  });
});

describe('the excerpt of a result', () => {
  const text = `${'before '.repeat(40)}the put that frees the page ${'after '.repeat(40)}`;

  test('shows the words that were found, marked, with what stands around them', () => {
    const pieces = excerptOf(text, ['frees']);
    expect(pieces.filter(({ found }) => found)).toEqual([{ text: 'frees', found: true }]);
    expect(pieces.map((piece) => piece.text).join('')).toMatch(/^… .*the put that frees the page.* …$/);
  });

  test('is the beginning of the text where no word occurs in it, and never longer than two lines', () => {
    expect(excerptOf(text, ['nowhere'])[0]?.text).toMatch(/^before/);
    expect(excerptOf('short', ['a.*b'])).toEqual([{ text: 'short', found: false }]);
    expect(
      excerptOf('字'.repeat(500), ['字']).reduce((sum, piece) => sum + piece.text.length, 0),
    ).toBeLessThan(180);
  });
});
