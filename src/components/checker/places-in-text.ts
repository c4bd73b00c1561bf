/** Where the evidence stands in a pasted text: its lines, cut into marked and unmarked pieces. */
import type { System } from '../../checker/system.ts';
import type { Evidence, Span } from '../../checker/types.ts';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface MarkedLine {
  /** Counted from 1. */
  readonly number: number;
  readonly pieces: readonly Piece[];
}

/** More lines than a person reads. */
const MOST_LINES = 60;

/** Characters kept around a mark on a very long line. */
const CONTEXT = 200;

/** Every piece of text that some fact of the system rests on. */
export function allEvidence({ zfs, kernel, commandLine, effective, direct, signatures }: System): Evidence[] {
  const tokens =
    commandLine === null
      ? []
      : [
          ...Object.values(commandLine.tokens),
          ...commandLine.moduleParameters.map(({ evidence }) => evidence),
        ];
  return [
    zfs.module?.evidence,
    zfs.userland?.evidence,
    zfs.mentioned?.evidence,
    ...zfs.conflicting.map(({ evidence }) => evidence),
    ...zfs.incomplete,
    kernel?.evidence,
    ...tokens,
    ...Object.values(effective).map(({ evidence }: { evidence: Evidence | null }) => evidence),
    ...direct.map(({ evidence }) => evidence),
    ...signatures.flatMap(({ evidence }) => evidence),
  ].filter((piece) => piece !== undefined && piece !== null);
}

/** Overlapping spans become one; the result is in ascending order. */
function merge(spans: readonly Span[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

const shorten = (text: string, keep: 'start' | 'end' | 'both'): string => {
  if (text.length <= CONTEXT * (keep === 'both' ? 2 : 1)) return text;
  const head = keep === 'end' ? '' : text.slice(0, CONTEXT);
  const tail = keep === 'start' ? '' : text.slice(-CONTEXT);
  return `${head}…${tail}`;
};

function piecesOf(
  text: string,
  start: number,
  end: number,
  marks: readonly { start: number; end: number }[],
): Piece[] {
  const pieces: Piece[] = [];
  let position = start;
  for (const mark of marks) {
    const from = Math.max(mark.start, start);
    const to = Math.min(mark.end, end);
    const before = text.slice(position, from);
    if (before !== '')
      pieces.push({ text: shorten(before, position === start ? 'end' : 'both'), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    position = to;
  }
  const rest = text.slice(position, end);
  return rest === '' ? pieces : [...pieces, { text: shorten(rest, 'start'), marked: false }];
}

/**
 * The lines of a text that hold evidence.
 * @param text of one box
 * @param evidence of that box
 * @returns at most 60 lines, in order; linear in the text
 */
export function placesIn(text: string, evidence: readonly Span[]): MarkedLine[] {
  const marks = merge(evidence.filter(({ end }) => end <= text.length));
  const lines: MarkedLine[] = [];
  let start = 0;
  let number = 1;
  let next = 0;
  while (start <= text.length && next < marks.length && lines.length < MOST_LINES) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const here: { start: number; end: number }[] = [];
    for (let index = next; (marks[index]?.start ?? Number.POSITIVE_INFINITY) < end; index += 1) {
      const mark = marks[index];
      if (mark !== undefined) here.push(mark);
    }
    if (here.length > 0) lines.push({ number, pieces: piecesOf(text, start, end, here) });
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= end) next += 1;
    start = end + 1;
    number += 1;
  }
  return lines;
}
