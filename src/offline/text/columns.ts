/** How many columns of a terminal a text takes: a Han character and full-width punctuation take two. */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Unicode leaves their width open; a terminal set to Chinese may give them two columns. */
const AMBIGUOUS = /[·×÷§°±‘’“”…—–†•→←↑↓≤≥≠]/u;

const COMBINING = /[\p{Mn}\p{Me}\u200b-\u200f]/u;

export const isWide = (character: string): boolean => WIDE.test(character);

/** In: one line. Characters of open width count as two, so that no terminal shows more columns than this says. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (COMBINING.test(character)) continue;
    columns += WIDE.test(character) || AMBIGUOUS.test(character) ? 2 : 1;
  }
  return columns;
}
