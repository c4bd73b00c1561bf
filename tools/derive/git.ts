/** Runs git in one repository. Everything is asked in batches, so that a derivation takes seconds. */
import { spawnSync } from 'node:child_process';
import { DeriveFault } from './fault.ts';

/** One answer may hold the history of the whole project. Bytes. */
const LARGEST_ANSWER = 2 ** 30;

export interface Repository {
  /** The folder, as it was given. */
  readonly folder: string;
  /**
   * Runs `git` with these arguments and returns what it prints.
   * @throws DeriveFault with git's own words if it fails
   */
  readonly git: (args: readonly string[], input?: string) => string;
  /** Like `git`, with one character for each byte of the answer. */
  readonly gitBytes: (args: readonly string[], input?: string) => string;
}

function run(folder: string, args: readonly string[], input: string, encoding: 'utf8' | 'latin1'): string {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', folder, ...args], {
    input,
    encoding,
    maxBuffer: LARGEST_ANSWER,
    // Inside a git hook these would name another repository than the folder.
    env: { ...process.env, LC_ALL: 'C', GIT_DIR: undefined, GIT_WORK_TREE: undefined },
  });
  if (error !== undefined) throw new DeriveFault(`git could not be run: ${error.message}.`);
  if (status !== 0) throw new DeriveFault(`git ${args[0]} in ${folder}: ${stderr.trim()}`);
  return stdout;
}

/**
 * Opens a clone.
 * @param folder with or without a work tree
 * @throws DeriveFault if the folder is no git repository, or one whose history is cut off
 */
export function openRepository(folder: string): Repository {
  const repository: Repository = {
    folder,
    git: (args, input = '') => run(folder, args, input, 'utf8'),
    gitBytes: (args, input = '') => run(folder, args, input, 'latin1'),
  };
  const shallow = () => {
    try {
      return repository.git(['rev-parse', '--is-shallow-repository']).trim();
    } catch (error) {
      const why = error instanceof Error ? ` (${error.message})` : '';
      throw new DeriveFault(`${folder} is no git repository; --openzfs takes a clone of OpenZFS${why}.`);
    }
  };
  if (shallow() === 'true') {
    throw new DeriveFault(
      `${folder} is a shallow clone; the whole history is needed (git fetch --unshallow --tags).`,
    );
  }
  return repository;
}
