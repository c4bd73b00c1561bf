/**
 * Writes fields into YAML text. Only the characters of the values that differ are replaced: comments, the order of
 * fields, quotes and line breaks of everything else stay as they are.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { same } from './differences.ts';
import type { Path } from './problem-file.ts';

type Atom = string | number | null;
/** One line of a list: `{ line: master, from: 2.2.99-700, until: null }`. */
export type Row = Readonly<Record<string, Atom>>;
export type FieldValue = Atom | readonly string[] | readonly Row[];

/** Fields that a map of the file should have. */
export interface MapEdit {
  readonly path: Path;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Where fields that are missing go: behind the last of these and of those of `fields` that are there. */
  readonly after: readonly string[];
}

/** Characters to replace. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function spliced(text: string, splices: readonly Splice[], start = 0, end = text.length): string {
  let result = '';
  let position = start;
  for (const splice of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(position, splice.start) + splice.text;
    position = splice.end;
  }
  return result + text.slice(position, end);
}

const FLOW_SIGNS = /[,[\]{}]/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A value as it is written where it stands inside of brackets or may. */
function atomText(value: Atom): string {
  if (typeof value !== 'string') return String(value);
  // A date without quotes is one to many readers of YAML; this one would take it as text.
  if (DATE.test(value) || FLOW_SIGNS.test(value)) return JSON.stringify(value);
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

const isRows = (list: readonly string[] | readonly Row[]): list is readonly Row[] =>
  typeof list[0] === 'object';

const rowText = (row: Row): string =>
  `{ ${Object.entries(row)
    .map(([key, value]) => `${key}: ${atomText(value)}`)
    .join(', ')} }`;

/** A value as it follows the colon, with the blank or line break before it. */
function valueText(value: FieldValue, indent: string): string {
  if (value === null || typeof value !== 'object') return ` ${atomText(value)}`;
  if (isRows(value)) return value.map((row) => `\n${indent}  - ${rowText(row)}`).join('');
  return ` [${value.map(atomText).join(', ')}]`;
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : '');

type Ranged = { readonly range?: readonly [number, number, number] | null | undefined };

/** The parsed text and where its parts are. */
class Source {
  readonly text: string;
  readonly document: Document.Parsed;

  constructor(text: string) {
    this.text = text;
    this.document = parseDocument(text);
  }

  start(node: unknown): number {
    return (node as Ranged).range?.[0] ?? 0;
  }

  /** End of a node without the blanks and line breaks that the parser counts to it. */
  end(node: unknown): number {
    const [start = 0, end = 0] = (node as Ranged).range ?? [];
    return start + this.text.slice(start, end).trimEnd().length;
  }

  /** Just behind the colon of a field. */
  colon(pair: Pair): number {
    return this.text.indexOf(':', this.end(pair.key)) + 1;
  }

  pairEnd(pair: Pair): number {
    return Math.max(this.colon(pair), pair.value === null ? 0 : this.end(pair.value));
  }

  lineEnd(position: number): number {
    const found = this.text.indexOf('\n', position);
    return found === -1 ? this.text.length : found;
  }

  /** As many blanks as there are characters before the position on its line. */
  indent(position: number): string {
    return ' '.repeat(position - this.text.lastIndexOf('\n', position - 1) - 1);
  }

  listed(node: unknown): unknown {
    return isMap(node) || isSeq(node) || isScalar(node) ? node.toJS(this.document) : undefined;
  }
}

/** Keeps the quotes that a value has. */
function sameQuotes(value: Atom, type: string | null | undefined): string {
  if (typeof value === 'string' && type === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (typeof value === 'string' && type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
  return atomText(value);
}

const isIdentified = (row: Row, listed: unknown): boolean => {
  const { line, from } = listed as Row;
  return row.line === line && row.from === from;
};

/** A list of rows, where rows that stay keep their lines with the comments at them. */
function listText(source: Source, pair: Pair, seq: YAMLSeq, rows: readonly Row[]): Splice {
  const firstItem = source.start(seq.items[0]);
  const dash = source.text.lastIndexOf('-', firstItem);
  const start = source.lineEnd(source.colon(pair));
  let position = start;
  const lines = seq.items.map((item) => {
    const line = { item, start: position, end: source.lineEnd(source.end(item)) };
    position = line.end;
    return line;
  });
  const identified = rows.map((row) => lines.find(({ item }) => isIdentified(row, source.listed(item))));
  const text = rows.map((row, index) => {
    // A row that is new where as many are listed stands in the place of the one that it corrects.
    const corrected = lines.length === rows.length ? lines[index] : undefined;
    const line = identified[index] ?? (identified.includes(corrected) ? undefined : corrected);
    if (line === undefined || !isMap(line.item)) return `\n${source.indent(dash)}- ${rowText(row)}`;
    return spliced(source.text, mapSplices(source, line.item, row, []), line.start, line.end);
  });
  return { start, end: position, text: text.join('') };
}

function replaced(source: Source, pair: Pair, value: FieldValue): Splice {
  const { value: node } = pair;
  if (
    isScalar(node) &&
    source.end(node) > source.start(node) &&
    (value === null || typeof value !== 'object')
  ) {
    return { start: source.start(node), end: source.end(node), text: sameQuotes(value, node.type) };
  }
  if (isSeq(node) && !node.flow && Array.isArray(value) && isRows(value)) {
    return listText(source, pair, node, value);
  }
  const text = valueText(value, source.indent(source.start(pair.key)));
  return { start: source.colon(pair), end: source.pairEnd(pair), text };
}

/** Missing fields, on lines of their own behind others, or inside the brackets of a map in one line. */
function inserted(
  source: Source,
  map: YAMLMap,
  fields: readonly [string, FieldValue][],
  after: readonly string[],
): Splice[] {
  const last = map.items.findLast((pair) => after.includes(keyOf(pair))) ?? map.items.at(-1);
  if (last === undefined || fields.length === 0) return [];
  if (map.flow) {
    const position = source.pairEnd(last);
    const text = fields.map(([key, value]) => `, ${key}:${valueText(value, '')}`).join('');
    return [{ start: position, end: position, text }];
  }
  const position = source.lineEnd(source.pairEnd(last));
  const indent = source.indent(source.start(map.items[0]?.key));
  const text = fields.map(([key, value]) => `\n${indent}${key}:${valueText(value, indent)}`).join('');
  return [{ start: position, end: position, text }];
}

function mapSplices(
  source: Source,
  map: YAMLMap,
  fields: MapEdit['fields'],
  after: readonly string[],
): Splice[] {
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  const splices: Splice[] = [];
  const missing: [string, FieldValue][] = [];
  for (const [key, value] of Object.entries(fields)) {
    const pair = pairs.get(key);
    if (pair === undefined) missing.push([key, value]);
    else if (!same(source.listed(pair.value), value)) splices.push(replaced(source, pair, value));
  }
  return [...splices, ...inserted(source, map, missing, [...after, ...Object.keys(fields)])];
}

/**
 * Writes fields into a text.
 * @param text YAML
 * @param edits of maps that the text has
 * @returns the text in which every field has its value
 */
export function withFields(text: string, edits: readonly MapEdit[]): string {
  const source = new Source(text);
  const splices = edits.flatMap(({ path, fields, after }) => {
    const map = path.length === 0 ? source.document.contents : source.document.getIn(path, true);
    return isMap(map) ? mapSplices(source, map as YAMLMap, fields, after) : [];
  });
  return spliced(text, splices);
}
