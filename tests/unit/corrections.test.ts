import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/checker/assess.ts';
import { conflictsOf } from '../../src/checker/conflicts.ts';
import { factsAsFragment, factsFromFragment } from '../../src/checker/corrections.ts';
import type { Paste } from '../../src/checker/input.ts';
import { judge } from '../../src/checker/judge.ts';
import { allEvidence, placesIn } from '../../src/components/checker/places-in-text.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

function judged(paste: Paste, corrections = {}) {
  const result = judge(paste, knowledge, corrections);
  if ('fault' in result) throw new Error(`unusable: ${result.fault}`);
  return result;
}

const REPORTER: Paste = {
  commandLine: 'root=ZFS=secret-pool/root init_on_alloc=0 init_on_free=0',
  zfsVersion: 'zfs-kmod-2.3.99-90_g38c0324c0f',
  text: 'Linux secret-host 6.11.9-zen1-1-zen #1 ZEN SMP x86_64 GNU/Linux',
};

const ofZeroPage = (assessments: readonly Assessment[]) =>
  assessments.find(({ problem }) => problem === '16689');

describe('facts corrected by hand', () => {
  it('win over what was read, and say so', () => {
    const { system, assessments } = judged(REPORTER, { module: '2.3.4-1' });
    expect(system.zfs.module?.evidence.box).toBe('byHand');
    expect(ofZeroPage(assessments)?.status).toBe('fixed');
    const off = judged(REPORTER, { directIo: false });
    expect(off.system.effective.directIo).toEqual({ value: false, from: 'by-hand', evidence: null });
    expect(ofZeroPage(off.assessments)?.status).toBe('dormant');
  });

  it('need no paste at all', () => {
    const { assessments } = judged(
      {},
      { module: '2.3.0-rc2', directIo: true, kernel: '6.12.85+deb13-amd64', pageChecks: true },
    );
    expect(ofZeroPage(assessments)).toMatchObject({ status: 'affected', outcome: 'contained' });
  });

  it('that are no version are not used', () => {
    const { system } = judged(REPORTER, { module: 'latest', kernel: 'new\nkernel' });
    expect(system.zfs.module?.version.text).toBe('2.3.99-90_g38c0324c0f');
    expect(system.kernel?.release).toBe('6.11.9-zen1-1-zen');
  });
});

describe('the link that carries facts', () => {
  it('leads to the same verdict and carries nothing of the paste but versions', () => {
    const first = judged(REPORTER);
    const fragment = factsAsFragment(first.system);
    expect(fragment).toBe(
      'module=2.3.99-90_g38c0324c0f&kernel=6.11.9-zen1-1-zen&init_on_alloc=0&init_on_free=0&page_checks=0&direct_io=1',
    );
    const second = judged({}, factsFromFragment(`#${fragment}`));
    expect(second.assessments.map(({ status, outcome }) => [status, outcome])).toEqual(
      first.assessments.map(({ status, outcome }) => [status, outcome]),
    );
  });

  it('never throws on a hostile fragment, and takes only facts from it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (fragment) => {
        const { module, kernel } = factsFromFragment(fragment);
        expect(module ?? '2.3.4').toMatch(/^[\w.~+:-]+$/);
        expect(kernel ?? '6.1.0').toMatch(/^[\w.~+-]+$/);
      }),
    );
    expect(factsFromFragment('#module=<img src=x>&kernel=$(reboot)&direct_io=2')).toEqual({});
    expect(factsFromFragment(`#module=2.3.4-1&x=${'x'.repeat(1100)}`)).toEqual({});
  });

  it('holds at most 1 KiB whatever was pasted', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (version, text) => {
        const result = judge({ zfsVersion: `zfs-kmod-2.3.4-${version}`, text }, knowledge);
        if ('system' in result) expect(factsAsFragment(result.system).length).toBeLessThanOrEqual(1024);
      }),
    );
  });
});

describe('contradictions', () => {
  it('are named with what was believed', () => {
    const { system } = judged({
      commandLine: 'quiet init_on_alloc=1 zfs.zfs_dio_enabled=1',
      zfsVersion: 'zfs-kmod-2.3.4-1',
      text: 'ZFS: Loaded module v2.3.99-90_g38c0324c0f, ZFS pool version 5000\n[ 0.0] mem auto-init: stack:all(zero), heap alloc:off, heap free:off\n/sys/module/zfs/parameters/zfs_dio_enabled:0',
    });
    expect(conflictsOf(system).map(({ code, against }) => [code, against[0]?.text])).toEqual([
      ['module-versions', expect.stringContaining('2.3.99-90_g38c0324c0f')],
      ['log-against-command-line', 'init_on_alloc=1'],
      ['parameter-against-command-line', 'zfs.zfs_dio_enabled=1'],
    ]);
  });

  it('are none where page_poison=1 explains the log (kernel-command-line rule 11)', () => {
    const { system } = judged({
      commandLine: 'init_on_alloc=1 page_poison=1',
      text: 'mem auto-init: stack:all(zero), heap alloc:off, heap free:off',
    });
    expect(conflictsOf(system)).toEqual([]);
  });
});

describe('the words in their place', () => {
  it('are lines of the paste with the evidence marked', () => {
    const { system } = judged(REPORTER);
    const marked = allEvidence(system).filter(({ box }) => box === 'commandLine');
    const [line] = placesIn(REPORTER.commandLine ?? '', marked);
    expect(line?.number).toBe(1);
    expect(line?.pieces.filter((piece) => piece.marked).map(({ text }) => text)).toEqual([
      'init_on_alloc=0',
      'init_on_free=0',
    ]);
  });

  it('keep the text of the line whatever is marked', () => {
    const span = fc
      .tuple(fc.nat(80), fc.nat(20))
      .map(([start, length]) => ({ start, end: start + length, text: '' }));
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const lines = text.split('\n');
        for (const { number, pieces } of placesIn(text, spans)) {
          expect(pieces.map((piece) => piece.text).join('')).toBe(lines[number - 1]);
        }
      }),
    );
  });
});
