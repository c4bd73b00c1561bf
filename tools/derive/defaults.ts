/**
 * The defaults in `openzfs-releases.json`. Which commits changed them is listed; where those stand and which value they
 * set is computed.
 */
import { parsePlace } from '../../src/knowledge/place.ts';
import type { Releases } from '../../src/knowledge/releases.ts';
import { parentOf } from './commits.ts';
import { RELEASES_FILE } from './content.ts';
import { DeriveFault } from './fault.ts';
import type { Repository } from './git.ts';
import type { CloneHistory } from './history.ts';
import { branchOfLine } from './lines.ts';
import type { Platform } from './module-default.ts';
import { parameterSource, type SourceDefault } from './parameter-source.ts';

export type Defaults = Pick<Releases, 'zfsDioEnabledDefaults' | 'parameterDefaults'>;

export const DIO_PARAMETER = 'zfs_dio_enabled';

export interface DerivedDefaults extends Defaults {
  /** What the source says at the commits of `read`. */
  readonly inSource: SourceDefault;
  /** Every tag, the state, each change and the commit before it. */
  readonly read: readonly string[];
}

/** One change as it is listed: the line on which it counts, and the commit. */
interface ListedChange {
  readonly line: string;
  readonly commit: string;
}

/** Where a change begins to count: at its commit, or where the line begins if the commit is older than the line. */
interface Start {
  readonly from: string;
  /** The commit whose source has the value. */
  readonly commit: string;
  /** The commit before, of the same line; null where the line begins. */
  readonly before: string | null;
}

function startsOf(changes: readonly ListedChange[], history: CloneHistory): (change: ListedChange) => Start {
  const places = history.placesOf(changes.map(({ commit }) => commit));
  return ({ line, commit }) => {
    const place = places.get(commit);
    const onLine = place !== undefined && history.branchOf(commit) === branchOfLine(line);
    if (onLine && parsePlace(place).line === line) {
      return { from: place, commit, before: parentOf(commit, history.commits) };
    }
    const firstTags = history.firstTagsOf(commit);
    const first =
      line === 'master'
        ? history.lines.baseTags[0]
        : history.tags.find(({ name, place: { line: of } }) => of === line && firstTags.includes(name));
    if (first === undefined || place === undefined) {
      throw new DeriveFault(`${RELEASES_FILE}: line ${line} does not contain the commit ${commit}.`);
    }
    return { from: first.name, commit: first.commit, before: null };
  };
}

/** @throws DeriveFault if a commit is on no line, or newer than the state */
function requireOnLines(changes: readonly ListedChange[], { branchOf, commits, state }: CloneHistory): void {
  for (const { commit } of changes) {
    if (branchOf(commit) === undefined || (commits.get(commit)?.date ?? '') > state.day) {
      throw new DeriveFault(
        `${RELEASES_FILE}: the commit ${commit} is neither on master nor on a release branch by ${state.day}.`,
      );
    }
  }
}

/**
 * Computes the defaults from the commits that are listed for them.
 * @throws DeriveFault if a listed commit is missing or not part of its line
 */
export function deriveDefaults(
  listed: Defaults,
  history: CloneHistory,
  repository: Repository,
): DerivedDefaults {
  const changes: readonly ListedChange[] = [
    ...listed.zfsDioEnabledDefaults,
    ...listed.parameterDefaults.flatMap((parameter) => parameter.changes),
  ];
  requireOnLines(changes, history);
  const startOf = startsOf(changes, history);
  const starts = changes.map(startOf);
  const read = [
    ...history.tags.map(({ commit }) => commit),
    history.state.commit,
    ...starts.flatMap(({ commit, before }) => (before === null ? [commit] : [commit, before])),
  ];
  const inSource = parameterSource(
    read,
    [DIO_PARAMETER, ...listed.parameterDefaults.map(({ name }) => name)],
    changes.map(({ commit }) => commit),
    repository,
  );

  const zfsDioEnabledDefaults = listed.zfsDioEnabledDefaults.map((change) => {
    const { from, commit } = startOf(change);
    const value = (platform: Platform): 0 | 1 => (inSource(DIO_PARAMETER, commit, platform) === 0 ? 0 : 1);
    return {
      line: change.line,
      from,
      linux: value('linux'),
      freebsd: value('freebsd'),
      commit: change.commit,
    };
  });
  const parameterDefaults = listed.parameterDefaults.map(({ name, changes: own }) => ({
    name,
    changes: own.map((change) => {
      const { from, commit } = startOf(change);
      return { line: change.line, from, value: inSource(name, commit, 'linux'), commit: change.commit };
    }),
  }));

  return { zfsDioEnabledDefaults, parameterDefaults, inSource, read };
}
