/** The rows of the decision table, from the same data that the checker judges by. */
import type { Status } from '../../checker/assess.ts';
import { DECISION_TABLE_TEXTS, type TableTexts } from '../../i18n/decision-table.ts';
import { VERDICT_TEXTS } from '../../i18n/verdict.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { lineOf, parsePlace } from '../../knowledge/place.ts';
import type { Condition, Defect, Outcome, Problem } from '../../knowledge/problem.ts';

export interface DecisionRow {
  readonly condition: string;
  readonly also: string;
  readonly status: Status;
}

/** One defect: the problem's own, or the one that its repair left behind. */
type TableDefect = Pick<Defect, 'windows' | 'assumedFrom' | 'conditions'>;

/** The base tags of the development lines that a defect's windows touch: `2.2.99`, `2.3.99`. */
function developmentTags({ windows }: TableDefect): string[] {
  const places = windows
    .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    .map(parsePlace);
  const tags = places
    .filter((place) => lineOf(place.release) === 'master')
    .map(({ release }) => release.join('.'));
  return [...new Set(tags)];
}

interface Stretch {
  readonly line: string;
  readonly from: string;
  readonly until: string | null;
}

/** A stretch without the differing defaults: first and last border of each line. */
function stretches({ windows }: TableDefect): Stretch[] {
  const lines = [...new Set(windows.map(({ line }) => line))];
  return lines.map((line) => {
    const own = windows.filter((window) => window.line === line);
    return { line, from: own[0]?.from ?? '', until: own.at(-1)?.until ?? null };
  });
}

function stretchText({ line, from, until }: Stretch, table: TableTexts): string {
  if (line === 'master') return until === null ? table.afterMaster(from) : table.master(from, until);
  return until === null ? table.lineOpen(from, line) : table.line(from, until);
}

/** What must hold for the defect to be met, and the words for the case that it does not. */
function conditionTexts(
  conditions: readonly Condition[],
  table: TableTexts,
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

/** Verdicts that the kernel's version gives before anything else is asked. */
function kernelRows(conditions: readonly Condition[], table: TableTexts): DecisionRow[] {
  return conditions.flatMap((condition): DecisionRow[] =>
    condition.fact === 'kernel'
      ? [
          {
            condition:
              condition.from === null
                ? table.newerKernel(condition.until ?? '')
                : table.olderKernel(condition.from),
            also: table.any,
            status: condition.otherwise,
          },
        ]
      : [],
  );
}

function unsettledRows({ unsettled }: Problem, table: TableTexts): DecisionRow[] {
  return unsettled.map(({ line, from, until }) => ({
    condition: table.unsettled(line, from, until),
    also: table.any,
    status: 'unknown',
  }));
}

const isFirstOfItsLine = (from: string): boolean => /\.0-rc1$/.test(from);

/** Builds of a release line that has the defect only from a cherry-picked commit on. */
function beforeCherryPick(listed: readonly Stretch[], status: Status, table: TableTexts): DecisionRow[] {
  return listed
    .filter(({ line, from }) => line !== 'master' && !isFirstOfItsLine(from))
    .map(({ line, from }) => ({ condition: table.beforeOnLine(from, line), also: table.any, status }));
}

const newestLine = (listed: readonly Stretch[]): string | undefined =>
  listed
    .map(({ line }) => line)
    .filter((line) => line !== 'master')
    .sort((a, b) => Number(a) - Number(b))
    .at(-1);

/**
 * The rows that lead to a status, in the order in which they are to be read.
 * @param problem its platforms and the stretches of which nothing is established
 * @param defect one of the problem's defects; its windows must be in ascending order within each line
 */
export function decisionRows(
  problem: Problem,
  language: Language,
  defect: TableDefect = problem,
): DecisionRow[] {
  const table = DECISION_TABLE_TEXTS[language];
  const { platforms } = VERDICT_TEXTS[language];
  const listed = stretches(defect);
  const { open, closed } = conditionTexts(defect.conditions, table, language);
  const present = listed.flatMap((stretch): DecisionRow[] => {
    const condition = stretchText(stretch, table);
    if (open.length === 0) return [{ condition, also: table.any, status: 'affected' }];
    return [
      { condition, also: open.join(table.and), status: 'affected' },
      { condition, also: closed.join(table.or), status: 'dormant' },
    ];
  });
  const fixed = listed.flatMap(({ line, until }): DecisionRow[] =>
    until === null
      ? []
      : [
          {
            condition: line === 'master' ? table.afterMaster(until) : table.afterLine(until, line),
            also: table.any,
            status: 'fixed',
          },
        ],
  );
  const master = listed.find(({ line }) => line === 'master');
  const newest = newestLine(listed);
  const before: Status = defect.assumedFrom.length > 0 ? 'unknown' : 'not-affected';
  return [
    {
      condition: table.platform(
        problem.platforms.map((platform) => platforms[platform] ?? platform).join(', '),
      ),
      also: table.any,
      status: 'not-affected',
    },
    ...kernelRows(defect.conditions, table),
    {
      condition: table.noCount(developmentTags(defect)),
      also: table.any,
      status: 'unknown',
    },
    { condition: table.neverUpstream, also: table.any, status: 'unknown' },
    ...present,
    ...unsettledRows(problem, table),
    ...fixed,
    ...(newest === undefined || master?.until === null
      ? []
      : [{ condition: table.later(newest), also: table.any, status: 'fixed' } as const]),
    ...beforeCherryPick(listed, before, table),
    ...(master === undefined
      ? []
      : [{ condition: table.before(master.from), also: table.any, status: before } as const]),
  ];
}

/** Before the checks were tied to parameters, no parameter but debug_pagealloc could switch them on. */
const checksText = ({ pageChecks, until }: Problem['outcomes'][number]['when'], table: TableTexts): string =>
  pageChecks === true ? table.checksOn : until === undefined ? table.checksOff : table.unlessDebugged;

/**
 * The outcome rule as rows, in order, closed by the case that no rule covers; none where the outcome does not depend
 * on the kernel.
 */
export function outcomeRows(problem: Problem, language: Language): { kernel: string; outcome: Outcome }[] {
  if (problem.outcomes.every(({ when }) => Object.keys(when).length === 0)) return [];
  const table = DECISION_TABLE_TEXTS[language];
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
