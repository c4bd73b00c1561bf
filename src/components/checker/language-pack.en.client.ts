import knowledge from 'virtual:checker-knowledge/en';
import { checkerTexts as texts } from '../../i18n/checker.en.ts';
import { verdictTexts as verdicts } from '../../i18n/verdict.en.ts';
import type { LanguagePack } from './language-pack.ts';

export const pack: LanguagePack = { language: 'en', knowledge, texts, verdicts };
