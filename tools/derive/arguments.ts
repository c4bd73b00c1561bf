/** The arguments of `npm run derive`. */
import { parseArgs } from 'node:util';
import { DeriveFault } from './fault.ts';

export interface Arguments {
  /** Folder of the clone, with or without a work tree. */
  readonly openzfs: string;
  /** Folder with `openzfs-releases.json` and `problems/`; null: the project's own. */
  readonly content: string | null;
  /** A commit of master or a date; null: the state that `openzfs-releases.json` names. */
  readonly to: string | null;
  readonly check: boolean;
}

export const USAGE = `usage: npm run derive -- --openzfs CLONE [--check] [--to COMMIT|DATE] [--content FOLDER]

Computes what follows from OpenZFS's git history and writes it into content/: openzfs-releases.json, and in each
problem.yaml what is said of its commits, the windows and the affected tags. Comments and everything else stay.
  --openzfs  a local clone of OpenZFS with its tags and release branches (git clone, or git clone --mirror)
  --check    change nothing; print what differs
  --to       take the history up to this commit of master, or to the end of this date (2026-08-21), instead of up to
             the commit that openzfs-releases.json names
  --content  the folder to read and write, instead of the project's content/

Exit status: 0 nothing differs, or all of it was written; 1 something differs; 2 unusable arguments, clone or content.`;

/**
 * Reads the arguments.
 * @param argv without the program's name
 * @returns the arguments, or null if help is wanted
 * @throws DeriveFault with a sentence for anything unknown or missing
 */
export function readArguments(argv: readonly string[]): Arguments | null {
  const options = {
    openzfs: { type: 'string' },
    content: { type: 'string' },
    to: { type: 'string' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ args: [...argv], options }).values;
    } catch (error) {
      throw new DeriveFault(error instanceof Error ? error.message : String(error));
    }
  };
  const { openzfs, content = null, to = null, check, help } = parse();
  if (help) return null;
  if (openzfs === undefined) throw new DeriveFault('--openzfs is missing: the folder of a clone of OpenZFS.');
  return { openzfs, content, to, check };
}
