/** The machine's architecture as `uname -a`, `uname -m`, `dpkg --print-architecture` and the like print it. */
import type { FoundValue } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';

const ARCHITECTURE =
  '(?:x86_64|amd64|i[3-6]86|aarch64|arm64|armv[67]l|armhf|ppc64le|ppc64el|ppc64|powerpc64le|s390x|riscv64|loongarch64|sparc64|mips64)';

/** `… x86_64 GNU/Linux`: the end of Linux's `uname -a`. */
const UNAME = new RegExp(`(?<![\\w./-])(${ARCHITECTURE}) (?:[\\w()-]+ ){0,8}?GNU/Linux`);
/** FreeBSD's and macOS's `uname -a` end with it. */
const OTHER_UNAME = new RegExp(`^(?:FreeBSD|Darwin) .{1,400}?[ _](${ARCHITECTURE})$`);
const COMMAND = /(?:uname -[mpi]|\barch|dpkg --print-architecture)$/;
const ALONE = new RegExp(`^(${ARCHITECTURE})$`);
const LONGEST_LINE = 500;

/**
 * Finds the architecture.
 * @param text any text; linear in its length, never throws
 * @returns the finds in the order of the text, as printed (`x86_64`, `amd64`)
 */
export function readArchitectures(text: string): FoundValue[] {
  const { lines, spanOf } = plainLinesOf(text);
  let previous = '';
  return lines.flatMap((line): FoundValue[] => {
    if (line.text.length > LONGEST_LINE) return [];
    const answers = COMMAND.test(previous) && ALONE.test(line.text);
    previous = line.text;
    const match =
      UNAME.exec(line.text) ?? OTHER_UNAME.exec(line.text) ?? (answers ? ALONE.exec(line.text) : null);
    const value = match?.[1];
    if (match === null || value === undefined) return [];
    const start = line.start + match.index + match[0].lastIndexOf(value);
    return [{ name: 'architecture', value, span: spanOf(start, start + value.length) }];
  });
}
