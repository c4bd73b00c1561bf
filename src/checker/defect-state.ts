/** Does the running kernel module have a defect? Three answers from its place in history, and why there is none. */
import { defectStateAt, type EstablishedExtent, unsettledAt } from '../knowledge/defect-state.ts';
import { comparePlaces, formatPlace, type Place } from '../knowledge/place.ts';
import { directIoDefaultOf } from './effective.ts';
import type { CheckerDefect, CheckerKnowledge, CheckerProblem, UnsettledStretch } from './knowledge-types.ts';
import { checkpointsOf, laterPlacesOf } from './places.ts';
import { type NextStep, PASTE_BUILD_COMMIT, PASTE_MODULE_VERSION, type Reason, reason } from './reasons.ts';
import type { System, ZfsHalf } from './system.ts';
import { newestKnownPlace, type PlaceReading } from './version-place.ts';

/** What the running module's version says about a defect. */
export interface DefectReading {
  /** null: cannot be told. */
  readonly state: 'before' | 'present' | 'after' | null;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
}

type Extent = EstablishedExtent<UnsettledStretch>;

const CODE_OF_STATE = {
  before: 'before-introduction',
  present: 'has-defect',
  after: 'after-fix',
} as const;

/** The newest place that the data has, where a version lies or may lie beyond it; else null. */
function lastKnownBefore(reading: PlaceReading, { releases }: CheckerKnowledge): Place | null {
  if (reading.kind === 'outside') return null;
  const { line } = reading.kind === 'exact' ? reading.place : reading.from;
  const last = newestKnownPlace(line, releases);
  if (last === null) return null;
  const isBeyond = reading.kind === 'exact' ? comparePlaces(reading.place, last) > 0 : reading.until === null;
  return isBeyond ? last : null;
}

function readPlaceOf(half: ZfsHalf, extent: Extent, knowledge: CheckerKnowledge): DefectReading {
  const { version, evidence } = half;
  const { reading, places } = checkpointsOf(version, knowledge);
  if (reading.kind === 'outside') {
    return {
      state: null,
      reasons: [reason('version-outside', { version: version.text, why: reading.why }, evidence)],
      next: [PASTE_BUILD_COMMIT],
    };
  }
  const states = new Set(places.map((place) => defectStateAt(place, extent, knowledge)));
  const [state] = [...states];
  if (states.size !== 1 || state === undefined) {
    return {
      state: null,
      reasons: [
        reason('version-without-count', { version: version.text, release: version.release }, evidence),
      ],
      next: [PASTE_BUILD_COMMIT],
    };
  }
  if (state === 'start-unknown') {
    return {
      state: null,
      reasons: [reason('start-not-established', { version: version.text }, evidence)],
      next: [],
    };
  }
  if (state === 'unsettled') {
    const [place] = places;
    const stretch = place === undefined ? null : unsettledAt(place, extent, knowledge);
    return {
      state: null,
      reasons: [
        reason('version-unsettled', { version: version.text, because: stretch?.why ?? '' }, evidence),
      ],
      next: [],
    };
  }
  const last = state === 'present' ? lastKnownBefore(reading, knowledge) : null;
  if (last !== null) {
    const values = { version: version.text, last: formatPlace(last) };
    return { state: null, reasons: [reason('beyond-known-history', values, evidence)], next: [] };
  }
  const later = laterPlacesOf(reading, knowledge).map((place) => defectStateAt(place, extent, knowledge));
  // A candidate may be followed by the defect as well as by its repair.
  if (state !== 'present' && later.includes('present')) {
    return {
      state: null,
      reasons: [reason('candidate-may-have-it', { version: version.text }, evidence)],
      next: [PASTE_BUILD_COMMIT],
    };
  }
  const mayDiffer = later.some((one) => one !== state);
  const line = places[0]?.line ?? '';
  const first = extent.windows.find((window) => window.line === line) ?? extent.windows[0];
  const values = {
    version: version.text,
    introduced: first?.from ?? '',
    place: places.length === 1 && places[0] !== undefined ? formatPlace(places[0]) : version.release,
  };
  return {
    state,
    reasons: [
      reason(
        state === 'present' && extent.startAssumed ? 'lacks-fix' : CODE_OF_STATE[state],
        values,
        evidence,
      ),
      ...(mayDiffer ? [reason('candidate-may-be-later', values, evidence)] : []),
    ],
    next: [],
  };
}

function whyNoModule({ zfs: { userland, mentioned, ambiguous, incomplete } }: System): Reason {
  if (ambiguous) return reason('version-ambiguous');
  if (userland !== null) {
    return reason('module-missing', { version: userland.version.text }, userland.evidence);
  }
  if (mentioned !== null) {
    return reason('only-mentioned', { version: mentioned.version.text }, mentioned.evidence);
  }
  const [broken] = incomplete;
  return broken === undefined
    ? reason('module-missing', { version: '' })
    : reason('version-incomplete', { text: broken.text }, broken);
}

/**
 * Whether the running module has a defect.
 * @param system the facts; the module decides, userland never
 * @param problem its extent and the stretches of which nothing is established
 * @param defect one of the problem's defects
 * @returns the state, or null with the reason and what to paste
 */
export function readDefect(
  system: System,
  problem: CheckerProblem,
  defect: CheckerDefect,
  knowledge: CheckerKnowledge,
): DefectReading {
  if (problem.extent === 'not-established') {
    return { state: null, reasons: [reason('extent-not-established')], next: [] };
  }
  if (problem.extent === 'every-version') {
    return { state: 'present', reasons: [reason('every-version')], next: [] };
  }
  const { module } = system.zfs;
  if (module === null) {
    return { state: null, reasons: [whyNoModule(system)], next: [PASTE_MODULE_VERSION] };
  }
  // What is installed may differ from what runs until the next boot: that is no contradiction.
  const conflicting = system.zfs.conflicting.filter(({ weaker }) => !weaker);
  const extent = { ...defect, unsettled: problem.unsettled };
  const own = readPlaceOf(module, extent, knowledge);
  const others = conflicting.map((half) => readPlaceOf(half, extent, knowledge));
  const needsDirectIo = defect.conditions.some(({ fact }) => fact === 'direct-io');
  const defaultOf = (half: ZfsHalf) => directIoDefaultOf(half.version, 'linux', knowledge);
  const contradicted =
    others.some(({ state }) => state !== own.state) ||
    (needsDirectIo &&
      own.state === 'present' &&
      conflicting.some((half) => defaultOf(half) !== defaultOf(module)));
  if (!contradicted) return own;
  const versions = [module, ...conflicting];
  return {
    state: null,
    reasons: [
      reason(
        'versions-conflict',
        { versions: versions.map(({ version }) => version.text).join(', ') },
        ...versions.map(({ evidence }) => evidence),
      ),
    ],
    next: [PASTE_MODULE_VERSION],
  };
}
