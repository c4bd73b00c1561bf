/**
 * The places in history that a version may stand for. A build that names its commit count stands for one place; one
 * without a count may be anywhere in its development line, so a statement about it must hold at every place where
 * something changes.
 */
import { comparePlaces, type Place, parsePlace } from '../knowledge/place.ts';
import type { CheckerKnowledge } from './knowledge-types.ts';
import type { ZfsVersion } from './types.ts';
import { type PlaceReading, placesOf } from './version-place.ts';

export interface Checkpoints {
  readonly reading: PlaceReading;
  /** One place of every stretch that the version may be in; empty where it cannot be placed at all. */
  readonly places: readonly Place[];
}

const collected = new WeakMap<CheckerKnowledge, readonly Place[]>();

/** Every place at which some problem's stretch begins or ends or a default changes; the same for every paste. */
function borders(knowledge: CheckerKnowledge): readonly Place[] {
  const known = collected.get(knowledge);
  if (known !== undefined) return known;
  const { problems, zfsDioEnabledDefaults, parameterDefaults } = knowledge;
  const stretches = problems.flatMap(({ defects, unsettled }) => [
    ...defects.flatMap(({ windows }) => windows),
    ...unsettled,
  ]);
  const texts = new Set([
    ...stretches.flatMap(({ from, until }) => [from, until].filter((place) => place !== null)),
    ...zfsDioEnabledDefaults.map(({ from }) => from),
    ...Object.values(parameterDefaults).flatMap((changes) => changes.map(({ from }) => from)),
  ]);
  const places = [...texts].map(parsePlace);
  collected.set(knowledge, places);
  return places;
}

function within(place: Place, from: Place, until: Place | null): boolean {
  return (
    place.line === from.line &&
    comparePlaces(place, from) >= 0 &&
    (until === null || comparePlaces(place, until) < 0)
  );
}

/**
 * Where a version may stand.
 * @param version the version of one half
 * @param knowledge tags, development lines and the borders of all windows
 */
export function checkpointsOf(version: ZfsVersion, knowledge: CheckerKnowledge): Checkpoints {
  const reading = placesOf(version, knowledge.releases);
  switch (reading.kind) {
    case 'exact':
      return { reading, places: [reading.place] };
    case 'range':
      return {
        reading,
        places: [
          reading.from,
          ...borders(knowledge).filter((place) => within(place, reading.from, reading.until)),
        ],
      };
    default:
      return { reading, places: [] };
  }
}

/** The places that a bare candidate may be at besides its tag: a build made without git data prints only the tag. */
export function laterPlacesOf(reading: PlaceReading, knowledge: CheckerKnowledge): Place[] {
  if (reading.kind !== 'exact' || reading.mayBeLaterUpTo === null) return [];
  const { place, mayBeLaterUpTo } = reading;
  return borders(knowledge).filter((border) => within(border, place, mayBeLaterUpTo));
}
