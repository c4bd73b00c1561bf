import type { Span } from '../types.ts';
import { remembered } from './remembered.ts';

/**
 * A text without what terminals and mail programs add to it, and where each character of it came from. The readers
 * of line-shaped evidence look at this one and report spans of the original.
 */
export interface PastedText {
  readonly source: string;
  /** Without escape sequences, quote marks and soft line breaks; every line ends with one line feed. */
  readonly clean: string;
  /** For each UTF-16 unit of `clean` its offset in `source`. */
  readonly offsets: Int32Array;
}

/** One line of the clean text, without the line feed and without white space around it. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** ECMA-48 control sequences (colours, cursor) and operating system commands (window titles, links). */
const ESCAPE_SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_]?)/y;

/** Quote marks of mail at the beginning of a line: `> `, `>>>> `, `> > `. */
const QUOTE_MARKS = /(?:[ \t]*>)+[ \t]?/y;

/** Encoded mail is wrapped with `=` at the end of lines of at most 76 characters (RFC 2045, 6.7). */
const SHORTEST_ENCODED_LINE = 60;
const LONGEST_ENCODED_LINE = 76;

/**
 * In encoded mail every `=` is written `=3D`, and white space at the end of a line `=20` or `=09`. Without a `=3D` in
 * the text a `=20` is a value.
 */
const ENCODED_EQUALS = '=3D';
const ENCODED_SPACE = /=(?:20|09|C2=A0)[ \t]*(?=[\r\n]|$)/y;

/** The end of the match of a sticky pattern at an offset; the offset itself if it does not match there. */
function skip(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

/** The length of the line break at an offset: 2 for CR LF, 1 for LF or CR, 0 for anything else. */
function lineBreakLength(text: string, offset: number): number {
  const character = text[offset];
  if (character === '\r') return text[offset + 1] === '\n' ? 2 : 1;
  return character === '\n' ? 1 : 0;
}

/** Whether the `=` at an offset is the soft line break of a quoted-printable mail; in encoded text it can be no other. */
function isSoftBreak(text: string, offset: number, lineStart: number, isEncoded: boolean): boolean {
  const length = offset - lineStart + 1;
  return (
    text[offset] === '=' &&
    (isEncoded || (length >= SHORTEST_ENCODED_LINE && length <= LONGEST_ENCODED_LINE)) &&
    lineBreakLength(text, offset + 1) > 0
  );
}

/**
 * Takes off what is not part of the evidence: escape sequences, mail quoting, the quoted-printable encoding of `=`, of
 * line ends and of soft breaks, carriage returns. Linear in the text; never throws.
 * @param source any text
 */
export const cleanPastedText = remembered(clean);

function clean(source: string): PastedText {
  const offsets = new Int32Array(source.length);
  const pieces: string[] = [];
  const isEncoded = source.includes(ENCODED_EQUALS);
  let length = 0;
  let lineStart = 0;
  let isBlankSoFar = true;
  let position = skip(QUOTE_MARKS, source, 0);
  let copied = position;
  const keep = (end: number): void => {
    pieces.push(source.slice(copied, end));
  };
  while (position < source.length) {
    const breakLength = lineBreakLength(source, position);
    if (breakLength > 0) {
      keep(position);
      pieces.push('\n');
      offsets[length++] = position;
      lineStart = position + breakLength;
      isBlankSoFar = true;
      position = skip(QUOTE_MARKS, source, lineStart);
      copied = position;
    } else if (source[position] === '\u001b') {
      keep(position);
      position = skip(ESCAPE_SEQUENCE, source, position);
      // A terminal colours the quote marks too.
      if (isBlankSoFar) position = skip(QUOTE_MARKS, source, position);
      copied = position;
    } else if (isSoftBreak(source, position, lineStart, isEncoded)) {
      keep(position);
      lineStart = position + 1 + lineBreakLength(source, position + 1);
      position = lineStart;
      copied = position;
    } else if (isEncoded && source.startsWith(ENCODED_EQUALS, position)) {
      keep(position + 1);
      offsets[length++] = position;
      position += ENCODED_EQUALS.length;
      copied = position;
    } else if (isEncoded && source[position] === '=' && skip(ENCODED_SPACE, source, position) > position) {
      keep(position);
      position = skip(ENCODED_SPACE, source, position);
      copied = position;
    } else {
      isBlankSoFar &&= source[position] === ' ' || source[position] === '\t';
      offsets[length++] = position++;
    }
  }
  keep(position);
  return { source, clean: pieces.join(''), offsets: offsets.subarray(0, length) };
}

/**
 * The piece of the source that a piece of the clean text came from.
 * @param pasted what `cleanPastedText` returned
 * @param start offset in the clean text of the first character
 * @param end offset after the last character; greater than `start`
 */
export function sourceSpan(pasted: PastedText, start: number, end: number): Span {
  const from = pasted.offsets[start] ?? pasted.source.length;
  const to = (pasted.offsets[end - 1] ?? pasted.source.length - 1) + 1;
  return { start: from, end: to, text: pasted.source.slice(from, to) };
}

const knownLines = new WeakMap<PastedText, readonly Line[]>();

/** The lines of the clean text, trimmed; empty ones are kept as empty lines. */
export function linesOf(pasted: PastedText): readonly Line[] {
  const lines = knownLines.get(pasted) ?? splitLines(pasted);
  knownLines.set(pasted, lines);
  return lines;
}

function splitLines({ clean }: PastedText): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of clean.split('\n')) {
    const text = line.trimStart();
    lines.push({ start: start + line.length - text.length, text: text.trimEnd() });
    start += line.length + 1;
  }
  return lines;
}
