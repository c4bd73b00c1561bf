/** The version tags of a clone, `zfs-2.3.0-rc1`. */
import { type Place, parsePlace } from '../../src/knowledge/place.ts';
import type { Repository } from './git.ts';

export interface Tag {
  /** `2.3.0-rc1` */
  readonly name: string;
  readonly place: Place;
  readonly commit: string;
  /** When it was tagged, in the tagger's time zone: `2024-10-04`. */
  readonly date: string;
}

export interface Tags {
  /** Oldest first. */
  readonly known: readonly Tag[];
  /** Full names of what looks like a version tag but does not count: newer than the state, or no version. */
  readonly ignored: readonly string[];
}

export const TAG_PREFIX = 'zfs-';

const placeOrNull = (name: string): Place | null => {
  try {
    return parsePlace(name);
  } catch {
    return null;
  }
};

/**
 * Reads the annotated version tags.
 * @param until last day that counts, `2026-08-21`
 */
export function readTags(until: string, { git }: Repository): Tags {
  const known: Tag[] = [];
  const ignored: string[] = [];
  const refs = git([
    'for-each-ref',
    '--sort=refname',
    '--sort=taggerdate',
    '--format=%(refname:strip=2) %(taggerdate:short) %(*objectname)',
    `refs/tags/${TAG_PREFIX}*`,
  ]);
  for (const line of refs.split('\n').filter((each) => each !== '')) {
    const [fullName = '', date = '', commit = ''] = line.split(' ');
    const name = fullName.slice(TAG_PREFIX.length);
    const place = placeOrNull(name);
    if (place === null || date === '' || date > until) ignored.push(fullName);
    else known.push({ name, place, commit, date });
  }
  return { known, ignored };
}
