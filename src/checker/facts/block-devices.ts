/** `lsblk -o NAME,TYPE,FSTYPE` (lsblk(8)): the block devices of a machine and what their first bytes say they hold. */
import type { Span } from '../types.ts';
import type { Line } from './pasted-text.ts';
import { plainLinesOf } from './plain-lines.ts';
import { wholeOutputs } from './whole-outputs.ts';

export interface BlockDevice {
  readonly name: string;
  /** `disk`, `part`, `crypt`, `lvm`, `loop`, …: device mapper's devices are named after what made them. */
  readonly type: string;
  /** `zfs_member`, `crypto_LUKS`, `ext4`, …; null: nothing known. */
  readonly content: string | null;
  readonly span: Span;
}

/** All block devices of a machine. */
export interface BlockDeviceListing {
  readonly devices: readonly BlockDevice[];
}

export const LIST_BLOCK_DEVICES = 'lsblk -o NAME,TYPE,FSTYPE';

const HEADER = /^NAME\s+TYPE\s+FSTYPE$/;
/** A branch of the tree in UTF-8 or ASCII, a name, a type, and perhaps a content. */
const ROW =
  /^(?:[\s│├└─|`-]{0,60}[─-])?([^\s│├└─|`]\S{0,255})\s+([a-z][a-z0-9_-]{1,30})(?:\s+([A-Za-z][\w.-]{0,60}))?$/;

type SpanOf = (start: number, end: number) => Span;

function deviceIn({ text, start }: Line, spanOf: SpanOf): BlockDevice | null {
  const [row, name, type, content = null] = ROW.exec(text) ?? [];
  if (row === undefined || name === undefined || type === undefined) return null;
  return { name, type, content, span: spanOf(start, start + text.length) };
}

/**
 * Finds the devices of dm-crypt that hold a member of a pool: type `crypt`, content `zfs_member`.
 * @param text any text, also a part of a listing; linear in its length, never throws
 */
export function readEncryptedMembers(text: string): BlockDevice[] {
  if (!text.includes('zfs_member')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return lines.flatMap((line) => {
    const device = deviceIn(line, spanOf);
    return device?.type === 'crypt' && device.content === 'zfs_member' ? [device] : [];
  });
}

/**
 * Finds whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export function readBlockDevices(text: string): BlockDeviceListing[] {
  if (!text.includes(LIST_BLOCK_DEVICES)) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return wholeOutputs(lines, [LIST_BLOCK_DEVICES]).flatMap((output) => {
    const [header, ...rows] = output.lines;
    if (header === undefined || !HEADER.test(header.text)) return [];
    const devices = rows.flatMap((row) => deviceIn(row, spanOf) ?? []);
    return devices.length === rows.length && devices.length > 0 ? [{ devices }] : [];
  });
}
