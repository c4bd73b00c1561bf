/** `zpool list -v` (zpool-list(8)): the sizes of pools and of the devices in them. */
import { type Placed, readRows } from './whole-outputs.ts';

export type SizeRow = Placed<{
  /** A pool, a top-level vdev or a device below one: the blanks that tell them apart do not survive every paste. */
  readonly name: string;
  /** Exact with `-p`, else rounded to three digits; null: not known, or a heading over log devices and the like. */
  readonly bytes: number | null;
}>;

const HEADER = /^NAME\s+SIZE(?:\s+[A-Z]{3,12}){0,12}$/;
const ROW = /^(\S{1,255})\s+(?:(\d{1,20}(?:\.\d{1,3})?)([KMGTPE])?|-)(?:\s+\S{1,40}){0,12}$/;

const UNITS = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/**
 * Finds the rows of whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export const readSizes = (text: string): SizeRow[] =>
  readRows(text, {
    command: /^zpool list -v$/,
    speaksAlone: () => false,
    header: HEADER,
    isHeaderNeeded: true,
    read: (line) => {
      const [, name, digits, unit = ''] = ROW.exec(line) ?? [];
      if (name === undefined) return null;
      return { name, bytes: digits === undefined ? null : Number(digits) * 1024 ** UNITS.indexOf(unit) };
    },
  });
