/** Who is affected, in a few lines: the words of the box at the top of an article, all of them from the data. */
import type { InterfaceTexts, Status } from '../../i18n/interface.ts';
import { type Condition, type Defect, defectsOf, type Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';
import type { SiteLanguage } from '../../paths.ts';
import { historyOf, rowName, rowsOfMaster, rowsOfTags, type WindowRow } from './windows.ts';

/** Neighbours of one status, whatever their defaults, are one stretch. */
function joined(rows: readonly WindowRow[]): WindowRow[] {
  const result: WindowRow[] = [];
  for (const row of rows) {
    const previous = result.at(-1);
    if (previous?.status === row.status)
      result.splice(-1, 1, { ...previous, last: row.last, until: row.until });
    else result.push(row);
  }
  return result;
}

/** The stretches of one line that have the defect, or of which nobody knows. */
interface Stretches {
  readonly present: readonly string[];
  readonly unsettled: readonly string[];
}

function stretchesOf(
  rows: readonly WindowRow[],
  texts: InterfaceTexts,
  words: (name: string) => string,
): Stretches {
  const named = (status: Status, remark: (name: string) => string) => (row: WindowRow) =>
    row.status === status ? [remark(words(rowName(row, texts)))] : [];
  const affected = named('affected', (name) => name);
  const dormant = named('dormant', texts.dormantByDefault);
  const stretches = joined(rows);
  return {
    present: stretches.flatMap((row) => [...affected(row), ...dormant(row)]),
    unsettled: stretches.flatMap(named('unknown', texts.unsettledStretch)),
  };
}

/** Stretches as lines; under conditions of their own they are one line, so that the conditions stand once. */
const underConditions = (
  present: readonly string[],
  only: readonly string[],
  texts: InterfaceTexts,
): string[] =>
  only.length === 0 || present.length < 2
    ? present.map((stretch) => [stretch, ...only].join(texts.clauseSeparator))
    : [texts.stretchesUnder(only.join(texts.clauseSeparator), present)];

function defectWords(
  defect: Defect,
  only: readonly string[],
  problem: Problem,
  releases: Releases,
  texts: InterfaceTexts,
): string[] {
  const history = historyOf(defect, problem);
  const tags = stretchesOf(rowsOfTags(history, releases), texts, (name) => name);
  const master = stretchesOf(rowsOfMaster(history, releases), texts, texts.buildsOfMaster);
  return [
    ...underConditions([...tags.present, ...master.present], only, texts),
    ...tags.unsettled,
    ...master.unsettled,
  ];
}

/** A condition that no version answers, in words; nothing for the others. */
function conditionWords(condition: Condition, texts: InterfaceTexts, language: SiteLanguage): string[] {
  if (condition.fact === 'kernel') {
    return [
      condition.from === null
        ? texts.onlyBeforeKernel(condition.until ?? '')
        : texts.onlyFromKernel(condition.from),
    ];
  }
  if (condition.fact === 'kernel-parameter') return [texts.onlyIfOn(condition.name)];
  return condition.fact === 'usage' ? [texts.onlyIf(condition.when[language])] : [];
}

/** The conditions of one defect that no version answers, in words. */
export const defectConditionWords = (
  { conditions }: Pick<Defect, 'conditions'>,
  texts: InterfaceTexts,
  language: SiteLanguage,
): string[] => conditions.flatMap((condition) => conditionWords(condition, texts, language));

/** The conditions that every defect of a problem has, and of each defect those that it does not share. */
export function sharedAndOwnConditions(
  problem: Problem,
  texts: InterfaceTexts,
  language: SiteLanguage,
): { shared: string[]; own: (defect: Defect) => string[] } {
  const all = defectsOf(problem).map((defect) => defectConditionWords(defect, texts, language));
  const shared = (all[0] ?? []).filter((words) => all.every((each) => each.includes(words)));
  return {
    shared,
    own: (defect) => defectConditionWords(defect, texts, language).filter((words) => !shared.includes(words)),
  };
}

/** The tags that have a defect, as stretches under the conditions that only this defect has. */
export const conditionalStretches = (
  defect: Defect,
  only: readonly string[],
  problem: Problem,
  releases: Releases,
  texts: InterfaceTexts,
): string[] => {
  const rows = rowsOfTags(historyOf(defect, problem), releases).filter(({ status }) => status === 'affected');
  return underConditions(stretchesOf(rows, texts, (name) => name).present, only, texts);
};

/**
 * The lines about the versions of a problem, and what else it needs.
 * @returns stretches of every defect, then conditions that no version answers, each once
 */
export function affectedWords(
  problem: Problem,
  releases: Releases,
  texts: InterfaceTexts,
  language: SiteLanguage,
): string[] {
  const { shared, own } = sharedAndOwnConditions(problem, texts, language);
  const versions =
    problem.extent === 'every-version'
      ? [texts.everyVersion]
      : problem.extent === 'not-established'
        ? [texts.versionsNotEstablished(problem.reportedIn.join(texts.listSeparator))]
        : defectsOf(problem).flatMap((defect) => defectWords(defect, own(defect), problem, releases, texts));
  return [...new Set([...versions, ...shared])];
}
