/** The terminal checker's arguments. */
import { parseArgs } from 'node:util';
import type { Language } from '../src/i18n/verdict-texts.ts';

export interface Arguments {
  readonly mode: 'person' | 'json' | 'batch' | 'help';
  readonly language: Language;
}

/** Arguments that cannot be used; the message is a sentence. */
export class UsageError extends Error {}

export const USAGE = `usage: npm run --silent check -- [--json | --batch] [--lang en|zh]

Reads a paste from standard input: a kernel command line, the output of zfs version, a kernel log, in any order.
  --json    print the report as one JSON object
  --batch   read one JSON object a line, {"id", "text"?, "commandLine"?, "zfsVersion"?}, and answer each with one line
  --lang    language of the sentences: en (default) or zh

Exit status: 0 nothing affects the system, 1 something does, 3 unknown, 2 unusable input or arguments.
With --batch the exit status is 0 and a line that cannot be used is answered with {"id", "error"}.`;

/**
 * Reads the arguments.
 * @param argv without the program's name
 * @throws UsageError with a sentence for anything unknown or contradictory
 */
export function readArguments(argv: readonly string[]): Arguments {
  const options = {
    json: { type: 'boolean' },
    batch: { type: 'boolean' },
    lang: { type: 'string', default: 'en' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ args: [...argv], options }).values;
    } catch (error) {
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  };
  const { json, batch, lang, help } = parse();
  if (lang !== 'en' && lang !== 'zh') throw new UsageError(`--lang takes en or zh, not "${lang}"`);
  if (json && batch) throw new UsageError('--json and --batch exclude each other');
  return { mode: help ? 'help' : batch ? 'batch' : json ? 'json' : 'person', language: lang };
}
