/** The index over the sections of the file, and the order in which it gives them. It touches no page. */
import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import { type SearchWord, wordsOfQuery, wordsOfText } from './search-words.ts';
import type { FileSection } from './sections.client.ts';

type Searched = Pick<
  FileSection,
  'id' | 'heading' | 'title' | 'text' | 'names' | 'commits' | 'language' | 'weight'
>;

export type SectionIndex = MiniSearch<Searched>;

export function indexOf(sections: readonly Searched[]): SectionIndex {
  const index = new MiniSearch<Searched>({
    fields: ['heading', 'title', 'names', 'text', 'commits'],
    storeFields: ['language', 'weight'],
    tokenize: wordsOfText,
    // The words are final: small letters, nothing to leave out.
    processTerm: (word) => word,
  });
  index.addAll(sections);
  return index;
}

/** Shorter words would begin far too many others. */
const SHORTEST_BEGINNING = 3;
const WHOLE_WORD = 4;
/** A language counts far more than a better place in the other one: the results stand one language after the other. */
const OWN_LANGUAGE = 1000;

const asItIs = (word: string): string[] => [word];
const isBeginning = (word: string): boolean =>
  word.length >= SHORTEST_BEGINNING || /\p{Script=Han}/u.test(word);

/** The word as it is written, which counts most, or all its parts. */
function queryFor({ whole, parts }: SearchWord): Query {
  const asWritten: Query = { queries: [whole], boostTerm: () => WHOLE_WORD };
  const inParts: Query = { combineWith: 'AND', queries: [...parts] };
  const isSimple = parts.length === 1 && parts[0] === whole;
  return isSimple ? asWritten : { combineWith: 'OR', queries: [asWritten, inParts] };
}

/**
 * The ids of the sections that have all words of a query, the best first. Where none has all of them, the longest are
 * tried, as names of functions in a pasted line of a log are.
 * In: what the reader typed; the language whose sections come first.
 */
export function findSections(index: SectionIndex, query: string, language: string): number[] {
  const words = wordsOfQuery(query);
  const longest = [...words].sort((a, b) => b.whole.length - a.whole.length);
  for (const attempt of [words, longest.slice(0, 3), longest.slice(0, 1)]) {
    const found = attempt.length === 0 ? [] : sectionsWith(index, attempt, language);
    if (found.length > 0) return found.map(({ id }) => Number(id));
  }
  return [];
}

const sectionsWith = (index: SectionIndex, words: readonly SearchWord[], language: string): SearchResult[] =>
  index.search(
    { combineWith: 'AND', queries: words.map(queryFor) },
    {
      tokenize: asItIs,
      prefix: isBeginning,
      boost: { heading: 3, title: 2, names: 2 },
      boostDocument: (_id, _word, stored) =>
        Number(stored?.weight ?? 1) * (stored?.language === language ? OWN_LANGUAGE : 1),
    },
  );
