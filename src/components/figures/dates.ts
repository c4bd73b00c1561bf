/** When the places that a figure names were tagged or committed. */
import { defectsOf, type Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';

interface Dated {
  readonly releases: Pick<Releases, 'tags'>;
  readonly problems: readonly Problem[];
}

/** Dates by place: of every tag, and of every commit that some problem's file names. */
export function datesOf({ releases, problems }: Dated): Map<string, string> {
  const changes = problems.flatMap((problem) => [
    ...defectsOf(problem).flatMap(({ introduced, fixed }) => [...introduced, ...fixed]),
    ...problem.related,
  ]);
  return new Map([...changes, ...releases.tags].map(({ place, date }) => [place, date]));
}
