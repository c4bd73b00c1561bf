import type { Parameter } from '../knowledge/parameters.ts';
import { type Condition, defectsOf, type Problem } from '../knowledge/problem.ts';

const names = (condition: Condition, { name }: Parameter): boolean => {
  switch (condition.fact) {
    case 'direct-io':
      return name === 'zfs_dio_enabled' || name === 'direct';
    case 'module-parameter':
    case 'kernel-parameter':
      return condition.name === name;
    default:
      return false;
  }
};

/** The problems whose conditions ask for a parameter, and those that its file lists. */
export const problemsTouchedBy = <Known extends Problem>(
  parameter: Parameter,
  problems: readonly Known[],
): Known[] =>
  problems.filter(
    (problem) =>
      parameter.problems.includes(problem.id) ||
      defectsOf(problem).some(({ conditions }) =>
        conditions.some((condition) => names(condition, parameter)),
      ),
  );
