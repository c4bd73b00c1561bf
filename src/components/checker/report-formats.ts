/** The formats in which a report can be taken away. */
export const REPORT_FORMATS = ['markdown', 'plain', 'header'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];
