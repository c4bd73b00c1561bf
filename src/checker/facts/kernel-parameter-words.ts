/**
 * Tells kernel parameters from prose. The rule, in full:
 *
 * - A text is split into words at white space outside double quotes.
 * - A word is a *parameter* if it is `NAME=VALUE` with a name of letters, digits, `_`, `-` and `.` and no sentence
 *   punctuation at its end; a flag (`ro`, `quiet`); a bare name with `_` or an inner `.`; `--` or `---`; or a shell
 *   variable. It is *recognised* if its name is in `kernel-parameter-names.ts`.
 * - A text *consists of kernel parameters* if at most one word in five is something else, two words are recognised and
 *   one of these has a value. Two flags alone (`debug quiet`) do not, nor does `root=` alone.
 * - A text without any other word also counts if `init_on_alloc`, `init_on_free`, `page_poison` or `check_pages` is
 *   set in it: that may be a single word, so it must stand by itself (a line, a string in a script).
 */

import { FLAGS, PARAMETER_PREFIXES, PARAMETERS_WITH_VALUE, SOUGHT } from './kernel-parameter-names.ts';
import { canonicalParameterName } from './linux-parameter-name.ts';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type WordKind = 'sought' | 'recognised-value' | 'recognised-flag' | 'parameter' | 'other';

const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
const INNER_PUNCTUATION = /_|[a-z]\.[a-z_]/;
const SENTENCE_END = new Set([...',.;:?!)`*|']);
const SPACES = new Set([' ', '\t', '\n', '\v', '\f', '\r']);

/** The words of a text: white space inside double quotes does not separate, as for the kernel. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  let quoted = false;
  for (let position = 0; position <= text.length; position += 1) {
    const character = text.charAt(position);
    const separates = position === text.length || (!quoted && SPACES.has(character));
    if (separates && start !== -1) {
      words.push({ start, end: position, text: text.slice(start, position) });
      start = -1;
    } else if (!separates && start === -1) {
      start = position;
    }
    quoted = character === '"' ? !quoted : quoted;
  }
  return words;
}

function isKnownName(name: string): boolean {
  const canonical = canonicalParameterName(name);
  return (
    PARAMETERS_WITH_VALUE.has(canonical) ||
    (canonical.includes('.') && PARAMETER_PREFIXES.has(canonical.slice(0, canonical.indexOf('.'))))
  );
}

function kindOf({ text }: Word): WordKind {
  if (text === '--' || text === '---' || text.startsWith('$')) return 'parameter';
  if (SENTENCE_END.has(text.charAt(text.length - 1))) return 'other';
  const bare = text.startsWith('"') ? text.slice(1) : text;
  const equals = bare.indexOf('=', 1);
  const name = equals === -1 ? bare : bare.slice(0, equals);
  if (!NAME.test(name)) return 'other';
  if (equals !== -1) {
    if (SOUGHT.has(canonicalParameterName(name))) return 'sought';
    return isKnownName(name) ? 'recognised-value' : 'parameter';
  }
  if (FLAGS.has(name)) return 'recognised-flag';
  return INNER_PUNCTUATION.test(name) ? 'parameter' : 'other';
}

interface Census {
  readonly words: number;
  readonly others: number;
  readonly recognised: number;
  readonly recognisedWithValue: number;
  readonly sought: number;
}

function census(words: readonly Word[]): Census {
  const kinds = words.map(kindOf);
  const count = (...wanted: readonly WordKind[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  return {
    words: kinds.length,
    others: count('other'),
    recognised: count('sought', 'recognised-value', 'recognised-flag'),
    recognisedWithValue: count('sought', 'recognised-value'),
    sought: count('sought'),
  };
}

/** `several`: consists of kernel parameters; `sought`: only by the second rule; null: not. */
export function judgeParameters(text: string): 'several' | 'sought' | null {
  if (!text.includes('=')) return null;
  const { words, others, recognised, recognisedWithValue, sought } = census(splitWords(text));
  if (others * 5 > words) return null;
  if (recognised >= 2 && recognisedWithValue >= 1) return 'several';
  return sought >= 1 && others === 0 ? 'sought' : null;
}

/** Whether a text may be the next line of a wrapped command line: nothing but parameters, one of them recognised. */
export function continuesParameters(text: string): boolean {
  const { others, recognised } = census(splitWords(text));
  return others === 0 && recognised >= 1;
}

/** Whether a text of which it is known that it is a command line has at least something to show for it. */
export function holdsParameters(text: string): boolean {
  const { words, others, recognised } = census(splitWords(text));
  return recognised >= 1 && others * 2 <= words;
}

/** Whether the first word of a text is a parameter by itself; `options zfs …` of modprobe.d starts with a bare name. */
export function startsWithParameter(text: string): boolean {
  const first = splitWords(text)[0];
  return first !== undefined && kindOf(first) !== 'other';
}

/** How many parameters in a row make a command line of the middle of a sentence or of a shell command. */
const SHORTEST_RUN = 4;
const RECOGNISED_IN_RUN = 3;

/** The first run of at least four parameters, three of them recognised; null if there is none. */
export function findParameterRun(text: string): { readonly start: number; readonly end: number } | null {
  let run: Word[] = [];
  const isLongEnough = () => run.length >= SHORTEST_RUN && census(run).recognised >= RECOGNISED_IN_RUN;
  for (const word of splitWords(text)) {
    if (kindOf(word) !== 'other') {
      run.push(word);
    } else if (isLongEnough()) {
      break;
    } else {
      run = [];
    }
  }
  const first = run[0];
  const last = run.at(-1);
  return first !== undefined && last !== undefined && isLongEnough()
    ? { start: first.start, end: last.end }
    : null;
}
