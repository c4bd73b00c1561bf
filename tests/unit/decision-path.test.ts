import { describe, expect, it } from 'vitest';
import { assess } from '../../src/checker/assess.ts';
import { readSystem, type System } from '../../src/checker/system.ts';
import {
  type DecisionPath,
  decisionPath,
  type GateEntry,
  type Question,
} from '../../src/components/checker/decision-path.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { comparePlaces, lineOf, type Place, parsePlace } from '../../src/knowledge/place.ts';
import { type Condition, type Defect, defectsOf } from '../../src/knowledge/problem.ts';

const loaded = loadKnowledge();
const knowledge = checkerKnowledge(loaded, 'en');

/** A machine as a reader knows it: what runs, and what is switched on. */
interface Machine {
  readonly platform: 'linux' | 'freebsd';
  /** As `zfs version` prints it. */
  readonly version: string;
  /** The first and the last place that the version may stand for; null where it stands nowhere. */
  readonly places: readonly [Place, Place] | null;
  /** Upstream never had it. */
  readonly isForeign: boolean;
  readonly kernel: string;
  /** Whether each condition of the defect holds. */
  readonly met: readonly boolean[];
}

const release = (place: Place): string => place.release.join('.');

/** Read as a person would: by the numbers, without the checker. */
function answers(question: Question, { platform, version, places, isForeign, kernel }: Machine): boolean {
  const everywhere = (fits: (place: Place) => boolean): boolean => places?.every(fits) === true;
  switch (question.kind) {
    case 'other-platform':
      return !question.platforms.includes(platform);
    case 'other-kernel': {
      const [major = 0, minor = 0] = kernel.split('.').map(Number);
      const [border, borderMinor = 0] = (question.from ?? question.until ?? '').split('.').map(Number);
      const isOlder = major < (border ?? 0) || (major === border && minor < borderMinor);
      return question.from === null ? !isOlder : isOlder;
    }
    case 'no-count':
      return question.tags.some((tag) => version === `${tag}-1`);
    case 'never-upstream':
      return isForeign;
    case 'bare-candidate':
      return version === question.tag;
    case 'stretch':
      return everywhere(
        (place) =>
          place.line === question.line &&
          (question.from === null || comparePlaces(place, parsePlace(question.from)) >= 0) &&
          (question.until === null || comparePlaces(place, parsePlace(question.until)) < 0),
      );
    case 'newer-line':
      return everywhere(({ line }) => line !== 'master' && Number(line) > Number(question.line));
    case 'before':
      return everywhere(
        (place) => place.line !== 'master' || comparePlaces(place, parsePlace(question.place)) < 0,
      );
  }
}

interface End {
  /** Step, entry, and the line of the gate. */
  readonly at: string;
  readonly verdict: string;
}

/** Down the path: the first entry that fits, and then the first line of the gate that does. */
function walk({ steps, gate }: DecisionPath, machine: Machine): End | null {
  const fits = (question: GateEntry['question']): boolean => {
    if (question === 'open') return true;
    return question === 'closed' ? !machine.met.every(Boolean) : answers(question, machine);
  };
  for (const [step, { entries, verdict }] of steps.entries()) {
    const entry = entries.findIndex(({ question }) => answers(question, machine));
    if (entry < 0) continue;
    if (verdict !== null) return { at: `${step}.${entry}`, verdict };
    if (gate === null) return { at: `${step}.${entry}`, verdict: 'affected' };
    const line = gate.findIndex(({ question }) => fits(question));
    const end = gate[line];
    return end === undefined ? null : { at: `${step}.${entry}.${line}`, verdict: end.verdict };
  }
  return null;
}

/** The pasted text, and the facts that no paste shows. */
function systemOf(machine: Machine, conditions: readonly Condition[]): System {
  const lines = [
    machine.platform === 'freebsd' ? 'FreeBSD 15.0-CURRENT (GENERIC)' : '# uname -r',
    machine.platform === 'freebsd' ? '' : machine.kernel,
  ];
  let commandLine = 'root=/dev/sda1';
  for (const [index, condition] of conditions.entries()) {
    const met = machine.met[index] ?? true;
    if (condition.fact === 'direct-io') {
      lines.push(`# cat /sys/module/zfs/parameters/zfs_dio_enabled`, met ? '1' : '0');
    }
    if (condition.fact === 'module-parameter') {
      const value = (condition.is === 'zero') === met ? 0 : 1;
      lines.push(`# cat /sys/module/zfs/parameters/${condition.name}`, String(value));
    }
    if (condition.fact === 'kernel-parameter') commandLine += ` init_on_alloc=${met ? 1 : 0}`;
  }
  const { version } = machine;
  const paste = { zfsVersion: `zfs-${version}\nzfs-kmod-${version}`, text: lines.join('\n'), commandLine };
  const read = readSystem(paste, knowledge);
  if ('fault' in read) throw new Error(`${version}: ${read.fault}`);
  const usage = conditions.flatMap((condition, index) =>
    condition.fact === 'usage'
      ? [
          {
            id: condition.id,
            value: machine.met[index] ?? true,
            evidence: { box: 'text' as const, start: 0, end: 0, text: '' },
          },
        ]
      : [],
  );
  return { ...read.system, usage };
}

