import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

/** The commands that the checker offers for one problem. */
function commandsOf(id: string, text: string): (string | null)[] {
  const judgement = judge({ text }, knowledge);
  if ('fault' in judgement) throw new Error(`unusable: ${judgement.fault}`);
  const assessment = judgement.assessments.find(({ problem }) => problem === id);
  return (assessment?.next ?? []).filter(({ code }) => code === 'measure').map(({ command }) => command);
}

describe('the commands of a measure', () => {
  it('are those of Linux on Linux', () => {
    expect(commandsOf('18440', 'zfs-kmod-2.3.1-1\nLinux host 6.12.90 #1 SMP')).toEqual([
      'echo 0 > /sys/module/zfs/parameters/zfs_dio_enabled',
      'zfs set direct=disabled POOL/DATASET',
      "echo 'options zfs zfs_dio_enabled=0' >> /etc/modprobe.d/zfs.conf",
      null,
    ]);
  });

  it('set sysctls on FreeBSD (ZFS_MODULE_PARAM in include/os/freebsd/spl/sys/mod.h)', () => {
    const commands = commandsOf('18440', 'zfs-kmod-2.3.1-FreeBSD_g1\nvfs.zfs.dio_enabled: 1');
    expect(commands).toContain('sysctl vfs.zfs.dio_enabled=0');
    expect(commands).toContain("echo 'vfs.zfs.dio_enabled=0' >> /etc/sysctl.conf");
    expect(commands.join('\n')).not.toMatch(/\/sys\/module|modprobe/);
  });

  it('name no parameter that this version does not have: 2.2.0 has no zfs_bclone_enabled', () => {
    const commands = commandsOf('18412', 'zfs-kmod-2.2.0-1\nLinux host 6.12.90 #1 SMP');
    expect(commands.join('\n')).not.toContain('zfs_bclone_enabled');
  });

  it('come all, one a line, in their order', () => {
    expect(commandsOf('16909', 'zfs-kmod-2.2.2-1\nLinux host 6.12.90 #1 SMP')).toContain(
      'cat /sys/kernel/mm/lru_gen/min_ttl_ms\necho 0 > /sys/kernel/mm/lru_gen/min_ttl_ms',
    );
  });
});
