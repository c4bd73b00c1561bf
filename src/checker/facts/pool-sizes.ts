/** `zpool list -v` (zpool-list(8)): the sizes of pools and of the devices in them. */
import type { Span } from '../types.ts';
import type { Line } from './pasted-text.ts';
import { plainLinesOf } from './plain-lines.ts';
import { wholeOutputs } from './whole-outputs.ts';

export interface SizeRow {
  /** A pool, a top-level vdev or a device below one: the blanks that tell them apart do not survive every paste. */
  readonly name: string;
  /** Exact with `-p`, else rounded to three digits. */
  readonly bytes: number;
  readonly span: Span;
}

/** All pools of a machine with all their devices. */
export interface SizeListing {
  readonly rows: readonly SizeRow[];
}

export const LIST_SIZES = 'zpool list -v';

const HEADER = /^NAME\s+SIZE(?:\s+[A-Z]{3,12}){0,12}$/;
const ROW = /^(\S{1,255})\s+(\d{1,20}(?:\.\d{1,3})?)([KMGTPE])?(?:\s+\S{1,40}){0,12}$/;
/** The heading over log devices and the like, and a device whose size is not known. */
const WITHOUT_SIZE = /^\S{1,255}(?:\s+-){1,12}(?:\s+[A-Z]{5,12})?$/;
const LONGEST_LINE = 1000;

const UNITS = 'KMGTPE';

function sizeIn({ text, start }: Line, spanOf: (start: number, end: number) => Span): SizeRow | null {
  const [row, name, digits, unit] = ROW.exec(text) ?? [];
  if (row === undefined || name === undefined) return null;
  const power = unit === undefined ? 0 : UNITS.indexOf(unit) + 1;
  return { name, bytes: Number(digits) * 1024 ** power, span: spanOf(start, start + text.length) };
}

/**
 * Finds whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export function readSizes(text: string): SizeListing[] {
  if (!text.includes(LIST_SIZES)) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return wholeOutputs(lines, [LIST_SIZES]).flatMap((output) => {
    const [header, ...rest] = output.lines;
    if (header === undefined || !HEADER.test(header.text)) return [];
    if (rest.some(({ text: row }) => row.length > LONGEST_LINE)) return [];
    const sized = rest.filter((line) => !WITHOUT_SIZE.test(line.text));
    const rows = sized.flatMap((line) => sizeIn(line, spanOf) ?? []);
    return rows.length === sized.length && rows.length > 0 ? [{ rows }] : [];
  });
}
