/** Holds the listed defaults against the source, wherever it was read. */
import { type History, parameterDefaultAt, zfsDioEnabledDefaultAt } from '../../src/knowledge/history.ts';
import { comparePlaces, type Place, parsePlace } from '../../src/knowledge/place.ts';
import { RELEASES_FILE } from './content.ts';
import { type DerivedDefaults, DIO_PARAMETER } from './defaults.ts';
import type { Difference } from './differences.ts';
import type { CloneHistory } from './history.ts';
import type { Platform } from './module-default.ts';

/** A default that the list gives for every place. */
interface Expectation {
  readonly parameter: string;
  readonly platform: Platform;
  readonly at: (place: Place) => number | null;
}

function expectations(defaults: DerivedDefaults, history: History): readonly Expectation[] {
  const dio = (['linux', 'freebsd'] as const).map((platform) => ({
    parameter: DIO_PARAMETER,
    platform,
    at: (place: Place) => zfsDioEnabledDefaultAt(place, platform, defaults.zfsDioEnabledDefaults, history),
  }));
  const others = defaults.parameterDefaults.map(({ name, changes }) => ({
    parameter: name,
    platform: 'linux' as const,
    at: (place: Place) => parameterDefaultAt(place, changes, history),
  }));
  return [...dio, ...others];
}

/** The places whose source was read, each line in its order; a tag also where its commit is one of master. */
function placesRead({ read }: DerivedDefaults, history: CloneHistory): readonly [Place, string, string][] {
  const places = new Map([
    ...[...history.placesOf(read)].map(([commit, place]): [string, string] => [place, commit]),
    ...history.tags.map(({ name, commit }): [string, string] => [name, commit]),
  ]);
  return [...places]
    .map(([place, commit]): [Place, string, string] => [parsePlace(place), place, commit])
    .sort(([a], [b]) => (a.line === b.line ? comparePlaces(a, b) : a.line < b.line ? -1 : 1));
}

/**
 * Where the source has another default than the list says, and no listed commit accounts for it.
 * @param defaults as they were computed from the listed commits
 * @param branchPoints of the release lines
 * @returns for each parameter, platform and line the first such place
 */
export function unaccountedDefaults(
  defaults: DerivedDefaults,
  branchPoints: History['branchPoints'],
  history: CloneHistory,
): readonly Difference[] {
  const known = new Set(['master', ...branchPoints.map(({ line }) => line)]);
  const places = placesRead(defaults, history).filter(([{ line }]) => known.has(line));
  return expectations(defaults, { branchPoints }).flatMap(({ parameter, platform, at }) => {
    const first = new Map<string, Difference>();
    for (const [place, name, commit] of places) {
      const listed = at(place);
      const computed = defaults.inSource(parameter, commit, platform);
      if (listed === computed || first.has(place.line)) continue;
      const field = `default of ${parameter} on ${platform} at ${name}`;
      first.set(place.line, { file: RELEASES_FILE, field, listed, computed });
    }
    return [...first.values()];
  });
}
