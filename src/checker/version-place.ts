/**
 * Where a version stands in OpenZFS's history. A version string does not always say it: a build without git data
 * prints the same `2.3.99-1` for every commit of a development line (config/zfs-meta.m4 in OpenZFS).
 */

import { comparePlaces, lineOf, type Place, parsePlace } from '../knowledge/place.ts';
import type { ZfsVersion } from './types.ts';

/** The part of OpenZFS's history that placing needs. */
export interface ReleaseTable {
  /** Every tag from the oldest line listed on, in the notation of `parsePlace`; base tags (`2.3.99`) may be among them. */
  readonly tags: readonly {
    readonly place: string;
    /** The count of the last commit before the next tag of its release line; null where it is not known. */
    readonly lastCommits: number | null;
  }[];
  readonly developmentLines: readonly {
    /** The base tag: `2.3.99`. */
    readonly tag: string;
    /** The count of the last commit before the next base tag; null while the line is open. */
    readonly lastCommits: number | null;
    /** The base tag of the next line: `2.4.99`; null while the line is open. */
    readonly next: string | null;
  }[];
  /** The newest commit of master in the data: `2.4.99-966`. */
  readonly newestOnMaster: string;
}

export type PlaceReading =
  | {
      readonly kind: 'exact';
      readonly place: Place;
      /**
       * The next tag of the line, for a release candidate printed without a count: a build made without git data
       * prints only the tag's name, so it can be anything from `place` up to but not including this tag. Null
       * where the version is not such a one, or no later tag is known.
       */
      readonly mayBeLaterUpTo: Place | null;
    }
  | {
      /** Somewhere from `from` up to but not including `until`; null: the line is still open. */
      readonly kind: 'range';
      readonly from: Place;
      readonly until: Place | null;
      readonly why: 'no-count';
    }
  | {
      readonly kind: 'outside';
      /**
       * `count-beyond-line`: upstream never had that many commits after this tag, so this is a fork. `unknown-release`: no such tag.
       * `newer-than-data`: a line that began after the table was made.
       */
      readonly why: 'count-beyond-line' | 'unknown-release' | 'newer-than-data';
    };

const compareLines = (a: Place['release'], b: Place['release']): number => a[0] - b[0] || a[1] - b[1];

function placeOnDevelopmentLine(
  version: ZfsVersion,
  release: Place['release'],
  { developmentLines }: ReleaseTable,
): PlaceReading {
  const line = developmentLines.find(({ tag }) => tag === release.join('.'));
  if (line === undefined || version.candidate !== null) {
    const newer = developmentLines.every(({ tag }) => compareLines(parsePlace(tag).release, release) < 0);
    return { kind: 'outside', why: newer ? 'newer-than-data' : 'unknown-release' };
  }
  const base = parsePlace(line.tag);
  if (version.commits === null) {
    return {
      kind: 'range',
      from: base,
      until: line.next === null ? null : parsePlace(line.next),
      why: 'no-count',
    };
  }
  if (line.lastCommits !== null && version.commits > line.lastCommits) {
    return { kind: 'outside', why: 'count-beyond-line' };
  }
  return { kind: 'exact', place: { ...base, commits: version.commits }, mayBeLaterUpTo: null };
}

interface ReleaseTag {
  readonly place: Place;
  readonly lastCommits: number | null;
}

const tagsOfTables = new WeakMap<ReleaseTable, readonly ReleaseTag[]>();

/** The tags of release lines, read once for each table: every problem asks where the same version stands. */
function releaseTags(table: ReleaseTable): readonly ReleaseTag[] {
  const known = tagsOfTables.get(table);
  if (known !== undefined) return known;
  const tags = table.tags
    .map(({ place, lastCommits }) => ({ place: parsePlace(place), lastCommits }))
    .filter(({ place }) => place.line !== 'master');
  tagsOfTables.set(table, tags);
  return tags;
}

/**
 * The newest place of a line that the data has: its newest tag, on master the newest commit. What lies beyond it may
 * hold a repair that nobody has seen yet.
 * @returns null for a line without a tag
 */
export function newestKnownPlace(line: string, table: ReleaseTable): Place | null {
  if (line === 'master') return parsePlace(table.newestOnMaster);
  const ofLine = releaseTags(table).flatMap(({ place }) => (place.line === line ? [place] : []));
  return ofLine.sort(comparePlaces).at(-1) ?? null;
}

function placeOnReleaseLine(
  version: ZfsVersion,
  release: Place['release'],
  hasFourNumbers: boolean,
  table: ReleaseTable,
): PlaceReading {
  const line = lineOf(release);
  const tag: Place = { line, release, candidate: version.candidate, commits: 0 };
  const place: Place = { ...tag, commits: version.commits ?? 0 };
  const tags = releaseTags(table);

  // Before the table begins nothing is told apart: 0.6.5.3 stands at 0.6.5.
  if (tags.every((entry) => compareLines(release, entry.place.release) < 0)) {
    return { kind: 'exact', place, mayBeLaterUpTo: null };
  }
  if (tags.every((entry) => compareLines(release, entry.place.release) > 0)) {
    return { kind: 'outside', why: 'newer-than-data' };
  }
  const ofLine = tags.filter((entry) => entry.place.line === line);
  const ownTag = ofLine.find((entry) => comparePlaces(entry.place, tag) === 0);
  const [later = null] = ofLine
    .map((entry) => entry.place)
    .filter((entry) => comparePlaces(entry, tag) > 0)
    .sort(comparePlaces);
  if (hasFourNumbers || ofLine.length === 0 || (ownTag === undefined && later !== null)) {
    return { kind: 'outside', why: 'unknown-release' };
  }
  const last = ownTag?.lastCommits ?? null;
  if (last !== null && place.commits > last) return { kind: 'outside', why: 'count-beyond-line' };
  const isBareCandidate = version.candidate !== null && version.commits === null;
  return { kind: 'exact', place, mayBeLaterUpTo: isBareCandidate ? later : null };
}

/**
 * Places a version in OpenZFS's history.
 * @param version as `parseZfsVersion` returns it
 * @param releases the tags and development lines that are known
 * @returns the place, the range it lies in, or why it stands outside; a later patch of a known line (`2.3.42`) is
 *   exact, since it comes after every known tag of that line. Packaging is ignored: a distribution's backports do
 *   not move a version.
 * @throws Error from `parsePlace` if the table holds a tag that is no place
 */
export function placesOf(version: ZfsVersion, releases: ReleaseTable): PlaceReading {
  const numbers = version.release.split('.').map(Number);
  const release: Place['release'] = [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];
  return lineOf(release) === 'master'
    ? placeOnDevelopmentLine(version, release, releases)
    : placeOnReleaseLine(version, release, numbers.length > 3, releases);
}
