import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** What a paste shows of how a machine is used: an answer only where the evidence shows the very thing. */

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

function judged(text: string) {
  const result = judge({ text: `zfs-kmod-2.3.4-1\n${text}` }, knowledge);
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

/** The answers, by the id of the condition. */
const answers = (text: string): Record<string, boolean> =>
  Object.fromEntries(judged(text).system.usage.map(({ id, value }) => [id, value]));

const evidenceOf = (text: string, id: string): string | undefined =>
  judged(text).system.usage.find((fact) => fact.id === id)?.evidence.text;

/** An output as `collect.sh` prints it, and as it looks between two prompts. */
const section = (command: string, ...lines: string[]): string =>
  [`== ${command} ==`, ...lines, '', '== end =='].join('\n');
const session = (command: string, ...lines: string[]): string =>
  [`root@nas:~# ${command}`, ...lines, 'root@nas:~#'].join('\n');

const LSBLK = 'lsblk -o NAME,TYPE,FSTYPE';
const HEADER = 'NAME        TYPE  FSTYPE';
const PLAIN = [HEADER, 'sda         disk', '|-sda1      part  zfs_member', '`-sda9      part'];

describe('a pool on LUKS (15533)', () => {
  it.each([
    ['lsblk', `${HEADER}\nsda disk crypto_LUKS\n└─tank_crypt crypt zfs_member`],
    ['lsblk in ASCII', 'sda disk crypto_LUKS\n`-tank_crypt crypt zfs_member'],
    [
      'a device by its UUID in zpool status',
      'dm-uuid-CRYPT-LUKS2-01776eeb5259431f971aa6a12a9bd1fb-luks-01776eeb-5259-431f-971a-a6a12a9bd1fb  ONLINE  3  14  0',
    ],
    [
      'a device by the name of an installer in zpool status',
      '\t  luks-01776eeb-5259-431f-971a-a6a12a9bd1fb  DEGRADED  3  14  0  too many errors',
    ],
    ['zpool status -P', '/dev/mapper/luks-01776eeb-5259-431f-971a-a6a12a9bd1fb  ONLINE  0  0  0'],
  ])('is shown by %s', (_, text) => expect(answers(text).luks).toBe(true));

  it.each([
    ['collect.sh', section(LSBLK, ...PLAIN)],
    ['a session', session(LSBLK, ...PLAIN)],
    ['a session with sudo', session(`sudo ${LSBLK}`, ...PLAIN)],
    [
      'a machine with LVM beside the pool',
      section(LSBLK, ...PLAIN, 'sdb disk LVM2_member', '`-vg-root lvm ext4'),
    ],
  ])('is not there where no device is one of dm-crypt: %s', (_, text) => {
    expect(answers(text).luks).toBe(false);
    expect(evidenceOf(text, 'luks')).toContain('sda1');
  });

  it.each([
    ['a listing without its command', PLAIN.join('\n')],
    ['a listing without its end', [`$ ${LSBLK}`, ...PLAIN].join('\n')],
    ['a listing of one disk', session(`${LSBLK} /dev/sda`, ...PLAIN)],
    ['a listing without branches', session('lsblk -d -o NAME,TYPE,FSTYPE', ...PLAIN)],
    ['a listing with dots for a piece', session(LSBLK, ...PLAIN, '[...]')],
    ['a listing that was cut', section(LSBLK, ...PLAIN, '(12 more lines left out)')],
    ['no member of a pool, as in a container', section(LSBLK, HEADER, 'sda disk', '`-sda1 part')],
    ['dm-crypt beside the pool', section(LSBLK, ...PLAIN, 'sdb disk crypto_LUKS', '`-x crypt ext4')],
    ['LVM on LUKS', section(LSBLK, ...PLAIN, '`-c crypt LVM2_member', '`-vg-z lvm zfs_member')],
    ['a locked container', section(LSBLK, ...PLAIN, 'sdb disk crypto_LUKS')],
    ['a mapped device without a kind', section(LSBLK, ...PLAIN, '`-x dm zfs_member')],
    ['a name that only sounds like it', 'sda3_crypt  ONLINE  0  0  0'],
    ['one row, which may be dm-integrity', '| `-tank_crypt crypt zfs_member'],
    [
      'dm-integrity',
      section(LSBLK, HEADER, 'sda disk DM_integrity', '`-x crypt zfs_member', 'sdb disk crypto_LUKS'),
    ],
    ['dm-verity', 'dm-uuid-CRYPT-VERITY-0177-root  ONLINE  0  0  0'],
    [
      'a line of the log',
      'zio pool=chest vdev=/dev/mapper/luks-01776eeb-5259-431f-971a-a6a12a9bd1fb error=5',
    ],
  ])('stays open with %s', (_, text) => expect(answers(text)).not.toHaveProperty('luks'));

  it('is there where one listing shows it, whatever another says', () => {
    const text = `${section(LSBLK, ...PLAIN)}\nsdb disk crypto_LUKS\n\`-x crypt zfs_member`;
    expect(answers(text).luks).toBe(true);
  });
});

const SETTINGS = 'zfs get encryption,dedup';
const GET = 'zfs get -r -t filesystem,volume encryption,dedup';
const row = (dataset: string, property: string, value: string) =>
  `${dataset}  ${property}  ${value}  default`;

describe('dedup (17120), and dedup with encryption (18812)', () => {
  it.each([
    ['collect.sh', section(SETTINGS, '2 encryption=aes-256-gcm dedup=off', '12 encryption=off dedup=off')],
    [
      'zfs get',
      session(
        GET,
        'NAME  PROPERTY  VALUE  SOURCE',
        row('t', 'encryption', 'aes-256-gcm'),
        row('t', 'dedup', 'off'),
      ),
    ],
    [
      'the command of 17120',
      session(
        'zfs get -r -t filesystem,volume dedup,sync,logbias,volblocksize',
        row('t', 'dedup', 'off'),
        row('t', 'sync', 'standard'),
        row('t', 'logbias', 'latency'),
        't  volblocksize  -  -',
      ),
    ],
  ])('are both ruled out where dedup is off everywhere: %s', (_, text) => {
    expect(answers(text)).toMatchObject({ dedup: false, 'encryption-and-dedup': false });
  });

  it('dedup alone is not enough for 17120, and rules 18812 out without encryption', () => {
    const text = section(SETTINGS, '1 encryption=off dedup=on', '12 encryption=aes-256-gcm dedup=off');
    expect(answers(text)).toEqual({ 'encryption-and-dedup': false });
  });

  it.each([
    ['a count', '1 encryption=aes-256-gcm dedup=sha256,verify'],
    ['two rows', `${row('t/a', 'encryption', 'on')}\n${row('t/a', 'dedup', 'verify')}`],
  ])('with encryption on the same dataset it is 18812: %s', (_, text) => {
    expect(answers(text)).toEqual({ 'encryption-and-dedup': true });
  });

  it.each([
    ['rows without their command', `${row('t', 'encryption', 'off')}\n${row('t', 'dedup', 'off')}`],
    ['both on, of different datasets', `${row('t', 'encryption', 'on')}\n${row('u', 'dedup', 'on')}`],
    [
      'a command for one dataset',
      session('zfs get -r encryption,dedup tank/a', row('tank/a', 'dedup', 'off')),
    ],
    ['an error', section(SETTINGS, "bad property list: invalid property 'encryption'")],
    ['an error below', section(SETTINGS, '1 encryption=off dedup=off', 'internal error: out of memory')],
    ['nothing', section(SETTINGS, '(no filesystems)')],
  ])('stay open with %s', (_, text) => expect(answers(text)).toEqual({}));
});

describe('a loop device on ZFS (17277)', () => {
  const WITH_LOOPS = section(LSBLK, HEADER, 'loop0 loop squashfs', 'loop1 loop ext4', 'sda disk');
  const losetup = (...lines: string[]) => section('losetup', ...lines);

  it('is not there on a machine without a loop device', () => {
    expect(answers(section(LSBLK, ...PLAIN))['loop-device']).toBe(false);
  });

  it('is not there where every file lies on a block device', () => {
    const text = `${WITH_LOOPS}\n${losetup('/dev/loop0 1 254:0', '/dev/loop1 0 8:17')}`;
    expect(answers(text)['loop-device']).toBe(false);
  });

  it.each([
    ['an anonymous device, as ZFS has', losetup('/dev/loop0 1 254:0', '/dev/loop1 0 0:38')],
    ['a row that is missing', losetup('/dev/loop0 1 254:0')],
    ['a number that only root sees', losetup('/dev/loop0 1', '/dev/loop1 0')],
    ['the files alone', losetup('/dev/loop0 0 0 0 0 /tank/a.img 0 512', '/dev/loop1 0 0 0 0 /b.img 0 512')],
    ['lsblk alone', ''],
  ])('stays open with %s', (_, text) => {
    expect(answers(`${WITH_LOOPS}\n${text}`)).not.toHaveProperty('loop-device');
  });

  it('an error in the place of a listing is none', () => {
    expect(answers(session(LSBLK, 'Permission denied'))).toEqual({});
  });

  it('an empty losetup alone is not enough: a container may have no such devices', () => {
    expect(answers(session('losetup -l'))).toEqual({});
  });
});

describe('swap on a zvol (7734)', () => {
  it.each([
    ['swapon --show', session('swapon --show')],
    ['collect.sh', section('swap', 'Filename\t\tType\t\tSize\t\tUsed\t\tPriority')],
    ['FreeBSD', section('swap', 'Device          1K-blocks     Used    Avail Capacity')],
  ])('is not there without swap: %s', (_, text) => expect(answers(text)).toEqual({ 'swap-on-zvol': false }));

  it('is read from FreeBSD’s swapinfo', () => {
    expect(answers('/dev/ada0p3  2097152  0  2097152  0%')).toEqual({ 'swap-on-zvol': false });
    expect(answers('/dev/zvol/zroot/swap  2097152  0  2097152  0%')).toEqual({ 'swap-on-zvol': true });
  });

  it('stays open where swap lies on a mapped device, unless the machine has no zvol', () => {
    const swap = '/dev/dm-1 partition 999420 0 -2';
    expect(answers(swap)).toEqual({});
    expect(answers(`${swap}\n${section(LSBLK, ...PLAIN, 'zd0 disk swap')}`)).not.toHaveProperty(
      'swap-on-zvol',
    );
    expect(answers(`${swap}\n${section(LSBLK, ...PLAIN)}`)['swap-on-zvol']).toBe(false);
  });

  it.each([
    ['a part of a file', 'Filename Type Size Used Priority'],
    ['an empty file', section('swap')],
    ['an error', section('swap', '(cannot read /proc/swaps)')],
  ])('stays open with %s', (_, text) => expect(answers(text)).toEqual({}));
});

describe('a large vdev (17886)', () => {
  const list = (...lines: string[]) => section('zpool list -v', 'NAME  SIZE', ...lines);
  const answer = (text: string) => answers(text)['large-vdev'];
  const withVersion = (version: string, text: string) => {
    const result = judge({ text: `zfs-kmod-${version}\n${text}` }, knowledge);
    if ('fault' in result) throw new Error(result.fault);
    return result.system.usage.find(({ id }) => id === 'large-vdev')?.value;
  };

  it('is not one of 4 TB with a release before 2.4', () => {
    expect(answer(list('tank 3985729650688', 'mirror-0 3985729650688', 'sda1 4000771850240'))).toBe(false);
  });

  it.each([
    ['2.4.99-135_gea125eeb5d', undefined],
    ['2.4.0-rc3', undefined],
    ['2.3.99-90_g38c0324c0f', false],
    ['2.2.8-1', false],
  ])('of 4 TB with %s: %s', (version, expected) => {
    expect(withVersion(version, list('tank 3985729650688', 'sda1 3985729650688'))).toBe(expected);
  });

  it('is not one of 200 GiB with any version', () => {
    expect(withVersion('2.4.99-135_gea125eeb5d', list('tank 199G', 'sda1 200G'))).toBe(false);
  });

  it('is a group above 65 TiB', () => {
    expect(answer(list('vault 79164837199872', 'raidz2-0 79164837199872'))).toBe(true);
    expect(answer(list('vault 72T', 'draid2:4d:11c:1s-0 72T'))).toBe(true);
  });

  it('is not the pool: many small vdevs make a large one', () => {
    const pool = '  pool: tank\n state: ONLINE\nerrors: No known data errors\n';
    const rows = list('tank 100T', 'mirror-0 50T', 'mirror-1 50T');
    expect(answer(pool + rows)).toBe(false);
    expect(answer(rows)).toBeUndefined();
  });

  it.each([
    ['sizes near the border', list('tank 60T', 'raidz2-0 60T')],
    ['a listing without its command', 'NAME SIZE\ntank 1T\nsda 1T'],
    ['a listing without its end', '$ zpool list -v\nNAME SIZE\ntank 1T\nsda 1T'],
    ['no pools', section('zpool list -v', 'no pools available')],
  ])('stays open with %s', (_, text) => expect(answer(text)).toBeUndefined());

  it('the columns of the default are read too', () => {
    const text = session(
      'zpool list -v',
      'NAME        SIZE  ALLOC   FREE  CKPOINT  EXPANDSZ   FRAG    CAP  DEDUP    HEALTH  ALTROOT',
      'tank       1.81T  1.20T   629G        -         -    10%    66%  1.00x    ONLINE  -',
      '  mirror-0 1.81T  1.20T   629G        -         -    10%  66.1%      -    ONLINE',
      '    sda    1.82T      -      -        -         -      -      -      -    ONLINE',
      'cache          -      -      -        -         -      -      -      -  -',
      '  sdb       120G   100G    20G        -         -     0%  83.3%      -    ONLINE',
    );
    expect(answer(text)).toBe(false);
  });
});

describe('cloned blocks (17886)', () => {
  const GET_CLONING = 'zpool get feature@block_cloning';
  const pool = (name: string, state: string) => `${name}  feature@block_cloning  ${state}  local`;

  it('are there as soon as the feature is active in one pool', () => {
    expect(answers(`${pool('a', 'enabled')}\n${pool('b', 'active')}`)).toEqual({ 'cloned-blocks': true });
  });

  it('are not there where all pools are shown and it is active in none', () => {
    expect(answers(section(GET_CLONING, pool('a', 'enabled'), pool('b', 'disabled')))).toEqual({
      'cloned-blocks': false,
    });
  });

  it.each([
    ['rows without their command', pool('a', 'enabled')],
    ['a row of one pool', session(`${GET_CLONING} a`, pool('a', 'enabled'))],
    ['an older version', section(GET_CLONING, "bad property list: invalid property 'feature@block_cloning'")],
  ])('stay open with %s', (_, text) => expect(answers(text)).toEqual({}));
});

describe('conditions that no output settles', () => {
  it('stay open whatever was pasted', () => {
    const text = section(LSBLK, ...PLAIN);
    for (const id of ['in-kernel-direct-io', 'read-buffers-reused', 'unaligned-o-direct']) {
      expect(answers(text)).not.toHaveProperty(id);
    }
  });
});
