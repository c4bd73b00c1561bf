/**
 * Pasted text made ready for the search for command lines, and pieces of it that know where they come from.
 *
 * Everything here changes text, and is therefore done only where a command line stands *in* something. An exact
 * `/proc/cmdline` is never touched: there a full-width `＝`, a curly quote, a no-break space or an escape sequence is
 * what the kernel got, and the kernel reads each of them in its own way (a curly quote is part of the value, a no-break
 * space ends a token).
 */
import { cleanPastedText, type Line, linesOf } from './pasted-text.ts';

export interface WrappedText {
  readonly source: string;
  readonly text: string;
  /** For each UTF-16 unit of `text` its offset in `source`. */
  readonly offsets: readonly number[];
  readonly lines: readonly Line[];
}

/** A text of which each UTF-16 unit knows its offset in the source; the two have the same length. */
export interface Piece {
  readonly text: string;
  readonly offsets: readonly number[];
}

const DOUBLE_QUOTES = new Set([...'“”„‟«»']);
const SINGLE_QUOTES = new Set([...'‘’‚‛']);
const HYPHENS = new Set([...'‐‑']);
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const FULL_WIDTH = { first: 0xff01, last: 0xff5e, distance: 0xfee0 };

/** What an input method or a word processor made of a character, turned back; '' if it should not be there at all. */
function typewritten(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return character;
  if (code >= FULL_WIDTH.first && code <= FULL_WIDTH.last) {
    return String.fromCharCode(code - FULL_WIDTH.distance);
  }
  if (DOUBLE_QUOTES.has(character)) return '"';
  if (SINGLE_QUOTES.has(character)) return "'";
  if (HYPHENS.has(character)) return '-';
  if (SPACES.test(character)) return ' ';
  return INVISIBLE.test(character) ? '' : character;
}

/**
 * Takes off escape sequences, mail quoting and carriage returns, and turns typographic characters back into those of a
 * keyboard.
 * @param source any text
 */
export function unwrapTypography(source: string): WrappedText {
  const pasted = cleanPastedText(source);
  const kept: string[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < pasted.clean.length; index += 1) {
    const character = typewritten(pasted.clean.charAt(index));
    if (character !== '') {
      kept.push(character);
      offsets.push(pasted.offsets[index] ?? 0);
    }
  }
  const text = kept.join('');
  return { source, text, offsets, lines: linesOf({ ...pasted, clean: text }) };
}

/** The piece from `start` to `end`; a line break in it, and a backslash before that, become spaces. */
export function pieceOf({ text, offsets }: WrappedText, start: number, end: number): Piece {
  return {
    text: text.slice(start, end).replace(/\\?\n/g, (found) => ' '.repeat(found.length)),
    offsets: offsets.slice(start, end),
  };
}

export function slicePiece({ text, offsets }: Piece, start: number, end: number): Piece {
  return { text: text.slice(start, end), offsets: offsets.slice(start, end) };
}

/** Without white space around it. */
export function trimPiece(piece: Piece): Piece {
  const start = piece.text.length - piece.text.trimStart().length;
  return slicePiece(piece, start, Math.max(start, piece.text.trimEnd().length));
}

/** One after the other, with a space between; the space belongs to the place where the piece before it ends. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const filled = pieces.filter(({ text }) => text !== '');
  return {
    text: filled.map(({ text }) => text).join(' '),
    offsets: filled.flatMap(({ offsets }, index) =>
      index === filled.length - 1 ? offsets : [...offsets, offsets.at(-1) ?? 0],
    ),
  };
}

const SHELL_ESCAPED = new Set([...'"\\$`']);

/** Without the backslashes that the shell takes off inside double quotes. */
export function unescapePiece({ text, offsets }: Piece): Piece {
  if (!text.includes('\\')) return { text, offsets };
  const kept: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    if (text.charAt(index) === '\\' && SHELL_ESCAPED.has(text.charAt(index + 1))) index += 1;
    kept.push(index);
  }
  return {
    text: kept.map((index) => text.charAt(index)).join(''),
    offsets: kept.map((index) => offsets[index] ?? 0),
  };
}

const CLOSERS = ['"', "'", '`', '**', '|'];

/**
 * Without the rest of what a line stood in: a closing quote, backtick, `**` or tag whose opening part is not in the
 * piece.
 */
export function withoutTail(piece: Piece): Piece {
  const tag = piece.text.indexOf('</');
  let text = (tag === -1 ? piece.text : piece.text.slice(0, tag)).trimEnd();
  const bare = text.replace(/[,;)]{1,4}$/, '');
  const closer = CLOSERS.find((candidate) => bare.endsWith(candidate));
  if (closer !== undefined && bare.split(closer).length % 2 === 0) {
    text = bare.slice(0, -closer.length);
  }
  return trimPiece(slicePiece(piece, 0, text.length));
}
