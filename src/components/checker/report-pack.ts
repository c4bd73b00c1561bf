/** What writing a report needs in one language. */
import type { ReportTexts } from '../../checker/report-text.ts';
import type { LanguagePack } from './language-pack.ts';

export interface ReportPack extends Pick<LanguagePack, 'knowledge' | 'verdicts'> {
  readonly texts: ReportTexts;
}
