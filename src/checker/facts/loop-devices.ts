/** `losetup -n -O NAME,DIO,BACK-MAJ:MIN` (losetup(8)): the loop devices and the device that each one's file lies on. */
import type { Span } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';

export interface LoopDevice {
  readonly name: string;
  /** The major number of the device that holds the file. Filesystems without a device of their own have 0. */
  readonly major: number;
  readonly span: Span;
}

const ROW = /^\/dev\/(loop\d{1,6})\s+[01]\s+(\d{1,4}):\d{1,8}$/;

/**
 * Finds the rows of loop devices.
 * @param text any text; linear in its length, never throws
 */
export function readLoopDevices(text: string): LoopDevice[] {
  if (!text.includes('/dev/loop')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return lines.flatMap((line) => {
    const [row, name, major] = ROW.exec(line.text) ?? [];
    if (row === undefined || name === undefined) return [];
    return [{ name, major: Number(major), span: spanOf(line.start, line.start + line.text.length) }];
  });
}
