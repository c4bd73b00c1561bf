/**
 * Text with its typography undone, for readers that look for ASCII words: the characters of a Chinese input method
 * (`－`, `．`, `２`), no-break and invisible spaces, typographic dashes, Markdown's backslashes, and `\n` written out
 * as it stands in string literals.
 */

export interface PlainText {
  readonly text: string;
  /** The offset in the original text of an offset in `text`. */
  readonly originalOffset: (offset: number) => number;
}

const SPECIAL =
  /\\[nrt_.~+*-]|[\u00a0\u00ad\u1680\u2000-\u2015\u202f\u205f\u2060\u2212\u3000\u3002\ufeff\uff01-\uff5e]/g;

const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['\\n', '\n'],
  ['\\r', '\n'],
  ['\\t', '\t'],
]);

/** ZERO WIDTH SPACE to RIGHT-TO-LEFT MARK, WORD JOINER, the byte order mark, SOFT HYPHEN. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
const DASH = /[\u2010-\u2015\u2212]/;
const FULL_WIDTH = /[\uff01-\uff5e]/;
/** Full-width forms stand in Unicode in the order of ASCII. */
const FULL_WIDTH_SHIFT = 0xfee0;

/** What a special sequence becomes, given the character before it. */
function plainForm(found: string, before: string): string {
  if (found.startsWith('\\')) return WRITTEN_OUT.get(found) ?? found.slice(1);
  if (FULL_WIDTH.test(found)) return String.fromCharCode(found.charCodeAt(0) - FULL_WIDTH_SHIFT);
  if (DASH.test(found)) return '-';
  if (INVISIBLE.test(found)) return '';
  // An input method types the ideographic full stop for the dot of a number.
  if (found === '\u3002') return /[\d\uff10-\uff19]/.test(before) ? '.' : found;
  return ' ';
}

/**
 * Undoes the typography of a text.
 * @param text any string
 * @returns the plain text, and the way back to offsets (UTF-16 units) in the original; never throws
 */
export function plainText(text: string): PlainText {
  const pieces: string[] = [];
  // Where each piece begins, in the plain and in the original text.
  const plainStarts: number[] = [];
  const originalStarts: number[] = [];
  let plainLength = 0;
  const push = (piece: string, originalStart: number): void => {
    pieces.push(piece);
    plainStarts.push(plainLength);
    originalStarts.push(originalStart);
    plainLength += piece.length;
  };
  let copied = 0;
  for (const match of text.matchAll(SPECIAL)) {
    const end = match.index + match[0].length;
    push(text.slice(copied, match.index), copied);
    push(plainForm(match[0], text.charAt(match.index - 1)), end - 1);
    copied = end;
  }
  push(text.slice(copied), copied);

  const originalOffset = (offset: number): number => {
    let low = 0;
    let high = plainStarts.length - 1;
    // The last piece that begins at or before the offset.
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((plainStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (originalStarts[low] ?? 0) + offset - (plainStarts[low] ?? 0);
  };
  return { text: pieces.join(''), originalOffset };
}
