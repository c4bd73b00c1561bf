/** The files of the content folder that a derivation reads and writes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Releases } from '../../src/knowledge/releases.ts';
import { DeriveFault } from './fault.ts';
import { type ListedProblem, readProblem } from './problem-file.ts';

export const RELEASES_FILE = 'openzfs-releases.json';

function readText(content: string, file: string): string {
  try {
    return readFileSync(join(content, file), 'utf8');
  } catch {
    throw new DeriveFault(`${file} cannot be read in ${content}.`);
  }
}

/** What `openzfs-releases.json` lists. Only what cannot be computed must be there. */
export type ListedReleases = Pick<Releases, 'openzfs'> & Partial<Releases>;

/**
 * Reads the listed releases.
 * @throws DeriveFault if the file is missing, no JSON, or names no state
 */
export function readReleases(content: string): ListedReleases {
  const text = readText(content, RELEASES_FILE);
  const listed = (() => {
    try {
      return JSON.parse(text) as Partial<Releases>;
    } catch (error) {
      throw new DeriveFault(
        `${RELEASES_FILE} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  })();
  const { openzfs } = listed;
  if (typeof openzfs?.state !== 'string' || typeof openzfs.commit !== 'string') {
    throw new DeriveFault(`${RELEASES_FILE}: openzfs: expected the state and the commit of the history.`);
  }
  return { ...listed, openzfs };
}

/** Reads every problem, in the order of the folders' names. */
export function readProblems(content: string): readonly ListedProblem[] {
  const folder = join(content, 'problems');
  if (!existsSync(folder)) throw new DeriveFault(`${content} has no folder problems.`);
  return readdirSync(folder)
    .sort()
    .map((name) => `problems/${name}/problem.yaml`)
    .filter((file) => existsSync(join(content, file)))
    .map((file) => readProblem(file, readText(content, file)));
}
