/** In which order verdicts are shown, and which of them a reader must see at once. */
import type { Assessment } from './assess.ts';
import type { CheckerKnowledge, CheckerProblem } from './knowledge-types.ts';

/**
 * Where a verdict stands in the list: what affects the system, what its log shows, what is kept closed, what more
 * evidence settles, what depends on how the machine is used, what nobody has established, and what does not concern it.
 */
export const STANDINGS = [
  'affected',
  'seen-in-log',
  'dormant',
  'open-question',
  'depends-on-use',
  'not-established',
  'clear',
] as const;
export type Standing = (typeof STANDINGS)[number];

const NOBODY_KNOWS = new Set([
  'extent-not-established',
  'version-unsettled',
  'start-not-established',
  'kernel-may-carry-it',
]);

/** Where one verdict stands. */
export function standingOf({ status, reasons }: Pick<Assessment, 'status' | 'reasons'>): Standing {
  if (status === 'affected') return 'affected';
  const has = (test: (code: string) => boolean) => reasons.some(({ code }) => test(code));
  if (status === 'unknown') {
    if (has((code) => code === 'signature-specific' || code === 'signature-weak')) return 'seen-in-log';
    if (has((code) => NOBODY_KNOWS.has(code))) return 'not-established';
    return has((code) => code === 'usage-decides') ? 'depends-on-use' : 'open-question';
  }
  return status === 'dormant' ? 'dormant' : 'clear';
}

/** Most harmful first; the same order as in `src/knowledge/problem.ts`, which the browser does not load. */
const KINDS: readonly CheckerProblem['kind'][] = [
  'memory-corruption',
  'data-error',
  'panic',
  'hang',
  'behaviour-change',
  'performance',
];

const wasSeen = ({ reasons }: Assessment): boolean =>
  reasons.some(({ code }) => code === 'signature-specific');

/**
 * The verdicts, most urgent first: by standing, then what the log shows, then by harm, then the newest number.
 * @param assessments of any order; not changed
 */
export function byUrgency(assessments: readonly Assessment[], { problems }: CheckerKnowledge): Assessment[] {
  const kinds = new Map(problems.map(({ id, kind }) => [id, KINDS.indexOf(kind)]));
  const rank = (assessment: Assessment): readonly number[] => [
    STANDINGS.indexOf(standingOf(assessment)),
    wasSeen(assessment) ? 0 : 1,
    kinds.get(assessment.problem) ?? KINDS.length,
    -Number(assessment.problem),
  ];
  return assessments
    .map((assessment) => ({ assessment, rank: rank(assessment) }))
    .sort((a, b) => {
      const at = a.rank.findIndex((value, index) => value !== b.rank[index]);
      return at === -1 ? 0 : (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
    })
    .map(({ assessment }) => assessment);
}
