/**
 * Where identifiers stand: one pattern for each place in which a terminal, a log or a configuration file prints
 * something that names a person or a machine. Data for `redact.ts`. Every pattern begins at something fixed or at the
 * beginning of a word and has bounded or single-class repetition, so that all of them together are linear.
 */

export type IdentifierKind =
  | 'host-name'
  | 'user-name'
  | 'uuid'
  | 'serial'
  | 'mac-address'
  | 'ip-address'
  | 'host-id'
  | 'luks'
  | 'iscsi'
  | 'token'
  | 'pool-or-dataset'
  | 'email';

/** What one group of a pattern holds; null from the function: nothing that identifies. */
type Meaning = IdentifierKind | ((found: string, match: RegExpExecArray) => IdentifierKind | null);

export interface IdentifierPattern {
  /** Flags `dg` at least. */
  readonly pattern: RegExp;
  /** The meaning of each group, in order; the last one holds for all further groups. */
  readonly groups: readonly [Meaning, ...Meaning[]];
  /** False: redacted here only. The name of a build machine (`linux-zen@archlinux`) is an ordinary word elsewhere. */
  readonly everywhere?: false;
}

/** A value after `=` or `:`: quoted, bare, or with a quote that is never closed. Four groups. */
const VALUE = `(?:"([^"\\n]{1,1000})"|'([^'\\n]{1,1000})'|([^\\s"'\`]{1,4096})|["']([^\\s"'\`]{1,4096}))`;
const HOST = '[A-Za-z0-9][\\w-]{0,62}(?:\\.[\\w-]{1,63}){0,10}';
const LABEL_SIGN = '["\']?[ \\t]{0,4}[=:][ \\t]{0,4}';

