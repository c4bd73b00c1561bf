import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findIdentifiers, type IdentifierKind, redact } from '../../src/checker/redact.ts';
import { planted, SEPARATORS } from './planted-secrets.ts';

/** For a nightly run: `FAST_CHECK_RUNS=20000`. */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 400);
const PATIENCE = 30_000 + RUNS * 50;

const NOTHING = new Set<string>();
const redacted = (text: string): string => redact(text, findIdentifiers(text), NOTHING);
const found = (text: string): [IdentifierKind, string][] =>
  findIdentifiers(text).map((identifier) => [identifier.kind, identifier.text]);

describe('what is found, kind by kind', () => {
  test.each<[string, string, [IdentifierKind, string][]]>([
    ['a prompt of bash on Debian', 'root@thor:~# zfs version', [['host-name', 'thor']]],
    [
      'a prompt of bash on Fedora',
      '[alice@freya ~]$ uname -r',
      [
        ['user-name', 'alice'],
        ['host-name', 'freya'],
      ],
    ],
    [
      'a coloured prompt',
      '\u001b[01;32mbob@loki\u001b[00m:\u001b[01;34m~\u001b[00m$ ls',
      [
        ['user-name', 'bob'],
        ['host-name', 'loki'],
      ],
    ],
    ['a prompt of openSUSE', 'linux-ab12:~ # zpool status', [['host-name', 'linux-ab12']]],
    ['a prompt of Gentoo', 'odin ~ # zpool status', [['host-name', 'odin']]],
    ['a prompt of FreeBSD', 'heimdall# zpool status', [['host-name', 'heimdall']]],
    [
      'uname -a',
      'Linux thor 6.12.85+deb13-amd64 #1 SMP PREEMPT_DYNAMIC x86_64 GNU/Linux',
      [['host-name', 'thor']],
    ],
    [
      'uname -a with a domain',
      'FreeBSD nas.lan.example 14.1-RELEASE FreeBSD 14.1-RELEASE',
      [['host-name', 'nas.lan.example']],
    ],
    [
      'the kernel’s banner',
      'Linux version 6.11.9 (carl@smithy) (gcc 14.2.1) #1',
      [
        ['user-name', 'carl'],
        ['host-name', 'smithy'],
      ],
    ],
    ['journalctl', 'Nov 22 10:00:00 thor kernel: BUG: Bad page state', [['host-name', 'thor']]],
    ['journalctl in Chinese', '11月 22 10:00:00 thor kernel: BUG: Bad page state', [['host-name', 'thor']]],
    [
      'journalctl -o short-iso-precise',
      '2024-11-22T10:00:00.123456+01:00 thor zed[812]: eid=4',
      [['host-name', 'thor']],
    ],
    [
      'journalctl -o short-full',
      'Fri 2024-11-22 10:00:00 CET thor systemd[1]: Started.',
      [['host-name', 'thor']],
    ],
    ['the fifth part of ip=', 'ip=dhcp4::::edda:eth0:off', [['host-name', 'edda']]],
    ['systemd.hostname', 'systemd.hostname=edda quiet', [['host-name', 'edda']]],
    ['hostnamectl', ' Static hostname: edda', [['host-name', 'edda']]],
    ['the command hostname', '$ hostname\nedda\n', [['host-name', 'edda']]],
    ['a home directory', 'cwd=/home/alice/src', [['user-name', 'alice']]],
    [
      'nfsroot',
      'nfsroot=filer:/srv/boot/edda,ro',
      [
        ['host-name', 'filer'],
        ['pool-or-dataset', '/srv/boot/edda'],
      ],
    ],
    [
      'root=UUID',
      'root=UUID=0a1b2c3d-1111-2222-3333-444455556666 ro',
      [['uuid', '0a1b2c3d-1111-2222-3333-444455556666']],
    ],
    ['the UUID of a FAT', 'UUID=ABCD-1234 /efi', [['uuid', 'ABCD-1234']]],
    [
      'the GUID of a pool',
      'tank  guid  13512349871234987123  -',
      [
        ['pool-or-dataset', 'tank'],
        ['uuid', '13512349871234987123'],
      ],
    ],
    [
      'a disk by its serial number',
      '/dev/disk/by-id/ata-WDC_WD40EFRX-68N32N0_WD-WCC7K1234567-part1',
      [['serial', 'ata-WDC_WD40EFRX-68N32N0_WD-WCC7K1234567']],
    ],
    ['a world wide name', 'wwn-0x50014ee2b1234567', [['serial', 'wwn-0x50014ee2b1234567']]],
    ['smartctl', 'Serial Number:    S4EWNX0M123456', [['serial', 'S4EWNX0M123456']]],
    ['a MAC address', 'link/ether 3c:ec:ef:12:34:56 brd', [['mac-address', '3c:ec:ef:12:34:56']]],
    ['BOOTIF', 'BOOTIF=01-3c-ec-ef-12-34-56', [['mac-address', '01-3c-ec-ef-12-34-56']]],
    ['IPv4', 'ping 192.168.178.20/24', [['ip-address', '192.168.178.20']]],
    [
      'IPv6',
      'inet6 fd00:1234::17/64 and fe80::3eec:efff:fe12:3456%eth0',
      [
        ['ip-address', 'fd00:1234::17'],
        ['ip-address', 'fe80::3eec:efff:fe12:3456%eth0'],
      ],
    ],
    ['IPv6 in full', '2001:db8:0:1:2:3:4:5', [['ip-address', '2001:db8:0:1:2:3:4:5']]],
    ['spl_hostid', 'spl.spl_hostid=0x00bab10c', [['host-id', '0x00bab10c']]],
    ['spl_hostid of modprobe.d', 'options spl spl_hostid=12345678', [['host-id', '12345678']]],
    ['the command hostid', '# hostid\n007f0101\n', [['host-id', '007f0101']]],
    [
      'zpool import',
      'Last accessed by edda (hostid=7f0101) at Tue',
      [
        ['host-name', 'edda'],
        ['host-id', '7f0101'],
      ],
    ],
    ['rd.luks.uuid', 'rd.luks.uuid=luks-12ab rd.luks=1', [['luks', 'luks-12ab']]],
    [
      'luks.options',
      'luks.options=tpm2-device=auto,keyfile-size=64',
      [['luks', 'tpm2-device=auto,keyfile-size=64']],
    ],
    ['rd.luks.key', 'rd.luks.key=/vault/key:UUID=12', [['luks', '/vault/key:UUID=12']]],
    [
      'cryptdevice',
      'cryptdevice=/dev/sda2:vault:allow-discards',
      [['luks', '/dev/sda2:vault:allow-discards']],
    ],
    [
      'netroot=iscsi',
      'netroot=iscsi:carl:hunter22@10.9.8.7::3260:1:disk7',
      [['iscsi', 'carl:hunter22@10.9.8.7::3260:1:disk7']],
    ],
    ['rd.iscsi', 'rd.iscsi.initiator=x7 rd.iscsi.firmware=1', [['iscsi', 'x7']]],
    ['iscsi_ of Debian', 'iscsi_target_name=t9 iscsi_auto', [['iscsi', 't9']]],
    [
      'an iSCSI name',
      'login to iqn.2004-10.com.example:01:abc',
      [['iscsi', 'iqn.2004-10.com.example:01:abc']],
    ],
    ['a password', 'wifi.password="open sesame" quiet', [['token', 'open sesame']]],
    ['a key in JSON', '{"api_key": "x9y8z7"}', [['token', 'x9y8z7']]],
    ['a bearer string', 'Authorization: Bearer abcdef123456', [['token', 'abcdef123456']]],
    [
      'an SSH key',
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ1Z carl@anvil',
      [
        ['token', 'AAAAC3NzaC1lZDI1NTE5AAAAIJ1Z'],
        ['user-name', 'carl'],
        ['host-name', 'anvil'],
      ],
    ],
    [
      'long hexadecimal',
      'id d41d8cd98f00b204e9800998ecf8427e',
      [['token', 'd41d8cd98f00b204e9800998ecf8427e']],
    ],
    [
      'long base64',
      'x3Jd8kQz1LmP0aRt7YwBvC5nHs2Uf9GeXo4I',
      [['token', 'x3Jd8kQz1LmP0aRt7YwBvC5nHs2Uf9GeXo4I']],
    ],
    ['root=ZFS', 'root=ZFS=zroot/ROOT/arch rw', [['pool-or-dataset', 'zroot/ROOT/arch']]],
    [
      'zfs= and bootfs=',
      'zfs=zroot/a bootfs=zroot/b',
      [
        ['pool-or-dataset', 'zroot/a'],
        ['pool-or-dataset', 'zroot/b'],
      ],
    ],
    [
      'GRUB’s path',
      'BOOT_IMAGE=/ROOT/ubuntu_8ch0q2@/boot/vmlinuz-6.8.0-45-generic',
      [['pool-or-dataset', '/ROOT/ubuntu_8ch0q2@']],
    ],
    [
      'zfs get',
      'attic/db\tdirect\tdisabled\tinherited from attic',
      [
        ['pool-or-dataset', 'attic/db'],
        ['pool-or-dataset', 'attic'],
      ],
    ],
    [
      'zpool status',
      '  pool: attic\n state: ONLINE\n\tattic   ONLINE  0 0 0\n\t  sda   ONLINE  0 0 0',
      [
        ['pool-or-dataset', 'attic'],
        ['pool-or-dataset', 'attic'],
      ],
    ],
    [
      'a mount below a pool',
      '  pool: attic\nopen /attic/letters/to-eve.txt failed',
      [
        ['pool-or-dataset', 'attic'],
        ['pool-or-dataset', 'attic/letters/to-eve.txt'],
      ],
    ],
    [
      'a pool in a kernel message',
      "WARNING: Pool 'attic' has encountered an uncorrectable I/O failure",
      [['pool-or-dataset', 'attic']],
    ],
    ['an e-mail address', 'write to alice.b@mail.example.org.', [['email', 'alice.b@mail.example.org']]],
    [
      'a URL with a password',
      'https://carl:hunter22@git.lan/x',
      [
        ['user-name', 'carl'],
        ['token', 'hunter22'],
        ['host-name', 'git.lan'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
    for (const [, words] of expected) expect(redacted(text)).not.toContain(words);
  });
});

describe('near-misses: what says something about the problem and nothing about the person', () => {
  test.each([
    'zfs-2.3.99-90_g38c0324c0f',
    'zfs-0.6.5.3-1 zfs-kmod-0.6.5.11-1ubuntu3',
    'zfs-2.2.6-pve1',
    '6.8.12-4-pve 6.12.85+deb13-amd64 5.14.0-427.el9.x86_64',
    'firmware version 10.2.3.4',
    'init_on_alloc=0 init_on_free=1 page_poison=on zfs.zfs_dio_enabled=1 quiet splash ro',
    'rd.luks=0 rd.iscsi.firmware=1 root=ZFS=AUTO boot=zfs ip=dhcp root=/dev/sda1',
    'vconsole.keymap=us keyboard=de hotkey=1',
    '[Fri Nov 22 10:00:00 2024] BUG: Bad page state in process fio  pfn:10a2b3',
    '2024-11-22T10:00:00,123456+01:00 mem auto-init: stack:all(zero), heap alloc:off, heap free:off',
    '[    0.000000] Kernel command line: init_on_alloc=0',
    'RIP: 0010:zfs_uio_get_dio_pages_alloc+0x1a3/0x2f0 [zfs]',
    'entry_SYSCALL_64_after_hwframe+0x76/0x7e',
    'CONFIG_INIT_ON_ALLOC_DEFAULT_ON=y',
    'raw: 0017ffffc0001000 dead000000000100 dead000000000122 0000000000000000',
    'Code: 48 8b 05 1a 2b 3c 00 48 85 c0 74 0d',
    'pci 0000:00:1f.2: [8086:a352] type 00',
    'commit 38c0324c0f1d2e3b4a5968778695a4b3c2d1e0ff of zfs',
    'https://github.com/openzfs/zfs/issues/16689',
    'git@github.com:openzfs/zfs.git',
    'Started zfs-mount.service, getty@tty1.service',
    'errors: No known data errors',
    'mirror-0 ONLINE 0 0 0\nsda ONLINE 0 0 0\nnvme0n1p3 ONLINE 0 0 0\nlogs',
    '127.0.0.1 ::1 0.0.0.0 255.255.255.0',
    'spl_hostid=0',
    'Serial: 8250/16550 driver, 32 ports',
    'cat /proc/cmdline > out.txt',
    'Docker version 27.3.1, build ce12230',
    'std::string usb-storage 10:00:00',
    'root@localhost:~# exit',
    'Linux version 6.12.85+deb13-amd64',
    'NAME PROPERTY VALUE SOURCE',
    'I use the default',
  ])('%s stays as it is', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('leaves a kernel release alone that holds the name of the host', () => {
    expect(redacted('root@pve:~# uname -r\n6.8.12-4-pve')).toBe('root@[host-1]:~# uname -r\n6.8.12-4-pve');
    expect(redacted('root@thor:~# uname -r\n6.12.1-thor')).toContain('6.12.1-thor');
  });
});

describe('one identifier, one replacement', () => {
  const text =
    'alice@thor:~$ ssh loki\nNov 22 10:00:00 loki kernel: x\nNov 22 10:00:01 thor kernel: y\n(thor, loki)';

  it('gives the same words the same number wherever they stand', () => {
    expect(redacted(text)).toBe(
      '[user-1]@[host-1]:~$ ssh [host-2]\nNov 22 10:00:00 [host-2] kernel: x\nNov 22 10:00:01 [host-1] kernel: y\n([host-1], [host-2])',
    );
  });

  it('gives a piece the numbers of the whole', () => {
    expect(redact('ssh loki', findIdentifiers(text), NOTHING)).toBe('ssh [host-2]');
  });

  it('leaves in what the person chose', () => {
    expect(redact(text, findIdentifiers(text), new Set(['loki']))).toContain(
      'ssh loki\nNov 22 10:00:00 loki kernel',
    );
  });

  it('tells the same numbers of two texts that were searched apart from each other', () => {
    const both = [...findIdentifiers('root@thor:~# '), ...findIdentifiers('root@loki:~# ')];
    expect(redact('thor loki', both, NOTHING)).toBe('[host-1] [host-2]');
  });

  it('hides the datasets that the caller knows, and what lies below them', () => {
    const identifiers = findIdentifiers('see vault7/x and /vault7/y.txt', { datasets: ['vault7/x'] });
    expect(identifiers.map(({ text: words }) => words)).toEqual(['vault7/x', 'vault7/y.txt']);
  });

  it('finds a pool with an ordinary name in paths, and not in sentences', () => {
    expect(redacted('  pool: data\nread data of /data/private/x')).toBe(
      '  pool: [dataset-1]\nread data of /[dataset-2]',
    );
  });
});

describe('properties', () => {
  const noise = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.string({ unit: 'binary', maxLength: 10 }),
        fc.constantFrom(
          'Bad page state',
          'zfs',
          'root@',
          '`',
          '"',
          '=',
          '://',
          '\u001b[31m',
          '，主机',
          '[host-1]',
        ),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(' '));
  const separator = fc.constantFrom(...SEPARATORS);
  const facts = [
    'zfs-kmod-2.3.99-90_g38c0324c0f',
    'init_on_alloc=0',
    '6.11.9-zen1-1-zen',
    'zfs_dio_enabled=1',
  ];

  it(
    'planted secrets of every kind never survive, facts do',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(noise, planted, separator), { minLength: 1, maxLength: 6 }),
          fc.constantFrom(...facts),
          (parts, fact) => {
            const text = [
              ...parts.flatMap(([before, { text: secret }, between]) => [before, between, secret]),
              fact,
            ].join('\n');
            const result = redacted(text);
            for (const [, { secrets }] of parts)
              for (const secret of secrets) expect(result).not.toContain(secret);
            expect(result).toContain(fact);
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'redacting twice is redacting once',
    () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(noise, planted), { maxLength: 5 }), (parts) => {
          const once = redacted(parts.flatMap(([before, { text }]) => [before, text]).join('\n'));
          expect(redacted(once)).toBe(once);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'the order of the fragments does not matter for what is hidden',
    () => {
      fc.assert(
        fc.property(fc.array(planted, { minLength: 1, maxLength: 5 }), (parts) => {
          const words = (texts: string[]) =>
            new Set(findIdentifiers(texts.join('\n\n')).map(({ text }) => text));
          const texts = parts.map(({ text }) => text);
          expect(words([...texts].reverse())).toEqual(words(texts));
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it(
    'never throws, and every place is where it says',
    () => {
      fc.assert(
        fc.property(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 300 })), (text) => {
          let reached = 0;
          for (const { start, end, text: words } of findIdentifiers(text)) {
            expect(start).toBeGreaterThanOrEqual(reached);
            expect(words).toBe(text.slice(start, end));
            reached = end;
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it.each([
    'a',
    '=',
    '@',
    'a@',
    'a/',
    '0:',
    '1.',
    '"',
    'key="',
    '://a',
    'zfs get ',
    'a b ',
    '-----BEGIN PRIVATE KEY-----',
    '\n',
    ' ',
    '/home/',
    '`',
    'root=ZFS=a/b ',
    'pool: a/b/c\n',
    'A1b',
  ])('a hostile text of %j is read in linear time', (unit) => {
    const time = (size: number) => {
      const text = unit.repeat(size / unit.length);
      const start = performance.now();
      redact(text, findIdentifiers(text), NOTHING);
      return performance.now() - start;
    };
    time(2_000);
    expect(time(120_000)).toBeLessThan(Math.max(1_500, 40 * time(12_000)));
  });
});
