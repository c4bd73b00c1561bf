/**
 * The words of a text as the search of the one-file edition sees them. Identifiers count whole and in parts, so that
 * both `mm/gup.c:144` and `gup` find the line; Chinese counts in pairs of characters, which needs no dictionary and
 * is the same in every browser.
 */

/** Letters, digits and what joins them in a name, a path, a version, a setting. */
const IDENTIFIER = /[\p{L}\p{N}_](?:[\p{L}\p{N}_./:=#+@-]*[\p{L}\p{N}_])?/gu;

const HAN_RUN = /\p{Script=Han}+/gu;

/** Where a name has parts that are names themselves, and where those have words. */
const BETWEEN_NAMES = /[/:=#+@]+/;
const BETWEEN_WORDS = /[/:=#+@._-]+/;

/** One word of a query: the word as it is written, and the smallest parts, all of which must be there without it. */
export interface SearchWord {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Small letters, half-width: `ＺＦＳ` is `zfs`. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The pairs of neighbours in a run of Han characters; a single one stands for itself. */
function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

const pieces = (name: string, between: RegExp): string[] => name.split(between).filter((part) => part !== '');

const namesIn = (text: string): string[] => text.replace(HAN_RUN, ' ').match(IDENTIFIER) ?? [];

/** Every word under which a text is found; a word that occurs twice is there twice. */
export function wordsOfText(text: string): string[] {
  const all = plain(text);
  const names = namesIn(all).flatMap((name) => [
    ...new Set([name, ...pieces(name, BETWEEN_NAMES), ...pieces(name, BETWEEN_WORDS)]),
  ]);
  return [...names, ...(all.match(HAN_RUN) ?? []).flatMap(pairs)];
}

/** The words of a query in their order. */
export function wordsOfQuery(query: string): SearchWord[] {
  const all = plain(query);
  return [
    ...namesIn(all).map((whole) => ({ whole, parts: pieces(whole, BETWEEN_WORDS) })),
    ...(all.match(HAN_RUN) ?? []).map((run) => ({ whole: run, parts: pairs(run) })),
  ];
}
