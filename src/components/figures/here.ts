/** Where the pasted build stands in the figure of windows, or why no point can be marked. */
import type { CheckerDefect, CheckerKnowledge, CheckerProblem } from '../../checker/knowledge-types.ts';
import { laterPlacesOf } from '../../checker/places.ts';
import type { ZfsVersion } from '../../checker/types.ts';
import { placesOf } from '../../checker/version-place.ts';
import { formatPlace, type Place } from '../../knowledge/place.ts';
import type { DefectHistory } from '../article/windows.ts';
import { type FigureData, type Located, locate, strokeAt, type WindowsFigure } from './windows-figure.ts';

export type Here =
  | { readonly kind: 'at'; readonly place: string; readonly located: Located }
  /** The name stands for any of several commits that differ. */
  | { readonly kind: 'range'; readonly from: string; readonly until: string | null }
  | { readonly kind: 'outside' }
  | { readonly kind: 'older' };

/** The figure's data from what the checker knows. */
export function figureDataOf(knowledge: CheckerKnowledge): FigureData {
  const { branchPoints, zfsDioEnabledDefaults, parameterDefaults, releases } = knowledge;
  return {
    branchPoints,
    zfsDioEnabledDefaults,
    parameterDefaults: Object.entries(parameterDefaults).map(([name, changes]) => ({ name, changes })),
    tags: releases.tags,
    developmentLines: releases.developmentLines,
  };
}

/** One defect's history from what the checker knows. */
export const figureHistoryOf = (
  { windows, startAssumed, conditions }: CheckerDefect,
  { unsettled }: Pick<CheckerProblem, 'unsettled'>,
): DefectHistory => ({ windows, startAssumed, conditions, unsettled });

const nameOf = (place: Place): string => formatPlace(place).replace(/-0$/, '');

/**
 * Finds the place of a version in a figure. A name that may stand for commits on both sides of a border has no point.
 * @param version the running module's
 */
export function hereOf(version: ZfsVersion, figure: WindowsFigure, knowledge: CheckerKnowledge): Here {
  const reading = placesOf(version, knowledge.releases);
  if (reading.kind === 'outside') return { kind: 'outside' };
  if (reading.kind === 'range') {
    const { from, until } = reading;
    return { kind: 'range', from: nameOf(from), until: until === null ? null : nameOf(until) };
  }
  const { place, mayBeLaterUpTo } = reading;
  const stroke = strokeAt(place, figure);
  const differs = laterPlacesOf(reading, knowledge).some((later) => strokeAt(later, figure) !== stroke);
  if (differs && mayBeLaterUpTo !== null) {
    return { kind: 'range', from: nameOf(place), until: nameOf(mayBeLaterUpTo) };
  }
  const located = locate(place, figure.lanes, figure.rows);
  return located === null ? { kind: 'older' } : { kind: 'at', place: nameOf(place), located };
}
