import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Assessment, assess } from '../../src/checker/assess.ts';
import type { Paste } from '../../src/checker/input.ts';
import { readSystem, type System } from '../../src/checker/system.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

function systemOf(paste: Paste): System {
  const read = readSystem(paste, knowledge);
  if ('fault' in read) throw new Error(`unusable: ${read.fault}`);
  return read.system;
}

function zeroPage(paste: Paste): Assessment {
  const problem = knowledge.problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  return assess(systemOf(paste), problem, knowledge);
}

const statusOf = (version: string, text = ''): string =>
  zeroPage({ zfsVersion: `zfs-${version}\nzfs-kmod-${version}`, text }).status;

const codes = ({ reasons }: Assessment): string[] => reasons.map(({ code }) => code);

const REPORTER = 'zfs-2.3.99-90_g38c0324c0f\nzfs-kmod-2.3.99-90_g38c0324c0f';
const ZEN = 'Linux host 6.11.9-zen1-1-zen #1 ZEN SMP PREEMPT_DYNAMIC x86_64 GNU/Linux';

describe('16689, the machines of the reports (issues 16689, 16642, 16594)', () => {
  it('finds the reporter’s machine affected, with silent corruption', () => {
    const verdict = zeroPage({
      commandLine: 'init_on_alloc=0 init_on_free=0',
      zfsVersion: REPORTER,
      text: ZEN,
    });
    expect(verdict).toMatchObject({ status: 'affected', outcome: 'silent-corruption' });
  });

  it('finds the same machine with init_on_alloc=1 affected, but contained', () => {
    const verdict = zeroPage({
      commandLine: 'init_on_alloc=1 init_on_free=0',
      zfsVersion: REPORTER,
      text: ZEN,
    });
    expect(verdict).toMatchObject({ status: 'affected', outcome: 'contained' });
  });

  it('reads everything from one box as well', () => {
    const text = `${ZEN}\n$ cat /proc/cmdline\nBOOT_IMAGE=/vmlinuz-linux-zen root=ZFS=rpool/root init_on_alloc=0 init_on_free=0\n$ zfs version\n${REPORTER}`;
    expect(zeroPage({ text })).toMatchObject({ status: 'affected', outcome: 'silent-corruption' });
  });

  it('cannot place the build of issue 16642, which prints 2.3.99-1', () => {
    expect(statusOf('2.3.99-1')).toBe('unknown');
    expect(statusOf('2.2.99-1')).toBe('unknown');
  });

  it('places the build of issue 16594 in the first window', () => {
    expect(statusOf('2.2.99-857_gb2ca5105b')).toBe('affected');
  });
});

