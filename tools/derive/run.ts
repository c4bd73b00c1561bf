/** `npm run derive`: the arguments, the output and the exit status. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, USAGE } from './arguments.ts';
import { derive } from './derivation.ts';
import { describeDifference } from './differences.ts';
import { DeriveFault } from './fault.ts';

export interface Output {
  readonly log: (line: string) => void;
  readonly error: (line: string) => void;
}

/** The project's own content. */
const CONTENT_DIRECTORY = join(import.meta.dirname, '../../content');

const EXIT = { settled: 0, differs: 1, unusable: 2 } as const;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** @throws DeriveFault with a sentence */
function runUnguarded(argv: readonly string[], { log }: Output): number {
  const wanted = readArguments(argv);
  if (wanted === null) {
    log(USAGE);
    return EXIT.settled;
  }
  const content = wanted.content ?? CONTENT_DIRECTORY;
  const { differences, unaccounted, files, derived } = derive(content, wanted.openzfs, wanted.to);
  for (const difference of [...differences, ...unaccounted]) log(describeDifference(difference));
  if (unaccounted.length > 0) {
    log('openzfs-releases.json lacks a change of a default; add its commit there. Nothing was written.');
    return EXIT.differs;
  }
  if (differences.length === 0) {
    log(
      `${counted(derived.problems, 'problem')} and ${counted(derived.tags, 'tag')} derived: no difference.`,
    );
    return EXIT.settled;
  }
  const where = `${counted(differences.length, 'difference')} in ${counted(files.size, 'file')}`;
  if (wanted.check) {
    log(`${where}; without --check they are written.`);
    return EXIT.differs;
  }
  for (const [file, text] of files) writeFileSync(join(content, file), text);
  log(`${where}, written.`);
  return EXIT.settled;
}

/**
 * Runs a derivation.
 * @param argv without the program's name
 * @returns the exit status, see `USAGE`
 */
export function runDerive(argv: readonly string[], output: Output): number {
  try {
    return runUnguarded(argv, output);
  } catch (error) {
    if (!(error instanceof DeriveFault)) throw error;
    output.error(error.message);
    return EXIT.unusable;
  }
}