/** Versions at, before and after every border of the defect; tags; and the names that have no place. */
function versionsFor(defect: Defect, unsettled: readonly { from: string | null; until: string | null }[]) {
  const borders = [...defect.windows, ...unsettled]
    .flatMap(({ from, until }) => [from, until])
    .filter((place) => place !== null)
    .map(parsePlace);
  const around = borders.flatMap((place) =>
    [-1, 0, 1]
      .map((step) => ({ ...place, commits: place.commits + step }))
      .filter(({ commits }) => commits > 0),
  );
  const tags = loaded.releases.tags
    .map(({ place }) => parsePlace(place))
    .filter((place) => lineOf(place.release) !== 'master');
  // A bare candidate may be a later build; with a count it says which.
  const counted = [
    ...around,
    ...loaded.releases.developmentLines.map(({ tag }) => ({ ...parsePlace(tag), commits: 3 })),
  ];
  const named = (place: Place) =>
    `${release(place)}${place.candidate === null ? '' : `-rc${place.candidate}`}`;
  const at = (place: Place, version: string) => ({
    version,
    places: [place, place] as const,
    isForeign: false,
  });
  return [
    ...tags.map((place) => at(place, named(place))),
    ...counted
      .filter((place) => !isBeyond(place))
      .map((place) =>
        at(place, `${named(place)}${place.line === 'master' ? '-' : '_'}${place.commits}_g0123456789`),
      ),
    ...loaded.releases.developmentLines.map(({ tag, lastCommits }) => {
      const base = parsePlace(tag);
      const last = { ...base, commits: lastCommits ?? 9999 };
      return { version: `${tag}-1`, places: [base, last] as const, isForeign: false };
    }),
    ...['2.2.99-900_g0123456789', '2.3.0-rc9', '2.9.0'].map((version) => ({
      version,
      places: null,
      isForeign: true,
    })),
  ];
}

/** No such commit: the next tag came before it. */
function isBeyond(place: Place): boolean {
  const name = `${release(place)}${place.candidate === null ? '' : `-rc${place.candidate}`}`;
  const { tags, developmentLines } = loaded.releases;
  const last = [...tags.map((tag) => ({ tag: tag.place, lastCommits: tag.lastCommits })), ...developmentLines]
    .filter(({ tag }) => tag === name)
    .map(({ lastCommits }) => lastCommits);
  return last.some((count) => count !== null && place.commits > count);
}

const KERNELS = [
  '3.10.0',
  '5.15.0',
  '6.1.0',
  '6.3.0',
  '6.5.0',
  '6.12.0',
  '6.15.0',
  '6.16.0',
  '6.19.0',
  '7.0.0',
  '7.1.0',
];

/** Every condition on, and each one off alone. */
const settings = (count: number): boolean[][] => [
  Array.from({ length: count }, () => true),
  ...Array.from({ length: count }, (_, off) => Array.from({ length: count }, (__, index) => index !== off)),
];

describe.each(
  loaded.problems.flatMap((problem) =>
    problem.extent !== undefined && problem.extent !== 'windows'
      ? []
      : defectsOf(problem).map((defect, index) => ({
          name: `${problem.id}/${index}`,
          problem,
          defect,
          index,
        })),
  ),
)('the way to a verdict by hand, $name', ({ problem, defect, index }) => {
  const path = decisionPath(problem, 'en', loaded.releases.developmentLines.at(-1)?.tag, defect);
  const known = knowledge.problems.find(({ id }) => id === problem.id);
  const own = known?.defects[index];
  if (known === undefined || own === undefined) throw new Error('missing');
  // Alone it counts also where a setting keeps it closed.
  const alone = { ...known, defects: [{ ...own, optIn: false }], signatures: [] };

  it('ends where the checker ends, whatever machine walks it, and every entry is needed', () => {
    const reached = new Set<string>();
    const wrong: string[] = [];
    const gates = defect.conditions.map(({ fact }) =>
      ['direct-io', 'module-parameter', 'kernel-parameter', 'usage'].includes(fact),
    );
    for (const version of versionsFor(defect, problem.unsettled)) {
      for (const platform of ['linux', 'freebsd'] as const) {
        for (const kernel of platform === 'linux' && defect.conditions.some(({ fact }) => fact === 'kernel')
          ? KERNELS
          : ['6.12.0']) {
          for (const setting of settings(defect.conditions.length)) {
            if (setting.some((on, at) => !on && !gates[at])) continue;
            const machine: Machine = { platform, kernel, met: setting, ...version };
            const end = walk(path, machine);
            const { status } = assess(systemOf(machine, defect.conditions), alone, knowledge);
            if (end === null || end.verdict !== status)
              wrong.push(
                `${platform} ${kernel} ${version.version} ${setting}: ${end === null ? 'no entry' : end.verdict}, not ${status}`,
              );
            if (end !== null) reached.add(end.at);
          }
        }
      }
    }
    expect(wrong.slice(0, 8), `${wrong.length} wrong`).toEqual([]);
    // What only a later release or another platform would meet stays for the day when it comes.
    const needed = path.steps.flatMap(({ entries, verdict }, step) =>
      entries.flatMap(({ question }, entry) => {
        if (verdict === null && path.gate !== null)
          return path.gate.map((_, line) => `${step}.${entry}.${line}`);
        return verdict === null || ['no-count', 'never-upstream', 'bare-candidate'].includes(question.kind)
          ? [`${step}.${entry}`]
          : [];
      }),
    );
    expect(needed.filter((at) => !reached.has(at))).toEqual([]);
  });
});
