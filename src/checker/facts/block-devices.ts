/** `lsblk -o NAME,TYPE,FSTYPE` (lsblk(8)): the block devices of a machine and what their first bytes say they hold. */
import { type Placed, readRows } from './whole-outputs.ts';

export type BlockDevice = Placed<{
  readonly name: string;
  /** `disk`, `part`, `crypt`, `lvm`, `loop`, …: device mapper's devices are named after what made them. */
  readonly type: string;
  /** `zfs_member`, `crypto_LUKS`, `ext4`, …; null: nothing known. */
  readonly content: string | null;
}>;

/** Contents that say something without the rest of the listing. */
const TELLING = new Set(['zfs_member', 'crypto_LUKS', 'DM_integrity']);

/** A branch of the tree in UTF-8 or ASCII, a name, a type, and perhaps a content. */
const ROW =
  /^(?:[\s│├└─|`-]{0,60}[─-])?([^\s│├└─|`]\S{0,255})\s+([a-z][a-z0-9_-]{1,30})(?:\s+([A-Za-z][\w.-]{0,60}))?$/;

/**
 * Finds the devices of whole listings, and elsewhere members of pools and what lies below encryption.
 * @param text any text; linear in its length, never throws
 */
export const readBlockDevices = (text: string): BlockDevice[] =>
  readRows(text, {
    command: /^lsblk -o NAME,TYPE,FSTYPE$/,
    header: /^NAME\s+TYPE\s+FSTYPE$/,
    isHeaderNeeded: true,
    read: (line) => {
      const [, name, type, content = null] = ROW.exec(line) ?? [];
      return name === undefined || type === undefined ? null : { name, type, content };
    },
    speaksAlone: ({ content }) => content !== null && TELLING.has(content),
  });
