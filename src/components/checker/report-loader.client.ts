/** Loads the report panel when it is first opened, and tells it of each new judgement. */
import type { Paste } from '../../checker/input.ts';
import type { Judgement } from '../../checker/judge.ts';
import type { Identifier } from '../../checker/redact.ts';
import type { LanguagePack } from './language-pack.ts';
import type { ReportPanel } from './report-panel.client.ts';

/** What a report is written from. */
export interface Reported {
  readonly judgement: Judgement;
  readonly paste: Paste;
  /** What the report must not name; null: not searched for yet. */
  readonly identifiers: readonly Identifier[] | null;
}

/** What the checker tells the report: a new judgement, or null where there is none to report. */
export type TellReport = (news: Reported | null) => void;

/**
 * Prepares the report panel.
 * @param root the element with `data-report`
 * @param pack knowledge and texts in the language of the page
 */
export function prepareReport(root: HTMLDetailsElement, pack: LanguagePack): TellReport {
  let panel: ReportPanel | null = null;
  let loading = false;
  let latest: Reported | null = null;

  const tell = (): void => {
    if (latest !== null) panel?.update(latest);
  };
  const load = async (): Promise<void> => {
    if (!root.open || panel !== null || loading) return;
    loading = true;
    try {
      panel = (await import('./report-panel.client.ts')).mountReportPanel(root, pack);
      tell();
    } catch {
      // Opening it again tries again; until then it stays shut.
      root.open = false;
    } finally {
      loading = false;
    }
  };

  root.addEventListener('toggle', load);
  return (news) => {
    latest = news;
    root.hidden = news === null;
    tell();
  };
}
