/**
 * Checks that no schema can make: does one fact contradict another? Each check is a function from the knowledge to
 * sentences that say which file is wrong and why. An empty list means that the content agrees with itself.
 */
import { defectAt, zfsDioEnabledDefaultAt } from './history.ts';
import type { Knowledge, LoadedProblem } from './load.ts';
import { comparePlaces, parsePlace } from './place.ts';
import { type Defect, defectsOf } from './problem.ts';

type Check = (problem: LoadedProblem, knowledge: Knowledge) => string[];
type DefectCheck = (defect: Defect, knowledge: Knowledge) => string[];

/** The check of a problem that holds for its own defect and for the follow-up. */
const ofEveryDefect =
  (check: DefectCheck): Check =>
  (problem, knowledge) =>
    defectsOf(problem).flatMap((defect) => check(defect, knowledge));

const isTag = (text: string, { releases }: Knowledge): boolean =>
  releases.tags.some(({ place }) => place === text);

const folderNamesTheId: Check = ({ id, folder }) =>
  folder.startsWith(`${id}-`) ? [] : [`the folder "${folder}" does not begin with the id ${id}`];

const idIsItsFirstNumber: Check = ({ id, issues, pullRequests }) =>
  [...issues, ...pullRequests].map(String).includes(id)
    ? []
    : [`the id ${id} is among neither issues nor pullRequests`];

const fixedAfterIntroduced: DefectCheck = ({ introduced, fixed }) =>
  fixed.flatMap((fix) =>
    introduced
      .filter((origin) => fix.date < origin.date)
      .map(
        (origin) =>
          `the fix ${fix.commit.slice(0, 10)} (${fix.date}) is older than its cause ${origin.commit.slice(0, 10)} (${origin.date})`,
      ),
  );

const windowsAreInOrder: DefectCheck = ({ windows }) =>
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

const windowsBeginAndEndAtKnownCommits: Check = (problem, { releases }) => {
  const { related, affectedTags, affectedBaseTags } = problem;
  const known = new Set([
    ...defectsOf(problem)
      .flatMap(({ introduced, fixed }) => [...introduced, ...fixed])
      .map(({ place }) => place),
    ...related.map(({ place }) => place),
    ...affectedTags,
    ...affectedBaseTags,
    ...defectsOf(problem).flatMap(({ assumedFrom }) => assumedFrom),
    ...defectsOf(problem).flatMap((defect) => defect.affectedTags),
    ...releases.zfsDioEnabledDefaults.map(({ from }) => from),
  ]);
  return defectsOf(problem)
    .flatMap(({ windows }) => windows)
    .flatMap(({ from, until }) => [from, until])
    .filter((place): place is string => place !== null && !known.has(place))
    .map((place) => `a window has the border ${place}, which is neither a listed commit nor an affected tag`);
};

const windowsHaveTheRightDefault: DefectCheck = ({ windows }, { releases }) =>
  windows.flatMap(({ line, from, until, zfsDioEnabledDefault: claimed }) => {
    if (claimed === null) return [];
    const at = (place: string) =>
      zfsDioEnabledDefaultAt(parsePlace(place), 'linux', releases.zfsDioEnabledDefaults, releases);
    const start = parsePlace(from);
    const changes = releases.zfsDioEnabledDefaults.filter((change) => {
      const place = parsePlace(change.from);
      return (
        change.line === line &&
        change.linux !== claimed &&
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

const affectedTagsFollowFromTheWindows: DefectCheck = (
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

const tagsExist: Check = (problem, knowledge) =>
  [
    ...defectsOf(problem).flatMap(({ affectedTags, affectedBaseTags, introduced, fixed }) => [
      ...affectedTags,
      ...affectedBaseTags,
      ...[...introduced, ...fixed].flatMap(({ firstTags }) => firstTags),
    ]),
    ...problem.related.flatMap(({ firstTags }) => firstTags),
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

/** A stretch of which nothing is established must not claim what a window claims. */
const unsettledLiesOutsideTheWindows: Check = ({ unsettled, windows }) =>
  unsettled.flatMap(({ line, from, until }) => {
    const start = from === null ? null : parsePlace(from);
    const end = until === null ? null : parsePlace(until);
    if ([start, end].some((place) => place !== null && place.line !== line)) {
      return [`the unsettled stretch of line ${line} has a border on another line`];
    }
    return windows
      .filter((window) => window.line === line)
      .filter(
        (window) =>
          (end === null || comparePlaces(parsePlace(window.from), end) < 0) &&
          (start === null || window.until === null || comparePlaces(start, parsePlace(window.until)) < 0),
      )
      .map((window) => `the window from ${window.from} overlaps an unsettled stretch of line ${line}`);
  });

const windowsFitTheExtent: Check = ({ extent, windows, unsettled, reportedIn }) => {
  if (extent === 'windows') {
    return windows.length > 0 ? [] : ['extent is windows, but there is none'];
  }
  return [
    ...(windows.length + unsettled.length > 0 ? [`extent is ${extent}, but there are windows`] : []),
    ...(extent === 'not-established' && reportedIn.length === 0
      ? ['extent is not-established, but reportedIn is empty']
      : []),
  ];
};

const relationsExist: Check = ({ id, relations }, { problems }) =>
  relations
    .filter(({ problem }) => problem === id || !problems.some((other) => other.id === problem))
    .map(({ problem }) => `the relation to ${problem} leads to no other problem`);

const parametersAreKnown: DefectCheck = ({ conditions }, { releases }) =>
  conditions.flatMap((condition) =>
    condition.fact === 'module-parameter' &&
    !releases.parameterDefaults.some(({ name }) => name === condition.name)
      ? [`the defaults of ${condition.name} are not in openzfs-releases.json`]
      : [],
  );

/** Issue and pull request numbers lead to one problem each: they are its old addresses. */
const numbersAreItsOwn: Check = (problem, { problems }) =>
  [...problem.issues, ...problem.pullRequests].flatMap((number) =>
    problems
      .filter(
        (other) =>
          other.id !== problem.id &&
          (other.id === String(number) || [...other.issues, ...other.pullRequests].includes(number)),
      )
      .map((other) => `the number ${number} belongs to ${other.id} as well`),
  );

/** The others compare places, which have an order only if these hold. */
const FIRST_CHECKS: readonly Check[] = [ofEveryDefect(windowsAreInOrder), tagsExist];

const PROBLEM_CHECKS: readonly Check[] = [
  folderNamesTheId,
  idIsItsFirstNumber,
  numbersAreItsOwn,
  relationsExist,
  windowsFitTheExtent,
  unsettledLiesOutsideTheWindows,
  ofEveryDefect(parametersAreKnown),
  ofEveryDefect(fixedAfterIntroduced),
  windowsBeginAndEndAtKnownCommits,
  ofEveryDefect(windowsHaveTheRightDefault),
  ofEveryDefect(affectedTagsFollowFromTheWindows),
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
