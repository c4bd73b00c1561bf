/** The commits of a clone and how they follow each other. */
import type { Repository } from './git.ts';

export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  /** Committer date in the committer's time zone, `2024-09-14`. */
  readonly date: string;
  /** First line of the message. */
  readonly subject: string;
}

export type Commits = ReadonlyMap<string, Commit>;

/**
 * Reads every commit that can be reached.
 * @param tips commits or full names of refs
 */
export function readCommits(tips: readonly string[], { git }: Repository): Commits {
  const log = git(
    ['log', '--no-show-signature', '--encoding=UTF-8', '--format=%H%x00%P%x00%cs%x00%s', '--stdin'],
    `${tips.join('\n')}\n`,
  );
  return new Map(
    log
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [hash = '', parents = '', date = '', subject = ''] = line.split('\0');
        return [hash, { hash, parents: parents.split(' ').filter((parent) => parent !== ''), date, subject }];
      }),
  );
}

/**
 * The commits that can be reached from some, themselves included.
 * @param without where to stop: these and what is behind them is left out
 */
export function ancestorsOf(
  tips: readonly string[],
  commits: Commits,
  without: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...tips];
  for (let hash = open.pop(); hash !== undefined; hash = open.pop()) {
    if (found.has(hash) || without.has(hash)) continue;
    found.add(hash);
    open.push(...(commits.get(hash)?.parents ?? []));
  }
  return found;
}

/** The commit before this one on its own line; null for the very first. */
export const parentOf = (hash: string, commits: Commits): string | null =>
  commits.get(hash)?.parents[0] ?? null;
