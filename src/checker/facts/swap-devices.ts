import type { Span } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';

export interface FoundSwapDevice {
  /** `/dev/zd0`, or a link under `/dev/zvol/`: the device of a volume in a pool. */
  readonly isZvol: boolean;
  readonly span: Span;
}

/**
 * A row of `/proc/swaps` or of `swapon --show` (swapon(8)): device, kind, and the size in KiB or with a unit. The
 * kernel prints spaces in names as `\040`.
 */
const ROW = /^(\/[^\s]{1,300})\s+(?:partition|file)\s+\d[\d.]*[BKMGTP]?(?:\s|$)/;

/** zvol devices are named `zd<minor>`; udev links them by dataset under `/dev/zvol` (OpenZFS, `udev/rules.d`). */
const ZVOL = /^\/dev\/(?:zd\d+(?:p\d+)?$|zvol\/)/;

/**
 * Finds the swap devices in use: rows of `swapon --show` and `/proc/swaps`.
 * @param text any text; linear in its length, never throws
 * @returns the devices in the order of the text; the span is the row
 */
export function readSwapDevices(text: string): FoundSwapDevice[] {
  const { lines, spanOf } = plainLinesOf(text);
  return lines.flatMap((line) => {
    const match = ROW.exec(line.text);
    if (match === null) return [];
    return [{ isZvol: ZVOL.test(match[1] ?? ''), span: spanOf(line.start, line.start + line.text.length) }];
  });
}
