/**
 * What one command printed, from its first line to its last. Only of such an output can it be said that something does
 * not stand in it: the command is shown above it, and what follows below it is no longer its output.
 */
import type { Span } from '../types.ts';
import type { Line } from './pasted-text.ts';
import { type PlainLines, plainLinesOf } from './plain-lines.ts';

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
 * @param commands as `collect.sh` and the pages of the problems write them
 */
export function wholeOutputs(lines: readonly Line[], commands: readonly string[]): WholeOutput[] {
  const found: WholeOutput[] = [];
  let open: { readonly shown: Line; readonly lines: Line[] } | null = null;
  for (const line of lines) {
    const command = commandIn(line);
    if (command === null) {
      if (line.text !== '') open?.lines.push(line);
      continue;
    }
    if (open !== null) found.push(open);
    open = commands.includes(command) ? { shown: line, lines: [] } : null;
  }
  return found;
}

/** How the output of a command looks. */
export interface Format<Row> {
  readonly commands: readonly string[];
  readonly header: RegExp;
  /** Whether the first line is the header in any case: an error message may look like a row. */
  readonly isHeaderNeeded: boolean;
  /** What a line says; null: it is no row. */
  readonly read: (line: string) => Row | null;
}

export type Placed<Row> = Row & { readonly span: Span };

const place = <Row>(
  { spanOf }: PlainLines,
  lines: readonly Line[],
  read: Format<Row>['read'],
): Placed<Row>[] =>
  lines.flatMap(({ text, start }) => {
    const row = text.length > LONGEST_LINE ? null : read(text);
    return row === null ? [] : [{ ...row, span: spanOf(start, start + text.length) }];
  });

/**
 * Reads the rows of a format wherever they stand, also without their command.
 * @param text any text; linear in its length, never throws
 */
export function readRows<Row>(text: string, read: Format<Row>['read']): Placed<Row>[] {
  const plain = plainLinesOf(text);
  return place(plain, plain.lines, read);
}

/**
 * Reads the rows of whole outputs in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export function readWholeRows<Row>(
  text: string,
  { commands, header, isHeaderNeeded, read }: Format<Row>,
): Placed<Row>[] {
  const plain = plainLinesOf(text);
  return wholeOutputs(plain.lines, commands).flatMap(({ lines }) => {
    const hasHeader = header.test(lines[0]?.text ?? '');
    if (isHeaderNeeded && !hasHeader) return [];
    const told = hasHeader ? lines.slice(1) : lines;
    const rows = place(plain, told, read);
    return rows.length === told.length ? rows : [];
  });
}
