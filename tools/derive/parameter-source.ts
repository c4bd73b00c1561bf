/** What the module's source says about the defaults of parameters, at any commit. */
import { readBlobs } from './blobs.ts';
import type { Repository } from './git.ts';
import { definedDefault, type Platform } from './module-default.ts';

export type SourceDefault = (parameter: string, commit: string, platform: Platform) => number | null;

/** The C files that commits changed. */
function changedSources(commits: readonly string[], { git }: Repository): readonly string[] {
  if (commits.length === 0) return [];
  const names = git([
    'log',
    '--no-walk',
    '--no-show-signature',
    '--no-renames',
    '--name-only',
    '--format=',
    ...commits,
    '--',
    'module',
  ]);
  return [...new Set(names.split('\n').filter((name) => name.endsWith('.c')))];
}

const PLATFORMS: readonly Platform[] = ['linux', 'freebsd'];

/** The files that define parameters at one of the commits that changed them. */
function definingSources(
  parameters: readonly string[],
  changing: readonly string[],
  repository: Repository,
): readonly string[] {
  const paths = changedSources(changing, repository);
  const blobs = readBlobs(
    changing.flatMap((commit) => paths.map((path) => `${commit}:${path}`)),
    repository,
  );
  const defines = (text: string): boolean =>
    parameters.some((name) => PLATFORMS.some((platform) => definedDefault(text, name, platform) !== null));
  return paths.filter((path) => changing.some((commit) => defines(blobs.get(`${commit}:${path}`) ?? '')));
}

/**
 * Reads the source at some commits.
 * @param at the commits that will be asked about
 * @param parameters that will be asked about
 * @param changing the commits that changed a default: the files they touch are where the parameters are defined
 */
export function parameterSource(
  at: readonly string[],
  parameters: readonly string[],
  changing: readonly string[],
  repository: Repository,
): SourceDefault {
  const paths = definingSources(parameters, [...new Set(changing)], repository);
  const blobs = readBlobs(
    [...new Set(at)].flatMap((commit) => paths.map((path) => `${commit}:${path}`)),
    repository,
  );
  return (parameter, commit, platform) => {
    for (const path of paths) {
      const value = definedDefault(blobs.get(`${commit}:${path}`) ?? '', parameter, platform);
      if (value !== null) return value;
    }
    return null;
  };
}
