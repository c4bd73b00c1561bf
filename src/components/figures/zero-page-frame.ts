import type { LifeSide, PageState } from '../../knowledge/zero-page-life.ts';

/** The geometry of one frame: what points on the left, the pages on the right, in units of a CSS pixel. */

/** Height of the middle of each row of pages. */
const rows = { own: 15, zero: 51, new: 95 } as const;

/** Where each pointer starts. */
const origins = { first: 22, second: 48, variable: 95 } as const;

/** A pointer from its cell to the middle of a page, with its head. */
const pointer = (from: number, to: number): string =>
  `M98 ${from}C138 ${from} 134 ${to} 170 ${to}m-7-4 7 4-7 4`;

/** A pointer to draw, and whether this step changed it. */
export interface Pointer {
  readonly path: string;
  readonly changed: boolean;
}

/** The pointers of a frame. In: the states after and before the step, and what the pointers are drawn from. */
export function pointersOf(after: PageState, before: PageState, shows: LifeSide['shows']): Pointer[] {
  const drawn = (origin: number, target: PageState['slot'], changed: boolean): Pointer[] =>
    target === 'nothing'
      ? []
      : [{ path: pointer(origin, target === 'zero-page' ? rows.zero : rows.new), changed }];
  if (shows === 'memory') return [{ path: pointer(51, rows.zero), changed: false }];
  const own = {
    path: pointer(origins.first, rows.own),
    changed: after.slot !== 'nothing' && before.slot === 'nothing',
  };
  if (shows === 'buffer') return [own, { path: pointer(origins.second, rows.zero), changed: false }];
  return [
    own,
    ...drawn(origins.second, after.slot, after.slot !== before.slot),
    ...(shows === 'loop' ? drawn(origins.variable, after.variable, after.variable !== before.variable) : []),
  ];
}

/** The cells that the pointers start in, as one path. */
export function cellsOf(shows: LifeSide['shows']): string {
  if (shows === 'memory') return 'M86 38h24v26h-24z';
  return `M86 9h24v52h-24zm0 26h24${shows === 'loop' ? 'M86 82h24v26h-24z' : ''}`;
}

/** Whether the new page is in the picture. */
export const showsNewPage = ({ newPage }: PageState, shows: LifeSide['shows']): boolean =>
  newPage !== 'none' && (shows !== 'memory' || newPage === 'leaked');
