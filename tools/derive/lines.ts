/** The lines of the history: master and the release branches, which commits and which tags are theirs. */
import { comparePlaces } from '../../src/knowledge/place.ts';
import { ancestorsOf, type Commits } from './commits.ts';
import type { Repository } from './git.ts';
import { branchTip, type State } from './state.ts';
import type { Tag } from './tags.ts';

export interface ReleaseLine {
  /** `2.3` */
  readonly name: string;
  readonly branch: string;
  /** By version, the oldest first; not empty. */
  readonly tags: readonly [Tag, ...Tag[]];
  /** Commits from which everything on the line can be reached: the tip of its branch, and the tags beside it. */
  readonly tips: readonly string[];
}

export interface Lines {
  /** The tags that open the development lines (`2.3.99`), the oldest first. */
  readonly baseTags: readonly Tag[];
  /** In the order of their versions. */
  readonly releases: readonly ReleaseLine[];
}

/** The oldest major version whose tags are listed. */
const OLDEST_MAJOR = 2;

/** The branch of a line: `zfs-2.3-release`. */
export const branchOfLine = (line: string): string => (line === 'master' ? 'master' : `zfs-${line}-release`);

const byVersion = (a: Tag, b: Tag): number => comparePlaces(a.place, b.place);

/** `2.9` before `2.10`. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** The tags that the site lists: those of OpenZFS 2.x and later. */
export const listedTags = (tags: readonly Tag[]): readonly Tag[] =>
  tags.filter(({ place }) => place.release[0] >= OLDEST_MAJOR);

/**
 * Sorts the tags into lines.
 * @param tags those that the site lists
 */
export function linesOf(tags: readonly Tag[], repository: Repository): Lines {
  const names = [...new Set(tags.map(({ place }) => place.line))].filter((line) => line !== 'master');
  const releases = names.sort(byNumber).flatMap((name): ReleaseLine[] => {
    const [first, ...others] = tags.filter(({ place }) => place.line === name).sort(byVersion);
    if (first === undefined) return [];
    const branch = branchOfLine(name);
    const tip = branchTip(branch, repository);
    const tagged = [first, ...others].map(({ commit }) => commit);
    return [{ name, branch, tags: [first, ...others], tips: tip === null ? tagged : [tip, ...tagged] }];
  });
  return { baseTags: tags.filter(({ place }) => place.line === 'master').sort(byVersion), releases };
}

/**
 * On which branch each commit stands. What master has is master's, also where release lines were cut from it.
 * @returns from the hash to the name of the branch
 */
export function branchesOf(lines: Lines, state: State, commits: Commits): ReadonlyMap<string, string> {
  const master = ancestorsOf([state.commit], commits);
  const branches = new Map([...master].map((hash) => [hash, 'master']));
  for (const { branch, tips } of lines.releases) {
    for (const hash of ancestorsOf(tips, commits, master)) branches.set(hash, branch);
  }
  return branches;
}

/**
 * The first tag of each release line that contains a commit, for every commit.
 * @returns from the hash to the names of the tags, in the order of the lines
 */
export function firstTagsOf(lines: Lines, commits: Commits): ReadonlyMap<string, readonly string[]> {
  const firstTags = new Map<string, string[]>();
  for (const { tags } of lines.releases) {
    const seen = new Set<string>();
    for (const { name, commit } of tags) {
      for (const hash of ancestorsOf([commit], commits, seen)) {
        seen.add(hash);
        firstTags.set(hash, [...(firstTags.get(hash) ?? []), name]);
      }
    }
  }
  return firstTags;
}
