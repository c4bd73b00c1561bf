/** When the places that a figure names were tagged or committed. */
import { defectsOf, type Problem } from './problem.ts';
import type { Releases } from './releases.ts';

interface Dated {
  readonly releases: Pick<Releases, 'tags' | 'zfsDioEnabledDefaults' | 'parameterDefaults'>;
  readonly problems: readonly Problem[];
}

/** Dates by place: of every tag, and of every commit with which a window begins or ends or a default changes. */
export function datesOf({ releases, problems }: Dated): Map<string, string> {
  const defects = problems.flatMap(defectsOf);
  const borders = new Set([
    ...[
      ...defects.flatMap(({ windows }) => windows),
      ...problems.flatMap(({ unsettled }) => unsettled),
    ].flatMap(({ from, until }) => [from, until]),
    ...releases.zfsDioEnabledDefaults.map(({ from }) => from),
    ...releases.parameterDefaults.flatMap(({ changes }) => changes.map(({ from }) => from)),
  ]);
  const commits = [
    ...defects.flatMap(({ introduced, fixed }) => [...introduced, ...fixed]),
    ...problems.flatMap(({ related }) => related),
  ];
  const named = commits.filter(({ place }) => borders.has(place));
  return new Map([...named, ...releases.tags].map(({ place, date }) => [place, date]));
}
