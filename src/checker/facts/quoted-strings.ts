/**
 * Quoted strings in scripts and configuration: where they begin and end, for shell, Nix, TOML, Python and Go alike.
 */
import { type Piece, pieceOf, unescapePiece, type WrappedText } from './wrapped-text.ts';

export interface QuotedString {
  /** Offset of the opening quote (of its backslash, if it has one), and after the closing one. */
  readonly start: number;
  readonly end: number;
  readonly content: Piece;
}

/** No command line is longer; a quote that is not closed within this was not an opening one. */
const LONGEST_STRING = 8192;

const isQuote = (character: string) => character === '"' || character === "'";
const isWordCharacter = (character: string) => /[A-Za-z0-9]/.test(character);
/** `f"…"` and `rb'…'` of Python. */
const isStringPrefix = (character: string) => /[fFrRbBuU]/.test(character);

function closingQuote(text: string, from: number, quote: string, escaped: boolean, limit: number): number {
  for (let position = from; position < limit; position += 1) {
    const character = text.charAt(position);
    if (character === '\\' && quote === '"') {
      if (escaped && text.charAt(position + 1) === quote) return position;
      position += 1;
    } else if (character === quote) {
      return position;
    }
  }
  return -1;
}

/**
 * The string whose opening quote stands at `position`, written plainly or with a backslash (inside another string).
 * @param end how far it may reach
 * @returns null if no quote opens there or none closes before `end`
 */
export function quotedStringAt(source: WrappedText, position: number, end: number): QuotedString | null {
  const { text } = source;
  const escaped = text.charAt(position) === '\\';
  const open = escaped ? position + 1 : position;
  const quote = text.charAt(open);
  if (!isQuote(quote)) return null;
  const close = closingQuote(text, open + 1, quote, escaped, Math.min(end, open + LONGEST_STRING));
  if (close === -1) return null;
  const content = pieceOf(source, open + 1, close);
  return {
    start: position,
    end: close + (escaped ? 2 : 1),
    content: quote === '"' ? unescapePiece(content) : content,
  };
}

/**
 * The strings that begin between two offsets, in their order. A quote after a letter is an apostrophe. A string that
 * directly follows a `=` may end on a later line.
 */
export function quotedStrings(source: WrappedText, start: number, end: number): QuotedString[] {
  const { text } = source;
  const strings: QuotedString[] = [];
  for (let position = start; position < end; position += 1) {
    if (!isQuote(text.charAt(position))) continue;
    const escaped = position > start && text.charAt(position - 1) === '\\';
    const open = escaped ? position - 1 : position;
    const before = open > start ? text.charAt(open - 1) : '';
    const prefixed = isStringPrefix(before) && !isWordCharacter(text.charAt(open - 2));
    if (isWordCharacter(before) && !prefixed) continue;
    const found = quotedStringAt(source, open, before === '=' ? text.length : end);
    if (found !== null) {
      strings.push(found);
      position = found.end - 1;
    }
  }
  return strings;
}
