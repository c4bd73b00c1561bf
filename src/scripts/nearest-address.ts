/** What a wrong address may have meant. It touches no page, so that it can be tested without one. */

/** A page that could be meant: its address, and the words that it is known by. */
export interface Candidate {
  readonly address: string;
  readonly words: string;
}

const MOST = 3;

/** How many single digits or letters tell two words apart (Levenshtein). */
export function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? [];
const isNumber = (word: string): boolean => /^\d{4,}$/.test(word);

/** How many characters two words begin with in common. */
const sharedStart = (one: string, other: string): number => {
  const differs = [...one].findIndex((character, index) => character !== other[index]);
  return differs === -1 ? one.length : differs;
};

/** How near a word of the address is to a number: one wrong digit or a missing end; the later it differs, the nearer. */
const nearNumber = (word: string, number: string): number =>
  distance(word, number) < 2 || number.startsWith(word) ? 3 + sharedStart(word, number) / 10 : 0;

function nearnessOfWord(word: string, known: readonly string[]): number {
  if (known.includes(word)) return isNumber(word) ? 8 : 2;
  if (/^\d{3,}$/.test(word))
    return Math.max(0, ...known.filter(isNumber).map((number) => nearNumber(word, number)));
  return word.length > 4 && known.some((other) => distance(word, other) < 2) ? 1 : 0;
}

/** How near a candidate is; 0: not at all. */
function nearness(wanted: readonly string[], { address, words }: Candidate): number {
  const known = wordsOf(`${address} ${words}`);
  return wanted.reduce((sum, word) => sum + nearnessOfWord(word, known), 0);
}

/**
 * The candidates that an address may have meant, the nearest first, at most three.
 * @param path the path of the wrong address
 */
export function nearestTo<Found extends Candidate>(path: string, candidates: readonly Found[]): Found[] {
  const wanted = wordsOf(decodePath(path)).filter((word) => !['zh', 'en', 'html', 'index'].includes(word));
  return candidates
    .map((candidate) => ({ candidate, near: nearness(wanted, candidate) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** An address may hold a percent sign that encodes nothing. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
