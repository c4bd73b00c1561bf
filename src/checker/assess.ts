/**
 * The verdict: one system held against one problem. Every status rests on reasons, every reason names the rule that it
 * met and the pasted text it was read from. Order of the questions: is the code on this platform and kernel at all, is
 * it in the running module, does something keep the path closed; then what the kernel makes of it.
 */
import type { Grade, Outcome } from '../knowledge/problem.ts';
import { answerCondition } from './conditions.ts';
import { readDefect } from './defect-state.ts';
import { expectOutcome, kernelReasons } from './kernel-outcome.ts';
import type { CheckerDefect, CheckerKnowledge, CheckerProblem, OutcomeRule } from './knowledge-types.ts';
import { commandsFor } from './measure-commands.ts';
import { type NextStep, PASTE_MODULE_VERSION, type Reason, reason, step, uniqueSteps } from './reasons.ts';
import type { SignatureFact, System } from './system.ts';
import { byUrgency } from './urgency.ts';

export type { NextStep, Reason, ReasonCode } from './reasons.ts';

export const STATUSES = ['affected', 'dormant', 'unknown', 'fixed', 'not-affected'] as const;
export type Status = (typeof STATUSES)[number];

export interface Assessment {
  readonly problem: string;
  readonly status: Status;
  /** What will happen on this kernel; null where the system is not affected or it cannot be told. */
  readonly outcome: Exclude<Outcome, 'unknown'> | null;
  readonly outcomeRule: OutcomeRule | null;
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
}

/** What one defect makes of the system, before the remarks that every verdict carries. */
interface Finding {
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
  readonly rule: OutcomeRule | null;
}

/** Of two defects of one problem the worse one decides; what cannot be told is worse than what is kept closed. */
export const WORST_FIRST: readonly Status[] = ['affected', 'unknown', 'dormant', 'fixed', 'not-affected'];

/** Things said about the version that change no status. */
function versionRemarks({ zfs: { module, userland } }: System): Reason[] {
  if (module === null) return [];
  const differs = userland !== null && userland.version.text !== module.version.text;
  const { packaging } = module.version;
  return [
    ...(differs
      ? [
          reason(
            'userland-differs',
            { userland: userland.version.text, module: module.version.text },
            userland.evidence,
            module.evidence,
          ),
        ]
      : []),
    // A bare number is what OpenZFS's own META file prints; anything else was added by a packager.
    ...(packaging !== null && !/^\d+$/.test(packaging)
      ? [reason('packaged', { packaging }, module.evidence)]
      : []),
  ];
}

/** A database that is set to open its files with O_DIRECT reaches the path without anyone's asking for it. */
const databaseReasons = ({ databases }: System): Reason[] =>
  databases
    .filter(({ usesDirectIo }) => usesDirectIo)
    .map(({ name, value, evidence }) =>
      reason('database-uses-direct-io', { setting: `${name}=${value}` }, evidence),
    );

const signatureReason = ({ id, strength, evidence }: SignatureFact): Reason =>
  reason(strength === 'specific' ? 'signature-specific' : 'signature-weak', { signature: id }, ...evidence);

/** Matches of this problem; a weak one is left out where a specific one already holds its lines. */
function signatureReasons(system: System, problem: CheckerProblem): Reason[] {
  const own = system.signatures.filter((match) => match.problem === problem.id);
  const specificStarts = new Set(
    own
      .filter(({ strength }) => strength === 'specific')
      .flatMap(({ evidence }) => evidence.map(({ start }) => start)),
  );
  return own
    .filter(
      ({ strength, evidence }) =>
        strength === 'specific' || !evidence.some(({ start }) => specificStarts.has(start)),
    )
    .map(signatureReason);
}

/** The measures of one kind that can be taken on this system. */
const measures = (
  problem: CheckerProblem,
  when: 'immediate' | 'lasting',
  system: System,
  knowledge: CheckerKnowledge,
): NextStep[] =>
  problem.measures
    .filter((measure) => measure.when === when)
    .flatMap(({ id, commands }) => {
      const command = commandsFor(commands, system, knowledge);
      return command === undefined ? [] : [step('measure', command, id)];
    });

const needsDirectIo = ({ conditions }: CheckerDefect): boolean =>
  conditions.some(({ fact }) => fact === 'direct-io');

