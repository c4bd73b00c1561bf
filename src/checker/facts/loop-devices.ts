/** `losetup -n -O NAME,DIO,BACK-MAJ:MIN` (losetup(8)): the loop devices and the device that each one's file lies on. */
import { type Placed, readRows } from './whole-outputs.ts';

export type LoopDevice = Placed<{
  readonly name: string;
  /** The major number of the device that holds the file. Filesystems without a device of their own have 0. */
  readonly major: number;
}>;

const ROW = /^\/dev\/(loop\d{1,6})\s+[01]\s+(\d{1,4}):\d{1,8}$/;

/**
 * Finds the rows of loop devices.
 * @param text any text; linear in its length, never throws
 */
export const readLoopDevices = (text: string): LoopDevice[] =>
  readRows(text, {
    read: (line) => {
      const [, name, major] = ROW.exec(line) ?? [];
      return name === undefined ? null : { name, major: Number(major) };
    },
  });
