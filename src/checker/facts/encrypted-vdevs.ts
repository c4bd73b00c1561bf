/** Rows of `zpool status` whose name says that the device is one of dm-crypt. */
import { type Placed, readRows } from './whole-outputs.ts';

/**
 * udev links a device by the UUID that its maker gave it (lvm2, udev/13-dm-disk.rules); cryptsetup begins it with CRYPT
 * and the kind (lib/libdevmapper.c, dm_prepare_uuid()). CRYPT-VERITY and CRYPT-INTEGRITY are not dm-crypt.
 */
const BY_UUID = 'dm-uuid-CRYPT-(?:LUKS[12]|PLAIN|TCRYPT|LOOPAES|BITLK|FVAULT2)-\\S{1,255}';
/** `luks-` and the UUID of the container: systemd-cryptsetup-generator(8) for `luks.uuid=`, and most installers. */
const BY_NAME = '(?:dm-name-)?luks-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
const ROW = new RegExp(
  `^(?:/dev/(?:mapper|disk/by-id)/)?(?:${BY_UUID}|${BY_NAME})\\s+(?:ONLINE|DEGRADED|FAULTED|OFFLINE|UNAVAIL)\\s+\\d`,
);

/**
 * Finds devices of dm-crypt in `zpool status`.
 * @param text any text; linear in its length, never throws
 * @returns the rows
 */
export const readEncryptedVdevs = (text: string): Placed<object>[] =>
  readRows(text, { read: (line) => (ROW.test(line) ? {} : null) });
