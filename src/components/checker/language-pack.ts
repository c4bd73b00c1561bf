/** What the checker needs in one language: its knowledge and its texts. */
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import type { CheckerTexts } from '../../i18n/checker.en.ts';
import type { FigureTexts } from '../../i18n/figures.en.ts';
import type { Language, VerdictTexts } from '../../i18n/verdict-texts.ts';

export interface LanguagePack {
  readonly language: Language;
  readonly knowledge: CheckerKnowledge;
  readonly texts: CheckerTexts;
  readonly verdicts: VerdictTexts;
  readonly figures: FigureTexts['windows'];
  /** Of tags and commits, by place. */
  readonly dates: Readonly<Record<string, string>>;
}
