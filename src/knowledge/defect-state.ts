/**
 * What is established about a place in history and a defect: the windows say where it is, other stretches that nobody
 * knows. Pure functions without a schema, so that the browser can use them.
 */
import { branchPointOf, defectAt, type History, type LineWindow } from './history.ts';
import { comparePlaces, type Place, parsePlace } from './place.ts';

/** A stretch of one line of which nobody has established whether it has the defect; null: to the line's end. */
export interface UnknownStretch {
  readonly line: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** What is established about one defect. */
export interface EstablishedExtent<Stretch extends UnknownStretch = UnknownStretch> {
  readonly windows: readonly LineWindow[];
  /** Nobody has established where the defect begins: what is older than the windows may have it too. */
  readonly startAssumed: boolean;
  readonly unsettled: readonly Stretch[];
}

export type DefectState = 'before' | 'present' | 'after' | 'unsettled' | 'start-unknown';

/** The oldest line of which anything is known: what is unsettled from its beginning is unsettled before it too. */
const OLDEST_LINE = '2.0';

const isOlder = ({ release: [major] }: Place): boolean => major < 2;

function covers({ line, from, until }: UnknownStretch, place: Place): boolean {
  if (isOlder(place)) return line === OLDEST_LINE && from === null;
  return (
    line === place.line &&
    (from === null || comparePlaces(parsePlace(from), place) <= 0) &&
    (until === null || comparePlaces(place, parsePlace(until)) < 0)
  );
}

/**
 * The stretch in which nothing is established about a place, or null. A release line of which nothing is said is
 * judged by the commit of master that it was cut from.
 */
export function unsettledAt<Stretch extends UnknownStretch>(
  place: Place,
  { windows, unsettled }: Pick<EstablishedExtent<Stretch>, 'windows' | 'unsettled'>,
  history: History,
): Stretch | null {
  const own = unsettled.find((stretch) => covers(stretch, place));
  if (own !== undefined) return own;
  const isMentioned = [...windows, ...unsettled].some(({ line }) => line === place.line);
  const branchPoint = isMentioned || place.line === 'master' ? null : branchPointOf(place.line, history);
  return branchPoint === null ? null : unsettledAt(branchPoint, { windows, unsettled }, history);
}

/** Whether the code at a place has a defect, as far as that is established. */
export function defectStateAt(place: Place, extent: EstablishedExtent, history: History): DefectState {
  const state = defectAt(place, extent.windows, history);
  if (state === 'present') return state;
  if (unsettledAt(place, extent, history) !== null) return 'unsettled';
  return state === 'before' && extent.startAssumed ? 'start-unknown' : state;
}
