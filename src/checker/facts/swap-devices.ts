import type { Span } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';
import { wholeOutputs } from './whole-outputs.ts';

export interface FoundSwapDevice {
  /** `/dev/zd0`, or a link under `/dev/zvol/`: the device of a volume in a pool. */
  readonly isZvol: boolean;
  /** A device of the device mapper (LUKS, LVM): what lies below it is not told. */
  readonly isMapped: boolean;
  readonly span: Span;
}

/**
 * A row of `/proc/swaps` or of `swapon --show` (swapon(8)): device, kind, and the size in KiB or with a unit. The
 * kernel prints spaces in names as `\040`.
 */
const ROW = /^(\/[^\s]{1,300})\s+(?:partition|file)\s+\d[\d.]*[BKMGTP]?(?:\s|$)/;

/** A row of FreeBSD’s swapinfo(8): device, size, used, free, share. */
const FREEBSD_ROW = /^(\/dev\/[^\s]{1,300})(?:\s+\d{1,20}[BKMGTP]?){3}\s+\d{1,3}%$/;

/** zvol devices are named `zd<minor>`; udev links them by dataset under `/dev/zvol` (OpenZFS, `udev/rules.d`). */
const ZVOL = /^\/dev\/(?:zd\d+(?:p\d+)?$|zvol\/)/;
const MAPPED = /^\/dev\/(?:dm-\d|mapper\/)/;

/** What prints the swap in use; the first is the label of `collect.sh`. */
const SWAP_COMMAND = /^(?:swap|swapon --show|cat \/proc\/swaps|swapinfo)$/;
const HEADER = /^(?:Filename\s+Type\s+Size\s+Used\s+Priority|Device\s+\S+\s+Used\s+Avail\s+Capacity)$/;

/**
 * Finds the swap devices in use: rows of `swapon --show`, `/proc/swaps` and FreeBSD’s `swapinfo`.
 * @param text any text; linear in its length, never throws
 * @returns the devices in the order of the text; the span is the row
 */
export function readSwapDevices(text: string): FoundSwapDevice[] {
  const { lines, spanOf } = plainLinesOf(text);
  return lines.flatMap((line) => {
    const device = (ROW.exec(line.text) ?? FREEBSD_ROW.exec(line.text))?.[1];
    if (device === undefined) return [];
    const span = spanOf(line.start, line.start + line.text.length);
    return [{ isZvol: ZVOL.test(device), isMapped: MAPPED.test(device), span }];
  });
}

/**
 * Finds whole outputs that show no swap: `swapon --show` prints nothing then, the others their header alone.
 * @param text any text; linear in its length, never throws
 * @returns the lines with the command
 */
export function readMissingSwap(text: string): Span[] {
  if (!text.includes('swap')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return wholeOutputs(lines, SWAP_COMMAND)
    .filter((output) => output.lines.every((line) => HEADER.test(line.text)))
    .filter(({ shown, lines: printed }) => printed.length > 0 || shown.text.endsWith('swapon --show'))
    .map(({ shown }) => spanOf(shown.start, shown.start + shown.text.length));
}
