/** The whole derivation: from the content and a clone to what the content should say. */
import type { Releases } from '../../src/knowledge/releases.ts';
import { readChanges } from './changes.ts';
import { type ListedReleases, RELEASES_FILE, readProblems, readReleases } from './content.ts';
import { deriveDefaults } from './defaults.ts';
import { type Difference, differencesBetween } from './differences.ts';
import { openRepository, type Repository } from './git.ts';
import { readHistory } from './history.ts';
import { deriveProblem } from './problem-derivation.ts';
import { describePath, type ListedProblem, valueAt } from './problem-file.ts';
import { tagHistory } from './releases.ts';
import { listedState, stateAt } from './state.ts';
import { unaccountedDefaults } from './unaccounted.ts';
import { type MapEdit, withFields } from './yaml-edit.ts';

export interface Derivation {
  /** What the content lists otherwise than computed. Writing `files` settles it. */
  readonly differences: readonly Difference[];
  /** What a person must settle: the source has a default that no listed commit accounts for. */
  readonly unaccounted: readonly Difference[];
  /** The files that change, below the content folder, with their new text. */
  readonly files: ReadonlyMap<string, string>;
  /** How many were derived, so that a run without differences can be told from one that saw nothing. */
  readonly derived: { readonly problems: number; readonly tags: number };
}

/** The commits among these that the clone has. */
const existing =
  ({ git }: Repository) =>
  (commits: readonly string[]): ReadonlySet<string> => {
    if (commits.length === 0) return new Set();
    const answers = git(['cat-file', '--batch-check'], `${commits.join('\n')}\n`);
    return new Set(answers.split('\n').flatMap((line) => /^([0-9a-f]+) commit /.exec(line)?.[1] ?? []));
  };

function problemDifferences({ file, data }: ListedProblem, edits: readonly MapEdit[]): readonly Difference[] {
  return edits.flatMap(({ path, fields }) =>
    Object.entries(fields).flatMap(([field, computed]) =>
      differencesBetween(file, describePath([...path, field]), valueAt(data, [...path, field]), computed),
    ),
  );
}

/**
 * Derives.
 * @param content the folder with `openzfs-releases.json` and `problems/`
 * @param clone the folder of the clone of OpenZFS
 * @param to a commit of master or a date; null: the state that the content names
 * @throws DeriveFault with a sentence if the clone or the content cannot be used
 */
export function derive(content: string, clone: string, to: string | null): Derivation {
  const repository = openRepository(clone);
  const listed: ListedReleases = readReleases(content);
  const problems = readProblems(content);
  const state = to === null ? listedState(listed.openzfs, repository) : stateAt(to, repository);
  const history = readHistory(state, repository);

  const { openzfs, developmentLines, branchPoints, tags } = tagHistory(history);
  const { zfsDioEnabledDefaults = [], parameterDefaults = [] } = listed;
  const defaults = deriveDefaults({ zfsDioEnabledDefaults, parameterDefaults }, history, repository);
  const unaccounted = unaccountedDefaults(defaults, branchPoints, history);
  const releases: Releases = {
    openzfs,
    developmentLines,
    branchPoints,
    zfsDioEnabledDefaults: defaults.zfsDioEnabledDefaults,
    parameterDefaults: defaults.parameterDefaults,
    tags,
  };
  const changes = readChanges(problems, history, existing(repository));

  const differences: Difference[] = [...differencesBetween(RELEASES_FILE, '', listed, releases)];
  const files = new Map<string, string>();
  if (differences.length > 0) files.set(RELEASES_FILE, `${JSON.stringify(releases, null, 2)}\n`);
  for (const problem of problems) {
    const edits = deriveProblem(problem, changes, releases, history);
    const own = problemDifferences(problem, edits);
    differences.push(...own);
    if (own.length > 0) files.set(problem.file, withFields(problem.text, edits));
  }
  return {
    differences,
    unaccounted,
    files,
    derived: { problems: problems.length, tags: tags.length },
  };
}
