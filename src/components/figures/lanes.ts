/** Strokes between two rows as paths. All heights are 0 to 1: the row stretches them to its own. */
import type { Status } from '../../i18n/interface.ts';

export interface Stroke {
  readonly status: Status;
  readonly path: string;
}

/** Pixels: the middle of the first lane, whose name is the longest, then that of the second, then the distance. */
const FIRST = 19;
const SECOND = 54;
const GAP = 27;
/** Half the width of a hollow stroke. */
const HALF = 3.5;

/** The middle of a lane. */
export const laneX = (lane: number): number => (lane === 0 ? FIRST : SECOND + GAP * (lane - 1));

/** The width of a figure with so many lanes. */
export const lanesWidth = (count: number): number => laneX(count - 1) + 16;

const line = (from: number, to: number): string =>
  from === to ? `M${from} 0v1` : `M${from} 0C${from} .6 ${to} .4 ${to} 1`;

/** One lane; a closed defect is hollow: two thin lines with nothing in between. */
const laneOf = (status: Status, from: number, to: number): string =>
  status === 'dormant' ? line(from - HALF, to - HALF) + line(from + HALF, to + HALF) : line(from, to);

/**
 * The strokes below a row, those of one status in one path.
 * @param strokes the status of each lane, null where there is none
 * @param newLane the lane that leaves the first one here, or null
 */
export function strokesOf(strokes: readonly (Status | null)[], newLane: number | null): Stroke[] {
  const paths = new Map<Status, string>();
  for (const [lane, status] of strokes.entries()) {
    if (status === null) continue;
    const from = lane === newLane ? laneX(0) : laneX(lane);
    paths.set(status, (paths.get(status) ?? '') + laneOf(status, from, laneX(lane)));
  }
  return [...paths].map(([status, path]) => ({ status, path }));
}

/** The mark of a row: a dot without length, which a round cap makes visible, or a tick across the lane. */
export const markOf = (event: 'border' | 'branch' | 'tag' | 'here', lane: number): string =>
  event === 'tag' ? `M${laneX(lane) - 6} 0h12` : `M${laneX(lane)} 0h0`;

/** The arrow at the end of a lane: the line goes on. Wider than its stroke. */
export function tipOf(status: Status, lane: number): string {
  const half = status === 'fixed' || status === 'not-affected' ? 4 : 8;
  return `M${laneX(lane) - half} 0h${2 * half}l${-half} 8z`;
}
