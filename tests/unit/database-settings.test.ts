import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDatabaseSettings, usesDirectIo } from '../../src/checker/facts/database-settings.ts';

const read = (text: string) => readDatabaseSettings(text).map(({ name, value }) => `${name}=${value}`);

describe('settings of MySQL and MariaDB (option files, SHOW VARIABLES)', () => {
  test.each([
    ['[mysqld]\ninnodb_flush_method = O_DIRECT', ['innodb_flush_method=O_DIRECT']],
    ['innodb-flush-method=O_DIRECT_NO_FSYNC # as the wiki says', ['innodb_flush_method=O_DIRECT_NO_FSYNC']],
    ['loose_innodb_flush_method="O_DIRECT"', ['innodb_flush_method=O_DIRECT']],
    ['# innodb_flush_method = O_DIRECT', []],
    [';innodb_flush_method = O_DIRECT', []],
    [
      '| innodb_flush_method   | O_DIRECT |\n| innodb_use_native_aio | OFF      |',
      ['innodb_flush_method=O_DIRECT', 'innodb_use_native_aio=OFF'],
    ],
    ['innodb_flush_method\tfsync', ['innodb_flush_method=fsync']],
    ['| innodb_flush_method |          |', ['innodb_flush_method=']],
    [
      '*** 1. row ***\nVariable_name: innodb_flush_method\n        Value: O_DIRECT',
      ['innodb_flush_method=O_DIRECT'],
    ],
    ['+----+\n| @@innodb_flush_method |\n+----+\n| O_DIRECT |\n+----+', ['innodb_flush_method=O_DIRECT']],
    [
      'mysqld --innodb-flush-method=O_DIRECT --innodb_use_native_aio=0',
      ['innodb_flush_method=O_DIRECT', 'innodb_use_native_aio=0'],
    ],
    ['innodb＿flush＿method＝O_DIRECT', ['innodb_flush_method=O_DIRECT']],
    ['We set innodb_flush_method to O_DIRECT last year.', []],
    ['innodb_flush_method_extra=O_DIRECT', []],
  ])('%j', (text, settings) => {
    expect(read(text)).toEqual(settings);
  });
});

describe('settings of PostgreSQL (debug_io_direct, since 16)', () => {
  test.each([
    ["debug_io_direct = 'data, wal'   # developer option", ['debug_io_direct=data, wal']],
    [' debug_io_direct \n-----------------\n data\n(1 row)', ['debug_io_direct=data']],
    ['postgres -c debug_io_direct=data -c shared_buffers=1GB', ['debug_io_direct=data']],
    [' debug_io_direct | wal_init', ['debug_io_direct=wal_init']],
    ["io_direct = ''", ['io_direct=']],
    ["#debug_io_direct = 'data'", []],
  ])('%j', (text, settings) => {
    expect(read(text)).toEqual(settings);
  });
});

test.each([
  ['innodb_flush_method', 'O_DIRECT', true],
  ['innodb_flush_method', 'O_DIRECT_NO_FSYNC', true],
  ['innodb_flush_method', 'ALL_O_DIRECT', true],
  ['innodb_flush_method', 'O_DSYNC', false],
  ['innodb_flush_method', 'fsync', false],
  ['innodb_use_native_aio', 'ON', false],
  ['debug_io_direct', 'data, wal', true],
  ['debug_io_direct', '', false],
])('%s=%s opens files with O_DIRECT: %s', (name, value, answer) => {
  expect(usesDirectIo({ name, value })).toBe(answer);
});

test('any text is read without an error, and every span is a piece of it', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'innodb_flush_method',
          '=',
          ' | ',
          'O_DIRECT',
          '\n',
          '-----',
          'Variable_name: ',
          '@@',
          '--',
          '> ',
        ),
        fc.string(),
      ),
    )
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (pasted) => {
      for (const { span } of readDatabaseSettings(pasted))
        expect(pasted.slice(span.start, span.end)).toBe(span.text);
    }),
  );
});
