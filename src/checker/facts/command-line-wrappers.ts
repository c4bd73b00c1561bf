/**
 * Finds kernel command lines in what people paste: an exact `/proc/cmdline`, or a line in a log, a terminal session, a
 * boot loader's configuration, a script, a document or a mail.
 */
import type { FoundCommandLine, Span } from '../types.ts';
import {
  type Finder,
  type FoundPiece,
  findAfterPrompt,
  findBareLine,
  findBootEntry,
  findBootImage,
  findInLog,
  findInLogOnly,
  findList,
  findMarked,
  findPartialEcho,
  findQuotedInText,
  findRun,
  findStrings,
  findSubstitution,
  findVariable,
} from './command-line-finders.ts';
import { readGrubDefaults } from './grub-defaults.ts';
import { unwrapTypography, type WrappedText } from './wrapped-text.ts';

/** In this order: what names its wrapper before what is only known by its words. */
const IN_NOISE: readonly Finder[] = [
  findPartialEcho,
  findInLog,
  findAfterPrompt,
  findList,
  findBootEntry,
  findBootImage,
  findStrings,
  findMarked,
  findBareLine,
  findSubstitution,
  findQuotedInText,
  findRun,
];

/** Wrappers that cannot be a part of the line itself. */
const AROUND_AN_EXACT_LINE: readonly Finder[] = [
  findInLogOnly,
  findAfterPrompt,
  findList,
  findBootEntry,
  findVariable,
];

function firstFind(source: WrappedText, index: number, finders: readonly Finder[]) {
  for (const finder of finders) {
    const find = finder(source, index);
    if (find !== null) return find;
  }
  return null;
}

function spanOf(source: string, offsets: readonly number[]): Span {
  let start = source.length;
  let end = 0;
  for (const offset of offsets) {
    start = Math.min(start, offset);
    end = Math.max(end, offset + 1);
  }
  return { start, end, text: source.slice(start, end) };
}

function findWrapped(text: string, finders: readonly Finder[], anchored: boolean): FoundCommandLine[] {
  const source = unwrapTypography(text);
  const grub = readGrubDefaults(source, { anchored });
  const found: FoundPiece[] = grub.piece === null ? [] : [{ wrapper: 'configuration', piece: grub.piece }];
  let index = 0;
  while (index < source.lines.length) {
    const isUsedUp = grub.lines.has(index) || source.lines[index]?.text === '';
    const find = isUsedUp ? null : firstFind(source, index, finders);
    for (const piece of find?.found ?? []) {
      found.push(piece);
    }
    index = Math.max(index + 1, find?.next ?? 0);
  }
  return found
    .map(({ wrapper, piece }) => ({
      wrapper,
      line: piece.text,
      offsets: piece.offsets,
      span: spanOf(text, piece.offsets),
    }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The text as the line itself, byte for byte; only the line feed or NUL that ends the file is not part of it. */
function exactLine(text: string): FoundCommandLine[] {
  if (text.trim() === '') return [];
  const line = /[\n\0]$/.test(text) ? text.slice(0, -1) : text;
  return [
    {
      wrapper: 'exact',
      line,
      offsets: Array.from({ length: line.length }, (_, index) => index),
      span: { start: 0, end: line.length, text: line },
    },
  ];
}

/**
 * Finds the command lines in a text.
 *
 * With `exact`, the text is meant to be the line, and is it, unchanged, unless it visibly is the line in a wrapper: a
 * log's `Command line:` with no parameter before it, a command that prints the line, GRUB's or another variable at the
 * beginning of a line, a NixOS list, a boot loader's entry.
 *
 * Without, a line is found if it has a wrapper (log, prompt, boot loader, variable, list, `BOOT_IMAGE=`) or if it
 * consists of kernel parameters by the rule in `kernel-parameter-words.ts`: on a line by itself (lines that continue it
 * are joined), in backticks, `**`, quotes or a table's cell, or as four parameters in a row. A sentence that names
 * `init_on_alloc=0` is no command line.
 *
 * Wrapped text is also freed of escape sequences, mail quoting, typographic quotes and the like (`wrapped-text.ts`).
 * @param text any text
 * @returns the lines in the order in which they stand; of a line without characters, nothing. `offsets` leads back to
 *   `text`; a space put between two joined pieces belongs to the last character of the first. Linear; never throws
 */
export function findCommandLines(text: string, { exact }: { readonly exact: boolean }): FoundCommandLine[] {
  if (!exact) return findWrapped(text, IN_NOISE, false);
  const wrapped = findWrapped(text, AROUND_AN_EXACT_LINE, true);
  return wrapped.length > 0 ? wrapped : exactLine(text);
}
