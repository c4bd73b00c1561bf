/**
 * Encryption and dedup of datasets: `zfs get -r` with a row for each property (zfs-get(8)), and what `collect.sh` makes
 * of it, `12 encryption=off dedup=off`, which names no dataset.
 */
import type { Span } from '../types.ts';
import type { Line } from './pasted-text.ts';
import { plainLinesOf } from './plain-lines.ts';
import { wholeOutputs } from './whole-outputs.ts';

/** One dataset, or several with the same settings; null: not printed. */
export interface DatasetSettings {
  readonly isEncrypted: boolean | null;
  readonly isDeduplicated: boolean | null;
  readonly span: Span;
}

/** All datasets and volumes of a machine. */
export interface SettingsListing {
  readonly datasets: readonly DatasetSettings[];
}

/** The label of `collect.sh`, and the commands of the pages 18812 and 17120. */
export const SETTINGS_COMMANDS = [
  'zfs get encryption,dedup',
  'zfs get -r -t filesystem,volume encryption,dedup',
  'zfs get -r -t filesystem,volume dedup,sync,logbias,volblocksize',
] as const;

const COUNTED = /^\d{1,9} encryption=([\w-]{1,40}) dedup=([\w,-]{1,40})$/;
const HEADER = /^NAME\s+PROPERTY\s+VALUE\s+SOURCE$/;
const ROW =
  /^([A-Za-z][^\s@]{0,254})\s+(encryption|dedup|sync|logbias|volblocksize)\s+([\w,-]{1,40})\s+(?:local|default|received|temporary|-|inherited from \S{1,255})$/;

type SpanOf = (start: number, end: number) => Span;

/** Both properties have the value `off` where they are off, and `-` where a kind of dataset has none (zfsprops(7)). */
const isOn = (value: string): boolean | null => (value === '-' ? null : value !== 'off');

function countedIn({ text, start }: Line, spanOf: SpanOf): DatasetSettings | null {
  const [row, encryption, dedup] = COUNTED.exec(text) ?? [];
  if (row === undefined || encryption === undefined || dedup === undefined) return null;
  return {
    isEncrypted: isOn(encryption),
    isDeduplicated: isOn(dedup),
    span: spanOf(start, start + text.length),
  };
}

/** The rows of `zfs get`, those of one dataset together; null if a line is no such row. */
function datasetsIn(lines: readonly Line[], spanOf: SpanOf): DatasetSettings[] | null {
  const datasets = new Map<string, DatasetSettings>();
  for (const { text, start } of lines) {
    if (HEADER.test(text)) continue;
    const [row, dataset, property, value] = ROW.exec(text) ?? [];
    if (row === undefined || dataset === undefined || value === undefined) return null;
    const span = spanOf(start, start + text.length);
    const known = datasets.get(dataset) ?? { isEncrypted: null, isDeduplicated: null, span };
    if (property === 'encryption') datasets.set(dataset, { ...known, isEncrypted: isOn(value) });
    else if (property === 'dedup') datasets.set(dataset, { ...known, isDeduplicated: isOn(value), span });
    else datasets.set(dataset, known);
  }
  return [...datasets.values()];
}

function listingOf(lines: readonly Line[], spanOf: SpanOf): SettingsListing[] {
  const counted = lines.flatMap((line) => countedIn(line, spanOf) ?? []);
  const datasets = counted.length === lines.length ? counted : datasetsIn(lines, spanOf);
  return datasets === null || datasets.length === 0 ? [] : [{ datasets }];
}

/**
 * Finds whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export function readSettings(text: string): SettingsListing[] {
  if (!text.includes('dedup')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return wholeOutputs(lines, SETTINGS_COMMANDS).flatMap((output) => listingOf(output.lines, spanOf));
}

/**
 * Finds datasets of which both properties are known to be on, also in a part of a listing: two rows below each other.
 * @param text any text; linear in its length, never throws
 */
export function readEncryptedWithDedup(text: string): DatasetSettings[] {
  if (!text.includes('dedup')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  const rows = lines.filter((line) => ROW.test(line.text));
  const counted = lines.flatMap((line) => countedIn(line, spanOf) ?? []);
  return [...counted, ...(datasetsIn(rows, spanOf) ?? [])].filter(
    ({ isEncrypted, isDeduplicated }) => isEncrypted === true && isDeduplicated === true,
  );
}
