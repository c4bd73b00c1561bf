/** The whole way from a paste to verdicts: what the page, its worker and the terminal call. */
import { type Assessment, assessAll } from './assess.ts';
import { type Corrections, NO_CORRECTIONS } from './corrections.ts';
import type { InputFault, Paste } from './input.ts';
import type { CheckerKnowledge } from './knowledge-types.ts';
import { readSystem, type System } from './system.ts';
import type { BoxName } from './types.ts';
import { type Upgrade, upgradesOf } from './upgrades.ts';

/** Plain data: it can be sent from a worker to its page. */
export interface Judgement {
  readonly system: System;
  /** Most urgent first. */
  readonly assessments: readonly Assessment[];
  /** What newer releases would change; empty where nothing affects the machine. */
  readonly upgrades: readonly Upgrade[];
}

export interface Unusable {
  readonly fault: InputFault;
  readonly box: BoxName;
}

/**
 * Reads a paste and judges it by every problem.
 * @param paste up to three boxes of text
 * @param corrections facts entered by hand; they win over what was read
 * @returns the judgement, or the fault that makes the paste unusable
 */
export function judge(
  paste: Paste,
  knowledge: CheckerKnowledge,
  corrections: Corrections = NO_CORRECTIONS,
): Judgement | Unusable {
  const read = readSystem(paste, knowledge, corrections);
  if ('fault' in read) return read;
  const { system } = read;
  const assessments = assessAll(system, knowledge);
  return { system, assessments, upgrades: upgradesOf(system, assessments, knowledge) };
}
