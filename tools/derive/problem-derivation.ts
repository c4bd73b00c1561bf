/** What follows for a problem from its commits. */
import { parsePlace } from '../../src/knowledge/place.ts';
import type { Releases } from '../../src/knowledge/releases.ts';
import { type Changes, commitsNamed, type DerivedChange } from './changes.ts';
import { splitByDio, withoutDio } from './dio-windows.ts';
import type { CloneHistory } from './history.ts';
import type { ListedCommit, ListedDefect, ListedProblem, Path } from './problem-file.ts';
import { isAffected, type LineHistory, windowsOf } from './windows.ts';
import type { MapEdit } from './yaml-edit.ts';

/** The windows of a defect and the tags inside them. */
function defectEdit(
  { path, introduced, fixed, assumedFrom, directIo }: ListedDefect,
  changes: Changes,
  releases: Releases,
  history: LineHistory,
): MapEdit {
  const placed = (list: readonly ListedCommit[]) =>
    list.flatMap(({ commit }) => {
      const change = changes.get(commit);
      return change === undefined ? [] : [change];
    });
  const windows = windowsOf({ introduced: placed(introduced), fixed: placed(fixed), assumedFrom }, history);
  const affected = releases.tags
    .map(({ place }) => place)
    .filter((place) => isAffected(parsePlace(place), windows, history));
  const isBase = (place: string) => parsePlace(place).line === 'master';
  const rows = directIo ? splitByDio(windows, releases.zfsDioEnabledDefaults, history) : withoutDio(windows);
  return {
    path,
    after: ['introduced', 'fixed', 'assumedFrom'],
    fields: {
      windows: rows.map(({ line, from, until, zfsDioEnabledDefault }) => ({
        line,
        from,
        until,
        zfsDioEnabledDefault,
      })),
      affectedTags: affected.filter((place) => !isBase(place)),
      affectedBaseTags: affected.filter(isBase),
    },
  };
}

const changeEdit = (path: Path, { date, branch, place, subject, firstTags }: DerivedChange): MapEdit => ({
  path,
  after: ['commit'],
  fields: { date, branch, place, subject, firstTags },
});

/** The lines of the releases, as windows need them. */
const lineHistory = (releases: Releases, history: CloneHistory): LineHistory => ({
  branchPoints: releases.branchPoints,
  firstBase: history.lines.baseTags[0]?.name ?? '',
  releaseLines: history.lines.releases.map(({ name, tags }) => ({ line: name, firstTag: tags[0].name })),
});

/**
 * What a problem.yaml should say.
 * @param releases what `openzfs-releases.json` should say
 * @returns for each map of the file the fields that follow from the clone
 */
export function deriveProblem(
  problem: ListedProblem,
  changes: Changes,
  releases: Releases,
  history: CloneHistory,
): readonly MapEdit[] {
  const lines = lineHistory(releases, history);
  return [
    ...commitsNamed(problem).flatMap(({ path, commit }) => {
      const change = changes.get(commit);
      return change === undefined ? [] : [changeEdit(path, change)];
    }),
    ...(problem.hasWindows
      ? problem.defects.map((defect) => defectEdit(defect, changes, releases, lines))
      : []),
  ];
}
