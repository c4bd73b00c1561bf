/** The report to take away: rewritten whenever the judgement, the format, the language or what may stay changes. */
import { version } from '../../../package.json';
import { factsAsFragment } from '../../checker/corrections.ts';
import type { Judgement } from '../../checker/judge.ts';
import { type Identifier, redactorOf } from '../../checker/redact.ts';
import { bugReportHeader, markdownReport, plainReport, type ReportInput } from '../../checker/report-text.ts';
import { browserTextsIn } from '../../i18n/browser.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { languagePath, pathTo } from '../../paths.ts';
import { copyButton } from '../../scripts/copy.client.ts';
import { element } from '../../scripts/dom.ts';
import { identifiersIn } from './identifiers-in-paste.ts';
import type { LanguagePack } from './language-pack.ts';
import { allEvidence } from './places-in-text.ts';
import type { ReportFormat } from './report-formats.ts';
import type { Reported } from './report-loader.client.ts';
import type { ReportPack } from './report-pack.ts';

const WRITERS: Readonly<Record<ReportFormat, (input: ReportInput) => string>> = {
  markdown: markdownReport,
  plain: plainReport,
  header: bugReportHeader,
};

const loadReportPack = async (language: Language): Promise<ReportPack> =>
  language === 'zh'
    ? (await import('./report-pack.zh.client.ts')).pack
    : (await import('./report-pack.en.client.ts')).pack;

const select = <Value extends string>(root: HTMLElement, name: string): Value =>
  (root.querySelector<HTMLSelectElement>(`[data-${name}]`)?.value ?? '') as Value;

/** The identifiers in the words that a report would quote. */
function quotedIdentifiers({ system }: Judgement, identifiers: readonly Identifier[]): Identifier[] {
  const quoted = [...new Set(allEvidence(system).map(({ text }) => text))];
  return identifiers.filter(({ text }) => quoted.some((words) => words.includes(text)));
}

/** A panel that can be told of each new judgement. */
export interface ReportPanel {
  readonly update: (news: Reported) => void;
}

/**
 * Makes the report panel work.
 * @param root the element with `data-report`
 * @param pack knowledge and texts in the language of the page
 */
export function mountReportPanel(root: HTMLElement, pack: LanguagePack): ReportPanel {
  const texts = pack.texts.report;
  const text = root.querySelector<HTMLTextAreaElement>('[data-report-text]');
  const list = root.querySelector<HTMLFieldSetElement>('[data-identifiers]');
  const keep = new Set<string>();
  let current: { judgement: Judgement; identifiers: readonly Identifier[] } | null = null;
  let latest: Reported | null = null;

  const write = async (): Promise<void> => {
    if (current === null || text === null) return;
    const { judgement, identifiers } = current;
    const language = select<Language>(root, 'language');
    const report = await loadReportPack(language);
    text.value = WRITERS[select<ReportFormat>(root, 'format')]({
      judgement,
      knowledge: report.knowledge,
      texts: report.texts,
      verdicts: report.verdicts,
      wording: wordingFor(report.verdicts, report.knowledge),
      site: {
        address: new URL(pathTo('/'), window.location.origin).href,
        version,
        date: new Date().toISOString().slice(0, 10),
      },
      articlePath: (problem, section) =>
        new URL(`${languagePath(language, `/${problem}/`)}#${section}`, window.location.origin).href,
      redactEvidence: redactorOf(identifiers, keep),
    });
  };

  const showIdentifiers = ({ judgement, identifiers }: NonNullable<typeof current>): void => {
    if (list === null) return;
    const legend = element('legend', '', texts.redacted);
    const choices = quotedIdentifiers(judgement, identifiers).map(({ text: words, replacement }) => {
      const box = element('input', '');
      box.type = 'checkbox';
      box.checked = keep.has(words);
      box.addEventListener('change', () => {
        if (box.checked) keep.add(words);
        else keep.delete(words);
        void write();
      });
      return element('label', '', box, ' ', element('code', '', words), ` → ${replacement}`);
    });
    list.replaceChildren(legend, ...(choices.length > 0 ? choices : [texts.nothingRedacted]));
  };

  const refresh = (): void => {
    if (latest === null || !(root instanceof HTMLDetailsElement) || !root.open) return;
    const { judgement, paste, identifiers } = latest;
    current = { judgement, identifiers: identifiers ?? identifiersIn(paste) };
    showIdentifiers(current);
    void write();
  };

  root.addEventListener('toggle', refresh);
  root.addEventListener('change', () => void write());
  const linkWithFacts = (): string => {
    const link = new URL(languagePath(pack.language, '/check/'), window.location.origin);
    link.hash = current === null ? '' : factsAsFragment(current.judgement.system);
    return link.href;
  };
  const words = browserTextsIn(pack.language);
  root.querySelector('[data-report-buttons]')?.append(
    copyButton(() => text?.value ?? '', words, texts.copy),
    copyButton(linkWithFacts, words, texts.copyLink),
  );
  return {
    update: (news) => {
      latest = news;
      refresh();
    },
  };
}
