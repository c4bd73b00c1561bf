/**
 * What one command printed, from its first line to its last. Only of such an output can it be said that something does
 * not stand in it: the command is shown above it, and what follows below it is no longer its output.
 */
import type { Span } from '../types.ts';
import type { Line } from './pasted-text.ts';
import { plainLinesOf } from './plain-lines.ts';

export interface WholeOutput {
  /** The line with the command. */
  readonly shown: Line;
  /** Without empty lines. */
  readonly lines: readonly Line[];
}

/** `== lsblk -o NAME,TYPE,FSTYPE ==`: `collect.sh` prints it over every output, and one more at its end. */
const LABEL = /^== (\S.{0,200}) ==$/;

/** The mark at the end of a prompt, and what follows: a command or nothing. */
const MARK = /^([^#$%❯]{0,300})([#$%❯])(?: (?:sudo )?(.*))?$/;
/** What stands before the mark: nothing, `[user@host ~]`, `root@host:~`, `user@host ~ `, `host:~ `, `host ~ `, `host`. */
const BEFORE_MARK = /^(?:\[[^\]]+\]|[\w.-]+@[\w.-]+(?:[: ]\S*)? ?|[\w.-]+:\S* ?|[\w.-]+ ~ ?|[\w.-]*)$/;
/** zsh's mark is also the sign of a percentage, at the end of a row. */
const BEFORE_PERCENT = /^(?:[\w.-]+@[\w.-]+(?:[: ]\S*)? ?)?$/;
const LONGEST_LINE = 1000;

/** The command that a line shows: empty after a bare prompt, null if the line shows none. */
function commandIn({ text }: Line): string | null {
  if (text.length > LONGEST_LINE) return null;
  const label = LABEL.exec(text)?.[1];
  if (label !== undefined) return label;
  const [prompt, before, mark, command = ''] = MARK.exec(text) ?? [];
  if (prompt === undefined || before === undefined) return null;
  return (mark === '%' ? BEFORE_PERCENT : BEFORE_MARK).test(before) ? command.trim() : null;
}

/**
 * Finds the whole outputs of some commands.
 * @param lines the plain lines of a text; the work is linear
 * @param command as `collect.sh` and the pages of the problems write it
 */
export function wholeOutputs(lines: readonly Line[], command: RegExp): WholeOutput[] {
  const found: WholeOutput[] = [];
  let open: { readonly shown: Line; readonly lines: Line[] } | null = null;
  for (const line of lines) {
    const shown = commandIn(line);
    if (shown === null) {
      if (line.text !== '') open?.lines.push(line);
      continue;
    }
    if (open !== null) found.push(open);
    open = command.test(shown) ? { shown: line, lines: [] } : null;
  }
  return found;
}

/** How the output of a command looks. */
interface Format<Row> {
  /** What a line says; null: it is no row. */
  readonly read: (line: string) => Row | null;
  /** The command, as `collect.sh` labels it and as the pages of the problems write it. */
  readonly command?: RegExp;
  readonly header?: RegExp;
  /** The first line is the header in any case: an error message may look like a row. */
  readonly isHeaderNeeded?: boolean;
  /** Whether a row says something without the others; all do if nothing is given. */
  readonly speaksAlone?: (row: Row) => boolean;
}

export type Placed<Row> = Row & {
  readonly span: Span;
  /** Part of a whole output, in which every line was understood. */
  readonly isWhole: boolean;
};

const NOTHING = /^\b$/;

/**
 * Reads the rows of a format: those of whole outputs, and others that speak alone.
 * @param text any text; linear in its length, never throws
 */
export function readRows<Row>(
  text: string,
  { read, command = NOTHING, header = NOTHING, isHeaderNeeded, speaksAlone = () => true }: Format<Row>,
): Placed<Row>[] {
  const { lines, spanOf } = plainLinesOf(text);
  const rowIn = (line: Line) => (line.text.length > LONGEST_LINE ? null : read(line.text));
  const whole = new Set<Line>();
  for (const output of wholeOutputs(lines, command)) {
    const hasHeader = header.test(output.lines[0]?.text ?? '');
    const rows = hasHeader ? output.lines.slice(1) : output.lines;
    if (isHeaderNeeded && !hasHeader) continue;
    if (rows.every((line) => rowIn(line) !== null)) for (const line of rows) whole.add(line);
  }
  return lines.flatMap((line) => {
    const row = rowIn(line);
    const isWhole = whole.has(line);
    if (row === null || !(isWhole || speaksAlone(row))) return [];
    return [{ ...row, isWhole, span: spanOf(line.start, line.start + line.text.length) }];
  });
}
