import { describe, expect, it } from 'vitest';
import { type Judgement, judge } from '../../src/checker/judge.ts';
import type { Upgrade } from '../../src/checker/upgrades.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const loaded = loadKnowledge();
const knowledge = checkerKnowledge(loaded, 'en');
const HOST = 'Linux host 6.12.90 #1 SMP x86_64 GNU/Linux\ninit_on_alloc=1 root=/dev/sda1 ro quiet';

function judged(text: string): Judgement {
  const judgement = judge({ text }, knowledge);
  if ('fault' in judgement) throw new Error(`unusable: ${judgement.fault}`);
  return judgement;
}

const upgradesFrom = (version: string, rest = HOST): readonly Upgrade[] =>
  judged(`zfs-kmod-${version}\n${rest}`).upgrades;

const versionsOf = (upgrades: readonly Upgrade[]): string[] => upgrades.map(({ version }) => version);

const affecting = (version: string): string[] =>
  judged(`zfs-kmod-${version}\n${HOST}`)
    .assessments.filter(({ status }) => status === 'affected')
    .map(({ problem }) => problem);

describe('where an upgrade leads', () => {
  it('names the newest release of the line and of each later line, never an older one', () => {
    expect(versionsOf(upgradesFrom('2.2.2-1'))).toEqual(['2.2.11', '2.3.9', '2.4.4']);
    expect(versionsOf(upgradesFrom('2.3.1-1'))).toEqual(['2.3.9', '2.4.4']);
    expect(versionsOf(upgradesFrom('2.3.0-rc2'))).toEqual(['2.3.9', '2.4.4']);
  });

  it('leads from a development build to later lines only', () => {
    expect(versionsOf(upgradesFrom('2.3.99-90_g38c0324c0f'))).toEqual(['2.4.4']);
  });

  it('says nothing without a module, without a place in history, on the newest release, or where nothing affects', () => {
    expect(judged(`zfs-2.3.1-1\n${HOST}`).upgrades).toEqual([]);
    expect(upgradesFrom('9.9.9-1')).toEqual([]);
    expect(upgradesFrom('2.4.4-1')).toEqual([]);
  });

  it('says nothing on Windows, whose releases are others', () => {
    const { system, upgrades } = judged('zfswin-2.2.6rc10\nzfs-kmod-zfswin-2.2.6rc10');
    expect(system.platform).toBe('windows');
    expect(upgrades).toEqual([]);
  });

  it('agrees with a fresh paste of the newer version, from every release on', () => {
    const releases = loaded.releases.tags
      .map(({ place }) => place)
      .filter((place) => !place.includes('rc') && !place.endsWith('.99'));
    for (const release of releases) {
      for (const { version, remaining, added } of upgradesFrom(release)) {
        expect([...remaining, ...added].sort(), `${release} to ${version}`).toEqual(
          affecting(version).sort(),
        );
      }
    }
  });

  it('keeps a parameter that was set, and takes the newer version’s default where none was', () => {
    const switchedOff = `${HOST}\n/sys/module/zfs/parameters/zfs_dio_enabled:0`;
    const dormant = judged(`zfs-kmod-2.3.6-1\n${switchedOff}`).assessments.filter(
      ({ status }) => status === 'dormant',
    );
    expect(dormant.map(({ problem }) => problem)).toContain('18440');
    const [to] = judged(`zfs-kmod-2.2.6-1\n${switchedOff}`).upgrades.slice(-2);
    expect(to?.opened).not.toContain('18610');
    expect(upgradesFrom('2.2.6-1').at(-2)?.opened).toContain('18610');
  });

  it('does not carry the log of the old module over', () => {
    const log = 'WARNING: CPU: 1 PID: 1 at mm/gup.c:144 try_grab_folio+0x1/0x2';
    const [first] = upgradesFrom('2.3.99-90_g38c0324c0f', `${HOST}\n${log}`);
    expect(first?.remaining).not.toContain('16689');
  });
});
