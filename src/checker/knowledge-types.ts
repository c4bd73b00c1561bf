/** What the checker knows: the part of `content/` that judging needs, reduced so that a browser can carry it. */
import type { DefaultChange, History, LineWindow } from '../knowledge/history.ts';
import type { Bilingual, Grade, Outcome, Problem } from '../knowledge/problem.ts';
import type { LogSignature } from './facts/log-signatures.ts';
import type { ReleaseTable } from './version-place.ts';

export interface CheckerDistribution {
  readonly id: string;
  readonly name: Bilingual;
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
  readonly expect: Bilingual;
}

export interface CheckerMeasure {
  readonly id: string;
  readonly when: 'immediate' | 'lasting';
  readonly title: Bilingual;
  readonly commands: readonly string[];
}

export interface CheckerProblem {
  readonly id: string;
  readonly title: Bilingual;
  readonly windows: readonly LineWindow[];
  readonly conditions: Problem['conditions'];
  readonly outcomes: readonly OutcomeRule[];
  readonly signatures: readonly (LogSignature & { readonly meaning: Bilingual })[];
  readonly measures: readonly CheckerMeasure[];
  readonly fixedIn: Bilingual;
}

export interface CheckerKnowledge extends History {
  readonly releases: ReleaseTable;
  readonly zfsDioEnabledDefaults: readonly DefaultChange[];
  readonly distributions: readonly CheckerDistribution[];
  readonly problems: readonly CheckerProblem[];
}
