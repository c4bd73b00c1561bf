/** What the clone says of the commits that problems name. */
import { parsePlace } from '../../src/knowledge/place.ts';
import { DeriveFault } from './fault.ts';
import type { CloneHistory } from './history.ts';
import { branchOfLine } from './lines.ts';
import { describePath, type ListedCommit, type ListedProblem } from './problem-file.ts';

/** The fields of a commit in problem.yaml, in this order. */
export interface DerivedChange {
  readonly date: string;
  readonly branch: string;
  readonly place: string;
  readonly subject: string;
  readonly firstTags: readonly string[];
}

/** From the hash to what is said of the commit. */
export type Changes = ReadonlyMap<string, DerivedChange>;

/** Every commit that a problem names. */
export const commitsNamed = ({ defects, related }: ListedProblem): readonly ListedCommit[] => [
  ...defects.flatMap(({ introduced, fixed }) => [...introduced, ...fixed]),
  ...related,
];

/** Why a commit cannot be used, as the end of a sentence; null where it can. */
function unusable(
  commit: string,
  { state, commits, branchOf }: CloneHistory,
  present: ReadonlySet<string>,
): string | null {
  if (branchOf(commit) === undefined) {
    return present.has(commit)
      ? `${commit} is neither on master up to ${state.day} nor on a release branch; --to takes the history further.`
      : `the clone has no commit ${commit}.`;
  }
  const newer = (commits.get(commit)?.date ?? '') > state.day;
  return newer ? `${commit} is newer than ${state.day}; --to takes the history further.` : null;
}

/**
 * Looks commits up.
 * @param problems whose commits are wanted
 * @param existing the commits among some that the clone has at all, on whatever branch
 * @throws DeriveFault that names the file and the field of a commit that is missing, newer than the state, or on a
 * release branch before its first tag, where no place of that line is
 */
export function readChanges(
  problems: readonly ListedProblem[],
  history: CloneHistory,
  existing: (commits: readonly string[]) => ReadonlySet<string>,
): Changes {
  const { commits, branchOf, firstTagsOf } = history;
  const named = problems.flatMap((problem) =>
    commitsNamed(problem).map(({ path, commit }) => ({
      commit,
      where: `${problem.file}: ${describePath([...path, 'commit'])}`,
    })),
  );
  const present = existing(
    named.map(({ commit }) => commit).filter((commit) => branchOf(commit) === undefined),
  );
  for (const { commit, where } of named) {
    const why = unusable(commit, history, present);
    if (why !== null) throw new DeriveFault(`${where}: ${why}`);
  }
  const places = history.placesOf(named.map(({ commit }) => commit));
  return new Map(
    named.map(({ commit, where }) => {
      const branch = branchOf(commit) ?? '';
      const place = places.get(commit) ?? '';
      if (branch !== 'master' && branchOfLine(parsePlace(place).line) !== branch) {
        throw new DeriveFault(`${where}: ${commit} stands on ${branch} before its first tag, at ${place}.`);
      }
      const { date = '', subject = '' } = commits.get(commit) ?? {};
      return [commit, { date, branch, place, subject, firstTags: firstTagsOf(commit) }];
    }),
  );
}