describe('16689, both sides of every border of its windows (facts verified commit by commit)', () => {
  it.each([
    ['2.2.99-699', 'not-affected'],
    ['2.2.99-700', 'affected'],
    ['2.2.99-879', 'affected'],
    ['2.2.99-880', 'dormant'],
    ['2.2.99-890', 'dormant'],
    ['2.3.99-0', 'dormant'],
    ['2.3.99-19', 'dormant'],
    ['2.3.99-20', 'affected'],
    ['2.3.99-95', 'affected'],
    ['2.3.99-96', 'fixed'],
    ['2.3.99-582', 'fixed'],
    ['2.4.99-0', 'fixed'],
    ['2.1.99-2017', 'not-affected'],
  ])('%s on master is %s', (place, status) => {
    expect(statusOf(`${place}_g0123456789`)).toBe(status);
  });

  const expected = (line: string, count: number): string => {
    if (line === '2.2.99') return count < 700 ? 'not-affected' : count < 880 ? 'affected' : 'dormant';
    return count < 20 ? 'dormant' : count < 96 ? 'affected' : 'fixed';
  };

  it('gives every count on master between the first and the last border its status', () => {
    const places = [
      ...Array.from({ length: 891 }, (_, count) => ['2.2.99', count] as const),
      ...Array.from({ length: 200 }, (_, count) => ['2.3.99', count] as const),
    ];
    const wrong = places.filter(
      ([line, count]) => statusOf(`${line}-${count}_g0123456789`) !== expected(line, count),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2.3.0-rc1', 'dormant'],
    ['2.3.0-rc2', 'dormant'],
    ['2.3.0-rc3', 'dormant'],
    ['2.3.0-rc3_32_g0123456789', 'dormant'],
    ['2.3.0-rc3_33_gb673bcba4d', 'fixed'],
    ['2.3.0-rc4', 'fixed'],
    ['2.3.0-rc5', 'fixed'],
    ['2.3.0-1', 'fixed'],
    ['2.3.9', 'fixed'],
    ['2.4.0-rc1', 'fixed'],
    ['2.4.4', 'fixed'],
    ['2.2.7', 'not-affected'],
    ['2.1.5-1ubuntu6', 'not-affected'],
    ['0.8.6-1', 'not-affected'],
    ['2.1.99-1', 'not-affected'],
    ['2.4.99-1', 'fixed'],
  ])('%s is %s', (version, status) => {
    expect(statusOf(version)).toBe(status);
  });

  it('says unknown of a count that master never had, since the build is a fork', () => {
    expect(statusOf('2.2.99-900_g0123456789')).toBe('unknown');
    // rc4 is 53 commits after rc3 (git rev-list --count zfs-2.3.0-rc3..zfs-2.3.0-rc4).
    expect(statusOf('2.3.0-rc3_52_g0123456789')).toBe('fixed');
    expect(statusOf('2.3.0-rc3_53_g0123456789')).toBe('unknown');
  });

  it('says that a bare 2.3.0-rc3 may be a later build with the fix', () => {
    expect(codes(zeroPage({ zfsVersion: 'zfs-kmod-2.3.0-rc3' }))).toContain('candidate-may-be-later');
    expect(codes(zeroPage({ zfsVersion: 'zfs-kmod-2.3.0-rc1' }))).not.toContain('candidate-may-be-later');
  });
});

describe('16689, what keeps the path closed', () => {
  it('finds 2.3.0-rc2 affected once zfs_dio_enabled is 1', () => {
    expect(statusOf('2.3.0-rc2', '/sys/module/zfs/parameters/zfs_dio_enabled:1')).toBe('affected');
    expect(
      zeroPage({ zfsVersion: 'zfs-kmod-2.3.0-rc2', commandLine: 'quiet zfs.zfs_dio_enabled=1' }).status,
    ).toBe('affected');
  });

  it('believes the running parameter more than the command line', () => {
    const verdict = zeroPage({
      zfsVersion: REPORTER,
      commandLine: 'quiet zfs.zfs_dio_enabled=1',
      text: '/sys/module/zfs/parameters/zfs_dio_enabled:0',
    });
    expect(verdict.status).toBe('dormant');
  });

  it('counts direct=disabled only where it covers the whole pool', () => {
    const table = (rows: string) => `NAME  PROPERTY  VALUE  SOURCE\n${rows}`;
    expect(zeroPage({ zfsVersion: REPORTER, text: table('tank  direct  disabled  local') }).status).toBe(
      'dormant',
    );
    const child = zeroPage({ zfsVersion: REPORTER, text: table('tank/db  direct  disabled  local') });
    expect(child.status).toBe('affected');
    expect(codes(child)).toContain('some-datasets-disabled');
  });
});

describe('16689, the module decides', () => {
  it('judges by the module where userland differs, and says so', () => {
    const verdict = zeroPage({ zfsVersion: 'zfs-2.3.4-1\nzfs-kmod-2.3.99-90_g38c0324c0f' });
    expect(verdict.status).toBe('affected');
    expect(codes(verdict)).toContain('userland-differs');
  });

  it('says unknown when only userland is known, however new it is', () => {
    expect(zeroPage({ zfsVersion: 'zfs-2.4.4-1' })).toMatchObject({ status: 'unknown' });
  });

  it('says unknown when two modules contradict each other and the difference matters', () => {
    const text =
      'ZFS: Loaded module v2.3.4-1, ZFS pool version 5000\nZFS: Loaded module v2.3.99-90_g38c0324c0f, ZFS pool version 5000';
    expect(zeroPage({ text }).status).toBe('unknown');
  });

  it('judges by the loaded module when another one is installed on disk, as between an upgrade and the reboot', () => {
    const text =
      'zfs-2.3.4-1\nzfs-kmod-2.3.99-90_g38c0324c0f\n# modinfo zfs\nfilename: /lib/modules/6.12.85/zfs.ko\nversion: 2.3.4-1';
    expect(zeroPage({ text }).status).toBe('affected');
  });

  it('does not let several versions of userland decide anything', () => {
    const text = 'zfs-2.3.4-1\nzfs-kmod-2.3.99-90_g38c0324c0f\nzfs-2.2.7-1';
    expect(zeroPage({ text }).status).toBe('affected');
  });

  it('says unknown when two builds with the defect have different defaults', () => {
    const text = 'ZFS: Loaded module v2.3.99-30_gabc9999, ZFS pool version 5000';
    expect(zeroPage({ zfsVersion: 'zfs-kmod-2.3.99-10_gabc1234', text }).status).toBe('unknown');
  });

  it('finds FreeBSD, Windows and macOS not affected, since the code is in module/os/linux only', () => {
    expect(zeroPage({ text: '#define ZFS_META_ALIAS "zfs-2.3.99-31-FreeBSD_gb2f6de7b5"' }).status).toBe(
      'not-affected',
    );
    expect(statusOf('2.2.99-800-FreeBSD_g0123456789')).toBe('not-affected');
  });
});

describe('16689, the outcome rule (facts/16689, "Outcome rule for the checker")', () => {
  const outcome = (release: string, commandLine: string) =>
    zeroPage({ zfsVersion: REPORTER, commandLine, text: `uname -r\n${release}` }).outcome;

  it('1: a vendor kernel with backports leaves the outcome open', () => {
    expect(outcome('5.14.0-503.23.2.el9_5.x86_64', 'init_on_alloc=0 init_on_free=0')).toBeNull();
  });

  it('2: a hardened kernel with CONFIG_DEBUG_VM contains it', () => {
    expect(outcome('6.11.9-hardened1-1-hardened', 'init_on_alloc=0 init_on_free=0')).toBe('contained');
  });

  it('3: Linux 4.7 to 6.3 corrupts silently whatever the parameters say', () => {
    for (const line of ['init_on_alloc=1', 'init_on_free=1', 'page_poison=1', 'quiet']) {
      expect(outcome('6.1.0-18-amd64', line)).toBe('silent-corruption');
    }
  });

  it('3: debug_pagealloc=on may switch the check on there, so the outcome stays open', () => {
    expect(outcome('6.1.0-18-amd64', 'debug_pagealloc=on')).toBeNull();
  });

  it('4: Linux 6.4 and later with page checks on contains it', () => {
    expect(outcome('6.12.85+deb13-amd64', 'quiet')).toBe('contained');
    expect(outcome('6.12.85+deb13-amd64', 'init_on_alloc=0 init_on_free=1')).toBe('contained');
    expect(outcome('6.12.85+deb13-amd64', 'init_on_alloc=0 page_poison=1')).toBe('contained');
  });

  it('5: Linux 6.4 and later with page checks off corrupts silently, EL10 by default too', () => {
    expect(outcome('6.12.85+deb13-amd64', 'init_on_alloc=0')).toBe('silent-corruption');
    expect(outcome('6.12.0-55.el10.x86_64', 'quiet')).toBe('silent-corruption');
    expect(outcome('6.12.85+deb13-cloud-amd64', 'init_on_alloc=0 page_poison=1')).toBe('silent-corruption');
  });

  it('5: check_pages=1 counts from 6.19 on only', () => {
    expect(outcome('6.19.2-arch1-1', 'init_on_alloc=0 check_pages=1')).toBe('contained');
    expect(outcome('6.18.2-arch1-1', 'init_on_alloc=0 check_pages=1')).not.toBe('contained');
  });

  it('6: an unknown kernel, a kernel before 4.7 or an unknown default leave it open and ask', () => {
    expect(zeroPage({ zfsVersion: REPORTER, commandLine: 'init_on_alloc=0' }).outcome).toBeNull();
    expect(outcome('4.4.0-210-generic', 'quiet')).toBeNull();
    const zen = zeroPage({ zfsVersion: REPORTER, commandLine: 'quiet', text: ZEN });
    expect(zen.outcome).toBeNull();
    expect(zen.next.map(({ code }) => code)).toContain('paste-boot-log');
  });

  it('does not call page checks known while neither command line nor boot log was pasted', () => {
    const verdict = zeroPage({ zfsVersion: REPORTER, text: 'Linux host 6.8.0-63-generic #66-Ubuntu SMP' });
    expect(verdict).toMatchObject({ status: 'affected', outcome: null });
    expect(verdict.next.map(({ code }) => code)).toContain('paste-command-line');
  });

  it('believes the boot log more than the command line', () => {
    const verdict = zeroPage({
      zfsVersion: REPORTER,
      commandLine: 'init_on_alloc=1',
      text: `${ZEN}\n[    0.000000] mem auto-init: stack:all(zero), heap alloc:off, heap free:off`,
    });
    expect(verdict.outcome).toBe('silent-corruption');
  });

  it('concludes nothing from what is missing on a command line that the log may have cut', () => {
    const echo = `[    0.000000] Kernel command line: BOOT_IMAGE=/vmlinuz root=ZFS=rpool/root ${'x'.repeat(960)}`;
    const verdict = zeroPage({
      zfsVersion: REPORTER,
      text: `Linux version 6.8.0-63-generic (buildd@host)\n${echo}`,
    });
    expect(verdict.outcome).toBeNull();
    expect(codes(verdict)).toContain('command-line-cut');
  });
});

describe('16689, what the log shows (transcripts of our reproduction)', () => {
  const evidence = (file: string) =>
    readFileSync(`content/problems/16689-zero-page/evidence/${file}`, 'utf8');
  const caught = evidence('6.12-checks-on-first-write.txt');

  it('points at the lines of a specific signature, and gives the urgent measures though the version is missing', () => {
    const verdict = zeroPage({ text: caught });
    expect(verdict.status).toBe('unknown');
    const lines = verdict.reasons
      .find(({ code }) => code === 'signature-specific')
      ?.evidence.map(({ text }) => text);
    expect(lines?.[0]).toBe('BUG: Bad page state in process zptest  pfn:0bd38');
    expect(verdict.next[0]?.measure).toBe('switch-direct-io-off');
  });

  it('does not stay green when the log contradicts the version', () => {
    const verdict = zeroPage({ zfsVersion: 'zfs-kmod-2.3.4-1', text: caught });
    expect(verdict.status).toBe('unknown');
    expect(codes(verdict)).toContain('log-against-version');
  });

  it('calls a warning without ZFS in its trace weak', () => {
    const verdict = zeroPage({
      zfsVersion: 'zfs-kmod-2.3.4-1',
      text: 'WARNING: CPU: 1 PID: 8386 at mm/gup.c:144 try_grab_folio+0x77/0xc0\n Call Trace:\n get_user_pages_fast+0x47/0x60',
    });
    expect(verdict.status).toBe('fixed');
    expect(codes(verdict)).toContain('signature-weak');
  });
});

describe('input that cannot be used', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['ELF\0\0\0\u0001\u0002', 'binary'],
    ['x'.repeat(1_048_577), 'too-long'],
    ['汉'.repeat(400_000), 'too-long'],
    ['The quick brown fox', 'nothing-recognised'],
  ])('%j is %s', (text, fault) => {
    expect(readSystem({ text }, knowledge)).toMatchObject({ fault });
  });

  it('accepts the NUL that closes a copied /proc/cmdline', () => {
    expect('system' in readSystem({ commandLine: 'init_on_alloc=0\n\0' }, knowledge)).toBe(true);
  });
});

