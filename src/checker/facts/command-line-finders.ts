/**
 * One finder per way in which a command line is wrapped. Each looks at one line of a text (and, where it must, at a
 * bounded number of following ones) and says what it found and where to go on.
 */
import type { CommandLineWrapper } from '../types.ts';
import {
  continuesParameters,
  findParameterRun,
  holdsParameters,
  judgeParameters,
  startsWithParameter,
} from './kernel-parameter-words.ts';
import { type QuotedString, quotedStringAt, quotedStrings } from './quoted-strings.ts';
import {
  joinPieces,
  type Piece,
  pieceOf,
  slicePiece,
  trimPiece,
  type WrappedText,
  withoutTail,
} from './wrapped-text.ts';

export interface FoundPiece {
  readonly wrapper: CommandLineWrapper;
  readonly piece: Piece;
}

export interface Find {
  readonly found: readonly FoundPiece[];
  /** Index of the first line that is not used up; greater than that of the line looked at. */
  readonly next: number;
}

export type Finder = (source: WrappedText, index: number) => Find | null;

const lineText = (source: WrappedText, index: number) => source.lines[index]?.text ?? '';
const lineStart = (source: WrappedText, index: number) => source.lines[index]?.start ?? source.text.length;
const lineEnd = (source: WrappedText, index: number) =>
  lineStart(source, index) + lineText(source, index).length;
const isComment = (source: WrappedText, index: number) => lineText(source, index).startsWith('#');

function one(wrapper: CommandLineWrapper, piece: Piece, next: number): Find {
  const trimmed = trimPiece(piece);
  return { found: trimmed.text === '' ? [] : [{ wrapper, piece: trimmed }], next };
}

/** Index of the first line that starts at or after `offset`, looking from line `from` on. */
function lineAfter(source: WrappedText, from: number, offset: number): number {
  let next = from;
  while (next < source.lines.length && lineStart(source, next) < offset) {
    next += 1;
  }
  return next;
}

const STARTS_NEW_LINE = /(?:^|\s)(BOOT_IMAGE|root)=/;

/**
 * A piece together with the lines below that can only be its continuation: nothing but parameters, and no second
 * `root=` or `BOOT_IMAGE=`, with which another command line would begin.
 */
function withContinuation(source: WrappedText, index: number, piece: Piece): { piece: Piece; next: number } {
  const pieces = [piece];
  let hasRoot = STARTS_NEW_LINE.test(piece.text);
  let next = index + 1;
  for (; next < source.lines.length; next += 1) {
    const continuation = withoutTail(pieceOf(source, lineStart(source, next), lineEnd(source, next)));
    const startsNew = STARTS_NEW_LINE.test(continuation.text);
    if (
      continuation.text.startsWith('"') ||
      !continuesParameters(continuation.text) ||
      (startsNew && hasRoot)
    ) {
      break;
    }
    hasRoot ||= startsNew;
    pieces.push(continuation);
  }
  return { piece: joinPieces(pieces), next };
}

/** The kernel's note on what it passes on to init names a part of the line only. */
export const findPartialEcho: Finder = (source, index) =>
  lineText(source, index).includes('nknown kernel command line parameters')
    ? { found: [], next: index + 1 }
    : null;

const LOG_MARKERS = ['Kernel command line:', 'Command line:'];

/** `[    0.000000] Kernel command line: …`, whatever stands before it. */
export const findInLog: Finder = (source, index) => {
  const text = lineText(source, index);
  const marker = LOG_MARKERS.find((candidate) => text.includes(candidate));
  if (marker === undefined) return null;
  const start = lineStart(source, index) + text.indexOf(marker) + marker.length;
  const echo = withoutTail(pieceOf(source, start, lineEnd(source, index)));
  if (!holdsParameters(echo.text)) return null;
  const { piece, next } = withContinuation(source, index, echo);
  return one('log', piece, next);
};

