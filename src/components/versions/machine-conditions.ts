/** The conditions of a problem that no version answers, as short remarks. */
import type { InterfaceTexts } from '../../i18n/interface.ts';
import type { PageTexts } from '../../i18n/pages.ts';
import type { Place } from '../../knowledge/place.ts';
import { defectsOf, type Problem } from '../../knowledge/problem.ts';
import type { Releases } from '../../knowledge/releases.ts';
import type { SiteLanguage } from '../../paths.ts';
import {
  conditionalStretches,
  defectConditionWords,
  sharedAndOwnConditions,
} from '../article/affected-words.ts';
import { historyOf, statusAt } from '../article/windows.ts';
import { problemStatusAt } from './problem-status.ts';

interface Words {
  readonly interfaceTexts: InterfaceTexts;
  readonly texts: PageTexts['versions'];
  readonly language: SiteLanguage;
}

const platformWords = ({ platforms }: Problem, { texts }: Words): string[] =>
  platforms.includes('linux') ? [] : [texts.freebsdOnly];

/** Those of all its versions; what only one of its defects needs stands with the releases that have that defect. */
export function machineConditions(problem: Problem, releases: Releases, words: Words): string[] {
  const { shared, own } = sharedAndOwnConditions(problem, words.interfaceTexts, words.language);
  const ofOne = defectsOf(problem).flatMap((defect) => {
    const only = own(defect);
    if (only.length === 0) return [];
    return conditionalStretches(defect, only, problem, releases, words.interfaceTexts);
  });
  return [...platformWords(problem, words), ...shared, ...ofOne];
}

/** Those of one release: of the defects that give it its status. */
export function conditionsAt(place: Place, problem: Problem, releases: Releases, words: Words): string[] {
  const status = problemStatusAt(place, problem, releases);
  const conditions = defectsOf(problem)
    .filter(
      (defect) =>
        problem.extent !== 'windows' || statusAt(place, historyOf(defect, problem), releases) === status,
    )
    .flatMap((defect) => defectConditionWords(defect, words.interfaceTexts, words.language));
  return [...new Set([...platformWords(problem, words), ...conditions])];
}
