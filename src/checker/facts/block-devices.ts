/** `lsblk -o NAME,TYPE,FSTYPE` (lsblk(8)): the block devices of a machine and what their first bytes say they hold. */
import { type Placed, readRows, readWholeRows } from './whole-outputs.ts';

export type BlockDevice = Placed<{
  readonly name: string;
  /** `disk`, `part`, `crypt`, `lvm`, `loop`, …: device mapper's devices are named after what made them. */
  readonly type: string;
  /** `zfs_member`, `crypto_LUKS`, `ext4`, …; null: nothing known. */
  readonly content: string | null;
}>;

/** A branch of the tree in UTF-8 or ASCII, a name, a type, and perhaps a content. */
const ROW =
  /^(?:[\s│├└─|`-]{0,60}[─-])?([^\s│├└─|`]\S{0,255})\s+([a-z][a-z0-9_-]{1,30})(?:\s+([A-Za-z][\w.-]{0,60}))?$/;

function read(line: string): Omit<BlockDevice, 'span'> | null {
  const [, name, type, content = null] = ROW.exec(line) ?? [];
  return name === undefined || type === undefined ? null : { name, type, content };
}

/**
 * Finds the devices of dm-crypt that hold a member of a pool: type `crypt`, content `zfs_member`.
 * @param text any text, also a part of a listing; linear in its length, never throws
 */
export const readEncryptedMembers = (text: string): BlockDevice[] =>
  text.includes('zfs_member')
    ? readRows(text, read).filter(({ type, content }) => type === 'crypt' && content === 'zfs_member')
    : [];

/**
 * Finds the devices of whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export const readBlockDevices = (text: string): BlockDevice[] =>
  readWholeRows(text, {
    commands: ['lsblk -o NAME,TYPE,FSTYPE'],
    header: /^NAME\s+TYPE\s+FSTYPE$/,
    isHeaderNeeded: true,
    read,
  });
