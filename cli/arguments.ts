/** The terminal checker's arguments. */
import { parseArgs } from 'node:util';
import type { Language } from '../src/i18n/verdict-texts.ts';

export interface Arguments {
  readonly mode: 'person' | 'json' | 'batch' | 'help';
  readonly language: Language;
  /** Only these problems are judged; empty: all of them. */
  readonly problems: readonly string[];
  /** Empty: standard input is read. */
  readonly files: readonly string[];
}

/** Arguments that cannot be used; the message is a sentence. */
export class UsageError extends Error {}

export const USAGE = `usage: npm run --silent check -- [--json | --batch] [--lang en|zh] [--problem N]... [FILE...]
   or: openzfs-problem-notes-check [--json | --batch] [--lang en|zh] [--problem N]... [FILE...]

Reads a paste from standard input: a kernel command line, the output of zfs version, a kernel log, in any order.
With files, reads one system from each and prints a table: file, kernel module, kernel, and what affects it.
  --json    print the report as one JSON object; with files, an array of reports whose "id" is the file's name
  --batch   read one JSON object a line, {"id", "text"?, "commandLine"?, "zfsVersion"?}, and answer each with one line
  --lang    language of the sentences: en (default) or zh
  --problem judge by this problem only, such as 16689; may be given several times

Exit status: 0 nothing affects the system as far as the paste can tell, 1 something does, 3 more evidence is needed,
2 unusable input or arguments. What nobody has established and what depends on how the machine is used does not count
as 3; the report names it.
With files: 1 if any system is affected, else 3 if any is unknown, else 2 if any file cannot be used, else 0.
A file that cannot be read or used is said in the table, or answered with {"id", "error"}, and stops nothing.
With --batch the exit status is 0 and a line that cannot be used is answered with {"id", "error"}.`;

/**
 * Reads the arguments.
 * @param argv without the program's name
 * @returns the mode, the language and the files
 * @throws UsageError with a sentence for anything unknown or contradictory
 */
export function readArguments(argv: readonly string[]): Arguments {
  const options = {
    json: { type: 'boolean' },
    batch: { type: 'boolean' },
    lang: { type: 'string', default: 'en' },
    problem: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ args: [...argv], options, allowPositionals: true });
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  };
  const {
    values: { json, batch, lang, problem, help },
    positionals,
  } = parse();
  if (lang !== 'en' && lang !== 'zh') throw new UsageError(`--lang takes en or zh, not "${lang}"`);
  if (json && batch) throw new UsageError('--json and --batch exclude each other');
  if (batch && positionals.length > 0)
    throw new UsageError('--batch reads standard input and takes no files');
  return {
    mode: help ? 'help' : batch ? 'batch' : json ? 'json' : 'person',
    language: lang,
    problems: problem ?? [],
    files: positionals,
  };
}
