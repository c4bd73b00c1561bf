/** In which order verdicts are shown, and which of them a reader must see at once. */
import type { Assessment } from './assess.ts';
import type { CheckerKnowledge, CheckerProblem, OutcomeRule } from './knowledge-types.ts';

/**
 * Where a verdict stands in the list: what the log shows, what affects the system, what a line of the log may hint at,
 * what is kept closed, what more evidence settles, what depends on how the machine is used, what nobody has
 * established, and what does not concern it.
 */
export const STANDINGS = [
  'seen-in-log',
  'affected',
  'hinted-in-log',
  'dormant',
  'open-question',
  'depends-on-use',
  'not-established',
  'clear',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Whether a standing says that the problem is met here now. */
export const isAlarming = (standing: Standing): boolean =>
  standing === 'seen-in-log' || standing === 'affected';

const NOBODY_KNOWS = new Set([
  'extent-not-established',
  'beyond-known-history',
  'version-unsettled',
  'start-not-established',
  'kernel-may-carry-it',
]);

/** Where one verdict stands. */
export function standingOf({ status, reasons }: Pick<Assessment, 'status' | 'reasons'>): Standing {
  const codes = new Set<string>(reasons.map(({ code }) => code));
  if (status === 'dormant') return 'dormant';
  if (status !== 'affected' && status !== 'unknown') return 'clear';
  if (codes.has('signature-specific')) return 'seen-in-log';
  if (status === 'affected') return 'affected';
  if (codes.has('signature-weak')) return 'hinted-in-log';
  if ([...codes].some((code) => NOBODY_KNOWS.has(code))) return 'not-established';
  return codes.has('usage-decides') ? 'depends-on-use' : 'open-question';
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

/** Most harmful first, as in `src/knowledge/problem.ts`; what is not established comes last. */
const OUTCOMES: readonly OutcomeRule['outcome'][] = [
  'silent-corruption',
  'contained',
  'crash',
  'hang',
  'wrong-data',
  'io-errors',
  'failed-requests',
  'false-alarms',
  'slow',
  'warning',
  'unknown',
];

/** The worst that a problem can do, on whichever kernel. */
const worstOutcome = ({ outcomes }: CheckerProblem): number =>
  Math.min(OUTCOMES.length, ...outcomes.map(({ outcome }) => OUTCOMES.indexOf(outcome)));

/** A line that only hints at a problem still puts it before those at which nothing hints. */
const isHinted = ({ reasons }: Assessment): boolean =>
  reasons.some(({ code }) => code === 'signature-weak' || code === 'signature-specific');

/**
 * The verdicts, most urgent first: by standing, then what the log shows, then by the kind of harm and the worst of it, then the newest number.
 * @param assessments of any order; not changed
 */
export function byUrgency(assessments: readonly Assessment[], { problems }: CheckerKnowledge): Assessment[] {
  const kinds = new Map(problems.map(({ id, kind }) => [id, KINDS.indexOf(kind)]));
  const outcomes = new Map(problems.map((problem) => [problem.id, worstOutcome(problem)]));
  const rank = (assessment: Assessment): readonly number[] => [
    STANDINGS.indexOf(standingOf(assessment)),
    isHinted(assessment) ? 0 : 1,
    kinds.get(assessment.problem) ?? KINDS.length,
    outcomes.get(assessment.problem) ?? OUTCOMES.length,
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
