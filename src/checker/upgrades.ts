/**
 * Where an upgrade leads: the same machine judged with the newest release of its own line and of each later line. A
 * reader with several verdicts, each naming a version of its own, gets one answer, and sees what a newer line brings in.
 */
import { comparePlaces, type Place, parsePlace } from '../knowledge/place.ts';
import { type Assessment, assessAll, type Status } from './assess.ts';
import { moduleByHand } from './corrections.ts';
import { directIoDefault } from './effective.ts';
import type { CheckerKnowledge } from './knowledge-types.ts';
import type { System, ZfsHalf } from './system.ts';
import { placesOf } from './version-place.ts';

/** One release that could be run instead. */
export interface Upgrade {
  /** The tag: `2.3.9`. */
  readonly version: string;
  /** Ids of the problems that affect the machine now and would still. */
  readonly remaining: readonly string[];
  /** Ids of the problems that do not affect it now and would. */
  readonly added: readonly string[];
  /** Ids of the problems that do not concern it now and of which it could not be told. */
  readonly opened: readonly string[];
}

const compareReleases = (a: Place['release'], b: Place['release']): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** The newest release, no candidate, of each release line that is known; oldest line first. */
function newestReleases({ releases }: CheckerKnowledge): Place[] {
  const newest = new Map<string, Place>();
  for (const { place } of releases.tags) {
    const tag = parsePlace(place);
    if (tag.line === 'master' || tag.candidate !== null) continue;
    const known = newest.get(tag.line);
    if (known === undefined || comparePlaces(tag, known) > 0) newest.set(tag.line, tag);
  }
  return [...newest.values()].sort((a, b) => compareReleases(a.release, b.release));
}

/** The same machine with another module. A log was printed by the module that ran, so it says nothing of this one. */
function withModule(module: ZfsHalf, system: System, knowledge: CheckerKnowledge): System {
  const zfs = { ...system.zfs, userland: null, module, conflicting: [], ambiguous: false };
  const { effective, platform } = system;
  // A default is that of the other version; what somebody set stays as it was set.
  const isDefault = effective.directIo.from === 'version-default' || effective.directIo.from === null;
  const directIo = isDefault ? directIoDefault({ zfs, platform }, knowledge) : effective.directIo;
  return {
    ...system,
    zfs,
    effective: { ...effective, directIo },
    signatures: [],
  };
}

const withStatus = (assessments: readonly Assessment[], ...statuses: readonly Status[]): string[] =>
  assessments.filter(({ status }) => statuses.includes(status)).map(({ problem }) => problem);

/**
 * The releases that could be run instead of the running module.
 * @param system the facts
 * @param now its verdicts, most urgent first; the ids keep that order
 * @returns the newest release of the module's line, if it is newer, and of each later line, oldest first; none where
 *   nothing affects the machine, or the module's place in history is not known
 */
export function upgradesOf(
  system: System,
  now: readonly Assessment[],
  knowledge: CheckerKnowledge,
): Upgrade[] {
  const { module } = system.zfs;
  const present = withStatus(now, 'affected');
  // OpenZFS on Windows and macOS has releases of its own.
  const isForeign = system.platform === 'windows' || system.platform === 'macos';
  if (module === null || present.length === 0 || isForeign) return [];
  const reading = placesOf(module.version, knowledge.releases);
  if (reading.kind === 'outside') return [];
  const { release, candidate } = reading.kind === 'exact' ? reading.place : reading.from;
  return newestReleases(knowledge)
    .filter((tag) => {
      const difference = compareReleases(tag.release, release);
      return difference > 0 || (difference === 0 && candidate !== null);
    })
    .flatMap(({ release: numbers }) => {
      const version = numbers.join('.');
      const half = moduleByHand(version);
      if (half === null) return [];
      const then = assessAll(withModule(half, system, knowledge), knowledge);
      const left = withStatus(then, 'affected');
      const clearNow = withStatus(now, 'fixed', 'not-affected');
      return [
        {
          version,
          remaining: present.filter((id) => left.includes(id)),
          added: left.filter((id) => !present.includes(id)),
          opened: withStatus(then, 'unknown').filter((id) => clearNow.includes(id)),
        },
      ];
    });
}