const VERSION_LIKE = /^v?\d+(?:\.\d+)+/;
const UNIT_FILE = /\.(?:service|timer|mount|socket|target|slice|device|scope|path)$/;
const BUILD_MACHINE_BEFORE = /Linux version \S{1,100} \($/;

const before = ({ input, index }: RegExpExecArray, length: number): string =>
  input.slice(Math.max(0, index - length), index);

/** What follows `://name:` is a password and a host. */
const emailAddress: Meaning = (found, match) =>
  /^git@/.test(found) || UNIT_FILE.test(found) || /:\/\/[^\s/@]{1,64}:$/.test(before(match, 70))
    ? null
    : 'email';

/** Accounts that every machine has, and what stands before the `@` of an address of a public service. */
const EVERYBODYS_ACCOUNT = /^(?:root|git|nobody)$/;

const isBesideAt = (match: RegExpExecArray): boolean =>
  !VERSION_LIKE.test(match[2] ?? '') &&
  !UNIT_FILE.test(match[2] ?? '') &&
  match[1] !== 'git' &&
  match[2] !== 'sha256' &&
  !BUILD_MACHINE_BEFORE.test(before(match, 130));

const userName: Meaning = (found) => (EVERYBODYS_ACCOUNT.test(found) ? null : 'user-name');

/** Words that stand where a host's name could. */
const NO_HOST =
  /^(?:localhost|version|kernel|release|mint|lts|stable|mainline|on|is|and|or|with|from|dhcp|off|on|any|none|unset|unknown|GNU|command|not|no|cd|ls|cat|sh-[\d.]+|bash-[\d.]+|ash|ksh)$/i;
const hostName: Meaning = (found) => (NO_HOST.test(found) || VERSION_LIKE.test(found) ? null : 'host-name');
const PUBLIC_HOST =
  /(?:^|\.)(?:github\.com|gitlab\.com|openzfs\.org|kernel\.org|debian\.org|ubuntu\.com|archlinux\.org)$/i;
const urlHost: Meaning = (found) => (PUBLIC_HOST.test(found) ? null : 'host-name');

/** What the kernel calls disks, and the words of `zpool status` that are no names. */
const KERNEL_DEVICE =
  /^(?:(?:sd|vd|hd|xvd)[a-z]{1,3}\d*|nvme\d+n\d+(?:p\d+)?|nvme\d+|mmcblk\d+(?:p\d+)?|(?:loop|dm-|md|zd|ram|pmem|nbd|sr|da|ada|nda|vtbd)\d+(?:[ps]\d+)*)$/;
const VDEV_GROUP =
  /^(?:(?:mirror|raidz[123]?|draid[123]?(?::\w+)*|spare|replacing|indirect)-\d+|logs?|cache|spares?|special|dedup|NAME|pool|state|status|is|are|was|be|now|device|devices|vdev|disk|all|and|or|the)$/;
const VALUE_WORD =
  /^(?:auto|bootfs|on|off|yes|no|true|false|none|legacy|force|zfs|-|\d|zfsutil|default|local)$/i;
const PLAIN_DIRECTORY =
  /^\/(?:(?:home|boot|root|var|usr|srv|opt|tmp|mnt|etc|proc|sys|dev|run)(?:\/(?:log|lib|tmp|cache|mail|spool|local|efi|games|www|zfs))?)?\/?$/;
const DATASET_NAME = /^\/?[A-Za-z0-9][^\s"'`<>|]*$/;

const diskName: Meaning = (found) =>
  /\d/.test(found) && /_|\d{6}|0x|^dm-|uuid/.test(found) ? 'serial' : null;

const dataset = (found: string): IdentifierKind | null =>
  VALUE_WORD.test(found) ||
  VDEV_GROUP.test(found) ||
  KERNEL_DEVICE.test(found) ||
  PLAIN_DIRECTORY.test(found) ||
  found.startsWith('/dev/') ||
  /[:=]$/.test(found) ||
  !DATASET_NAME.test(found)
    ? null
    : 'pool-or-dataset';

/** A row of a pool: a name, a disk by its serial number, or the number of a missing disk. */
const vdev = (found: string): IdentifierKind | null => {
  if (/^\d{8,20}$/.test(found)) return 'serial';
  return /^(?:ata|scsi|nvme|usb|wwn|mmc|sas|virtio|eui|naa)[-.]/.test(found) ? 'serial' : dataset(found);
};

/** A device that somebody named: device mapper's are listed by that name. */
const mappedDevice: Meaning = (found, match) => {
  if (KERNEL_DEVICE.test(found)) return null;
  return match[0].includes('crypt', match[0].indexOf(found) + found.length) ? 'luks' : 'pool-or-dataset';
};

/** Files that every installer calls like this. */
const ORDINARY_FILE = /^\/(?:(?:var|mnt|opt)\/)?swap(?:file|\.img|\d{0,2})?$/;
const filePath: Meaning = (found) =>
  PLAIN_DIRECTORY.test(found) || ORDINARY_FILE.test(found) ? null : 'pool-or-dataset';

const SIZE = '(?:\\d[\\d.,]{0,12}[KMGTPEZB]{0,2}|-)';
const SOURCE = '(?:local|default|received|temporary|none|-|inherited from (\\S{1,255}))';
/** Properties of zfsprops(7) and zpoolprops(7) that people print, and user properties. */
const PROPERTY =
  '(?:[a-z][\\w.-]{0,60}:[\\w:.-]{1,60}|direct|recordsize|volblocksize|compress(?:ion|ratio)|atime|relatime|sync|primarycache|secondarycache|logbias|mountpoint|mounted|canmount|encryption|encryptionroot|key(?:status|format|location)|checksum|dedup|copies|origin|clones|creation|type|used|available|referenced|quota|refquota|reservation|refreservation|readonly|xattr|acltype|dnodesize|redundant_metadata|special_small_blocks|snapdir|version|guid|createtxg|objsetid|bootfs|ashift|autotrim|autoexpand|autoreplace|comment|cachefile|size|capacity|free|allocated|fragmentation|health|altroot|failmode|feature@\\w{1,60})';
const STATE = '(?:ONLINE|DEGRADED|FAULTED|OFFLINE|UNAVAIL|REMOVED|SUSPENDED|AVAIL|INUSE)';

const NO_ADDRESS = /^(?:0|127|255)\./;
const VERSION_BEFORE =
  /(?:version|ver|release|kernel|linux|firmware|bios|driver|fw|rev|zfs|spl|kmod|\bv)[ \t:=_"'-]{0,4}$/i;
const address4: Meaning = (found, match) => {
  const isAddress = found.split('.').every((part) => Number(part) <= 255);
  return isAddress && !NO_ADDRESS.test(found) && !VERSION_BEFORE.test(before(match, 24))
    ? 'ip-address'
    : null;
};

/** RFC 4291, 2.2: eight groups, or fewer and one `::`. The loopback address says nothing. */
const address6: Meaning = (found) => {
  const text = found.replace(/%.*$/, '');
  const [head = '', tail, ...more] = text.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const all = [...groups(head), ...groups(tail ?? '')];
  const count = all.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
  const whole = tail === undefined ? count === 8 : more.length === 0 && count >= 1 && count <= 7;
  const valid = all.every(
    (group, index) =>
      /^[0-9a-f]{1,4}$/i.test(group) || (index === all.length - 1 && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group)),
  );
  return whole && valid && text !== '::1' ? 'ip-address' : null;
};

/** A commit of a source tree: 40 digits that stand beside a version or a word of version control. */
const COMMIT_BEFORE =
  /(?:zfs|spl|commit|\bgit\b|merge|revert|cherry|version|tree|blob|\d+\.\d+\.\d+)[^\n]*$/i;
const longHexadecimal: Meaning = (found, match) => {
  if (new Set(found.toLowerCase()).size < 5) return null;
  return found.length === 40 && COMMIT_BEFORE.test(before(match, 60)) ? null : 'token';
};

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/];
/** The share of neighbours of another class (small, capital, digit): 0.6 in random base64, below 0.3 in names. */
const RANDOM_SHARE = 0.35;
const longBase64: Meaning = (found) => {
  if (/[-+]0x/.test(found) || !/[a-z]/.test(found) || !/[A-Z]/.test(found)) return null;
  const classes = [...found.replace(/[^A-Za-z\d]/g, '')].map((character) =>
    CLASSES.findIndex((kind) => kind.test(character)),
  );
  const changes = classes.filter((kind, index) => index > 0 && kind !== classes[index - 1]).length;
  return changes >= classes.length * RANDOM_SHARE ? 'token' : null;
};

const hostId: Meaning = (found) => (/^(?:0x)?0*$/.test(found) ? null : 'host-id');
const serialNumber: Meaning = (found) => (found.length < 4 ? null : 'serial');
/** `PWD=` is the shell's working directory. */
const secretWord: Meaning = (found, match) =>
  /^(?:\*+$|[=:])/.test(found) || /^pwd=\//i.test(match[0]) ? null : 'token';

/** In the order of preference where two find the same words. */
export const IDENTIFIER_PATTERNS: readonly IdentifierPattern[] = [
  // dracut.cmdline(7), systemd-cryptsetup-generator(8), mkinitcpio's encrypt hook, Debian's cryptsetup.
  {
    pattern: new RegExp(
      `(?<![\\w])(?:(?:rd\\.)?luks\\.(?:uuid|name|key|options|data|header|partuuid|serial|crypttab)|rd_LUKS_UUID|cryptdevice|cryptkey|cryptopts|crypto)=${VALUE}`,
      'dg',
    ),
    groups: ['luks'],
  },
  { pattern: /(?<![\w.])cryptdevice=[^\s:]{1,255}:([\w.-]{1,128})/dg, groups: ['luks'] },
  { pattern: /(?<![\w.])(?:rd\.)?luks\.name=[0-9A-Fa-f-]{8,36}=([\w.-]{1,128})/dg, groups: ['luks'] },
  { pattern: /(?<![\w/-])(luks-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/dgi, groups: ['luks'] },
  // dracut.cmdline(7), iSCSI; open-iscsi's initramfs hook.
  {
    pattern: /(?<![\w.])(?:net)?root=iscsi:([^\s:@]{1,255}):([^\s@:]{1,255})(?::[^\s@]{0,512})?@/dg,
    groups: ['iscsi'],
  },
  { pattern: /(?<![\w.])(?:net)?root=(?:iscsi|nbd|fcoe|cifs):(\S{1,2048})/dg, groups: ['iscsi'] },
  {
    pattern: new RegExp(
      `(?<![\\w.])(?:rd\\.iscsi\\.(?!firmware|ibft|waitnet|testroute)[\\w.]{1,40}|iscsi_(?!firmware|auto)\\w{1,40}|rd\\.nvmf\\.\\w{1,40}|nvmf\\.\\w{1,40})=${VALUE}`,
      'dg',
    ),
    groups: ['iscsi'],
  },
  { pattern: /(?<![\w.])([in]qn\.\d{4}-\d{2}\.[\w.:-]{1,223})/dg, groups: ['iscsi'] },

  { pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----([A-Za-z0-9+/=\s]+)/dg, groups: ['token'] },
  {
    pattern:
      /(?<![\w-])(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]{1,40}|sk-(?:ssh|ecdsa)-[\w@.-]{1,60})[ \t]{1,4}([A-Za-z0-9+/]{16,}={0,2})/dg,
    groups: ['token'],
  },
  {
    pattern: new RegExp(
      `(?:password|passwd|passphrase|passwort|secret|token|credentials?|密码|口令|密钥|令牌)[\\w-]{0,20}${LABEL_SIGN}${VALUE}`,
      'dgi',
    ),
    groups: [secretWord],
  },
  {
    pattern: new RegExp(
      `(?:(?<![A-Za-z0-9])(?:key|psk|pwd|pass)|(?:api|access|private|secret|auth)key)(?:["'][ \\t]{0,4}:|[ \\t]{0,4}=)[ \\t]{0,4}${VALUE}`,
      'dgi',
    ),
    groups: [secretWord],
  },
  {
    pattern: new RegExp(`--(?:password|passphrase|token|secret|api-key|key)[ \\t]{1,4}${VALUE}`, 'dgi'),
    groups: ['token'],
  },
  { pattern: /systemd\.set_credential(?:_binary)?=([^\s:]{1,255}:\S{1,2048})/dg, groups: ['token'] },
  { pattern: /receive_resume_token[ \t]{1,40}([0-9a-f]-[0-9a-f-]{8,})/dg, groups: ['token'] },
  { pattern: /\b(?:bearer|basic)[ \t]{1,4}([A-Za-z0-9+/=._~-]{8,4096})/dgi, groups: ['token'] },
  {
    pattern:
      /(?<!\w)((?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|sk-|sk_live_|rk_live_)[\w-]{12,})/dg,
    groups: ['token'],
  },
  { pattern: /(?<!\w)(eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/dg, groups: ['token'] },
  {
    pattern: /:\/\/([^\s/@:"'`<>]{1,64}):([^\s/@"'`<>]{1,256})@([\w.-]{1,253})/dg,
    groups: [userName, 'token', urlHost],
  },
  { pattern: /:\/\/([^\s/@:"'`<>]{1,64})@([\w.-]{1,253})/dg, groups: [userName, urlHost] },

  {
    pattern: /(?<![\w-])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?!\w)/dgi,
    groups: ['uuid'],
  },
  {
    pattern:
      /(?:(?<![A-Za-z0-9])(?:PART|FS)?UUID["']?[=:]["']?|\/by-(?:part)?uuid\/|rd\.md\.uuid=)([0-9A-Za-z][0-9A-Za-z:-]{3,63})/dg,
    groups: ['uuid'],
  },
  { pattern: /guid["']?[ \t:=]{1,40}(0x[0-9a-f]{6,16}|\d{8,20})(?!\w)/dgi, groups: ['uuid'] },

  {
    pattern: /\/by-id\/([\w.:+-]{2,255})/dg,
    groups: ['serial'],
  },
  {
    pattern:
      /(?<![\w/-])((?:ata|scsi|nvme|usb|wwn|mmc|sas|virtio|dm-uuid|dm-name|md-uuid|lvm-pv-uuid)-[A-Za-z0-9][\w.:+-]{6,255})/dg,
    groups: [diskName],
  },
  {
    pattern: /(?<![\w-])((?:wwn-)?0x5[0-9a-f]{15}|(?:eui|naa)\.[0-9a-f]{8,32})(?!\w)/dgi,
    groups: ['serial'],
  },
  {
    pattern: new RegExp(
      `(?<![A-Za-z])serial(?:[ _-]?(?:number|no|num|nr)|_short)?\\.?${LABEL_SIGN}(?!8250|AMBA)${VALUE}`,
      'dgi',
    ),
    groups: [serialNumber],
  },
  {
    pattern: /(?<![A-Za-z])S\/?N["']?[ \t]{0,4}[:=][ \t]{0,4}([A-Za-z0-9][\w.-]{3,63})/dg,
    groups: ['serial'],
  },
  { pattern: /序列号[ \t]{0,4}[:=][ \t]{0,4}([A-Za-z0-9][\w.-]{3,63})/dg, groups: ['serial'] },
  { pattern: /\bID_WWN\w{0,24}=(0x[0-9a-f]{6,32})/dg, groups: ['serial'] },

  {
    pattern:
      /(?<![\w:-])((?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){5,6}[0-9a-f]{2}|(?:[0-9a-f]{2}:){19}[0-9a-f]{2})(?![\w:-])/dgi,
    groups: ['mac-address'],
  },
  { pattern: /(?<![\w:-])([0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})(?![\w.:-])/dg, groups: ['mac-address'] },
  { pattern: /(?<![A-Za-z0-9.])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?![\w]|\.\d)/dg, groups: [address4] },
  {
    pattern:
      /(?<![\w:.])((?:[0-9a-f]{1,4}:|:(?=:)){1,8}(?::|(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}(?:\.\d{1,3}){0,3}|(?::[0-9a-f]{1,4}){1,7}(?:\.\d{1,3}){0,3}))?(?:%\w{1,15})?)(?![\w:]|\.\d)/dgi,
    groups: [address6],
  },

  {
    pattern: new RegExp(`spl_hostid${LABEL_SIGN}${VALUE}`, 'dg'),
    groups: [hostId],
  },
  { pattern: /spl_hostid["'`]?[ \t]{0,8}\n[ \t]{0,8}(\d{4,10}|0x[0-9a-f]{1,8})(?!\w)/dg, groups: [hostId] },
  { pattern: /\bhostid[=: \t]{1,4}((?:0x)?[0-9a-f]{5,10})(?!\w)/dgi, groups: [hostId] },
  { pattern: /[#$%>][ \t]{1,4}hostid[ \t]{0,4}\n[ \t]{0,4}([0-9a-f]{8})(?!\w)/dg, groups: [hostId] },
  { pattern: /(?:machine|boot)[_ -]?id[=: \t]{1,4}([0-9a-f]{32})(?!\w)/dgi, groups: ['host-id'] },

  { pattern: /(?<![\w])([0-9a-f]{32,})(?!\w)/dgi, groups: [longHexadecimal] },
  { pattern: /(?<![\w+/-])([\w+/-]{32,}={0,2})/dg, groups: [longBase64] },

  {
    pattern:
      /(?<![\w.+@-])([\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24})(?![\w@-]|\.\w|:[~/]| [~/][^\s\]#$%>]{0,200}[ \]]?[\]#$%>])/dg,
    groups: [emailAddress],
  },
  {
    pattern: /Linux version \S{1,100} \(([^\s@()]{1,64})@([^\s()]{1,253})\)/dg,
    groups: [userName, hostName],
    everywhere: false,
  },
  {
    pattern: new RegExp(`(?<![\\w.+@/-])([A-Za-z_][\\w.+-]{0,63})@(${HOST})(?![@\\w])`, 'dg'),
    groups: [
      (found, match) => (isBesideAt(match) && !EVERYBODYS_ACCOUNT.test(found) ? 'user-name' : null),
      (found, match) => (isBesideAt(match) && !/^localhost$/i.test(found) ? 'host-name' : null),
    ],
  },
  // openSUSE's `host:~ #`, Gentoo's `host ~ #`, FreeBSD's `host# `.
  {
    pattern: /^[ \t]{0,16}([A-Za-z][A-Za-z0-9-]{1,62})(?::(?:~|\/)[^\s#$%>]{0,200} ?| ~ ?)[#$%] /dgm,
    groups: [hostName],
  },
  { pattern: /^[ \t]{0,16}([A-Za-z][A-Za-z0-9.-]{1,62})# (?=[a-z./])/dgm, groups: [hostName] },
  {
    pattern: /[#$%>][ \t]{1,4}hostname(?:[ \t]-[fs])?[ \t]{0,4}\n[ \t]{0,4}([A-Za-z0-9][\w.-]{0,252})/dg,
    groups: [hostName],
  },
  // uname -a.
  {
    pattern: new RegExp(`\\b(?:Linux|FreeBSD|Darwin) (${HOST}) (?=\\d{1,2}\\.\\d\\S{0,100} )`, 'dg'),
    groups: [hostName],
  },
  { pattern: new RegExp(`^[ \\t]{0,16}Linux (${HOST}) (?=\\d{1,2}\\.\\d)`, 'dgm'), groups: [hostName] },
  // syslog and journalctl in every style with a host's name.
  {
    pattern: new RegExp(
      `\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?(?: [A-Z]{3,5})? {1,2}(${HOST}) (?=kernel[:[]|[\\w./@-]{1,64}\\[\\d{1,10}\\]: |(?:sudo|su|zed|audit|systemd|dbus-daemon|root|multipathd): )`,
      'dg',
    ),
    groups: [hostName],
  },
  {
    pattern: /(?<![\w.])ip=(?:(?:\[[0-9a-f:.%]{0,64}\]|[^:\s[\]]{0,64}):){4}([A-Za-z0-9][\w.-]{0,252}):/dgi,
    groups: [hostName],
  },
  { pattern: new RegExp(`(?:hostname|nodename|主机名)${LABEL_SIGN}${VALUE}`, 'dgi'), groups: [hostName] },
  { pattern: /Hostname set to <([\w.-]{1,253})>/dg, groups: [hostName] },
  { pattern: /[Ll]ast accessed by ([\w.-]{1,253})(?= \(hostid)/dg, groups: [hostName] },
  // root/nfs: Documentation/admin-guide/nfs/nfsroot.rst.
  {
    pattern:
      /(?<![\w.])(?:nfsroot=|root=nfs4?:|netroot=nfs4?:)(?:(\[[0-9a-fA-F:.]{2,64}\]|[\w.-]{1,253}):)?(\/[^\s,:"'`]{1,1024})?/dg,
    groups: [(found) => (/^(?:\d+\.){3}\d+$|^\[/.test(found) ? 'ip-address' : 'host-name'), dataset],
  },

  { pattern: /\/(?:home|Users)\/([A-Za-z0-9_][\w.-]{0,63})/dg, groups: [userName] },
  {
    pattern: /(?<!\w)(?:USER|LOGNAME|SUDO_USER|USERNAME|用户名)=([A-Za-z_][\w.-]{0,63})/dg,
    groups: [userName],
  },
  { pattern: /\bsudo(?:\[\d{1,10}\])?: {1,12}([A-Za-z_][\w.-]{0,63}) : /dg, groups: [userName] },
  { pattern: /\b[ug]id=\d{1,10}\(([A-Za-z_][\w.-]{0,63})\)/dg, groups: [userName] },
  {
    pattern:
      /(?:session (?:opened|closed) for user|(?:Accepted|Failed) [\w/-]{1,40} for(?: invalid user)?) ([A-Za-z_][\w.-]{0,63})/dg,
    groups: [userName],
  },

  {
    pattern: /(?<![\w.])(?:root=(?:ZFS=|zfs:)|zfs=|bootfs=|zfs-bootfs=|zbm\.prefer=)([^\s,"'`]{1,512})/dg,
    groups: [dataset],
  },
  // GRUB writes the dataset's path in front of `@`: BOOT_IMAGE=/ROOT/ubuntu_8ch0q2@/boot/vmlinuz-….
  {
    pattern: /(?<![\w.])(?:BOOT_IMAGE|initrd)=(?:\([^\s()]{1,64}\))?(\/[^\s@"'`]{1,512}@)\//dg,
    groups: ['pool-or-dataset'],
  },
  {
    pattern:
      /(?:(?<![A-Za-z0-9])(?:PART)?LABEL=|\/by-(?:part)?label\/|rd\.lvm\.(?:lv|vg)=|\/dev\/mapper\/(?!control))["']?([^\s,"'`]{1,255})/dg,
    groups: ['pool-or-dataset'],
  },
  { pattern: /\/dev\/zvol\/([^\s,"'`]{1,512})/dg, groups: ['pool-or-dataset'] },
  { pattern: /\/kstat\/zfs\/([A-Za-z][\w.:-]{0,254})(?=\/)/dg, groups: [dataset] },
  // lsblk(8): the mapped devices, below another in the tree or with the columns of its default.
  {
    pattern:
      /^[ \t│|]{0,60}(?:[├└]─|[|`]-)([A-Za-z0-9][^\s'"`]{0,254})[ \t]{1,80}(?:crypt|lvm|dm|mpath)(?!\S)/dgm,
    groups: [mappedDevice],
  },
  {
    pattern:
      /^[ \t│├└─|`-]{0,60}([A-Za-z0-9][^\s'"`]{0,254})[ \t]{1,80}\d{1,4}:\d{1,8}[ \t]{1,8}[01][ \t]{1,16}[\d.]{1,8}[BKMGTPE]?[ \t]{1,8}[01][ \t]{1,80}(?:crypt|lvm|dm|mpath)(?!\S)/dgm,
    groups: [mappedDevice],
  },
  // losetup(8): `-l` and `-a`.
  {
    pattern:
      /^[ \t]{0,16}\/dev\/loop\d{1,6}(?:[ \t]{1,80}\d{1,20}){1,6}[ \t]{1,80}(\/\S{1,1024}(?: \S{1,255}){0,8})/dgm,
    groups: [filePath],
  },
  { pattern: /^[ \t]{0,16}\/dev\/loop\d{1,6}: [^\n(]{0,80}\((\/[^\n)]{1,1024})/dgm, groups: [filePath] },
  // /proc/swaps and swapon(8).
  { pattern: /^[ \t]{0,16}(\/[^\s'"`]{1,1024})[ \t]{1,80}file[ \t]{1,16}\d/dgm, groups: [filePath] },
  // The first pool of `zpool list -o name,size`; the others have a `zpool status`.
  {
    pattern:
      /^[ \t]{0,16}NAME[ \t]{1,80}SIZE[ \t]{0,8}\n[ \t]{0,16}([A-Za-z][^\s'"`]{0,254})[ \t]{1,80}\d/dgm,
    groups: [dataset],
  },
  // zfs get and zpool get, zfs list, zpool list, df, mount.
  {
    pattern: new RegExp(
      `^[ \\t]{0,16}([A-Za-z][^\\s'"\`]{0,254})[ \\t]{1,80}${PROPERTY}[ \\t]{1,80}(\\S{1,255})[ \\t]{1,80}${SOURCE}[ \\t]*$`,
      'dgm',
    ),
    groups: [dataset, (found) => (/^\/|^[A-Za-z][\w.:-]*[/@]/.test(found) ? dataset(found) : null), dataset],
  },
  {
    pattern: new RegExp(
      `^[ \\t]{0,16}([A-Za-z][^\\s'"\`]{0,254})(?:[ \\t]{1,80}${SIZE}){3}[ \\t]{1,80}(\\/\\S{0,512}|none|legacy|-)[ \\t]*$`,
      'dgm',
    ),
    groups: [dataset],
  },
  {
    pattern: new RegExp(
      `^[ \\t]{0,16}([A-Za-z][^\\s'"\`]{0,254})(?:[ \\t]{1,80}zfs)?(?:[ \\t]{1,80}${SIZE}){3}[ \\t]{1,80}\\d{1,3}%[ \\t]{1,80}(\\/\\S{0,512})[ \\t]*$`,
      'dgm',
    ),
    groups: [dataset],
  },
  {
    pattern: new RegExp(
      `^[ \\t]{0,16}([A-Za-z][^\\s'"\`]{0,254})(?:[ \\t]{1,80}[\\d.KMGTPEx%-]{1,12}){3,10}[ \\t]{1,80}${STATE}(?![A-Za-z])`,
      'dgm',
    ),
    groups: [dataset],
  },
  { pattern: /^[ \t]{0,16}([A-Za-z][^\s'"`]{0,254}) on (\/\S{0,512}) type zfs /dgm, groups: [dataset] },
  { pattern: /^[ \t]{0,16}([A-Za-z][^\s'"`]{0,254}) (\/\S{0,512}) zfs (?=r[wo][, ])/dgm, groups: [dataset] },
  // zpool status and zpool import.
  { pattern: /^[ \t]{0,16}pool:[ \t]{1,16}(\S{1,255})/dgm, groups: [dataset] },
  {
    pattern: new RegExp(
      `^[ \\t]{0,40}([A-Za-z0-9][^\\s'"\`]{0,254})[ \\t]{1,80}${STATE}(?=[ \\t]{1,40}[\\d(]|[ \\t]*$|[ \\t]{1,40}was )`,
      'dgm',
    ),
    groups: [vdev],
  },
  { pattern: /^[ \t]{1,40}([A-Za-z][^\s'"`]{0,254}):(?=\/|<0x)/dgm, groups: [dataset] },
  // Messages of zfs, zpool, zed and the kernel module.
  {
    pattern:
      /\b(?:pool|dataset|filesystem|volume|snapshot|import|open|mount|unmount|destroy|export|create|receive)[ \t]{1,4}['"]([A-Za-z][^\s'"]{0,254})['"]/dgi,
    groups: [dataset],
  },
  {
    pattern: /(?<![A-Za-z])(?:pool|dataset|pool_name|vdev_pool)=['"]?([A-Za-z][^\s'",;]{0,254})/dg,
    groups: [dataset],
  },
  { pattern: /\bzfs-[a-z-]{2,40}@([A-Za-z][\w.:-]{0,254}?)(?=\.(?:service|timer))/dg, groups: [dataset] },
  // Commands after a prompt.
  {
    pattern:
      /[#$%>][ \t]{1,4}(?:sudo[ \t]{1,4})?zpool[ \t]{1,4}(?:status|list|import|export|scrub|clear|upgrade|iostat|events|history|trim|destroy|create)(?:[ \t]{1,4}-[A-Za-z]{1,10}){0,5}[ \t]{1,4}([A-Za-z][\w.:-]{0,254})(?=[ \t\n]|$)/dg,
    groups: [dataset],
  },
  {
    pattern:
      /\bzfs[ \t]{1,4}(?:get|set|list|create|destroy|snapshot|mount|unmount|send|receive|recv|rollback|inherit|clone|rename|load-key)[ \t](?:[^\s'"`]{1,255}[ \t]{1,4}){0,6}?([A-Za-z][\w.:-]{0,254}[/@][^\s'"`]{0,255})/dg,
    groups: [dataset],
  },
  {
    pattern:
      /\bzfs[ \t]{1,4}(?:get|set)(?:[ \t]{1,4}-[A-Za-z]{1,10}){0,5}[ \t]{1,4}[a-z][\w:,=.-]{1,120}[ \t]{1,4}([A-Za-z][\w.:-]{0,254})(?=[ \t]{0,4}(?:\n|$))/dg,
    groups: [dataset],
  },
];
