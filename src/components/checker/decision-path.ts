/**
 * The way to a verdict by hand, from the same data that the checker judges by: which module runs, is the way to the
 * defect open, what does the kernel make of it. Everything is read in order; the first that fits counts.
 */
import type { Status } from '../../checker/assess.ts';
import { DECISION_PATH_TEXTS, type PathTexts } from '../../i18n/decision-path.ts';
import { VERDICT_TEXTS } from '../../i18n/verdict.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { formatPlace, lineOf, parsePlace } from '../../knowledge/place.ts';
import type { Condition, Defect, Outcome, Problem } from '../../knowledge/problem.ts';

/** What an entry asks of a system; a test walks these and holds the end against the checker's verdict. */
export type Question =
  | { readonly kind: 'other-platform'; readonly platforms: readonly string[] }
  | { readonly kind: 'other-kernel'; readonly from: string | null; readonly until: string | null }
  | { readonly kind: 'no-count'; readonly tags: readonly string[] }
  | { readonly kind: 'never-upstream' }
  | { readonly kind: 'bare-candidate'; readonly tag: string }
  | {
      readonly kind: 'stretch';
      readonly line: string;
      readonly from: string | null;
      readonly until: string | null;
    }
  | { readonly kind: 'newer-line'; readonly line: string }
  | { readonly kind: 'before'; readonly place: string };

/** One way to tell that a system takes this step. */
export interface Entry {
  readonly words: string;
  readonly question: Question;
}

/** What leads to one verdict; null: the module has the defect, and its conditions decide. */
export interface Step {
  readonly entries: readonly Entry[];
  readonly verdict: Status | null;
}

/** `closed`: some condition does not hold; `kernel`: nobody knows it of this kernel; `open`: everything holds. */
export interface GateEntry {
  readonly words: string;
  readonly question: 'closed' | Extract<Question, { kind: 'other-kernel' }> | 'open';
  readonly verdict: Status;
}

export interface DecisionPath {
  readonly steps: readonly Step[];
  /** What a module with the defect is asked next, in order; null where it is affected whatever else. */
  readonly gate: readonly GateEntry[] | null;
}

/** One defect: the problem's own, or the one that its repair left behind. */
type PathDefect = Pick<Defect, 'windows' | 'assumedFrom' | 'conditions'>;

/**
 * The base tags of the development lines inside which something changes, or may still change: there a build without a
 * count says too little.
 */
function developmentTags(
  listed: readonly Stretch[],
  { unsettled }: Problem,
  openLine: string | undefined,
): string[] {
  const places = [...listed, ...unsettled]
    .flatMap(({ from, until }) => [from, until])
    .filter((place) => place !== null)
    .map(parsePlace);
  const tags = places
    .filter((place) => lineOf(place.release) === 'master' && place.commits > 0)
    .map(({ release }) => release.join('.'));
  const isOpen = listed.some(({ line, until }) => line === 'master' && until === null);
  return [...new Set(isOpen && openLine !== undefined ? [...tags, openLine] : tags)];
}

/** Candidates after whose tag the defect came in: a build without git data prints only the tag, so it says too little. */
const bareCandidates = (listed: readonly Stretch[]): string[] =>
  listed
    .map(({ from }) => parsePlace(from))
    .filter(({ candidate, commits }) => candidate !== null && commits > 0)
    .map((place) => formatPlace({ ...place, commits: 0 }));

/** Where the defect's code runs at all: one of a problem's two defects may be on fewer platforms. */
const platformsOf = ({ conditions }: PathDefect, problem: Problem): readonly string[] =>
  conditions.find((condition) => condition.fact === 'platform')?.is ?? problem.platforms;

interface Stretch {
  readonly line: string;
  readonly from: string;
  readonly until: string | null;
}

/** A stretch without the differing defaults: first and last border of each line. */
function stretches({ windows }: PathDefect): Stretch[] {
  const lines = [...new Set(windows.map(({ line }) => line))];
  return lines.map((line) => {
    const own = windows.filter((window) => window.line === line);
    return { line, from: own[0]?.from ?? '', until: own.at(-1)?.until ?? null };
  });
}

