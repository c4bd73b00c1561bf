/** The sentences of a verdict in both languages, for the build and the terminal; the browser loads one language. */
import { verdictTexts as en } from './verdict.en.ts';
import { verdictTexts as zh } from './verdict.zh.ts';
import type { Language, VerdictTexts } from './verdict-texts.ts';

export const VERDICT_TEXTS: Readonly<Record<Language, VerdictTexts>> = { en, zh };
