/** The checker's codes in the reader's language. */
import type { NextStep } from '../checker/assess.ts';
import type { CheckerKnowledge } from '../checker/knowledge-types.ts';
import type { Wording } from '../checker/report.ts';
import { describeReason, type Language, VERDICT_TEXTS } from './verdict.ts';

/** One next step as a sentence; a measure has its title in the problem's file. */
function describeStep(
  step: NextStep,
  problemId: string,
  language: Language,
  knowledge: CheckerKnowledge,
): string {
  if (step.code !== 'measure') return VERDICT_TEXTS[language].next[step.code];
  const problem = knowledge.problems.find(({ id }) => id === problemId);
  return problem?.measures.find(({ id }) => id === step.measure)?.title[language] ?? '';
}

/** The wording of a report in one language. */
export function wordingFor(language: Language, knowledge: CheckerKnowledge): Wording {
  return {
    reason: (reason) => describeReason(reason, language),
    next: (step, problem) => describeStep(step, problem, language, knowledge),
  };
}
