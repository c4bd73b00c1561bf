/** Where commits stand, counted by `git describe`. */
import type { Repository } from './git.ts';
import { TAG_PREFIX } from './tags.ts';

const DESCRIBED = /^(.+?)(?:-(\d+)-g[0-9a-f]+)$/;

/** From the words of `git describe --long` to the notation of `place.ts`; the tag itself has no count. */
function placeFrom(described: string): string {
  const [, tag = described, count = '0'] = DESCRIBED.exec(described) ?? [];
  const name = tag.slice(TAG_PREFIX.length);
  return count === '0' ? name : `${name}-${count}`;
}

/**
 * Describes commits by the tags before them.
 * @param match a pattern of tags: `zfs-*`
 * @param ignored full names of tags that do not count
 * @returns from the hash to the place, `2.3.0-rc3-33`
 */
export function describeCommits(
  hashes: readonly string[],
  match: string,
  ignored: readonly string[],
  { git }: Repository,
): ReadonlyMap<string, string> {
  if (hashes.length === 0) return new Map();
  const exclude = ignored.flatMap((tag) => ['--exclude', tag]);
  const places = git(['describe', '--long', '--abbrev=40', '--match', match, ...exclude, ...hashes]).split(
    '\n',
  );
  return new Map(hashes.map((hash, index) => [hash, placeFrom(places[index] ?? '')]));
}