function stretchText({ line, from, until }: Stretch, table: PathTexts): string {
  if (line === 'master') return until === null ? table.afterMaster(from) : table.master(from, until);
  return until === null ? table.lineOpen(from, line) : table.line(from, until);
}

/** What must hold for the defect to be met, and the words for the case that it does not. */
function conditionTexts(
  conditions: readonly Condition[],
  table: PathTexts,
  language: Language,
): { readonly open: string[]; readonly closed: string[] } {
  const open: string[] = [];
  const closed: string[] = [];
  for (const condition of conditions) {
    switch (condition.fact) {
      case 'direct-io':
        open.push(table.dioOn);
        closed.push(table.dioOff);
        break;
      case 'module-parameter': {
        const [whenMet, otherwise] = [table.parameterNotZero, table.parameterZero] as const;
        const isZero = condition.is === 'zero';
        open.push((isZero ? otherwise : whenMet)(condition.name));
        closed.push((isZero ? whenMet : otherwise)(condition.name));
        break;
      }
      case 'kernel-parameter':
        open.push(table.initOnAllocOn);
        closed.push(table.initOnAllocOff);
        break;
      case 'usage':
        open.push(condition.when[language]);
        closed.push(table.notSo(condition.when[language]));
        break;
      default:
    }
  }
  return { open, closed };
}

/** What the version of the kernel decides, and to which verdict it leads. */
const kernelEntries = (conditions: readonly Condition[], table: PathTexts) =>
  conditions.flatMap((condition) => {
    if (condition.fact !== 'kernel') return [];
    const { from, until, otherwise } = condition;
    const words = from === null ? table.newerKernel(until ?? '') : table.olderKernel(from);
    return [{ words, question: { kind: 'other-kernel', from, until } as const, verdict: otherwise }];
  });

function gateOf({ conditions }: PathDefect, table: PathTexts, language: Language): GateEntry[] | null {
  const { open, closed } = conditionTexts(conditions, table, language);
  const unclear = kernelEntries(conditions, table).filter(({ verdict }) => verdict === 'unknown');
  if (open.length === 0 && unclear.length === 0) return null;
  return [
    ...(closed.length === 0
      ? []
      : [{ words: closed.join(table.or), question: 'closed', verdict: 'dormant' } as const]),
    ...unclear,
    {
      words: open.length === 0 ? table.anythingElse : open.join(table.and),
      question: 'open',
      verdict: 'affected',
    },
  ];
}

const stretchEntry = (
  words: string,
  stretch: { line: string; from: string | null; until: string | null },
): Entry => ({
  words,
  question: { kind: 'stretch', line: stretch.line, from: stretch.from, until: stretch.until },
});

const isFirstOfItsLine = (from: string): boolean => /\.0-rc1$/.test(from);

/** Builds of a release line that has the defect only from a cherry-picked commit on. */
const beforeCherryPick = (listed: readonly Stretch[], table: PathTexts): Entry[] =>
  listed
    .filter(({ line, from }) => line !== 'master' && !isFirstOfItsLine(from))
    .map(({ line, from }) => stretchEntry(table.beforeOnLine(from, line), { line, from: null, until: from }));

const newestLine = (listed: readonly Stretch[]): string | undefined =>
  listed
    .map(({ line }) => line)
    .filter((line) => line !== 'master')
    .sort((a, b) => Number(a) - Number(b))
    .at(-1);

/** Neighbours that lead to the same verdict are one step. */
function joined(steps: readonly Step[]): Step[] {
  const result: Step[] = [];
  for (const { entries, verdict } of steps) {
    const last = result.at(-1);
    if (last?.verdict === verdict) {
      result.splice(-1, 1, { entries: [...last.entries, ...entries], verdict });
    } else if (entries.length > 0) result.push({ entries, verdict });
  }
  return result;
}

/**
 * The way to a verdict.
 * @param problem its platforms and the stretches of which nothing is established
 * @param openLine the base tag of the development line that is still open: `2.4.99`
 * @param defect one of the problem's defects; its windows must be in ascending order within each line
 */
