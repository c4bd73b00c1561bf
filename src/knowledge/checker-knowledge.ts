/** Reduces everything that `content/` knows to what the checker needs. */
import type { CheckerKnowledge, CheckerProblem } from '../checker/knowledge-types.ts';
import type { Knowledge } from './load.ts';
import type { Problem } from './problem.ts';

/** Neighbouring windows of one line become one: the checker takes defaults from the releases. */
function mergeWindows(windows: Problem['windows']): CheckerProblem['windows'] {
  const merged: { line: string; from: string; until: string | null }[] = [];
  for (const { line, from, until } of windows) {
    const last = merged.at(-1);
    if (last?.line === line && last.until === from) last.until = until;
    else merged.push({ line, from, until });
  }
  return merged;
}

function reduceProblem(problem: Problem): CheckerProblem {
  return {
    id: problem.id,
    title: problem.title,
    windows: mergeWindows(problem.windows),
    conditions: problem.conditions,
    outcomes: problem.outcomes.map(({ id, when, outcome, grade, expect }) => ({
      id,
      when,
      outcome,
      grade,
      expect,
    })),
    signatures: problem.signatures.map(({ id, strength, lines, meaning }) => ({
      problem: problem.id,
      id,
      strength,
      lines,
      meaning,
    })),
    measures: problem.measures.map(({ id, when, title, commands }) => ({ id, when, title, commands })),
    fixedIn: problem.fixedIn,
  };
}

/**
 * The checker's knowledge as plain data, ready for JSON.
 * @param knowledge everything that `loadKnowledge` read and checked
 */
export function checkerKnowledge(knowledge: Knowledge): CheckerKnowledge {
  const { releases, distributions, problems } = knowledge;
  return {
    releases: { tags: releases.tags, developmentLines: releases.developmentLines },
    branchPoints: releases.branchPoints,
    zfsDioEnabledDefaults: releases.zfsDioEnabledDefaults.map(({ line, from, linux, freebsd }) => ({
      line,
      from,
      linux,
      freebsd,
    })),
    distributions: distributions.distributions.map(
      ({ id, name, initOnAllocDefaultOn, initOnFreeDefaultOn, pagePoisoning, debugVm, vendorBackports }) => ({
        id,
        name,
        initOnAllocDefaultOn,
        initOnFreeDefaultOn,
        pagePoisoning,
        debugVm,
        vendorBackports,
      }),
    ),
    problems: problems.map(reduceProblem),
  };
}
