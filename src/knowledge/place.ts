/**
 * Where a build stands in OpenZFS's history, and which of two builds of one line is the older. A place is written as
 * `git describe` would count it: `2.2.99-700` (700 commits after the base tag, on master), `2.3.0-rc3-33` (33 commits
 * after rc3, on the 2.3 release branch), `2.3.1` (the tag itself). This file imports nothing.
 */

export interface Place {
  /** `master`, or the release line: `2.3`. */
  readonly line: string;
  readonly release: readonly [number, number, number];
  /** The release candidate, or null for the release itself or a development line. */
  readonly candidate: number | null;
  readonly commits: number;
}

/** The patch number of the base tags that open a development line on master (`2.3.99`). */
const DEVELOPMENT_PATCH = 99;

const PLACE = /^(\d+)\.(\d+)\.(\d+)(?:-rc(\d+))?(?:-(\d+))?$/;

/**
 * The line of a release: master for `x.y.99`, else `x.y`.
 * @param release the three numbers
 */
export function lineOf([major, minor, patch]: Place['release']): string {
  return patch === DEVELOPMENT_PATCH ? 'master' : `${major}.${minor}`;
}

/**
 * Reads a place from its notation.
 * @param text `2.2.99-700`, `2.3.0-rc3-33`, `2.3.1`
 * @returns the place
 * @throws Error with a sentence if the text is no place
 */
export function parsePlace(text: string): Place {
  const match = PLACE.exec(text);
  if (match === null) {
    throw new Error(
      `"${text}" is not a place in OpenZFS's history; expected something like 2.2.99-700 or 2.3.0-rc3`,
    );
  }
  const release: Place['release'] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const candidate = match[4] === undefined ? null : Number(match[4]);
  return { line: lineOf(release), release, candidate, commits: Number(match[5] ?? 0) };
}

/** Writes a place in the notation that `parsePlace` reads. */
export function formatPlace({ release, candidate, commits }: Place): string {
  const tag = release.join('.') + (candidate === null ? '' : `-rc${candidate}`);
  return commits === 0 && lineOf(release) !== 'master' ? tag : `${tag}-${commits}`;
}

/**
 * Compares two places of the same line.
 * @returns negative if `a` is older, 0 if they are the same, positive if `a` is newer
 * @throws Error if they stand on different lines, where no order exists
 */
export function comparePlaces(a: Place, b: Place): number {
  if (a.line !== b.line) {
    throw new Error(
      `${formatPlace(a)} (line ${a.line}) and ${formatPlace(b)} (line ${b.line}) have no order`,
    );
  }
  return (
    a.release[0] - b.release[0] ||
    a.release[1] - b.release[1] ||
    a.release[2] - b.release[2] ||
    (a.candidate ?? Number.MAX_SAFE_INTEGER) - (b.candidate ?? Number.MAX_SAFE_INTEGER) ||
    a.commits - b.commits
  );
}
