/** The sentences that a report needs, in whichever language; the checker, which has none, says which they are. */
export type { ReportTexts } from '../checker/report-text.ts';
