/** The interface texts of the checker in both languages, for the build; the browser loads one language. */
import { type CheckerTexts, checkerTexts as en } from './checker.en.ts';
import { checkerTexts as zh } from './checker.zh.ts';
import type { Language } from './verdict-texts.ts';

export const CHECKER_TEXTS: Readonly<Record<Language, CheckerTexts>> = { en, zh };
