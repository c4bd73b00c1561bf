/**
 * What the text shows of how a machine is used, for the conditions that are about that. An answer is given only where
 * the evidence shows the very thing: `true` as soon as one place shows it, `false` only from a whole output that shows
 * all places where it could be. Anything else is left open.
 */
import { type Fragments, type InBox, inBox } from './paste.ts';
import type { Evidence, Span, ZfsVersion } from './types.ts';

export interface UsageFact {
  /** The id of the condition in the problem's data. */
  readonly id: string;
  readonly value: boolean;
  readonly evidence: Evidence;
}

type Answer = Omit<UsageFact, 'id'> | null;
interface Shown {
  readonly span: Span;
}
/** The rows of outputs that show all there is. */
const wholeOf = <Row extends { readonly isWhole: boolean }>(rows: readonly InBox<Row>[]): InBox<Row>[] =>
  rows.filter(({ found }) => found.isWhole);

const shown = ({ box, found }: InBox<Shown>): Evidence => inBox(box, found.span);
const yes = (found: InBox<Shown> | undefined): Answer =>
  found === undefined ? null : { value: true, evidence: shown(found) };
const no = (found: InBox<Shown> | undefined): Answer =>
  found === undefined ? null : { value: false, evidence: shown(found) };

/** zvols are `zd<minor>` (OpenZFS, module/os/linux/zfs/zvol_os.c). */
const isZvol = (name: string): boolean => /^zd\d/.test(name);

/** Swap on a zvol. A mapped device (LUKS, LVM) may lie on one, unless the machine has none. */
function swapOnZvol(fragments: Fragments): Answer {
  const { swapDevices, missingSwap } = fragments;
  const onZvol = swapDevices.find(({ found }) => found.isZvol);
  if (onZvol !== undefined) return yes(onZvol);
  const [missing] = missingSwap;
  if (swapDevices.length === 0 && missing !== undefined) {
    return { value: false, evidence: inBox(missing.box, missing.found) };
  }
  const devices = wholeOf(fragments.blockDevices);
  const hasNoZvol = devices.length > 0 && !devices.some(({ found }) => isZvol(found.name));
  return hasNoZvol || swapDevices.every(({ found }) => !found.isMapped) ? no(swapDevices[0]) : null;
}

/**
 * Types that lsblk(8) prints of devices that are not dm-crypt: it takes the type of a mapped device from the beginning
 * of its UUID (util-linux, misc-utils/lsblk.c, get_type()). `dm`, one without, may be dm-crypt.
 */
const NOT_ENCRYPTED = /^(?:disk|part|lvm|loop|rom|mpath|md|raid\d+)$/;

/**
 * A pool on LUKS or dm-crypt. `crypt` is what lsblk calls every device of cryptsetup, dm-integrity too: it is LUKS where
 * a device holds LUKS and none dm-integrity. A machine without any such device has no pool on one.
 */
function luks(fragments: Fragments): Answer {
  const [vdev] = fragments.encryptedVdevs;
  if (vdev !== undefined) return yes(vdev);
  const holds = (content: string) => fragments.blockDevices.some(({ found }) => found.content === content);
  const member = fragments.blockDevices.find(
    ({ found }) => found.type === 'crypt' && found.content === 'zfs_member',
  );
  if (member !== undefined) return holds('crypto_LUKS') && !holds('DM_integrity') ? yes(member) : null;
  const devices = wholeOf(fragments.blockDevices);
  const isPlain = devices.every(
    ({ found }) => NOT_ENCRYPTED.test(found.type) && found.content !== 'crypto_LUKS',
  );
  return isPlain ? no(devices.find(({ found }) => found.content === 'zfs_member')) : null;
}

/** Dedup is on for a dataset *and* it is written to in a certain way: only that it is off everywhere settles it. */
function dedup({ settings }: Fragments): Answer {
  const isOff = settings.every(({ found }) => found.isDeduplicated !== true);
  const whole = wholeOf(settings);
  return isOff && whole.every(({ found }) => found.isDeduplicated === false) ? no(whole[0]) : null;
}

