/** The checker's codes in the reader's language. */
import type { NextStep } from '../checker/assess.ts';
import type { CheckerKnowledge } from '../checker/knowledge-types.ts';
import type { Wording } from '../checker/report.ts';
import { describeReason, type VerdictTexts } from './verdict-texts.ts';

/** One next step as a sentence; a measure has its title in the problem's file. */
function describeStep(
  step: NextStep,
  problemId: string,
  texts: VerdictTexts,
  knowledge: CheckerKnowledge,
): string {
  if (step.code !== 'measure') return texts.next[step.code];
  const problem = knowledge.problems.find(({ id }) => id === problemId);
  return problem?.measures.find(({ id }) => id === step.measure)?.title ?? '';
}

/** The wording of a report; texts and knowledge must be of the same language. */
export function wordingFor(texts: VerdictTexts, knowledge: CheckerKnowledge): Wording {
  return {
    reason: (reason) => describeReason(reason, texts),
    next: (step, problem) => describeStep(step, problem, texts, knowledge),
  };
}
