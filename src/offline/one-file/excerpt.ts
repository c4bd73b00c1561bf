/** The stretch of a text that shows why it was found. */

const BEFORE = 60;
const LENGTH = 170;

/** A piece of an excerpt; `found` pieces are what was searched for. */
export interface ExcerptPiece {
  readonly text: string;
  readonly found: boolean;
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * In: a text and the words to look for, the most important first.
 * Out: the stretch around the first place of the first word that occurs, with all places of all words marked.
 */
export function excerptOf(text: string, words: readonly string[]): ExcerptPiece[] {
  const small = text.toLowerCase();
  const occurring = words.filter((word) => small.includes(word));
  const first = Math.max(0, small.indexOf(occurring[0] ?? ''));
  const start = first < BEFORE * 1.5 ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1 || first - BEFORE;
  const from = first - start > BEFORE * 2 ? first - BEFORE : start;
  const stretch = text.slice(from, from + LENGTH);
  const pieces: ExcerptPiece[] = [];
  if (from > 0) pieces.push({ text: '… ', found: false });
  const marks = occurring.length === 0 ? null : new RegExp(`(${occurring.map(escaped).join('|')})`, 'gi');
  const parts = marks === null ? [stretch] : stretch.split(marks);
  pieces.push(...parts.map((part, index) => ({ text: part, found: index % 2 === 1 })));
  if (from + LENGTH < text.length) pieces.push({ text: ' …', found: false });
  return pieces.filter((piece) => piece.text !== '');
}
