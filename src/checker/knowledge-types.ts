/**
 * What the checker knows: the part of `content/` that judging needs, with its texts in one language, reduced so that a
 * browser can carry it.
 */
import type { DefaultChange, History, LineWindow, ParameterChange } from '../knowledge/history.ts';
import type { Condition, Grade, Outcome, Problem } from '../knowledge/problem.ts';
import type { LogSignature } from './facts/log-signatures.ts';
import type { ReleaseTable } from './version-place.ts';

export interface CheckerDistribution {
  readonly id: string;
  /** Build options of the stock kernel; null: not established. */
  readonly initOnAllocDefaultOn: boolean | null;
  readonly initOnFreeDefaultOn: boolean | null;
  readonly pagePoisoning: boolean | null;
  readonly debugVm: boolean | null;
  readonly vendorBackports: boolean;
}

export interface OutcomeRule {
  readonly id: string;
  readonly when: Problem['outcomes'][number]['when'];
  readonly outcome: Outcome;
  readonly grade: Grade;
  readonly expect: string;
}

export interface CheckerMeasure {
  readonly id: string;
  readonly when: 'immediate' | 'lasting';
  readonly title: string;
  readonly commands: readonly string[];
}

/** A condition whose texts are in one language. */
export type CheckerCondition = {
  [Fact in Condition['fact']]: OneLanguage<Extract<Condition, { fact: Fact }>>;
}[Condition['fact']];

type OneLanguage<Data> = {
  readonly [Key in keyof Data]: Data[Key] extends { en: string; zh: string } ? string : Data[Key];
};

/** The history and the conditions of one defect. */
export interface CheckerDefect {
  readonly windows: readonly LineWindow[];
  /** Nobody has established where the defect begins: what is older than the windows may have it too. */
  readonly startAssumed: boolean;
  /** Only a setting that is off by default opens it: while that is off, it does not count. */
  readonly optIn: boolean;
  readonly conditions: readonly CheckerCondition[];
}

/** A stretch of versions of which nobody has established whether they have the defect. */
export interface UnsettledStretch {
  readonly line: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly why: string;
}

export interface CheckerProblem {
  readonly id: string;
  readonly title: string;
  readonly kind: Problem['kind'];
  readonly extent: Problem['extent'];
  /** The problem's own defect, and the one that its repair left behind or brought in. */
  readonly defects: readonly CheckerDefect[];
  readonly unsettled: readonly UnsettledStretch[];
  readonly outcomes: readonly OutcomeRule[];
  readonly signatures: readonly LogSignature[];
  readonly measures: readonly CheckerMeasure[];
  /** Which versions to run, in words. */
  readonly fixedIn: string;
}

export interface CheckerKnowledge extends History {
  readonly releases: ReleaseTable;
  readonly zfsDioEnabledDefaults: readonly DefaultChange[];
  /** Changes of the defaults of the other module parameters, by name. */
  readonly parameterDefaults: Readonly<Record<string, readonly ParameterChange[]>>;
  readonly distributions: readonly CheckerDistribution[];
  readonly problems: readonly CheckerProblem[];
}
