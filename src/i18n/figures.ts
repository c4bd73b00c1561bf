/** The texts of the figures in both languages, for the build; the browser loads one language. */
import { figureTexts as en, type FigureTexts } from './figures.en.ts';
import { figureTexts as zh } from './figures.zh.ts';
import type { Language } from './verdict-texts.ts';

export const FIGURE_TEXTS: Readonly<Record<Language, FigureTexts>> = { en, zh };