describe('a configuration file of the module (modprobe.d counts from the next load of the module)', () => {
  const assessed = (id: string, text: string): Assessment => {
    const problem = knowledge.problems.find((candidate) => candidate.id === id);
    if (problem === undefined) throw new Error(`problem ${id} is missing`);
    return assess(systemOf({ text }), problem, knowledge);
  };
  const HOST = 'zfs-kmod-2.3.1-1\nLinux host 6.12.90 #1 SMP x86_64 GNU/Linux';

  it.each([
    ['18440', 'zfs_dio_enabled'],
    ['18412', 'zfs_bclone_enabled'],
  ])('does not keep %s closed where it sets %s against the default', (id, name) => {
    const verdict = assessed(id, `${HOST}\n/etc/modprobe.d/zfs.conf:options zfs ${name}=0`);
    expect(verdict).toMatchObject({ status: 'unknown' });
    expect(codes(verdict)).toContain('only-configured');
    expect(verdict.next.map(({ command }) => command)).toContain(`cat /sys/module/zfs/parameters/${name}`);
  });

  it.each([
    ['18440', 'zfs_dio_enabled'],
    ['18412', 'zfs_bclone_enabled'],
  ])('changes nothing for %s where it repeats the default, and the running value decides', (id, name) => {
    expect(assessed(id, `${HOST}\noptions zfs ${name}=1`).status).toBe('affected');
    const both = `${HOST}\noptions zfs ${name}=1\n/sys/module/zfs/parameters/${name}:0`;
    expect(assessed(id, both).status).toBe('dormant');
  });
});

