/** Reduces everything that `content/` knows to what the checker needs. */
import type {
  CheckerCondition,
  CheckerDefect,
  CheckerKnowledge,
  CheckerProblem,
} from '../checker/knowledge-types.ts';
import type { LineWindow } from './history.ts';
import type { Knowledge } from './load.ts';
import { type Condition, type Defect, defectsOf, isOptIn, type Problem } from './problem.ts';

/** Neighbouring windows of one line become one: the checker takes defaults from the releases. */
function mergeWindows(windows: Problem['windows']): readonly LineWindow[] {
  const merged: { line: string; from: string; until: string | null }[] = [];
  for (const { line, from, until } of windows) {
    const last = merged.at(-1);
    if (last?.line === line && last.until === from) last.until = until;
    else merged.push({ line, from, until });
  }
  return merged;
}

function reduceCondition(condition: Condition, language: 'en' | 'zh'): CheckerCondition {
  switch (condition.fact) {
    case 'kernel':
      return { ...condition, why: condition.why[language] };
    case 'usage':
      return { ...condition, when: condition.when[language] };
    default:
      return condition;
  }
}

const reduceDefect = (defect: Defect, problem: Problem, language: 'en' | 'zh'): CheckerDefect => ({
  windows: mergeWindows(defect.windows),
  startAssumed: defect.assumedFrom.length > 0,
  optIn: isOptIn(defect, problem),
  conditions: defect.conditions.map((condition) => reduceCondition(condition, language)),
});

function reduceProblem(problem: Problem, language: 'en' | 'zh'): CheckerProblem {
  return {
    id: problem.id,
    title: problem.title[language],
    kind: problem.kind,
    extent: problem.extent,
    defects: defectsOf(problem).map((defect) => reduceDefect(defect, problem, language)),
    unsettled: problem.unsettled.map((stretch) => ({ ...stretch, why: stretch.why[language] })),
    outcomes: problem.outcomes.map(({ id, when, outcome, grade, expect }) => ({
      id,
      when,
      outcome,
      grade,
      expect: expect[language],
    })),
    signatures: problem.signatures.map(({ id, strength, lines }) => ({
      problem: problem.id,
      id,
      strength,
      lines,
    })),
    measures: problem.measures.map(({ id, when, title, commands }) => ({
      id,
      when,
      title: title[language],
      commands,
    })),
    fixedIn: problem.fixedIn[language],
  };
}

/**
 * The checker's knowledge as plain data, ready for JSON.
 * @param knowledge everything that `loadKnowledge` read and checked
 * @param language of the texts
 */
export function checkerKnowledge(knowledge: Knowledge, language: 'en' | 'zh'): CheckerKnowledge {
  const { releases, distributions, problems } = knowledge;
  return {
    releases: {
      tags: releases.tags.map(({ place, lastCommits }) => ({ place, lastCommits })),
      developmentLines: releases.developmentLines,
      newestOnMaster: releases.openzfs.place,
    },
    branchPoints: releases.branchPoints,
    zfsDioEnabledDefaults: releases.zfsDioEnabledDefaults.map(({ line, from, linux, freebsd }) => ({
      line,
      from,
      linux,
      freebsd,
    })),
    parameterDefaults: Object.fromEntries(
      releases.parameterDefaults.map(({ name, changes }) => [
        name,
        changes.map(({ line, from, value }) => ({ line, from, value })),
      ]),
    ),
    distributions: distributions.distributions.map(
      ({ id, initOnAllocDefaultOn, initOnFreeDefaultOn, pagePoisoning, debugVm, vendorBackports }) => ({
        id,
        initOnAllocDefaultOn,
        initOnFreeDefaultOn,
        pagePoisoning,
        debugVm,
        vendorBackports,
      }),
    ),
    problems: problems.map((problem) => reduceProblem(problem, language)),
  };
}
