/** Splits windows where the default of zfs_dio_enabled changes inside them. */
import {
  type DefaultChange,
  type History,
  type LineWindow,
  zfsDioEnabledDefaultAt,
} from '../../src/knowledge/history.ts';
import { comparePlaces, parsePlace } from '../../src/knowledge/place.ts';

export interface DioWindow extends LineWindow {
  /** On Linux; null where Direct I/O does not matter, or does not exist. */
  readonly zfsDioEnabledDefault: 0 | 1 | null;
}

/** Says of windows that Direct I/O does not matter to them. */
export const withoutDio = (windows: readonly LineWindow[]): readonly DioWindow[] =>
  windows.map((window) => ({ ...window, zfsDioEnabledDefault: null }));

/**
 * Splits windows so that each has one default on Linux.
 * @param defaults in ascending order within each line
 */
export function splitByDio(
  windows: readonly LineWindow[],
  defaults: readonly DefaultChange[],
  history: History,
): readonly DioWindow[] {
  const valueAt = (place: string) => zfsDioEnabledDefaultAt(parsePlace(place), 'linux', defaults, history);
  const isBefore = (a: string, b: string) => comparePlaces(parsePlace(a), parsePlace(b)) < 0;
  return windows.flatMap(({ line, from, until }) => {
    const starts = [from];
    for (const change of defaults) {
      const inside =
        change.line === line &&
        isBefore(from, change.from) &&
        (until === null || isBefore(change.from, until));
      const before = starts.at(-1) ?? from;
      if (inside && valueAt(change.from) !== valueAt(before)) starts.push(change.from);
    }
    return starts.map((start, index) => ({
      line,
      from: start,
      until: starts[index + 1] ?? until,
      zfsDioEnabledDefault: valueAt(start),
    }));
  });
}
