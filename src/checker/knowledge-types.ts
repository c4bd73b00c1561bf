/**
 * What the checker knows: the part of `content/` that judging needs, with its texts in one language, reduced so that a
 * browser can carry it.
 */
import type { DefaultChange, History, LineWindow } from '../knowledge/history.ts';
import type { Grade, Outcome, Problem } from '../knowledge/problem.ts';
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

export interface CheckerProblem {
  readonly id: string;
  readonly title: string;
  readonly windows: readonly LineWindow[];
  readonly conditions: Problem['conditions'];
  readonly outcomes: readonly OutcomeRule[];
  readonly signatures: readonly LogSignature[];
  readonly measures: readonly CheckerMeasure[];
}

export interface CheckerKnowledge extends History {
  readonly releases: ReleaseTable;
  readonly zfsDioEnabledDefaults: readonly DefaultChange[];
  readonly distributions: readonly CheckerDistribution[];
  readonly problems: readonly CheckerProblem[];
}
