import knowledge, { dates } from 'virtual:checker-knowledge/en';
import { checkerTexts as texts } from '../../i18n/checker.en.ts';
import { figureTexts } from '../../i18n/figures.en.ts';
import { verdictTexts as verdicts } from '../../i18n/verdict.en.ts';
import type { LanguagePack } from './language-pack.ts';

export const pack: LanguagePack = {
  language: 'en',
  knowledge,
  texts,
  verdicts,
  figures: figureTexts.windows,
  dates,
};
