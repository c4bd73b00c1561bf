import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import { UsageError } from './arguments.ts';

/**
 * The knowledge with some of its problems only.
 * @param problems ids; empty: all of them
 * @throws UsageError with a sentence if an id is not known
 */
export function selectProblems(knowledge: CheckerKnowledge, problems: readonly string[]): CheckerKnowledge {
  const known = knowledge.problems.map(({ id }) => id);
  const stranger = problems.find((id) => !known.includes(id));
  if (stranger !== undefined) {
    throw new UsageError(`--problem takes one of ${known.join(', ')}; there is no problem "${stranger}"`);
  }
  if (problems.length === 0) return knowledge;
  return { ...knowledge, problems: knowledge.problems.filter(({ id }) => problems.includes(id)) };
}
