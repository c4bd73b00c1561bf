/** The conditions of a problem that no version answers, as short remarks. */
import type { InterfaceTexts } from '../../i18n/interface.ts';
import type { PageTexts } from '../../i18n/pages.ts';
import type { Defect, Problem } from '../../knowledge/problem.ts';
import type { SiteLanguage } from '../../paths.ts';
import { conditionWords } from '../article/affected-words.ts';

export function machineConditions(
  defects: readonly Defect[],
  { platforms }: Pick<Problem, 'platforms'>,
  words: InterfaceTexts,
  texts: PageTexts['versions'],
  language: SiteLanguage,
): string[] {
  const conditions = defects.flatMap((defect) =>
    defect.conditions.flatMap((condition) => conditionWords(condition, words, language)),
  );
  return [...new Set([...(platforms.includes('linux') ? [] : [texts.freebsdOnly]), ...conditions])];
}
