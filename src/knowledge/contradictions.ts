/**
 * Checks that no schema can make: does one fact contradict another? Each check is a function from the knowledge to
 * sentences that say which file is wrong and why. An empty list means that the content agrees with itself.
 */
import { defectAt, zfsDioEnabledDefaultAt } from './history.ts';
import type { Knowledge, LoadedProblem } from './load.ts';
import { comparePlaces, parsePlace } from './place.ts';

type Check = (problem: LoadedProblem, knowledge: Knowledge) => string[];

const isTag = (text: string, { releases }: Knowledge): boolean =>
  releases.tags.some(({ place }) => place === text);

const folderNamesTheId: Check = ({ id, folder }) =>
  folder.startsWith(`${id}-`) ? [] : [`the folder "${folder}" does not begin with the id ${id}`];

const idIsItsFirstNumber: Check = ({ id, issues, pullRequests }) =>
  [...issues, ...pullRequests].map(String).includes(id)
    ? []
    : [`the id ${id} is among neither issues nor pullRequests`];

const fixedAfterIntroduced: Check = ({ introduced, fixed }) =>
  fixed.flatMap((fix) =>
    introduced
      .filter((origin) => fix.date < origin.date)
      .map(
        (origin) =>
          `the fix ${fix.commit.slice(0, 10)} (${fix.date}) is older than its cause ${origin.commit.slice(0, 10)} (${origin.date})`,
      ),
  );

const windowsAreInOrder: Check = ({ windows }) =>
  windows.flatMap(({ line, from, until }) => {
    const start = parsePlace(from);
    if (start.line !== line)
      return [`the window from ${from} says line ${line} but the place is on ${start.line}`];
    if (until === null) return [];
    const end = parsePlace(until);
    if (end.line !== line)
      return [`the window until ${until} says line ${line} but the place is on ${end.line}`];
    return comparePlaces(start, end) < 0
      ? []
      : [`the window from ${from} until ${until} is empty or reversed`];
  });

const windowsBeginAndEndAtKnownCommits: Check = ({ windows, introduced, fixed, related, affectedTags }) => {
  const known = new Set([...introduced, ...fixed, ...related].map(({ place }) => place).concat(affectedTags));
  return windows
    .flatMap(({ from, until }) => [from, until])
    .filter((place): place is string => place !== null && !known.has(place))
    .map((place) => `a window has the border ${place}, which is neither a listed commit nor an affected tag`);
};

const windowsHaveTheRightDefault: Check = ({ windows }, { releases }) =>
  windows.flatMap(({ line, from, until, zfsDioEnabledDefault: claimed }) => {
    if (claimed === null) return [];
    const at = (place: string) =>
      zfsDioEnabledDefaultAt(parsePlace(place), 'linux', releases.zfsDioEnabledDefaults, releases);
    const start = parsePlace(from);
    const changes = releases.zfsDioEnabledDefaults.filter((change) => {
      const place = parsePlace(change.from);
      return (
        change.line === line &&
        comparePlaces(place, start) > 0 &&
        (until === null || comparePlaces(place, parsePlace(until)) < 0)
      );
    });
    return [
      ...(at(from) === claimed
        ? []
        : [`the window from ${from} claims zfs_dio_enabled=${claimed}, but the releases say ${at(from)}`]),
      ...changes.map(
        (change) =>
          `the default of zfs_dio_enabled changes at ${change.from}, inside the window from ${from}`,
      ),
    ];
  });

const affectedTagsFollowFromTheWindows: Check = (
  { windows, affectedTags, affectedBaseTags },
  { releases },
) => {
  const listed = new Set([...affectedTags, ...affectedBaseTags]);
  const computed = releases.tags
    .map(({ place }) => place)
    .filter((place) => defectAt(parsePlace(place), windows, releases) === 'present');
  return [
    ...computed
      .filter((place) => !listed.has(place))
      .map((place) => `the tag ${place} lies in a window but is not listed as affected`),
    ...[...listed]
      .filter((place) => !computed.includes(place))
      .map((place) => `the tag ${place} is listed as affected but lies in no window`),
  ];
};

const tagsExist: Check = ({ affectedTags, affectedBaseTags, introduced, fixed, related }, knowledge) =>
  [
    ...affectedTags,
    ...affectedBaseTags,
    ...[...introduced, ...fixed, ...related].flatMap(({ firstTags }) => firstTags),
  ]
    .filter((tag) => !isTag(tag, knowledge))
    .map((tag) => `"${tag}" is not a tag in openzfs-releases.json`);

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index);

const idsAreUnique: Check = (problem) =>
  (['sources', 'signatures', 'measures', 'outcomes'] as const).flatMap((list) =>
    duplicates(problem[list].map(({ id }) => id)).map((id) => `${list} has the id "${id}" twice`),
  );

const cited = (problem: LoadedProblem): string[] => [
  ...[...problem.signatures, ...problem.measures, ...problem.outcomes].flatMap(({ sources }) => sources),
  ...problem.articles.en.sourceIds,
  ...problem.articles.zh.sourceIds,
];

const citedSourcesExist: Check = (problem) => {
  const known = new Set(problem.sources.map(({ id }) => id));
  return [...new Set(cited(problem))]
    .filter((id) => !known.has(id))
    .map((id) => `the source "${id}" is cited but not listed under sources`);
};

const sourcesAreCited: Check = (problem) => {
  const used = new Set(cited(problem));
  return problem.sources
    .filter(({ id }) => !used.has(id))
    .map(({ id }) => `the source "${id}" is cited nowhere`);
};

const evidenceExists: Check = ({ sources, experiments, evidenceFiles }) =>
  [
    ...sources.flatMap(({ evidence }) => evidence ?? []),
    ...experiments.flatMap(({ transcript }) => (transcript === null ? [] : [transcript])),
  ]
    .filter((file) => !evidenceFiles.includes(file))
    .map((file) => `"${file}" is named as evidence but is not in evidence/`);

/** The others compare places, which have an order only if these hold. */
const FIRST_CHECKS: readonly Check[] = [windowsAreInOrder, tagsExist];

const PROBLEM_CHECKS: readonly Check[] = [
  folderNamesTheId,
  idIsItsFirstNumber,
  fixedAfterIntroduced,
  windowsBeginAndEndAtKnownCommits,
  windowsHaveTheRightDefault,
  affectedTagsFollowFromTheWindows,
  idsAreUnique,
  citedSourcesExist,
  sourcesAreCited,
  evidenceExists,
];

/**
 * Everything in the content that contradicts something else.
 * @returns sentences, each beginning with the file; empty if there is nothing
 */
export function contradictions(knowledge: Knowledge): string[] {
  return knowledge.problems.flatMap((problem) => {
    const run = (checks: readonly Check[]) => checks.flatMap((check) => check(problem, knowledge));
    const first = run(FIRST_CHECKS);
    const sentences = first.length > 0 ? first : run(PROBLEM_CHECKS);
    return sentences.map((sentence) => `problems/${problem.folder}/problem.yaml: ${sentence}.`);
  });
}
