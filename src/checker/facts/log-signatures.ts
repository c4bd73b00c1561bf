import type { Span } from '../types.ts';
import { cleanPastedText, type Line, linesOf, sourceSpan } from './pasted-text.ts';

/** What a problem looks like in a kernel log. */
export interface LogSignature {
  /** The problem's number. */
  readonly problem: string;
  readonly id: string;
  /** `weak`: common without ZFS too; supports a verdict and never makes one. */
  readonly strength: 'specific' | 'weak';
  /** Plain, case-sensitive pieces of text that occur in this order within one report. */
  readonly lines: readonly string[];
}

export interface SignatureMatch {
  readonly problem: string;
  readonly id: string;
  readonly strength: LogSignature['strength'];
  /** The matching lines, whole and trimmed, in the order of the text; a line that fits twice appears once. */
  readonly spans: readonly Span[];
}

/** One report of the kernel is not longer than this many lines. */
const WINDOW = 60;

/**
 * Lines with which Linux opens and closes a report (`CUT_HERE` in kernel/panic.c, `print_oops_end_marker`), and what
 * `collect.sh` prints between lines that do not follow each other in the log.
 */
const REPORT_BORDERS = ['------------[ cut here ]------------', '---[ end trace ', '(lines left out)'];

/** The beginning of a signature found so far: the indices of the lines, and where in the last line it ended. */
interface Chain {
  readonly lines: readonly number[];
  readonly end: number;
}

/** Continues a chain with a piece in line `index`; in the line where the chain ended only behind its end. */
function extend(chain: Chain | undefined, piece: string, text: string, index: number): Chain | null {
  if (chain === undefined) return null;
  const from = chain.lines.at(-1) === index ? chain.end : 0;
  const position = text.indexOf(piece, from);
  return position < 0 ? null : { lines: [...chain.lines, index], end: position + piece.length };
}

/** Of two beginnings of the same length the one that began later leaves more room. */
function isBetter(chain: Chain, known: Chain | undefined): boolean {
  return known === undefined || (chain.lines[0] ?? 0) > (known.lines[0] ?? 0);
}

/** The line indices of the first occurrence of `pieces`, in order, within one report; null if there is none. */
function findOccurrence(lines: readonly Line[], pieces: readonly string[]): readonly number[] | null {
  if (pieces.length === 0) return null;
  const start: Chain = { lines: [], end: 0 };
  let chains: (Chain | undefined)[] = [start];
  for (const [index, { text }] of lines.entries()) {
    if (REPORT_BORDERS.some((border) => text.includes(border))) chains = [start];
    for (const [length, piece] of pieces.entries()) {
      const known = chains[length];
      if (known !== undefined && index - (known.lines[0] ?? index) >= WINDOW) {
        chains[length] = undefined;
        continue;
      }
      const longer = extend(known, piece, text, index);
      if (longer !== null && isBetter(longer, chains[length + 1])) chains[length + 1] = longer;
    }
    const complete = chains[pieces.length];
    if (complete !== undefined) return complete.lines;
  }
  return null;
}

/**
 * Looks for the signatures of problems in a log. A signature matches if all its pieces occur in their order within
 * one report: at most 60 lines, and not across the marks with which Linux opens and closes a report.
 * @param text any text; the work is linear in its length times the number of pieces
 * @param signatures from the problems' data
 * @returns at most one match for each signature, the first one, in the order of `signatures`
 */
export function matchSignatures(text: string, signatures: readonly LogSignature[]): SignatureMatch[] {
  const pasted = cleanPastedText(text);
  const lines = linesOf(pasted);
  return signatures.flatMap(({ problem, id, strength, lines: pieces }) => {
    const occurrence = findOccurrence(lines, pieces);
    if (occurrence === null) return [];
    const spans = [...new Set(occurrence)].flatMap((index) => {
      const line = lines[index];
      return line === undefined || line.text === ''
        ? []
        : [sourceSpan(pasted, line.start, line.start + line.text.length)];
    });
    return [{ problem, id, strength, spans }];
  });
}
