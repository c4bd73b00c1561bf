/** The part of `openzfs-releases.json` that follows from tags and branches alone. */
import { parsePlace } from '../../src/knowledge/place.ts';
import type { Releases } from '../../src/knowledge/releases.ts';
import { parentOf } from './commits.ts';
import type { CloneHistory } from './history.ts';
import type { Tag } from './tags.ts';

export type TagHistory = Pick<Releases, 'openzfs' | 'developmentLines' | 'branchPoints' | 'tags'>;

/** From each tag to the next one of its line. */
function successors(tags: readonly Tag[]): [Tag, Tag][] {
  return tags.flatMap((tag, index): [Tag, Tag][] => {
    const next = tags[index + 1];
    return next === undefined ? [] : [[tag, next]];
  });
}

/** The newest commit of master that a commit contains. */
function lastOnMaster(from: string, { branchOf, commits }: CloneHistory): string | null {
  let hash: string | null = from;
  while (hash !== null && branchOf(hash) !== 'master') hash = parentOf(hash, commits);
  return hash;
}

/**
 * Computes what tags and branches say.
 * @param history of the clone
 */
export function tagHistory(history: CloneHistory): TagHistory {
  const { lines, commits, state } = history;
  const next = new Map(
    [lines.baseTags, ...lines.releases.map(({ tags }) => tags)].flatMap((tags) =>
      successors(tags).map(([tag, following]) => [tag.name, following]),
    ),
  );
  const beforeNext = (tag: Tag): string | null => {
    const following = next.get(tag.name);
    return following === undefined ? null : parentOf(following.commit, commits);
  };
  const cuts = lines.releases.map(({ name, tags }) => ({
    line: name,
    commit: lastOnMaster(tags[0].commit, history),
  }));
  const places = history.placesOf(
    [state.commit, ...history.tags.map(beforeNext), ...cuts.map(({ commit }) => commit)].filter(
      (hash) => hash !== null,
    ),
  );

  /** Commits between the tag and the next; null where the next one does not follow from it. */
  const lastCommits = (tag: Tag): number | null => {
    const last = places.get(beforeNext(tag) ?? '');
    if (last === undefined) return null;
    const { commits: count } = parsePlace(last);
    return last === tag.name || last === `${tag.name}-${count}` ? count : null;
  };

  const branchPoint = (commit: string | null): string | null => {
    const place = places.get(commit ?? '');
    return place !== undefined && parsePlace(place).line === 'master' ? place : null;
  };

  return {
    openzfs: { state: state.day, commit: state.commit, place: places.get(state.commit) ?? '' },
    developmentLines: lines.baseTags.map((tag) => ({
      tag: tag.name,
      lastCommits: lastCommits(tag),
      next: next.get(tag.name)?.name ?? null,
    })),
    branchPoints: cuts.map(({ line, commit }) => ({ line, from: branchPoint(commit) })),
    tags: history.tags.map((tag) => ({
      place: tag.name,
      date: tag.date,
      lastCommits: tag.place.line === 'master' ? null : lastCommits(tag),
    })),
  };
}
