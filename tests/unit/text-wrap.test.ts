import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/offline/text/columns.ts';
import { FIRM_SPACE, wrap } from '../../src/offline/text/wrap.ts';

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

test.each([
  ['abc', 3],
  ['零页', 4],
  ['页（x）', 7],
  ['ＺＦＳ', 6],
  ['e\u0301', 1],
])('%s takes %d columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

describe('wrapping', () => {
  test('breaks Latin text at spaces', () => {
    expect(wrap('the put that frees the page', 10)).toEqual(['the put', 'that frees', 'the page']);
  });

  test('breaks Chinese between characters, two columns each', () => {
    expect(wrap('内核共享的零页', 6)).toEqual(['内核共', '享的零', '页']);
  });

  test('begins no line with closing punctuation and ends none with opening punctuation', () => {
    expect(wrap('内核零页，计数', 8)).toEqual(['内核零', '页，计数']);
    expect(wrap('内核零（页面）数', 8)).toEqual(['内核零', '（页面）', '数']);
    expect(wrap('报告说“受影响”。', 8)).toEqual(['报告说', '“受影', '响”。']);
  });

  test('keeps dashes and dots in pairs', () => {
    expect(wrap('零页——计数……完', 8)).toEqual(['零页——', '计数……', '完']);
  });

  test('leaves a word that is longer than a line whole', () => {
    expect(wrap('see https://example.org/long now', 10)).toEqual(['see', 'https://example.org/long', 'now']);
  });

  test('does not break at a firm space, whatever stands beside it', () => {
    expect(wrap(`zfs${FIRM_SPACE}get ok`, 8)).toEqual(['zfs get', 'ok']);
    expect(wrap(`计数完。${FIRM_SPACE}[游${FIRM_SPACE}10]`, 10)).toEqual(['计数', '完。 [游 10]']);
  });

  test('ends a line where one is asked for', () => {
    expect(wrap('one\ntwo', 20)).toEqual(['one', 'two']);
  });

  const character = fc.constantFrom(...'ab 1._/零页计数，。、；：？！（）「」“”《》……——');
  const text = fc.array(character, { maxLength: 200 }).map((characters) => characters.join(''));

  test('loses nothing and adds nothing', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 78 }), (paragraph, width) => {
        expect(withoutSpace(wrap(paragraph, width).join('\n'))).toBe(withoutSpace(paragraph));
      }),
    );
  });

  test('no line is too long unless it cannot be broken', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 78 }), (paragraph, width) => {
        for (const line of wrap(paragraph, width)) {
          if (columnsOf(line) > width) expect(wrap(line, 1)).toHaveLength(1);
        }
      }),
    );
  });

  test('no line begins with closing or ends with opening punctuation, unless a space stood there', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 78 }), (paragraph, width) => {
        const unspaced = paragraph.replaceAll(' ', '');
        for (const line of wrap(unspaced, width).slice(1))
          expect(line).not.toMatch(/^[，。、；：？！）」”》]/);
        for (const line of wrap(unspaced, width).slice(0, -1)) expect(line).not.toMatch(/[（「“《]$/);
      }),
    );
  });
});
