import type { InterfaceTexts, Status } from '../../i18n/interface.ts';
import { defectStateAt, type EstablishedExtent } from '../../knowledge/defect-state.ts';
import {
  type DefaultChange,
  type History,
  type ParameterChange,
  parameterDefaultAt,
  zfsDioEnabledDefaultAt,
} from '../../knowledge/history.ts';
import { comparePlaces, formatPlace, lineOf, type Place, parsePlace } from '../../knowledge/place.ts';
import type { Condition, Defect, Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';

/** What telling a version's status needs of `openzfs-releases.json`. */
export interface StatusData extends History {
  readonly zfsDioEnabledDefaults: readonly DefaultChange[];
  readonly parameterDefaults: readonly {
    readonly name: string;
    readonly changes: readonly ParameterChange[];
  }[];
}

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

/** A stretch in words: “2.3.0 to 2.3.9”. */
export function rowName(
  { from, last, until }: Pick<WindowRow, 'from' | 'last' | 'until'>,
  texts: Pick<InterfaceTexts, 'before' | 'fromOn' | 'upToBefore' | 'fromTo'>,
): string {
  if (from === null) return until === null ? '' : texts.before(until);
  if (until === null) return texts.fromOn(from);
  if (last === null) return texts.upToBefore(from, until);
  return last === from ? from : texts.fromTo(from, last);
}

/** What matters here of a condition, whatever language its texts are in. */
export type StatusCondition =
  | Pick<Extract<Condition, { fact: 'module-parameter' }>, 'fact' | 'name' | 'is'>
  | { readonly fact: Exclude<Condition['fact'], 'module-parameter'> };

/** One defect of a problem, with the stretches of which nothing is established. */
export interface DefectHistory extends EstablishedExtent {
  readonly conditions: readonly StatusCondition[];
}

/** The defect as tables show it: the problem's own, or its follow-up's. */
export const historyOf = (
  { windows, assumedFrom, conditions }: Defect,
  { unsettled }: Problem,
): DefectHistory => ({ windows, conditions, startAssumed: assumedFrom.length > 0, unsettled });

export const needsDirectIo = ({ conditions }: Pick<DefectHistory, 'conditions'>): boolean =>
  conditions.some(({ fact }) => fact === 'direct-io');

/** Conditions that a version cannot answer: what it runs on, and how it is used. */
export const dependsOnMachine = ({ conditions }: Pick<DefectHistory, 'conditions'>): boolean =>
  conditions.some(({ fact }) => ['kernel', 'kernel-parameter', 'usage'].includes(fact));

export const directIoDefaultAt = (place: Place, releases: StatusData): 0 | 1 | null =>
  zfsDioEnabledDefaultAt(place, 'linux', releases.zfsDioEnabledDefaults, releases);

/** Does a default of this version keep the path closed? */
function closedByDefault(place: Place, { conditions }: DefectHistory, releases: StatusData): boolean {
  return conditions.some((condition) => {
    if (condition.fact === 'direct-io') return directIoDefaultAt(place, releases) === 0;
    if (condition.fact !== 'module-parameter') return false;
    const changes = releases.parameterDefaults.find(({ name }) => name === condition.name)?.changes ?? [];
    const value = parameterDefaultAt(place, changes, releases);
    return value !== null && (value === 0) !== (condition.is === 'zero');
  });
}

/** What a version without further evidence has: by its place in history, and by its defaults. */
export function statusAt(place: Place, history: DefectHistory, releases: StatusData): Status {
  switch (defectStateAt(place, history, releases)) {
    case 'before':
      return 'not-affected';
    case 'after':
      return 'fixed';
    case 'present':
      return closedByDefault(place, history, releases) ? 'dormant' : 'affected';
    default:
      return 'unknown';
  }
}

/** Stands for everything on master before the first place that is known. */
const BEFORE_MASTER = parsePlace('2.0.99');

/** Everything that is on master where something begins or ends. */
function bordersOfMaster({ windows, unsettled }: DefectHistory): string[] {
  const places = [...windows, ...unsettled]
    .filter(({ line }) => line === 'master')
    .flatMap(({ from, until }) => [from, until])
    .filter((place) => place !== null);
  return [...new Set(places)].sort((a, b) => comparePlaces(parsePlace(a), parsePlace(b)));
}

/** The stretches of master: before the defect, its windows, after the fix. */
export function rowsOfMaster(history: DefectHistory, releases: Releases): WindowRow[] {
  const borders = bordersOfMaster(history);
  const first = borders[0];
  if (first === undefined || !history.windows.some(({ line }) => line === 'master')) return [];
  const statusOf = (place: Place) => statusAt(place, history, releases);
  return [
    { from: null, last: null, until: first, zfsDioEnabledDefault: null, status: statusOf(BEFORE_MASTER) },
    ...borders.map((from, index): WindowRow => {
      const place = parsePlace(from);
      const until = borders[index + 1] ?? null;
      return {
        from,
        last: until === null ? null : placeBefore(until),
        until,
        zfsDioEnabledDefault: needsDirectIo(history) ? directIoDefaultAt(place, releases) : null,
        status: statusOf(place),
      };
    }),
  ];
}

/** The tags of the release lines, neighbours of one status and default joined; base tags of master are left out. */
export function rowsOfTags(history: DefectHistory, releases: Releases): WindowRow[] {
  const places = releases.tags
    .map(({ place }) => parsePlace(place))
    .filter(({ release }) => lineOf(release) !== 'master')
    .sort(byRelease);
  const rows: WindowRow[] = [];
  for (const place of places) {
    const status = statusAt(place, history, releases);
    const zfsDioEnabledDefault = needsDirectIo(history) ? directIoDefaultAt(place, releases) : null;
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