describe('builds at the edge of what is known', () => {
  const judged = (id: string, version: string): Assessment => {
    const problem = knowledge.problems.find((candidate) => candidate.id === id);
    if (problem === undefined) throw new Error(`problem ${id} is missing`);
    return assess(systemOf({ text: `zfs-kmod-${version}\nLinux host 6.12.90 #1 SMP` }), problem, knowledge);
  };

  it('a bare candidate is not “not affected” where later builds that print the same have the defect', () => {
    // 16956 came into the 2.3 branch with 2.3.0-rc4-10 (d67eb17e27); without git data that prints 2.3.0-rc4.
    const verdict = judged('16956', '2.3.0-rc4');
    expect(verdict.status).toBe('unknown');
    expect(codes(verdict)).toContain('candidate-may-have-it');
    expect(judged('16956', '2.3.0-rc4-9_g0123456789').status).toBe('not-affected');
  });

  it('an open window says nothing about builds that are newer than the data', () => {
    // 18610 is repaired nowhere up to 2.4.4 and 2.4.99-966.
    for (const version of ['2.4.5-1', '2.4.99-1000_g0123456789', '2.4.99']) {
      const verdict = judged('18610', version);
      expect(verdict.status, version).toBe('unknown');
      expect(codes(verdict), version).toContain('beyond-known-history');
    }
    expect(codes(judged('18610', '2.4.4-1'))).toContain('has-defect');
  });

  it('a build after the fix stays fixed, however new it is', () => {
    expect(judged('16689', '2.4.5-1').status).toBe('fixed');
  });
});

