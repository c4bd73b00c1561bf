/**
 * What OpenZFS's history says about a place: does the code there have a defect, which default does a parameter have.
 * Pure functions without a schema, so that the browser can use them.
 */
import { comparePlaces, type Place, parsePlace } from './place.ts';

/** Where the release lines left master; `from: null` is older than 2.1.99. */
export interface History {
  readonly branchPoints: readonly { readonly line: string; readonly from: string | null }[];
}

/** A change of the default of `zfs_dio_enabled`. */
export interface DefaultChange {
  readonly line: string;
  readonly from: string;
  readonly linux: 0 | 1;
  readonly freebsd: 0 | 1;
}

/** A change of the default of a module parameter; `value: null`: the parameter does not exist from there on. */
export interface ParameterChange {
  readonly line: string;
  readonly from: string;
  readonly value: number | null;
}

/** A half-open stretch of one line. */
export interface LineWindow {
  readonly line: string;
  readonly from: string;
  readonly until: string | null;
}

/** Where a release line left master; null where that is older than 2.1.99. */
export const branchPointOf = (line: string, history: History): Place | null => {
  const from = history.branchPoints.find((point) => point.line === line)?.from ?? null;
  return from === null ? null : parsePlace(from);
};

/**
 * Whether the code at a place is before, inside or after the windows that have a defect. A release line without a
 * window of its own is judged by the commit of master that it was cut from.
 * @param place where the build stands
 * @param windows the affected windows of all lines
 * @param history where the release lines left master; a line that is not listed is older than 2.1.99
 */
export function defectAt(
  place: Place,
  windows: readonly LineWindow[],
  history: History,
): 'before' | 'present' | 'after' {
  const own = windows.filter((window) => window.line === place.line);
  if (own.length === 0) {
    if (place.line === 'master') return 'before';
    const branchPoint = branchPointOf(place.line, history);
    return branchPoint === null ? 'before' : defectAt(branchPoint, windows, history);
  }
  const started = own.filter((window) => comparePlaces(parsePlace(window.from), place) <= 0);
  if (started.length === 0) return 'before';
  const open = started.some(
    (window) => window.until === null || comparePlaces(place, parsePlace(window.until)) < 0,
  );
  return open ? 'present' : 'after';
}

/**
 * The default of `zfs_dio_enabled` at a place.
 * @returns 0 or 1, or null where the code has no Direct I/O
 */
export function zfsDioEnabledDefaultAt(
  place: Place,
  platform: 'linux' | 'freebsd',
  defaults: readonly DefaultChange[],
  history: History,
): 0 | 1 | null {
  const latest = defaults
    .filter(({ line, from }) => line === place.line && comparePlaces(parsePlace(from), place) <= 0)
    .at(-1);
  if (latest !== undefined) return latest[platform];
  if (place.line === 'master') return null;
  const branchPoint = branchPointOf(place.line, history);
  return branchPoint === null ? null : zfsDioEnabledDefaultAt(branchPoint, platform, defaults, history);
}

/**
 * The default of a module parameter at a place. A release line without a change of its own has what master had where
 * the line left it.
 * @param changes in ascending order within each line
 * @returns the number, or null where the parameter does not exist
 */
export function parameterDefaultAt(
  place: Place,
  changes: readonly ParameterChange[],
  history: History,
): number | null {
  const latest = changes
    .filter(({ line, from }) => line === place.line && comparePlaces(parsePlace(from), place) <= 0)
    .at(-1);
  if (latest !== undefined) return latest.value;
  if (place.line === 'master') return null;
  const branchPoint = branchPointOf(place.line, history);
  return branchPoint === null ? null : parameterDefaultAt(branchPoint, changes, history);
}
