/** Identifiers of every kind, in the places where terminals and files print them; for property tests. */
import fc from 'fast-check';

export interface Planted {
  readonly text: string;
  /** What must not be seen afterwards. */
  readonly secrets: readonly string[];
}

export const SEPARATORS = ['', 'quiet', '#', '> quoted', '```'];

/** A pseudo-random word: shrinking and bias of fast-check would make words that are no secrets (`aaaa`). */
const random = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })).map((seed) => {
    let state = seed;
    let word = '';
    for (let index = 0; index < length; index += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      word += alphabet.charAt((state >>> 16) % alphabet.length);
    }
    return word;
  });

const LETTERS = 'bcdfghjklmnpqrstvwxz';
const HEX = '0123456789abcdef';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const name = random(LETTERS, 9);
const hex = (length: number) => random(HEX, length);
const word = random(`${LETTERS}0123456789`, 14).map((text) => `q${text}`);
const uuid = hex(32).map((text) => text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
const octet = fc.integer({ min: 1, max: 254 });
const ip4 = fc
  .tuple(
    fc.integer({ min: 10, max: 223 }).filter((first) => first !== 127),
    octet,
    octet,
    octet,
  )
  .map((parts) => parts.join('.'));
const mac = hex(12).map((text) => text.replace(/(..)(?=.)/g, '$1:'));
const ip6 = hex(16).map(
  (text) => `fd${text.slice(0, 2)}:${text.slice(2, 6)}::1${text.slice(6, 9)}:1${text.slice(9, 12)}`,
);

/** Templates with `%` for each secret. */
const plant = (template: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<Planted> =>
  fc.tuple(...parts).map((secrets) => {
    const rest = [...secrets];
    return { text: template.replace(/%/g, () => rest.shift() ?? ''), secrets };
  });

export const planted: fc.Arbitrary<Planted> = fc.oneof(
  plant('%@%:~$ cat /proc/cmdline', name, name),
  plant('[root@% ~]# zfs version', name),
  plant('Linux % 6.12.85-amd64 #1 SMP x86_64 GNU/Linux', name),
  plant('Nov 22 10:00:00 % kernel: BUG: Bad page state in process x', name),
  plant('2024-11-22T10:00:00+01:00 % zed[12]: eid=3', name),
  plant('BOOT_IMAGE=/vmlinuz ip=::::%:eth0:dhcp systemd.hostname=% quiet', name, name),
  plant('Linux version 6.1.0 (%@%) (gcc 12) #1', name, name),
  plant('cwd: /home/%/src', name),
  plant('BOOT_IMAGE=/vmlinuz root=UUID=% ro init_on_free=0', uuid),
  plant('/dev/disk/by-id/ata-ST4000_%-part2', word),
  plant('Serial Number: %', word),
  plant('link/ether % brd', mac),
  plant('inet % and inet6 %', ip4, ip6),
  plant('root=/dev/x spl.spl_hostid=0x1% quiet', hex(7)),
  plant('rd.luks.uuid=% rd.luks.key=/%.key:UUID=% init_on_alloc=0', uuid, name, uuid),
  plant('cryptdevice=UUID=%:%:allow-discards root=/dev/mapper/%', uuid, name, name),
  plant('netroot=iscsi:%:%@%::3260::iqn.2010-01.org.x:% ro', name, word, ip4, name),
  plant('rd.iscsi.username=% rd.iscsi.password=% iscsi_initiator=%', name, word, word),
  plant('login iqn.2010-01.org.x:%', word),
  plant('password=% secret: % token="%"', word, word, word),
  plant('Authorization: Bearer %', word),
  plant('ssh-ed25519 % %@%', random(BASE64, 68), name, name),
  plant(
    'id %',
    hex(32).filter((text) => new Set(text).size > 6),
  ),
  plant('digest %', random(BASE64, 48)),
  plant('BOOT_IMAGE=/vmlinuz root=ZFS=%/ROOT/% init_on_alloc=0', name, name),
  plant('zfs=%/% bootfs=%/root', name, name, name),
  plant('%/%\tdirect\tdisabled\tlocal', name, name),
  plant('NAME  PROPERTY  VALUE  SOURCE\n%/%  direct  standard  inherited from %', name, name, name),
  plant(
    '  pool: %\n state: ONLINE\nconfig:\n\n\tNAME  STATE  READ WRITE CKSUM\n\t%  ONLINE  0 0 0\n',
    name,
    name,
  ),
  plant('mail %@%.example.org now', name, name),
  plant('https://%:%@x.example/y', name, word),
  plant('NAME TYPE FSTYPE\nsda disk crypto_LUKS\n`-%  crypt zfs_member', name),
  plant('sda 8:0 0 3.6T 0 disk\n└─%_crypt 254:0 0 3.6T 0 crypt', name),
  plant('|-%-%  lvm  ext4', name, name),
  plant('/dev/loop0         0      0         1  0 /srv/%/%.img   0     512', name, name),
  plant('/dev/loop3: [0042]:34 (/srv/%/disk.img)', name),
  plant('/mnt/%/swap.bin                        file\t\t2097148\t0\t-3', name),
  plant('NAME      SIZE\n%   3985729650688\n  sda1   4000771850240', name),
  plant('%\tfeature@block_cloning\tactive\tlocal', name),
  plant('%/%  dedup  on  inherited from %', name, name, name),
  plant('zio pool=% vdev=/dev/mapper/% error=5 type=2 offset=4204544 size=1024', name, name),
  plant('\t  dm-uuid-CRYPT-LUKS2-%-luks-%  ONLINE       0     0     0', hex(32), uuid),
);
