import type { Problem } from '../knowledge/problem.ts';

/** The words of a signature that its example does not show; the same report must hold them too. */
export const wordsElsewhere = ({ lines, example }: Problem['signatures'][number]): string[] =>
  lines.filter((words) => !example.includes(words)).map((words) => words.trim());
