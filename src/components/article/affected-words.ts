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

function stretchWords(
  rows: readonly WindowRow[],
  texts: InterfaceTexts,
  words: (name: string) => string,
): string[] {
  const remarks: Partial<Record<Status, (name: string) => string>> = {
    affected: (name) => name,
    dormant: texts.dormantByDefault,
    unknown: texts.unsettledStretch,
  };
  return joined(rows).flatMap((row) => {
    const remark = remarks[row.status];
    return remark === undefined ? [] : [remark(words(rowName(row, texts)))];
  });
}

function defectWords(defect: Defect, problem: Problem, releases: Releases, texts: InterfaceTexts): string[] {
  const history = historyOf(defect, problem);
  return [
    ...stretchWords(rowsOfTags(history, releases), texts, (name) => name),
    ...stretchWords(rowsOfMaster(history, releases), texts, texts.buildsOfMaster),
  ];
}

/** A condition that no version answers, in words; nothing for the others. */
export function conditionWords(
  condition: Condition,
  texts: InterfaceTexts,
  language: SiteLanguage,
): string[] {
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
  const versions =
    problem.extent === 'every-version'
      ? [texts.everyVersion]
      : problem.extent === 'not-established'
        ? [texts.versionsNotEstablished(problem.reportedIn.join(texts.listSeparator))]
        : defectsOf(problem).flatMap((defect) => defectWords(defect, problem, releases, texts));
  const conditions = defectsOf(problem).flatMap((defect) =>
    defect.conditions.flatMap((condition) => conditionWords(condition, texts, language)),
  );
  return [...new Set([...versions, ...conditions])];
}
