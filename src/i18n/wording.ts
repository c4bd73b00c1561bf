/** The checker's codes in the reader's language. */
import type { NextStep } from '../checker/assess.ts';
import type { CheckerKnowledge, CheckerProblem } from '../checker/knowledge-types.ts';
import type { Wording } from '../checker/report.ts';
import { describeReason, type VerdictTexts } from './verdict-texts.ts';

/** What the machine must be used for, of the condition that a step asks about. */
function usageClause({ measure: id }: NextStep, { defects }: CheckerProblem): string {
  for (const condition of defects.flatMap(({ conditions }) => conditions)) {
    if (condition.fact === 'usage' && condition.id === id) return condition.when;
  }
  return '';
}

/** One next step as a sentence; a measure has its title in the problem's file. */
function describeStep(
  step: NextStep,
  problemId: string,
  texts: VerdictTexts,
  knowledge: CheckerKnowledge,
): string {
  const sentence = texts.next[step.code];
  const problem = knowledge.problems.find(({ id }) => id === problemId);
  if (problem === undefined) return sentence;
  switch (step.code) {
    case 'measure':
      return problem.measures.find(({ id }) => id === step.measure)?.title ?? '';
    case 'look-for-usage':
      return sentence.replace('{when}', usageClause(step, problem));
    case 'upgrade':
      return sentence.replace('{fixedIn}', problem.fixedIn);
    default:
      return sentence;
  }
}

/** The wording of a report; texts and knowledge must be of the same language. */
export function wordingFor(texts: VerdictTexts, knowledge: CheckerKnowledge): Wording {
  return {
    reason: (reason) => describeReason(reason, texts),
    next: (step, problem) => describeStep(step, problem, texts, knowledge),
  };
}
