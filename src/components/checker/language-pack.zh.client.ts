import knowledge, { dates } from 'virtual:checker-knowledge/zh';
import { checkerTexts as texts } from '../../i18n/checker.zh.ts';
import { figureTexts } from '../../i18n/figures.zh.ts';
import { verdictTexts as verdicts } from '../../i18n/verdict.zh.ts';
import type { LanguagePack } from './language-pack.ts';

export const pack: LanguagePack = {
  language: 'zh',
  knowledge,
  texts,
  verdicts,
  figures: figureTexts.windows,
  dates,
};
