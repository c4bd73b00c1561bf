/** Shows a verdict's build in the figure of windows. The figure is loaded when there is a build to show. */
import type { Assessment } from '../../checker/assess.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import type { ZfsVersion } from '../../checker/types.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { element } from '../checker/dom.ts';

export interface FigureView {
  readonly language: Language;
  readonly knowledge: CheckerKnowledge;
  readonly statusWord: (status: Assessment['status']) => Node;
  readonly ownProblem: string | null;
}

const load = (language: Language) =>
  Promise.all([
    import('./windows-view.client.ts'),
    language === 'zh' ? import('../../i18n/figures.zh.ts') : import('../../i18n/figures.en.ts'),
    import('virtual:figure-dates'),
  ]);

/** Takes the marks of an earlier verdict out of the page's figures. */
export function clearMarks(): void {
  for (const mark of document.querySelectorAll('.windows .here')) mark.remove();
}

/**
 * A place in the verdict that fills itself with where the build stands; null where there is nothing to draw.
 * @param version the running module's, null where it is not known or contradicted
 */
export function whereItStands(
  { problem: id, reasons }: Assessment,
  version: ZfsVersion | null,
  view: FigureView,
): HTMLElement | null {
  const problem = view.knowledge.problems.find((candidate) => candidate.id === id);
  const isContradicted = reasons.some(({ code }) => code === 'versions-conflict');
  if (version === null || isContradicted || !problem?.defects.some(({ windows }) => windows.length > 0)) {
    return null;
  }
  const place = element('div', '');
  void load(view.language).then(
    ([{ showWindows }, { figureTexts }, { default: dates }]) => {
      const figure = { ...view, texts: figureTexts.windows, dates: new Map(Object.entries(dates)) };
      if (place.isConnected) showWindows(place, problem, version, figure);
    },
    // Without the network the verdict stands as it is; the figure only illustrates it.
    () => place.remove(),
  );
  return place;
}
