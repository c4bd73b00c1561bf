/**
 * Breaks a paragraph into lines for a terminal. Latin text breaks at spaces; Chinese between any two characters, but
 * no line begins with closing punctuation or ends with opening punctuation.
 */
import { columnsOf, isWide } from './columns.ts';

/** A space at which no line may end: within a command, or before the number of a reference. */
export const FIRM_SPACE = '\ue000';

/** A line ends here whatever its length. */
export const LINE_BREAK = '\n';

/** What stays with the character before it: closing punctuation. */
const HOLDS_BEFORE = /^[\ue000，。、；：？！）」』】》〉”’…—～％,.;:?!)\]}%]/u;
/** What stays with the character after it: opening punctuation. */
const HOLDS_AFTER = /[\ue000（「『【《〈“‘([{]$/u;

/** A piece of text that is never broken. */
interface Atom {
  readonly text: string;
  readonly afterSpace: boolean;
}

/** The pieces of a text that stay whole, in their order. */
function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = [];
  let afterSpace = false;
  let joinsWord = false;
  for (const character of text) {
    if (/[ \t\n]/.test(character)) {
      afterSpace = true;
      joinsWord = false;
      continue;
    }
    const last = atoms.at(-1);
    const wide = isWide(character);
    const isGlued =
      !afterSpace && last !== undefined && (HOLDS_BEFORE.test(character) || HOLDS_AFTER.test(last.text));
    if (last !== undefined && (isGlued || (joinsWord && !wide))) {
      atoms.splice(-1, 1, { ...last, text: last.text + character });
    } else {
      atoms.push({ text: character, afterSpace });
    }
    // What closes a Chinese sentence does not hold the next word.
    joinsWord = !wide;
    afterSpace = false;
  }
  return atoms;
}

/**
 * The lines of a text. In: one paragraph; the columns that a line may have.
 * Out: at least one line; longer than asked only where a single word or address is.
 */
export function wrap(text: string, width: number): string[] {
  return text.split(LINE_BREAK).flatMap((stretch) => wrapStretch(stretch, width));
}

function wrapStretch(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { text: piece, afterSpace } of atomsOf(text)) {
    const longer = line === '' ? piece : `${line}${afterSpace ? ' ' : ''}${piece}`;
    if (line !== '' && columnsOf(longer) > width) {
      lines.push(line);
      line = piece;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((finished) => finished.replaceAll(FIRM_SPACE, ' '));
}
