/** Up to where the history is taken: a commit of master and a day. */
import { type Commits, readCommits } from './commits.ts';
import { DeriveFault } from './fault.ts';
import type { Repository } from './git.ts';

export interface State {
  /** Last day that counts, `2026-08-21`: tags made later and commits of release branches made later do not. */
  readonly day: string;
  /** Last commit of master that counts. */
  readonly commit: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The newest commit of a branch of upstream. A clone has it as a branch of its remote (its own may be stale), a mirror
 * as its own.
 * @returns null if the clone has no such branch
 */
export function branchTip(branch: string, { git }: Repository): string | null {
  const candidates = [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`];
  const refs = git(['for-each-ref', '--format=%(refname) %(objectname)', ...candidates]).split('\n');
  const tips = new Map(refs.map((line) => line.split(' ') as [string, string]));
  return candidates.map((ref) => tips.get(ref)).find((tip) => tip !== undefined) ?? null;
}

function masterTip(repository: Repository): string {
  const tip = branchTip('master', repository);
  if (tip === null) throw new DeriveFault(`${repository.folder} has no branch master.`);
  return tip;
}

/** The whole hash of a commit; null if the clone has none of this name. */
function resolve(name: string, { git }: Repository): string | null {
  try {
    return git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]).trim();
  } catch {
    return null;
  }
}

const dayOf = (commit: string, commits: Commits): string => commits.get(commit)?.date ?? '';

/**
 * The state that `--to` asks for.
 * @param to a commit of master, or a day: then its last commit
 * @throws DeriveFault if master has no such commit
 */
export function stateAt(to: string, repository: Repository): State {
  const master = readCommits([masterTip(repository)], repository);
  if (DAY.test(to)) {
    // From the newest on: the log lists children before their parents.
    const last = [...master.values()].find(({ date }) => date <= to);
    if (last === undefined) throw new DeriveFault(`--to: master has no commit of ${to} or before.`);
    return { day: to, commit: last.hash };
  }
  const commit = resolve(to, repository);
  if (commit === null || !master.has(commit)) {
    throw new DeriveFault(`--to takes a commit of master or a date such as 2026-08-21, not "${to}".`);
  }
  return { day: dayOf(commit, master), commit };
}

/**
 * The state that `openzfs-releases.json` names.
 * @throws DeriveFault if the clone lacks its commit
 */
export function listedState(listed: { state: string; commit: string }, repository: Repository): State {
  if (resolve(listed.commit, repository) !== listed.commit) {
    throw new DeriveFault(
      `openzfs-releases.json: openzfs.commit: ${repository.folder} has no commit ${listed.commit}; fetch it, or give --to.`,
    );
  }
  return { day: listed.state, commit: listed.commit };
}
