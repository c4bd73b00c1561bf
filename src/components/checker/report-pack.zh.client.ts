import { reportTexts as texts } from '../../i18n/report.zh.ts';
import { pack as language } from './language-pack.zh.client.ts';
import type { ReportPack } from './report-pack.ts';

export const pack: ReportPack = { knowledge: language.knowledge, verdicts: language.verdicts, texts };