/** What one of the problem's defects makes of the system. */
function assessDefect(
  system: System,
  problem: CheckerProblem,
  defect: CheckerDefect,
  seenInLog: boolean,
  knowledge: CheckerKnowledge,
): Finding {
  const answers = defect.conditions.map((condition) => answerCondition(condition, system, knowledge));
  const elsewhere = answers.find(({ met, otherwise }) => met === false && otherwise === 'not-affected');
  if (elsewhere !== undefined) {
    return { status: 'not-affected', reasons: elsewhere.reasons, next: [], rule: null };
  }
  const { state, reasons, next } = readDefect(system, problem, defect, knowledge);
  // Whoever pastes this log may be losing data now, whichever version the evidence names.
  const urgent = seenInLog ? measures(problem, 'immediate', system, knowledge) : [];
  if (state === null) return { status: 'unknown', reasons, next: [...urgent, ...next], rule: null };
  if (state !== 'present') {
    if (!seenInLog) {
      return { status: state === 'before' ? 'not-affected' : 'fixed', reasons, next: [], rule: null };
    }
    const version = system.zfs.module?.version.text ?? '';
    return {
      status: 'unknown',
      reasons: [...reasons, reason('log-against-version', { version })],
      next: [...urgent, PASTE_MODULE_VERSION],
      rule: null,
    };
  }
  const gate = [...reasons, ...answers.flatMap((answer) => answer.reasons)];
  const closed = answers.filter(({ met }) => met === false);
  if (closed.length > 0) {
    const directIoOff = needsDirectIo(defect) && system.effective.directIo.value === false;
    return {
      status: 'dormant',
      reasons: gate,
      next: [
        ...closed.flatMap((answer) => answer.next),
        ...(directIoOff ? [step('keep-closed')] : []),
        step('upgrade'),
      ],
      rule: null,
    };
  }
  const open = answers.filter(({ met }) => met === null);
  // "affected" would be a guess; but a log that only this problem prints answers what nobody pasted.
  if (open.some(({ reasons: [first] }) => first !== undefined) && !seenInLog) {
    return { status: 'unknown', reasons: gate, next: open.flatMap((answer) => answer.next), rule: null };
  }
  const kernel = kernelReasons(system, problem);
  return {
    status: 'affected',
    reasons: [...gate, ...(needsDirectIo(defect) ? databaseReasons(system) : []), ...kernel.reasons],
    next: [
      ...measures(problem, 'immediate', system, knowledge),
      ...kernel.next,
      ...measures(problem, 'lasting', system, knowledge),
    ],
    rule: expectOutcome(problem, system, knowledge),
  };
}

/**
 * Judges one system by one problem.
 * @param system the facts, from `readSystem`
 * @param problem windows, conditions and outcomes, from the problem's YAML file
 * @param knowledge history, defaults, distributions
 */
export function assess(system: System, problem: CheckerProblem, knowledge: CheckerKnowledge): Assessment {
  const signatures = signatureReasons(system, problem);
  const seenInLog = signatures.some(({ code }) => code === 'signature-specific');
  const findings = problem.defects.flatMap((defect, index): Finding[] => {
    const finding = assessDefect(system, problem, defect, seenInLog, knowledge);
    if (defect.optIn && finding.status === 'dormant') return [];
    const later = index > 0 && (finding.status === 'affected' || finding.status === 'dormant');
    return [later ? { ...finding, reasons: [reason('has-follow-up'), ...finding.reasons] } : finding];
  });
  const [worst] = findings.sort((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status));
  if (worst === undefined) throw new Error(`the problem ${problem.id} has no defect`);
  const { status, reasons, next, rule } = worst;
  return {
    problem: problem.id,
    status,
    outcome: rule === null || rule.outcome === 'unknown' ? null : rule.outcome,
    outcomeRule: rule,
    grade: rule?.grade ?? 'upstream',
    reasons: [...reasons, ...versionRemarks(system), ...signatures],
    next: uniqueSteps(next),
  };
}

/** Judges one system by every problem, most urgent first. */
export function assessAll(system: System, knowledge: CheckerKnowledge): Assessment[] {
  return byUrgency(
    knowledge.problems.map((problem) => assess(system, problem, knowledge)),
    knowledge,
  );
}