export function decisionPath(
  problem: Problem,
  language: Language,
  openLine: string | undefined,
  defect: PathDefect = problem,
): DecisionPath {
  const table = DECISION_PATH_TEXTS[language];
  const { platforms } = VERDICT_TEXTS[language];
  const listed = stretches(defect);
  const master = listed.find(({ line }) => line === 'master');
  const newest = newestLine(listed);
  const before: Status = defect.assumedFrom.length > 0 ? 'unknown' : 'not-affected';
  const fixed = listed.flatMap(({ line, until }): Entry[] => {
    if (until === null) return [];
    const words = line === 'master' ? table.afterMaster(until) : table.afterLine(until, line);
    return [stretchEntry(words, { line, from: until, until: null })];
  });
  const later: Entry[] =
    newest === undefined || master?.until === null
      ? []
      : [{ words: table.later(newest), question: { kind: 'newer-line', line: newest } }];
  const tags = developmentTags(listed, problem, openLine);
  const runsOn = platformsOf(defect, problem);
  const names = runsOn.map((platform) => platforms[platform] ?? platform).join(', ');
  const elsewhere: Question = { kind: 'other-platform', platforms: runsOn };
  const steps: Step[] = [
    { entries: [{ words: table.platform(names), question: elsewhere }], verdict: 'not-affected' },
    ...kernelEntries(defect.conditions, table)
      .filter((entry) => entry.verdict === 'not-affected')
      .map(({ verdict, ...entry }) => ({ entries: [entry], verdict })),
    {
      entries: [
        ...(tags.length === 0
          ? []
          : [{ words: table.noCount(tags), question: { kind: 'no-count', tags } } as const]),
        { words: table.neverUpstream, question: { kind: 'never-upstream' } },
        ...bareCandidates(listed).map((tag) => ({
          words: table.bareCandidate(tag),
          question: { kind: 'bare-candidate', tag } as const,
        })),
      ],
      verdict: 'unknown',
    },
    { entries: listed.map((stretch) => stretchEntry(stretchText(stretch, table), stretch)), verdict: null },
    {
      entries: problem.unsettled.map((stretch) =>
        stretchEntry(table.unsettled(stretch.line, stretch.from, stretch.until), stretch),
      ),
      verdict: 'unknown',
    },
    { entries: [...fixed, ...later], verdict: 'fixed' },
    { entries: beforeCherryPick(listed, table), verdict: before },
    {
      entries:
        master === undefined
          ? []
          : [{ words: table.before(master.from), question: { kind: 'before', place: master.from } }],
      verdict: before,
    },
  ];
  return {
    steps: joined(steps.filter(({ entries }) => entries.length > 0)),
    gate: gateOf(defect, table, language),
  };
}

/** Before the checks were tied to parameters, no parameter but debug_pagealloc could switch them on. */
const checksText = ({ pageChecks, until }: Problem['outcomes'][number]['when'], table: PathTexts): string =>
  pageChecks === true ? table.checksOn : until === undefined ? table.checksOff : table.unlessDebugged;

/**
 * The outcome rule as rows, in order, closed by the case that no rule covers; none where the outcome does not depend
 * on the kernel.
 */
export function outcomeRows(problem: Problem, language: Language): { kernel: string; outcome: Outcome }[] {
  if (problem.outcomes.every(({ when }) => Object.keys(when).length === 0)) return [];
  const table = DECISION_PATH_TEXTS[language];
  const comma = language === 'zh' ? '，' : ', ';
  const rows = problem.outcomes.map(({ when, outcome }) => {
    const parts = [
      when.vendorBackports && table.vendor,
      when.debugVm && table.debugVm,
      when.from !== undefined &&
        (when.until === undefined ? table.from(when.from) : table.range(when.from, when.until)),
      when.pageChecks !== undefined && checksText(when, table),
    ];
    return { kernel: parts.filter((part) => typeof part === 'string').join(comma), outcome };
  });
  return [...rows, { kernel: table.otherKernel, outcome: 'unknown' }];
}
