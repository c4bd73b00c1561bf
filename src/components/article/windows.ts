import type { Status } from '../../i18n/interface.ts';
import { defectAt, zfsDioEnabledDefaultAt } from '../../knowledge/history.ts';
import { comparePlaces, formatPlace, lineOf, type Place, parsePlace } from '../../knowledge/place.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';

/** A stretch of versions with the same status, as a row of a table shows it. */
export interface WindowRow {
  /** The first version; null: everything before `until`. */
  readonly from: string | null;
  /** The last version in the stretch; null: everything after `from`. */
  readonly last: string | null;
  /** The first version after the stretch; null: there is none. */
  readonly until: string | null;
  readonly zfsDioEnabledDefault: 0 | 1 | null;
  readonly status: Status;
}

const needsDirectIo = ({ conditions }: Problem): boolean =>
  conditions.some(({ fact }) => fact === 'direct-io');

const statusOf = (defect: ReturnType<typeof defectAt>, directIo: 0 | 1 | null): Status =>
  defect === 'before'
    ? 'not-affected'
    : defect === 'after'
      ? 'fixed'
      : directIo === 0
        ? 'dormant'
        : 'affected';

/** The stretches of master: before the defect, its windows, after the fix. */
export function rowsOfMaster(problem: Problem, releases: Releases): WindowRow[] {
  const windows = problem.windows.filter(({ line }) => line === 'master');
  const first = windows[0];
  const lastWindow = windows.at(-1);
  if (first === undefined || lastWindow === undefined) return [];
  const rows: WindowRow[] = [
    { from: null, last: null, until: first.from, zfsDioEnabledDefault: null, status: 'not-affected' },
    ...windows.map((window) => ({
      from: window.from,
      last: window.until === null ? null : placeBefore(window.until),
      until: window.until,
      zfsDioEnabledDefault: window.zfsDioEnabledDefault,
      status: statusOf('present', window.zfsDioEnabledDefault),
    })),
  ];
  const fixedFrom = lastWindow.until;
  if (fixedFrom !== null) {
    const directIo = zfsDioEnabledDefaultAt(
      parsePlace(fixedFrom),
      'linux',
      releases.zfsDioEnabledDefaults,
      releases,
    );
    rows.push({ from: fixedFrom, last: null, until: null, zfsDioEnabledDefault: directIo, status: 'fixed' });
  }
  return rows;
}

/** The tags of the release lines, neighbours of one status and default joined; base tags of master are left out. */
export function rowsOfTags(problem: Problem, releases: Releases): WindowRow[] {
  const places = releases.tags
    .map(({ place }) => parsePlace(place))
    .filter(({ release }) => lineOf(release) !== 'master')
    .sort(byRelease);
  const rows: WindowRow[] = [];
  for (const place of places) {
    const defect = defectAt(place, problem.windows, releases);
    const zfsDioEnabledDefault = zfsDioEnabledDefaultAt(
      place,
      'linux',
      releases.zfsDioEnabledDefaults,
      releases,
    );
    const status = statusOf(defect, needsDirectIo(problem) ? zfsDioEnabledDefault : null);
    const tag = formatPlace(place);
    const previous = rows.at(-1);
    if (previous?.status === status && previous.zfsDioEnabledDefault === zfsDioEnabledDefault) {
      rows.splice(-1, 1, { ...previous, last: tag });
    } else {
      rows.push({ from: tag, last: tag, until: null, zfsDioEnabledDefault, status });
    }
  }
  return rows.map((row, index) => ({
    ...row,
    from: index === 0 && row.status === 'not-affected' ? null : row.from,
    last: index === rows.length - 1 ? null : row.last,
    until: rows[index + 1]?.from ?? null,
  }));
}

function byRelease(a: Place, b: Place): number {
  if (a.line === b.line) return comparePlaces(a, b);
  return a.release[0] - b.release[0] || a.release[1] - b.release[1];
}

/** The place one commit earlier, where it has a name of its own; null after a tag. */
function placeBefore(text: string): string | null {
  const place = parsePlace(text);
  return place.commits > 0 ? formatPlace({ ...place, commits: place.commits - 1 }) : null;
}
