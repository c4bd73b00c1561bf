import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FieldValue, withFields } from '../../tools/derive/yaml-edit.ts';

const set = (
  text: string,
  fields: Readonly<Record<string, FieldValue>>,
  after: readonly string[] = [],
): string => withFields(text, [{ path: [], fields, after }]);

const window = (line: string, from: string, until: string | null) => ({ line, from, until });

describe('withFields', () => {
  it('leaves a text alone that says the same in other ways', () => {
    const text = `a:   'x'   # why\nb:\n  - "1.0.0"\n  - 2.0.0\nc: [ {line: "2.3", until: null , from: 2.3.0} ]\n`;
    const fields = { a: 'x', b: ['1.0.0', '2.0.0'], c: [window('2.3', '2.3.0', null)] };
    expect(set(text, fields)).toBe(text);
  });

  it.each<[string, string, FieldValue, string]>([
    ['a plain value', 'a: x # why\nb: 1\n', 'y', 'a: y # why\nb: 1\n'],
    ['double quotes', 'a: "x" # why\n', 'y', 'a: "y" # why\n'],
    ['single quotes', "a: 'x'\n", "it's", "a: 'it''s'\n"],
    ['a folded text', 'a: >-\n  x\n  z\nb: 1\n', 'y', 'a: y\nb: 1\n'],
    ['no value', 'a:\nb: 1\n', 'y', 'a: y\nb: 1\n'],
    ['null', 'a: null # why\n', 'y', 'a: y # why\n'],
    ['a value that becomes null', 'a: x # why\n', null, 'a: null # why\n'],
    ['a list in brackets', 'a: [x] # why\n', ['y', 'z'], 'a: [y, z] # why\n'],
    ['a list that becomes empty', 'a: [x,\n  y]\nb: 1\n', [], 'a: []\nb: 1\n'],
    ['a list on lines of its own', 'a:\n  - x\n  - y\nb: 1\n', ['z'], 'a: [z]\nb: 1\n'],
    ['the last line without an end', 'a: x', 'y', 'a: y'],
  ])('replaces %s', (_, text, value, expected) => {
    expect(set(text, { a: value })).toBe(expected);
  });

  it.each([
    'Linux: fix it',
    'Fix # 1',
    '"quoted"',
    "it's [x], {y}",
    '- dash',
    '2024-09-14',
    '2.3',
    'null',
    '* star',
    'trailing:',
    'a very long subject that no line of the usual width can hold, since it goes on and on without an end in sight',
  ])('writes %s so that it is read back', (value) => {
    for (const text of ['a: x\n', 'a: "x"\n', "a: 'x'\n", 'b: 1\n', '{ b: 1 }\n']) {
      expect(parse(set(text, { a: value })).a).toBe(value);
    }
  });

  it('puts missing fields behind those that they follow', () => {
    const text = 'id: "1"\nfixed:\n  - commit: x # the fix\n  # nothing more\n\nlast: 1\n';
    const edits = [
      { path: ['fixed', 0], fields: { date: '2024-09-14', firstTags: ['2.3.0'] }, after: ['commit'] },
      {
        path: [],
        fields: { windows: [window('2.3', '2.3.0', null)], tags: [] },
        after: ['introduced', 'fixed'],
      },
    ];
    const written = withFields(text, edits);
    expect(written).toContain('  - commit: x # the fix\n    date: "2024-09-14"\n    firstTags: [2.3.0]\n');
    expect(written).toContain('\nwindows:\n  - { line: "2.3", from: 2.3.0, until: null }\ntags: []\n');
    expect(parse(written)).toEqual({
      id: '1',
      fixed: [{ commit: 'x', date: '2024-09-14', firstTags: ['2.3.0'] }],
      windows: [window('2.3', '2.3.0', null)],
      tags: [],
      last: 1,
    });
  });

  it('puts missing fields inside of the brackets of a map in one line', () => {
    const edit = { path: ['fixed', 0], fields: { date: '2024-09-14', subject: 'a, b' }, after: ['commit'] };
    expect(withFields('fixed: [{ commit: x }] # why\n', [edit])).toBe(
      'fixed: [{ commit: x, date: "2024-09-14", subject: "a, b" }] # why\n',
    );
  });

  it('keeps the lines of rows that stay, and comments at them', () => {
    const text = `windows: # all of them
  # master first
  - { line: master, from: 1.0.0, until: 1.1.0 } # fixed
  - { line: "1.0",   from: 1.0.1, until: null }
  # the newest
  - { line: "1.1", from: 1.1.0, until: null }
after: 1
`;
    const rows = [
      window('master', '1.0.0', '1.2.0'),
      window('1.1', '1.1.0', null),
      window('1.2', '1.2.0', null),
    ];
    expect(set(text, { windows: rows })).toBe(`windows: # all of them
  # master first
  - { line: master, from: 1.0.0, until: 1.2.0 } # fixed
  # the newest
  - { line: "1.1", from: 1.1.0, until: null }
  - { line: "1.2", from: 1.2.0, until: null }
after: 1
`);
  });

  it('fills an empty list of rows, and empties one', () => {
    const rows = [window('1.0', '1.0.1', null)];
    const filled = 'f:\n  windows:\n    - { line: "1.0", from: 1.0.1, until: null }\nb: 1\n';
    const edit = (value: FieldValue) => [{ path: ['f'], fields: { windows: value }, after: [] }];
    expect(withFields('f:\n  windows: []\nb: 1\n', edit(rows))).toBe(filled);
    expect(withFields(filled, edit([]))).toBe('f:\n  windows: []\nb: 1\n');
  });
});
