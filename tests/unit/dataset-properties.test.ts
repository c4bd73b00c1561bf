import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDatasetProperties } from '../../src/checker/facts/dataset-properties.ts';

const TABLE = `NAME        PROPERTY  VALUE     SOURCE
tank        direct    standard  default
tank/db     direct    disabled  local
tank/db/log direct    always    inherited from tank/db
tank/db     recordsize  16K     local
tank@snap   direct    -         -`;

const read = (text: string, properties: readonly string[] = ['direct']) =>
  readDatasetProperties(text, properties).map(
    ({ dataset, name, value, source }) => `${dataset} ${name}=${value} ${source}`,
  );

const ROWS = [
  'tank direct=standard default',
  'tank/db direct=disabled local',
  'tank/db/log direct=always inherited from tank/db',
  'tank@snap direct=- null',
];

test('the rows of zfs get are read, only for the properties asked for (zfs-get(8))', () => {
  expect(read(TABLE)).toEqual(ROWS);
  expect(read(TABLE, ['recordsize'])).toEqual(['tank/db recordsize=16K local']);
  expect(read(TABLE, [])).toEqual([]);
});

test('zfs get -H separates by tabs and has no header (zfs-get(8))', () => {
  expect(read('tank/my db\tdirect\tdisabled\tlocal')).toEqual(['tank/my db direct=disabled local']);
});

test('a header says which columns there are (zfs get -o)', () => {
  expect(read('NAME  PROPERTY  VALUE\ntank  direct  always')).toEqual(['tank direct=always null']);
  expect(read('NAME  PROPERTY  VALUE  RECEIVED  SOURCE\ntank  direct  always  -  local')).toEqual([
    'tank direct=always local',
  ]);
  expect(read('PROPERTY  VALUE  NAME\ndirect  always  tank')).toEqual(['tank direct=always null']);
});

test.each([
  ['a value alone (zfs get -o value)', 'disabled'],
  ['a value under its header', 'VALUE\ndisabled'],
  ['a command', 'zfs set direct=disabled tank/db\nzfs get direct tank'],
  ['a row without source and header', 'tank  direct  always'],
  ['a sentence', 'writes direct always to the disk'],
])('%s is not a row', (_, text) => {
  expect(read(text)).toEqual([]);
});

test.each([
  ['quote marks', (text: string) => text.replaceAll(/^/gm, '> ')],
  ['indentation', (text: string) => text.replaceAll(/^/gm, '    ')],
  ['carriage returns', (text: string) => text.replaceAll('\n', '\r\n')],
  ['lost columns', (text: string) => text.replaceAll(/ +/g, ' ')],
  ['colours', (text: string) => text.replaceAll('direct', '\u001b[1mdirect\u001b[0m')],
  ['a prompt before and after', (text: string) => `root@elm:~# zfs get direct\n${text}\nroot@elm:~#`],
])('%s change nothing', (_, disturb) => {
  expect(read(disturb(TABLE))).toEqual(ROWS);
});

test('any text is read without an error, and every span is a piece of it', () => {
  const pieces = fc.constantFrom(
    'NAME PROPERTY VALUE\n',
    'tank',
    '  ',
    '\t',
    'direct',
    'local',
    ' always ',
    '\n',
    '> ',
    '\u001b[1m',
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const { span, dataset } of readDatasetProperties(text, ['direct'])) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(span.text).toContain(dataset);
      }
    }),
  );
});

test.each([
  'tank direct ',
  'NAME ',
  '\t',
  '  ',
  'tank\tdirect\talways\tlocal\n',
  'tank  direct  always  inherited from ',
])('a megabyte of %j is read in seconds', (piece) => {
  readDatasetProperties(piece.repeat(1_000_000 / piece.length), ['direct']);
});
