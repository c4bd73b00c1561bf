/** Everything that is asked of the clone about commits and tags, as of one state. */
import { ancestorsOf, type Commits, readCommits } from './commits.ts';
import { DeriveFault } from './fault.ts';
import type { Repository } from './git.ts';
import { branchesOf, firstTagsOf, type Lines, linesOf, listedTags } from './lines.ts';
import { describeCommits } from './places.ts';
import type { State } from './state.ts';
import { readTags, TAG_PREFIX, type Tag } from './tags.ts';

export interface CloneHistory {
  readonly state: State;
  readonly commits: Commits;
  /** Those that the site lists, the oldest first. */
  readonly tags: readonly Tag[];
  readonly lines: Lines;
  /** `master` or `zfs-2.3-release`; undefined for a commit that stands on neither. */
  readonly branchOf: (hash: string) => string | undefined;
  /** The first tag of each release line that contains the commit. */
  readonly firstTagsOf: (hash: string) => readonly string[];
  /** Where commits stand: on master counted from the base tag of the development line, elsewhere from any tag. */
  readonly placesOf: (hashes: Iterable<string>) => ReadonlyMap<string, string>;
}

/**
 * Reads the history of a clone.
 * @param state up to where
 * @throws DeriveFault if the clone has no tags of OpenZFS
 */
export function readHistory(state: State, repository: Repository): CloneHistory {
  const { known, ignored } = readTags(state.day, repository);
  const tags = listedTags(known);
  const lines = linesOf(tags, repository);
  const firstBase = lines.baseTags[0];
  if (firstBase === undefined || lines.releases.length === 0) {
    throw new DeriveFault(
      `${repository.folder} has no release tags ${TAG_PREFIX}2.x of ${state.day} or before; --openzfs takes a clone of OpenZFS with its tags.`,
    );
  }
  const tips = [
    state.commit,
    ...tags.map(({ commit }) => commit),
    ...lines.releases.flatMap((line) => line.tips),
  ];
  const commits = readCommits(tips, repository);
  const branches = branchesOf(lines, state, commits);
  const firstTags = firstTagsOf(lines, commits);
  const beforeBase = ancestorsOf([firstBase.commit], commits);

  const onDevelopmentLine = (hash: string): boolean =>
    branches.get(hash) === 'master' && (!beforeBase.has(hash) || hash === firstBase.commit);

  return {
    state,
    commits,
    tags,
    lines,
    branchOf: (hash) => branches.get(hash),
    firstTagsOf: (hash) => firstTags.get(hash) ?? [],
    placesOf: (hashes) => {
      const all = [...new Set(hashes)];
      const development = all.filter(onDevelopmentLine);
      const others = all.filter((hash) => !onDevelopmentLine(hash));
      return new Map([
        ...describeCommits(development, `${TAG_PREFIX}*.99`, ignored, repository),
        ...describeCommits(others, `${TAG_PREFIX}*`, ignored, repository),
      ]);
    },
  };
}
