import type { FoundDatasetProperty } from '../types.ts';
import { type Line, linesOf, type PastedText, sourceSpan } from './pasted-text.ts';
import { plainPastedText } from './plain-lines.ts';

/** The columns that `zfs get` can print (`-o`), in lower case. */
const COLUMNS: readonly string[] = ['name', 'property', 'value', 'received', 'source'];
type Columns = readonly string[];

/** What `zfs get` prints without a header (`-H`) and without `-o`. */
const DEFAULT_COLUMNS: Columns = ['name', 'property', 'value', 'source'];

/** How `zfs get` names the source of a value (zfs-get(8)). */
const SOURCE = /^(?:local|default|received|temporary|none|-|inherited from \S.*)$/;

/** A pool or dataset name may hold these characters (zfs(8), zcommon/zfs_namecheck.c), and `@` for a snapshot. */
const DATASET = /^[A-Za-z][\w.:/@# %-]*$/;

/** The columns that a header names, or null if the line is no header of `zfs get`. */
function readHeader(text: string): Columns | null {
  if (text.length > 100) return null;
  const columns = text.split(/\s+/).map((word) => word.toLowerCase());
  const isHeader = text === text.toUpperCase() && columns.every((column) => COLUMNS.includes(column));
  return isHeader && ['name', 'property', 'value'].every((column) => columns.includes(column))
    ? columns
    : null;
}

/** The fields of a row: by tabs (`-H`), by two or more blanks, or, where these were lost, by single blanks. */
function splitRow(text: string, columns: Columns): readonly string[] | null {
  for (const separator of [/\t/, / {2,}|\t+ */]) {
    const fields = text.split(separator);
    if (fields.length === columns.length) return fields;
  }
  const words = text.split(/\s+/);
  if (words.length < columns.length) return null;
  const last = columns.length - 1;
  return [...words.slice(0, last), words.slice(last).join(' ')];
}

function readRow(
  pasted: PastedText,
  line: Line,
  columns: Columns,
  properties: readonly string[],
): FoundDatasetProperty | null {
  const fields = splitRow(line.text, columns);
  if (fields === null) return null;
  const field = (column: string): string | undefined => fields[columns.indexOf(column)];
  const dataset = field('name');
  const name = field('property');
  const value = field('value');
  const source = field('source') ?? null;
  if (dataset === undefined || name === undefined || value === undefined) return null;
  if (!DATASET.test(dataset) || !properties.includes(name) || value === '' || /\s/.test(value)) return null;
  if (source !== null && !SOURCE.test(source)) return null;
  const span = sourceSpan(pasted, line.start, line.start + line.text.length);
  return { dataset, name, value, source: source === '-' ? null : source, span };
}

/** The longest row that is looked at: a dataset name has at most 255 characters (`ZFS_MAX_DATASET_NAME_LEN`). */
const LONGEST_ROW = 1200;

/**
 * Finds the rows of `zfs get` for some properties: with a header in any order of columns, or without one (`-H`) in
 * the default order. Rows need name, property and value, and a source unless a header without one was printed; what
 * `-o value` prints alone cannot be told from other text and is not read.
 * @param text any text; linear in its length, never throws
 * @param properties the properties that matter: `direct`, `recordsize`
 * @returns the rows in the order of the text; the span is the row without white space around it
 */
export function readDatasetProperties(text: string, properties: readonly string[]): FoundDatasetProperty[] {
  const pasted = plainPastedText(text);
  const found: FoundDatasetProperty[] = [];
  let columns = DEFAULT_COLUMNS;
  for (const line of linesOf(pasted)) {
    if (line.text.length > LONGEST_ROW) continue;
    const header = readHeader(line.text);
    if (header !== null) columns = header;
    else if (line.text === '') columns = DEFAULT_COLUMNS;
    const row = readRow(pasted, line, columns, properties);
    if (row !== null) found.push(row);
  }
  return found;
}