/** As `findInLog`, but not where the marker could be part of a parameter's value. */
export const findInLogOnly: Finder = (source, index) => {
  const text = lineText(source, index);
  return /["=]/.test(text.slice(0, text.indexOf('ommand line:'))) ? null : findInLog(source, index);
};

/** How many lines below the command its output may begin: other commands may stand in the same line. */
const OUTPUT_WITHIN = 8;
const READING_COMMAND = /(?:^|[\s;&$#>`"'(])(?:cat|head|less|more|tail)$|<$/;
const COMMAND_LINE_FILE =
  /\/(?:proc\/cmdline|etc\/kernel\/cmdline|etc\/kernel\/install\.d\/cmdline|boot\/cmdline\.txt)/;

/**
 * `$ cat /proc/cmdline` and its output. Behind a pipe the output may be a part of the line or another text, so it is
 * left to the finders for bare lines. A file other than `/proc/cmdline` says what the next boot gets.
 */
export const findAfterPrompt: Finder = (source, index) => {
  const text = lineText(source, index);
  const file = COMMAND_LINE_FILE.exec(text);
  if (file === null) return null;
  const words = text.slice(0, file.index).trimEnd();
  const isCommand = READING_COMMAND.test(words.slice(-20)) || / cat .{0,80}$/.test(` ${words.slice(-90)} `);
  if (!isCommand || text.indexOf('|', file.index) !== -1) return null;
  for (let line = index + 1; line < Math.min(index + 1 + OUTPUT_WITHIN, source.lines.length); line += 1) {
    const output = withoutTail(pieceOf(source, lineStart(source, line), lineEnd(source, line)));
    if (holdsParameters(output.text) && !COMMAND_LINE_FILE.test(output.text)) {
      const { piece, next } = withContinuation(source, line, output);
      return one(file[0] === '/proc/cmdline' ? 'prompt' : 'configuration', piece, next);
    }
  }
  return null;
};

const LIST_NAME =
  /(?:kernel_?params|kargs|kernel[_-]?arguments|cmdline)["\w-]{0,20}[ \t]{0,20}(?:\+=|:=|=|:)/i;
const BEFORE_LIST = /^[\s\w.(+]{0,60}\[/;
const ENDS_LIST = new Set([']', ';', '=']);
/** How many characters outside of strings, comments and white space may stand between two items. */
const LONGEST_GAP = 80;

/** The strings of a list from `start` on, up to `]` or, if it is not closed, to what cannot stand in a list. */
function listItems(source: WrappedText, start: number): { items: QuotedString[]; end: number } {
  const { text } = source;
  const items: QuotedString[] = [];
  let position = start;
  let gap = 0;
  while (position < text.length && gap < LONGEST_GAP && !ENDS_LIST.has(text.charAt(position))) {
    if (text.charAt(position) === '#') {
      const lineBreak = text.indexOf('\n', position);
      position = lineBreak === -1 ? text.length : lineBreak;
      continue;
    }
    const item = quotedStringAt(source, position, text.length);
    if (item === null) {
      gap += /\s/.test(text.charAt(position)) ? 0 : 1;
      position += 1;
    } else {
      items.push(item);
      // A list of nothing but empty strings is none, and what was read of it is read again as lines.
      gap = item.content.text.trim() === '' ? gap : 0;
      position = item.end;
    }
  }
  return { items, end: position };
}

/** `boot.kernelParams = [ "a" "b" ]` of NixOS, `kargs = ["a", "b"]` of bootc; comments skipped, closed or not. */
export const findList: Finder = (source, index) => {
  if (isComment(source, index)) return null;
  const name = LIST_NAME.exec(lineText(source, index));
  if (name === null) return null;
  const after = lineStart(source, index) + name.index + name[0].length;
  const opening = BEFORE_LIST.exec(source.text.slice(after, after + 80));
  if (opening === null) return null;
  const { items, end } = listItems(source, after + opening[0].length);
  const piece = joinPieces(items.map(({ content }) => trimPiece(content)));
  return piece.text === ''
    ? null
    : one('configuration', piece, Math.max(index + 1, lineAfter(source, index, end)));
};

const ENTRY = /^(?:options:?|append|(?:linux|linuxefi|linux16|kernel)[ \t]+[/($][^\s]*)[ \t]+/i;

function entryPiece(source: WrappedText, index: number): Piece | null {
  const keyword = ENTRY.exec(lineText(source, index));
  if (keyword === null) return null;
  const start = lineStart(source, index) + keyword[0].length;
  const quoted = quotedStringAt(source, start, lineEnd(source, index));
  const whole = pieceOf(source, start, lineEnd(source, index));
  const piece =
    quoted !== null && quoted.end === lineEnd(source, index) ? quoted.content : withoutTail(whole);
  return startsWithParameter(piece.text) && holdsParameters(piece.text) ? piece : null;
}

/**
 * `options …` of a Boot Loader Specification entry (repeated ones add up), `linux /vmlinuz …` of GRUB, `append …` of
 * syslinux. `options zfs zfs_arc_max=…` is a line of modprobe.d and none of these.
 */
export const findBootEntry: Finder = (source, index) => {
  const pieces: Piece[] = [];
  let next = index;
  for (let piece = entryPiece(source, next); piece !== null; piece = entryPiece(source, next)) {
    const isAnother = pieces.length > 0 && !/^options/i.test(lineText(source, next));
    if (isAnother) break;
    pieces.push(piece);
    next += 1;
  }
  return pieces.length === 0 ? null : one('boot-loader', joinPieces(pieces), next);
};

const BOOT_IMAGE = 'BOOT_IMAGE=';

/** A line with `BOOT_IMAGE=`, which GRUB adds to what the running kernel gets; what stands before it may be prose. */
export const findBootImage: Finder = (source, index) => {
  const text = lineText(source, index);
  const position = text.indexOf(BOOT_IMAGE);
  const before = text.charAt(position - 1);
  if (position === -1 || (position > 0 && !/[\s`*(>]/.test(before))) return null;
  const start = continuesParameters(text.slice(0, position)) ? 0 : position;
  const closer = before === '`' || before === '*' ? text.indexOf(before, position) : -1;
  const end = closer === -1 ? text.length : closer;
  const line = withoutTail(pieceOf(source, lineStart(source, index) + start, lineStart(source, index) + end));
  if (closer !== -1) return one('line', line, index + 1);
  const { piece, next } = withContinuation(source, index, line);
  return one('line', piece, next);
};

const ASSIGNMENT =
  /^[({]?\s*(?:(?:export|local|readonly|const|let|var|set)\s)?[\w.$\]>[-]{1,80}[ \t]{0,8}([+:?]?=|:)[ \t(]{0,8}[a-zA-Z]{0,2}$/;
const BETWEEN_STRINGS = /^[\s,+()\\;{}[\]]*(?:[fFrRbBuU]{0,2})$/;

interface StringLine {
  readonly strings: readonly QuotedString[];
  /** `=`, `+=`, … before the first string; '' without an assignment. */
  readonly operator: string;
}

/** A line that is nothing but strings, with an assignment before them at most; null for any other. */
function stringLine(source: WrappedText, index: number): StringLine | null {
  const strings = quotedStrings(source, lineStart(source, index), lineEnd(source, index));
  const first = strings[0];
  if (first === undefined || isComment(source, index)) return null;
  const before = source.text.slice(lineStart(source, index), first.start);
  const assignment = ASSIGNMENT.exec(before.slice(0, 200));
  if (before.length > 200 || (assignment === null && !BETWEEN_STRINGS.test(before))) return null;
  const gaps = strings.map(({ end }, place) => {
    const until = strings[place + 1]?.start ?? Math.max(end, lineEnd(source, index));
    return source.text.slice(end, until);
  });
  return gaps.every((gap) => BETWEEN_STRINGS.test(gap)) ? { strings, operator: assignment?.[1] ?? '' } : null;
}

/**
 * `CMDLINE="…"`, `profile += "…"` and strings below each other, as Python and Go join them: together they consist of
 * kernel parameters. Joined with a space, since whoever leaves it out would get a broken command line.
 */
export const findStrings: Finder = (source, index) => {
  const first = stringLine(source, index);
  if (first === null) return null;
  const group = [first.strings];
  const lineBelow = (line: number, strings: readonly QuotedString[]) =>
    lineAfter(source, line + 1, strings.at(-1)?.end ?? 0);
  let next = lineBelow(index, first.strings);
  while (next < source.lines.length) {
    const more = stringLine(source, next);
    if (more === null || (more.operator !== '' && more.operator !== '+=')) break;
    group.push(more.strings);
    next = lineBelow(next, more.strings);
  }
  const pieces = group.flat().map(({ content }) => trimPiece(content));
  const piece = joinPieces(pieces);
  if (judgeParameters(piece.text) !== null) return one('configuration', piece, next);
  if (group.length === 1) return null;
  // Judged one by one here, since to read the same group again from its second line on would not be linear.
  const found = pieces.filter(({ text }) => judgeParameters(text) === 'several');
  return { found: found.map((each) => ({ wrapper: 'configuration', piece: each })), next };
};

/** Only `CMDLINE="…"` and the like as the first thing on a line: for a box that should hold the line itself. */
export const findVariable: Finder = (source, index) =>
  /^(?:export )?\w{0,40}(?:cmdline|kargs|kernel_?(?:params|opts|args)|boot_?args)\w{0,40}=["']/i.test(
    lineText(source, index),
  )
    ? findStrings(source, index)
    : null;

/** Strings amid other text: `--args="init_on_alloc=0"`, a quoted command line in a sentence. */
export const findQuotedInText: Finder = (source, index) => {
  if (isComment(source, index)) return null;
  const found = quotedStrings(source, lineStart(source, index), lineEnd(source, index)).flatMap(
    ({ start, content }): FoundPiece[] => {
      const verdict = judgeParameters(content.text);
      const isArgument = source.text.charAt(start - 1) === '=';
      if (verdict === null || (verdict === 'sought' && !isArgument)) return [];
      const wrapper = content.text.includes(BOOT_IMAGE) ? 'line' : 'configuration';
      return [{ wrapper, piece: trimPiece(content) }];
    },
  );
  return found.length === 0 ? null : { found, next: index + 1 };
};

const SUBSTITUTION = /\bsed\b[^/|#]{0,80}?["'\s]s([/|#])/;

/** `sed -i 's/…/… init_on_alloc=0/' /etc/default/grub`: what is put in. */
export const findSubstitution: Finder = (source, index) => {
  const text = lineText(source, index);
  const command = SUBSTITUTION.exec(text);
  const delimiter = command?.[1];
  if (command === null || delimiter === undefined) return null;
  const from = text.indexOf(delimiter, command.index + command[0].length);
  if (from === -1) return null;
  const to = text.indexOf(delimiter, from + 1);
  const start = lineStart(source, index);
  const inserted = trimPiece(
    pieceOf(source, start + from + 1, to === -1 ? lineEnd(source, index) : start + to),
  );
  const quoted = inserted.text.startsWith('"') && inserted.text.endsWith('"') && inserted.text.length > 1;
  const piece = quoted ? slicePiece(inserted, 1, inserted.text.length - 1) : inserted;
  return holdsParameters(piece.text) ? one('configuration', piece, index + 1) : null;
};

/** A code span or bold text ends within this and before an empty line. */
const LONGEST_SPAN = 8192;
const MARK = /`{1,3}|\*\*/g;

/** Parameters inside backticks or `**`, which may be wrapped at any space. A single one counts alone on its line. */
export const findMarked: Finder = (source, index) => {
  const { text } = source;
  const lineFrom = lineStart(source, index);
  const lineTo = lineEnd(source, index);
  const found: FoundPiece[] = [];
  let end = lineFrom;
  for (const match of lineText(source, index).matchAll(MARK)) {
    const open = lineFrom + match.index;
    if (open < end) continue;
    const start = open + match[0].length;
    const window = text.slice(start, start + LONGEST_SPAN);
    const close = window.indexOf(match[0]);
    if (close === -1 || window.slice(0, close).includes('\n\n')) continue;
    end = start + close + match[0].length;
    const piece = trimPiece(pieceOf(source, start, start + close));
    const verdict = judgeParameters(piece.text);
    const isAlone = open === lineFrom && end >= lineTo;
    if (verdict === 'several' || (verdict === 'sought' && isAlone)) found.push({ wrapper: 'line', piece });
  }
  return found.length === 0 ? null : { found, next: Math.max(index + 1, lineAfter(source, index, end)) };
};

const LABEL = /^(?:[-*•+][ \t]+|<[a-z]{1,10}>|[^=\s:"]{1,30}(?: [^=\s:"]{1,30}){0,3}:[ \t]*)/;

/**
 * A line (behind a bullet, a tag or a label such as `cmdline:`; a cell of a table) that consists of kernel parameters, with
 * the lines that continue it.
 */
export const findBareLine: Finder = (source, index) => {
  if (isComment(source, index)) return null;
  const text = lineText(source, index);
  const start = lineStart(source, index);
  if (judgeParameters(text) !== null && !text.startsWith('"')) {
    const { piece, next } = withContinuation(source, index, pieceOf(source, start, lineEnd(source, index)));
    return one('line', piece, next);
  }
  const label = text.startsWith('|') ? null : LABEL.exec(text);
  if (label !== null && judgeParameters(text.slice(label[0].length)) === 'several') {
    const labelled = withoutTail(pieceOf(source, start + label[0].length, lineEnd(source, index)));
    const { piece, next } = withContinuation(source, index, labelled);
    return one('line', piece, next);
  }
  if (!text.startsWith('|')) return null;
  const found: FoundPiece[] = [];
  let cellStart = 0;
  for (const cell of text.split('|')) {
    if (judgeParameters(cell) === 'several') {
      const piece = trimPiece(pieceOf(source, start + cellStart, start + cellStart + cell.length));
      found.push({ wrapper: 'line', piece });
    }
    cellStart += cell.length + 1;
  }
  return found.length === 0 ? null : { found, next: index + 1 };
};

/** Four parameters in a row, three of them recognised, amid anything. */
export const findRun: Finder = (source, index) => {
  if (isComment(source, index)) return null;
  const run = findParameterRun(lineText(source, index));
  if (run === null) return null;
  const start = lineStart(source, index);
  return one('line', pieceOf(source, start + run.start, start + run.end), index + 1);
};
