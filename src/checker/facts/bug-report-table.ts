/**
 * The table at the head of OpenZFS's bug report form (`.github/ISSUE_TEMPLATE/bug_report.md`). Its rows for the kernel
 * and for OpenZFS are read where these are read; here are the others.
 */
import type { FoundValue } from '../types.ts';
import { cellsOf, plainLinesOf } from './plain-lines.ts';

const LABELS: ReadonlyMap<string, string> = new Map([
  ['distribution name', 'distribution-name'],
  ['distribution version', 'distribution-version'],
  ['architecture', 'architecture'],
]);

/** No row of the form is longer; keeps hostile lines short. */
const LONGEST_ROW = 500;
/** What a value may begin with; the form is filled with a dash where people do not know. */
const VALUE = /^[\p{Letter}\p{Number}].{0,99}$/u;
const PLACEHOLDER = /^(?:n\/?a|none|unknown|tbd|x)$/i;

const undecorated = (cell: string): string => cell.replace(/^[*_`#\s]+|[*_`:\s]+$/g, '');

/**
 * Finds the rows for the distribution's name and version and the architecture.
 * @param text any text; linear in its length, never throws
 * @returns rows with `name` one of `distribution-name`, `distribution-version`, `architecture`, in the order of the
 *   text; empty cells and placeholders are left out; the span is the row
 */
export function readBugReportTable(text: string): FoundValue[] {
  const { lines, spanOf } = plainLinesOf(text);
  return lines.flatMap((line): FoundValue[] => {
    if (line.text.length > LONGEST_ROW) return [];
    const [label, cell, ...more] = cellsOf(line.text) ?? [];
    if (label === undefined || cell === undefined || more.length > 0) return [];
    const name = LABELS.get(undecorated(label).toLowerCase());
    const value = undecorated(cell);
    if (name === undefined || !VALUE.test(value) || PLACEHOLDER.test(value)) return [];
    return [{ name, value, span: spanOf(line.start, line.start + line.text.length) }];
  });
}