function encryptionAndDedup({ settings }: Fragments): Answer {
  const both = settings.find(({ found }) => found.isDeduplicated && found.isEncrypted);
  if (both !== undefined) return yes(both);
  const whole = wholeOf(settings);
  const isNever = whole.every(({ found }) => found.isDeduplicated === false || found.isEncrypted === false);
  return isNever ? no(whole[0]) : null;
}

/**
 * A loop device whose file is on ZFS. `losetup` does not tell the filesystem; but a filesystem on a block device has
 * that device's major number, and ZFS an anonymous one, which is 0 (Linux, fs/super.c, set_anon_super()).
 */
function loopDevice(fragments: Fragments): Answer {
  const devices = wholeOf(fragments.blockDevices);
  const loops = devices.filter(({ found }) => found.type === 'loop');
  const [loop] = loops;
  if (loop === undefined) return no(devices[0]);
  const elsewhere = new Set(
    fragments.loopDevices.filter(({ found }) => found.major > 0).map(({ found }) => found.name),
  );
  const isUnclear = fragments.loopDevices.some(({ found }) => found.major === 0);
  return !isUnclear && loops.every(({ found }) => elsewhere.has(found.name)) ? no(loop) : null;
}

const GIB = 1024 ** 3;
const TIB = 1024 ** 4;
/**
 * The borders of problem 17886, 256 GiB and 64 TB, with room for what the printed size leaves out: rounding, the part
 * of the last metaslab, and whether a TB has 1000 or 1024 GB.
 */
const SMALL_IN_ANY_BUILD = 248 * GIB;
const SMALL_IN_A_RELEASE = 57 * TIB;
const LARGE = 65 * TIB;
/** The names of top-level vdevs of several devices (`zpool_vdev_name()`). */
const GROUP = /^(?:mirror|raidz[123]|draid[123](?::\w+)*)-\d+$/;

/** Whether a build lies before the line of development in which 256 GiB are too much, 2.4. */
function isBefore24(version: ZfsVersion | null): boolean {
  const [major, minor] = (version?.release ?? '').split('.').map(Number);
  return major !== undefined && minor !== undefined && (major < 2 || (major === 2 && minor < 4));
}

function largeVdev({ sizes, pools }: Fragments, module: ZfsVersion | null): Answer {
  const large = sizes.find(({ found }) => GROUP.test(found.name) && (found.bytes ?? 0) > LARGE);
  if (large !== undefined) return yes(large);
  const poolNames = new Set(pools.map(({ found }) => found.name));
  const vdevs = sizes.filter(({ found }) => found.bytes !== null && !poolNames.has(found.name));
  const [largest] = vdevs.sort((a, b) => (b.found.bytes ?? 0) - (a.found.bytes ?? 0));
  const limit = isBefore24(module) ? SMALL_IN_A_RELEASE : SMALL_IN_ANY_BUILD;
  return (largest?.found.bytes ?? 0) <= limit ? no(largest) : null;
}

function clonedBlocks({ cloning }: Fragments): Answer {
  const active = cloning.find(({ found }) => found.isActive);
  return active === undefined ? no(cloning[0]) : yes(active);
}

/**
 * The answers that a paste gives.
 * @param module the version of the running module; null: not known or contradicted
 * @returns at most one for each condition
 */
export function readUsage(fragments: Fragments, module: ZfsVersion | null): UsageFact[] {
  const answers: Readonly<Record<string, Answer>> = {
    'swap-on-zvol': swapOnZvol(fragments),
    luks: luks(fragments),
    dedup: dedup(fragments),
    'encryption-and-dedup': encryptionAndDedup(fragments),
    'loop-device': loopDevice(fragments),
    'large-vdev': largeVdev(fragments, module),
    'cloned-blocks': clonedBlocks(fragments),
  };
  return Object.entries(answers).flatMap(([id, answer]) => (answer === null ? [] : [{ id, ...answer }]));
}
