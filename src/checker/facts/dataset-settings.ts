/**
 * Encryption and dedup of datasets: `zfs get -r` with a row for each property (zfs-get(8)), and what `collect.sh` makes
 * of it, `12 encryption=off dedup=off`, which names no dataset.
 */
import { type Placed, readRows } from './whole-outputs.ts';

/** One dataset, or several with the same settings; null: not printed. */
export type DatasetSettings = Placed<{
  /** null: not named. */
  readonly dataset: string | null;
  readonly isEncrypted: boolean | null;
  readonly isDeduplicated: boolean | null;
}>;

const COUNTED = /^\d{1,9} encryption=([\w-]{1,40}) dedup=([\w,-]{1,40})$/;
const ROW =
  /^([A-Za-z][^\s@]{0,254})\s+(encryption|dedup|sync|logbias|volblocksize)\s+([\w,-]{1,40})\s+(?:local|default|received|temporary|-|inherited from \S{1,255})$/;

/** Both properties have the value `off` where they are off (zfsprops(7)). */
const isOn = (value: string | undefined): boolean | null =>
  value === undefined || value === '-' ? null : value !== 'off';

function read(line: string): Omit<DatasetSettings, 'span' | 'isWhole'> | null {
  const counted = COUNTED.exec(line);
  if (counted !== null) {
    return { dataset: null, isEncrypted: isOn(counted[1]), isDeduplicated: isOn(counted[2]) };
  }
  const [, dataset, property, value] = ROW.exec(line) ?? [];
  if (dataset === undefined) return null;
  return {
    dataset,
    isEncrypted: property === 'encryption' ? isOn(value) : null,
    isDeduplicated: property === 'dedup' ? isOn(value) : null,
  };
}

/** The rows of one dataset together; the span is that of its row about dedup. */
function together(rows: readonly DatasetSettings[]): DatasetSettings[] {
  const named = new Map<string, DatasetSettings>();
  for (const row of rows) {
    if (row.dataset === null) continue;
    const known = named.get(row.dataset) ?? row;
    named.set(row.dataset, {
      ...(row.isDeduplicated === null ? known : row),
      isWhole: row.isWhole && known.isWhole,
      isEncrypted: row.isEncrypted ?? known.isEncrypted,
      isDeduplicated: row.isDeduplicated ?? known.isDeduplicated,
    });
  }
  return [...rows.filter(({ dataset }) => dataset === null), ...named.values()];
}

/**
 * Finds datasets of which one of the two is printed.
 * @param text any text; linear in its length, never throws
 */
export const readSettings = (text: string): DatasetSettings[] =>
  together(
    readRows(text, {
      // The label of `collect.sh`, and the commands of the pages 18812 and 17120.
      command: /^zfs get (?:-r -t filesystem,volume )?[a-z,]*dedup[a-z,]*$/,
      header: /^NAME\s+PROPERTY\s+VALUE\s+SOURCE$/,
      read,
    }),
  );
