import { expect, test } from 'vitest';
import { decisionPath, outcomeRows } from '../../src/components/checker/decision-path.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { defectsOf } from '../../src/knowledge/problem.ts';
import { pageAt } from './dist.ts';

/** The class of each verdict's shape; those of outcomes are by how bad they are. */
const SHAPES: Readonly<Record<string, string>> = {
  affected: 'affected',
  dormant: 'dormant',
  unknown: 'unknown',
  fixed: 'good',
  'not-affected': 'good',
  'silent-corruption': 'affected',
  contained: 'dormant',
};

const { problems, releases } = loadKnowledge();
const openLine = releases.developmentLines.at(-1)?.tag;
const drawn = problems.filter(({ id }) => pageAt(`/${id}/`).html.includes('<div class="path">'));

test('most articles have a path to a verdict', () => {
  expect(drawn.length).toBeGreaterThan(10);
});

test.each(
  drawn.flatMap((problem) =>
    [`/${problem.id}/`, `/zh/${problem.id}/`].map((address) => ({ address, problem })),
  ),
)('the path on $address ends where its data end, in the same order', ({ address, problem }) => {
  const html = [...pageAt(address).html.matchAll(/<div class="path">(.*?)<\/div>/gs)].map(
    (match) => match[1] ?? '',
  );
  const shapes = html.map((path) => [...path.matchAll(/class="status ([\w-]+)/g)].map((match) => match[1]));
  const expected = defectsOf(problem).map((defect, index) => {
    const { steps, gate } = decisionPath(problem, 'en', openLine, defect);
    const outcomes = index > 0 ? [] : outcomeRows(problem, 'en').map(({ outcome }) => outcome);
    return steps.flatMap(({ verdict }) => {
      if (verdict !== null) return [SHAPES[verdict]];
      const lines = gate?.map((line) => line.verdict) ?? ['affected' as const];
      return lines
        .flatMap((line) => [line, ...(line === 'affected' ? outcomes : [])])
        .map((end) => SHAPES[end]);
    });
  });
  expect(shapes).toEqual(expected);
});
