/** A paste as plain lines: without what terminals, mail and typography add, each line knowing where it came from. */
import type { Span } from '../types.ts';
import { cleanPastedText, type Line, linesOf, type PastedText, sourceSpan } from './pasted-text.ts';
import { plainText } from './plain-text.ts';
import { remembered } from './remembered.ts';

export interface PlainLines {
  /** Trimmed; empty ones are kept as empty lines. Offsets count in the plain text. */
  readonly lines: readonly Line[];
  /** The piece of the source that a piece of a line came from; `end` is greater than `start`. */
  readonly spanOf: (start: number, end: number) => Span;
}

/**
 * What `cleanPastedText` returns, with the typography undone as well.
 * @param text any text; linear in its length but for a logarithm of the number of special characters, never throws
 */
export const plainPastedText = remembered((text: string): PastedText => {
  const pasted = cleanPastedText(text);
  const plain = plainText(pasted.clean);
  if (plain.text === pasted.clean) return pasted;
  const offsets = new Int32Array(plain.text.length);
  for (let index = 0; index < offsets.length; index += 1) {
    offsets[index] = pasted.offsets[plain.originalOffset(index)] ?? text.length;
  }
  return { source: text, clean: plain.text, offsets };
});

/**
 * Takes a text apart into plain lines.
 * @param text any text; linear like `plainPastedText`, never throws
 */
export function plainLinesOf(text: string): PlainLines {
  const pasted = plainPastedText(text);
  return { lines: linesOf(pasted), spanOf: (start, end) => sourceSpan(pasted, start, end) };
}

/** Cells of a table's row: `| a | b |`, or `a<tab>b` as a browser copies a table; null for any other line. */
export function cellsOf(line: string): readonly string[] | null {
  const separator = line.includes('|') ? '|' : '\t';
  if (!line.includes(separator)) return null;
  const cells = line.split(separator).map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
