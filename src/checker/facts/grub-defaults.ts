/**
 * `/etc/default/grub`: the two variables of which grub-mkconfig makes the command line of a default entry,
 * `GRUB_CMDLINE_LINUX` first (util/grub.d/10_linux.in).
 */
import { splitWords } from './kernel-parameter-words.ts';
import { quotedStringAt } from './quoted-strings.ts';
import { joinPieces, type Piece, pieceOf, trimPiece, type WrappedText } from './wrapped-text.ts';

type Variable = 'GRUB_CMDLINE_LINUX' | 'GRUB_CMDLINE_LINUX_DEFAULT';

export interface GrubDefaults {
  /** The line that both make; null if no variable is set, or only to nothing. */
  readonly piece: Piece | null;
  /** Indexes of the lines the variables stand on. */
  readonly lines: ReadonlySet<number>;
}

const ASSIGNMENT = /GRUB_CMDLINE_LINUX(_DEFAULT)?[ \t]{0,3}(\+?)=/g;

const mentions = (piece: Piece, variable: Variable): boolean =>
  splitWords(piece.text).some(({ text }) => text === `$${variable}` || text === `\${${variable}}`);

/** Where an unquoted value ends, or one whose quote is not closed. */
const UNQUOTED = /[^\s;|&`"']*/y;

function shellValue(source: WrappedText, position: number, lineEnd: number): { piece: Piece; end: number } {
  const quoted = quotedStringAt(source, position, source.text.length);
  if (quoted !== null) return { piece: trimPiece(quoted.content), end: quoted.end };
  const isOpen = /^\\?["']/.test(source.text.slice(position, position + 2));
  UNQUOTED.lastIndex = position;
  const end = isOpen ? lineEnd : position + (UNQUOTED.exec(source.text)?.[0].length ?? 0);
  return { piece: trimPiece(pieceOf(source, Math.min(position + (isOpen ? 1 : 0), end), end)), end };
}

/**
 * Follows the assignments as the shell would: a later one replaces an earlier one, unless it is `+=` or repeats the
 * variable itself. Comments are none.
 * @param anchored true: only assignments at the beginning of a line, for a text that may be an exact command line
 */
export function readGrubDefaults(source: WrappedText, { anchored }: { anchored: boolean }): GrubDefaults {
  const values: Record<Variable, Piece[]> = { GRUB_CMDLINE_LINUX: [], GRUB_CMDLINE_LINUX_DEFAULT: [] };
  const lines = new Set<number>();
  let consumed = 0;
  for (const [index, { start, text }] of source.lines.entries()) {
    if (text.startsWith('#')) {
      if (text.includes('GRUB_CMDLINE_LINUX')) lines.add(index);
      continue;
    }
    if (start < consumed) lines.add(index);
    for (const match of text.matchAll(ASSIGNMENT)) {
      const position = start + match.index;
      const before = text.slice(0, match.index);
      if (position < consumed || (anchored && before.trim() !== '' && before.trim() !== 'export')) continue;
      const variable: Variable = match[1] === undefined ? 'GRUB_CMDLINE_LINUX' : 'GRUB_CMDLINE_LINUX_DEFAULT';
      const { piece, end } = shellValue(source, position + match[0].length, start + text.length);
      if (match[2] !== '+' && !mentions(piece, variable)) values[variable] = [];
      values[variable].push(piece);
      lines.add(index);
      consumed = end;
    }
  }
  const piece = joinPieces([...values.GRUB_CMDLINE_LINUX, ...values.GRUB_CMDLINE_LINUX_DEFAULT]);
  return { piece: piece.text === '' ? null : piece, lines };
}
