/** What a version has of a problem, all its defects together; the tables by version are made from this. */
import { WORST_FIRST } from '../../checker/assess.ts';
import type { Status } from '../../i18n/interface.ts';
import { lineOf, type Place, parsePlace } from '../../knowledge/place.ts';
import { defectsOf, isOptIn, type Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';
import { historyOf, statusAt } from '../article/windows.ts';

/**
 * What a version has of a problem before anything is known about the machine: conditions that no version answers
 * count as met.
 */
export function problemStatusAt(place: Place, problem: Problem, releases: Releases): Status {
  if (problem.extent === 'every-version') return 'affected';
  if (problem.extent === 'not-established') return 'unknown';
  const statuses = defectsOf(problem).flatMap((defect) => {
    const status = statusAt(place, historyOf(defect, problem), releases);
    return isOptIn(defect, problem) && status === 'dormant' ? [] : [status];
  });
  return WORST_FIRST.find((status) => statuses.includes(status)) ?? 'unknown';
}

export interface Release {
  readonly name: string;
  readonly date: string;
  readonly place: Place;
}

export interface ReleaseLine {
  /** `2.3` */
  readonly line: string;
  /** Newest first; candidates too. */
  readonly releases: readonly Release[];
}

/** The release lines with their tags, newest first. */
export function releaseLines({ tags }: Releases): ReleaseLine[] {
  const all = tags
    .map(({ place, date }) => ({ name: place, date, place: parsePlace(place) }))
    .filter(({ place }) => lineOf(place.release) !== 'master');
  const lines = [...new Set(all.map(({ place }) => place.line))];
  return lines
    .map((line) => ({ line, releases: all.filter(({ place }) => place.line === line).reverse() }))
    .reverse();
}

/** Releases without their candidates. */
export const finalReleases = ({ releases }: ReleaseLine): readonly Release[] =>
  releases.filter(({ place }) => place.candidate === null);

/** The day of the newest thing known about a problem, for sorting: a fix, an introduction, a text that was read. */
export function newestDate(problem: Problem): string {
  const dates = defectsOf(problem).flatMap(({ introduced, fixed }) => [...introduced, ...fixed]);
  const newest = [...dates.map(({ date }) => date), problem.lastSeen ?? ''].sort().at(-1);
  return newest ?? '';
}
