/**
 * Settings with which a database opens its files: MySQL's and MariaDB's option files and variables, and PostgreSQL's
 * `debug_io_direct` (since 16; `io_direct` while it was developed).
 */
import type { FoundValue, Span } from '../types.ts';
import { cellsOf, plainLinesOf } from './plain-lines.ts';

export interface FoundDatabaseSetting extends FoundValue {
  readonly database: 'mysql' | 'postgresql';
}

const DATABASES: ReadonlyMap<string, FoundDatabaseSetting['database']> = new Map([
  ['innodb_flush_method', 'mysql'],
  ['innodb_use_native_aio', 'mysql'],
  ['debug_io_direct', 'postgresql'],
  ['io_direct', 'postgresql'],
]);

const NAME = '(?:loose[-_])?(innodb[-_]flush[-_]method|innodb[-_]use[-_]native[-_]aio|(?:debug_)?io_direct)';
const VALUE = `("[^"]{0,80}"|'[^']{0,80}'|[\\w-]{1,40})`;

/** `innodb_flush_method = O_DIRECT` on a line of its own, with a comment behind it. */
const OPTION = new RegExp(`^${NAME}\\s*=\\s*${VALUE}\\s*(?:[#;].*)?$`, 'i');
/** `mysqld --innodb-flush-method=O_DIRECT`, `postgres -c debug_io_direct=data`. */
const ARGUMENT = new RegExp(`(?:^|\\s)(?:--|-c\\s?)${NAME}=${VALUE}(?=\\s|$)`, 'gi');
/** `Variable_name: innodb_flush_method` of `SHOW VARIABLES … \\G`. */
const VERTICAL_NAME = new RegExp(`^Variable_name:\\s*${NAME}$`, 'i');
const VERTICAL_VALUE = new RegExp(`^Value:\\s*${VALUE}$`, 'i');
/** A heading of its own: `SELECT @@innodb_flush_method`, `SHOW debug_io_direct`. */
const HEADING = new RegExp(`^(?:@@(?:global\\.)?)?${NAME}$`, 'i');
const ONLY_NAME = new RegExp(`^${NAME}$`, 'i');
const ONLY_VALUE = /^[\w, -]{1,40}$/;
const RULE = /^[-+]{3,400}$/;
const LONGEST_LINE = 2000;

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2').trim();

/**
 * Finds the settings in option files, command lines, tables, `\G` and batch output. Comments are not read.
 * @param text any text; linear in its length, never throws
 * @returns the settings in the order of the text, names with `_`; `value` without quotes, `''` if it is empty
 */
export function readDatabaseSettings(text: string): FoundDatabaseSetting[] {
  if (!/innodb|io_direct/i.test(text)) return [];
  const { lines, spanOf } = plainLinesOf(text);
  const found: FoundDatabaseSetting[] = [];
  const add = (name: string | undefined, value: string | undefined, span: Span): void => {
    const canonical = (name ?? '').toLowerCase().replaceAll('-', '_');
    const database = DATABASES.get(canonical);
    if (database !== undefined && value !== undefined)
      found.push({ database, name: canonical, value: unquoted(value), span });
  };
  /** A name whose value is expected below, and whether the line between the two was seen. */
  let heading: { name: string; start: number; ruled: boolean } | null = null;
  for (const { start, text: line } of lines) {
    if (line.length > LONGEST_LINE || line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const end = start + line.length;
    const option = OPTION.exec(line);
    if (option !== null) add(option[1], option[2], spanOf(start, end));
    for (const match of option === null ? line.matchAll(ARGUMENT) : []) {
      const from = start + match.index + match[0].search(/\S/);
      add(match[1], match[2], spanOf(from, start + match.index + match[0].length));
    }
    const cells = cellsOf(line) ?? [line];
    const [first = '', second] = cells;
    const named = cells.length === 2 ? ONLY_NAME.exec(first) : null;
    if (named !== null) {
      if (second === '' || ONLY_VALUE.test(second ?? '')) add(named[1], second, spanOf(start, end));
      continue;
    }
    if (RULE.test(line)) {
      if (heading !== null) heading.ruled = true;
      continue;
    }
    if (heading?.ruled && cells.length === 1 && ONLY_VALUE.test(first)) {
      add(heading.name, first, spanOf(heading.start, end));
    } else if (heading !== null && !heading.ruled) {
      const value = VERTICAL_VALUE.exec(line)?.[1];
      add(heading.name, value, spanOf(heading.start, end));
    }
    const announced = VERTICAL_NAME.exec(line) ?? (cells.length === 1 ? HEADING.exec(first) : null);
    heading = announced === null ? null : { name: announced[1] ?? '', start, ruled: false };
  }
  return found;
}

/** Whether a setting makes the database open its files with O_DIRECT. */
export function usesDirectIo({ name, value }: { readonly name: string; readonly value: string }): boolean {
  if (name === 'innodb_flush_method') return /^(?:ALL_)?O_DIRECT(?:_NO_FSYNC)?$/i.test(value);
  return (name === 'debug_io_direct' || name === 'io_direct') && /\b(?:data|wal(?:_init)?)\b/i.test(value);
}
