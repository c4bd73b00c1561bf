/** The windows of a defect: which stretch of each line has it. */
import { branchPointOf, defectAt, type History, type LineWindow } from '../../src/knowledge/history.ts';
import { comparePlaces, type Place, parsePlace } from '../../src/knowledge/place.ts';
import { branchOfLine } from './lines.ts';

/** A commit that brought a defect in or took it out. */
export interface PlacedChange {
  readonly branch: string;
  readonly place: string;
  /** The first tag of each line that contains it. */
  readonly firstTags: readonly string[];
}

export interface DefectChanges {
  readonly introduced: readonly PlacedChange[];
  readonly fixed: readonly PlacedChange[];
  /** Where the start is not established: the first place of each line that is counted as affected. */
  readonly assumedFrom: readonly string[];
}

export interface LineHistory extends History {
  /** The oldest base tag: where the line master begins. */
  readonly firstBase: string;
  /** In the order of their versions, with the first tag of each. */
  readonly releaseLines: readonly { readonly line: string; readonly firstTag: string }[];
}

const isOn = (line: string, place: string): boolean => parsePlace(place).line === line;

const byPlace = (a: string, b: string): number => comparePlaces(parsePlace(a), parsePlace(b));

/** Places on a line where changes of its own branch stand. */
const ownPlaces = (changes: readonly PlacedChange[], line: string): readonly string[] =>
  changes
    .filter(({ branch, place }) => branch === branchOfLine(line) && isOn(line, place))
    .map(({ place }) => place);

/** Changes of master older than the first base tag: their places are those of old release candidates. */
const beforeFirstBase = (changes: readonly PlacedChange[]): readonly PlacedChange[] =>
  changes.filter(({ branch, place }) => branch === 'master' && !isOn('master', place));

/** From each start to the first end after it; starts inside a window open no other. */
function windowsBetween(
  line: string,
  starts: readonly string[],
  ends: readonly string[],
): readonly LineWindow[] {
  const windows: LineWindow[] = [];
  for (const from of [...starts].sort(byPlace)) {
    const last = windows.at(-1);
    if (last !== undefined && (last.until === null || byPlace(from, last.until) < 0)) continue;
    const until = [...ends].sort(byPlace).find((end) => byPlace(end, from) > 0) ?? null;
    windows.push({ line, from, until });
  }
  return windows;
}

/** What a release line was cut with: the first tag that has the defect from master. */
function inheritedStart(
  line: string,
  firstTag: string,
  { introduced, fixed }: DefectChanges,
  master: readonly LineWindow[],
  history: LineHistory,
): readonly string[] {
  const branchPoint = branchPointOf(line, history);
  if (branchPoint !== null) return defectAt(branchPoint, master, history) === 'present' ? [firstTag] : [];
  // The line is older than every place of master: only the tags tell what it was cut with.
  const tagsOf = (changes: readonly PlacedChange[]) =>
    beforeFirstBase(changes).flatMap(({ firstTags }) => firstTags.filter((tag) => isOn(line, tag)));
  const repaired = tagsOf(fixed);
  return tagsOf(introduced).filter((start) => repaired.every((tag) => byPlace(start, tag) < 0));
}

/**
 * Computes the windows of a defect, master first, then the release lines. On master it begins where it was introduced
 * or is assumed to begin; a release line has it from its first tag if it was cut from master inside such a window, or
 * from the commit of its own that brought it; it ends at the first fix on the same branch.
 */
export function windowsOf(changes: DefectChanges, history: LineHistory): readonly LineWindow[] {
  const { introduced, fixed, assumedFrom } = changes;
  const assumedOn = (line: string) => assumedFrom.filter((place) => isOn(line, place));
  const inherited =
    beforeFirstBase(introduced).length > 0 && beforeFirstBase(fixed).length === 0 ? [history.firstBase] : [];
  const master = windowsBetween(
    'master',
    [...ownPlaces(introduced, 'master'), ...assumedOn('master'), ...inherited],
    ownPlaces(fixed, 'master'),
  );
  const releases = history.releaseLines.flatMap(({ line, firstTag }) => {
    const assumed = assumedOn(line);
    const cutWith = assumed.length > 0 ? assumed : inheritedStart(line, firstTag, changes, master, history);
    return windowsBetween(line, [...cutWith, ...ownPlaces(introduced, line)], ownPlaces(fixed, line));
  });
  return [...master, ...releases];
}

/** Whether a place lies inside some windows. */
export const isAffected = (place: Place, windows: readonly LineWindow[], history: History): boolean =>
  defectAt(place, windows, history) === 'present';
