/** The rows of the decision table, from the same data that the checker judges by. */
import type { Status } from '../../checker/assess.ts';
import { DECISION_TABLE_TEXTS, type TableTexts } from '../../i18n/decision-table.ts';
import { VERDICT_TEXTS } from '../../i18n/verdict.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { lineOf, parsePlace } from '../../knowledge/place.ts';
import type { Outcome, Problem } from '../../knowledge/problem.ts';

export interface DecisionRow {
  readonly condition: string;
  readonly also: string;
  readonly status: Status;
}

/** The base tags of the development lines that a problem's windows touch: `2.2.99`, `2.3.99`. */
function developmentTags({ windows }: Problem): string[] {
  const places = windows
    .flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
    .map(parsePlace);
  const tags = places
    .filter((place) => lineOf(place.release) === 'master')
    .map(({ release }) => release.join('.'));
  return [...new Set(tags)];
}

/** A stretch without the differing defaults: first and last border of each line. */
function stretches({ windows }: Problem): { line: string; from: string; until: string | null }[] {
  const lines = [...new Set(windows.map(({ line }) => line))];
  return lines.map((line) => {
    const own = windows.filter((window) => window.line === line);
    return { line, from: own[0]?.from ?? '', until: own.at(-1)?.until ?? null };
  });
}

/**
 * The rows that lead to a status, in the order in which they are to be read.
 * @param problem its windows must be in ascending order within each line
 */
export function decisionRows(problem: Problem, language: Language): DecisionRow[] {
  const table = DECISION_TABLE_TEXTS[language];
  const { platforms } = VERDICT_TEXTS[language];
  const listed = stretches(problem);
  const wordsOf = ({ line, from, until }: (typeof listed)[number]) =>
    line === 'master' ? table.master(from, until ?? '…') : table.line(from, until ?? '…');
  const needsDirectIo = problem.conditions.some(({ fact }) => fact === 'direct-io');
  const present = listed.flatMap((stretch): DecisionRow[] =>
    needsDirectIo
      ? [
          { condition: wordsOf(stretch), also: table.dioOn, status: 'affected' },
          { condition: wordsOf(stretch), also: table.dioOff, status: 'dormant' },
        ]
      : [{ condition: wordsOf(stretch), also: table.any, status: 'affected' }],
  );
  const newest = listed
    .map(({ line }) => line)
    .filter((line) => line !== 'master')
    .sort()
    .at(-1);
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
  return [
    {
      condition: table.platform(
        problem.platforms.map((platform) => platforms[platform] ?? platform).join(', '),
      ),
      also: table.any,
      status: 'not-affected',
    },
    {
      condition: table.noCount(developmentTags(problem)),
      also: table.any,
      status: 'unknown',
    },
    { condition: table.neverUpstream, also: table.any, status: 'unknown' },
    ...present,
    ...fixed,
    ...(newest === undefined
      ? []
      : [{ condition: table.later(newest), also: table.any, status: 'fixed' } as const]),
    ...(master === undefined
      ? []
      : [{ condition: table.before(master.from), also: table.any, status: 'not-affected' } as const]),
  ];
}

/** Before the checks were tied to parameters, no parameter but debug_pagealloc could switch them on. */
const checksText = ({ pageChecks, until }: Problem['outcomes'][number]['when'], table: TableTexts): string =>
  pageChecks === true ? table.checksOn : until === undefined ? table.checksOff : table.unlessDebugged;

/** The outcome rule as rows, in order, closed by the case that no rule covers. */
export function outcomeRows(problem: Problem, language: Language): { kernel: string; outcome: Outcome }[] {
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
