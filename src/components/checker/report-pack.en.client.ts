import { reportTexts as texts } from '../../i18n/report.en.ts';
import { pack as language } from './language-pack.en.client.ts';
import type { ReportPack } from './report-pack.ts';

export const pack: ReportPack = { knowledge: language.knowledge, verdicts: language.verdicts, texts };