describe('a second defect that only a setting opens which is off by default', () => {
  const judged = (id: string, text: string): Assessment => {
    const problem = knowledge.problems.find((candidate) => candidate.id === id);
    if (problem === undefined) throw new Error(`problem ${id} is missing`);
    return assess(systemOf({ text: `Linux host 6.12.90 #1 SMP\n${text}` }), problem, knowledge);
  };

  it.each([
    ['15533', '2.3.4-1', 'zfs_vdev_disk_classic'],
    ['18051', '2.4.4-1', 'zfs_dio_strict'],
  ])('leaves %s fixed in %s while %s is off, and is met where it is on', (id, version, name) => {
    expect(judged(id, `zfs-kmod-${version}`).status).toBe('fixed');
    expect(judged(id, `zfs-kmod-${version}\n/sys/module/zfs/parameters/${name}:0`).status).toBe('fixed');
    const on = judged(id, `zfs-kmod-${version}\n/sys/module/zfs/parameters/${name}:1`);
    expect(['unknown', 'affected']).toContain(on.status);
  });
});

it('the number of a Red Hat kernel does not rule a newer change of Linux out', () => {
  // 18556: the warning came with Linux 6.19; whether el10 carries it as a backport is not known.
  const problem = knowledge.problems.find(({ id }) => id === '18556');
  if (problem === undefined) throw new Error('problem 18556 is missing');
  const on = (release: string) =>
    assess(
      systemOf({ text: `zfs-kmod-2.3.1-1\nLinux host ${release} #1 SMP x86_64 GNU/Linux` }),
      problem,
      knowledge,
    );
  expect(on('6.12.0-55.el10.x86_64').status).not.toBe('not-affected');
  expect(on('6.12.90').status).toBe('not-affected');
});
