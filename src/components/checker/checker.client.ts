/** Connects the boxes with the checker: reads as one types, shows the verdict, announces it once typing pauses. */
import { factsFromFragment } from '../../checker/corrections.ts';
import { BOX_NAMES, type Paste } from '../../checker/input.ts';
import type { Unusable } from '../../checker/judge.ts';
import type { BoxName, ZfsVersion } from '../../checker/types.ts';
import { adoptStyles } from '../../scripts/adopt-styles.ts';
import { element } from '../../scripts/dom.ts';
import styles from '../../styles/checker-results.css?inline';
import { clearMarks, whereItStands } from '../figures/windows-view.client.ts';
import { factsTable } from './facts-table.client.ts';
import { readCorrections, showFacts, writeCorrections } from './facts-view.client.ts';
import { judgeInWorker } from './judge-in-worker.client.ts';
import type { LanguagePack } from './language-pack.ts';
import { reportFields } from './report-fields.client.ts';
import { prepareReport, type Reported } from './report-loader.client.ts';
import { statusWord } from './status-word.client.ts';
import { countsOf, type View, verdictView } from './verdict-view.client.ts';

/** Milliseconds without typing before the paste is read, and before the verdict is spoken. */
const READ_AFTER = 100;
const ANNOUNCE_AFTER = 800;

interface Parts {
  readonly boxes: ReadonlyMap<BoxName, HTMLTextAreaElement>;
  readonly verdict: HTMLElement;
  readonly announcement: HTMLElement;
  readonly faults: ReadonlyMap<BoxName, HTMLElement>;
  readonly facts: HTMLElement;
  readonly correctionFault: HTMLElement;
  readonly report: HTMLDetailsElement;
}

function required<Found>(found: Found | null, what: string): Found {
  if (found === null) throw new Error(`the checker's page part has no ${what}`);
  return found;
}

function partsOf(root: HTMLElement): Parts {
  return {
    boxes: new Map(
      BOX_NAMES.map((name) => [
        name,
        required(root.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`), `box ${name}`),
      ]),
    ),
    verdict: required(root.querySelector<HTMLElement>('[data-verdict]'), 'verdict'),
    announcement: required(root.querySelector<HTMLElement>('[data-announce]'), 'announcement'),
    report: required(root.querySelector<HTMLDetailsElement>('[data-report]'), 'report'),
    facts: required(root.querySelector<HTMLElement>('[data-facts]'), 'table of facts'),
    correctionFault: required(root.querySelector<HTMLElement>('[data-correction-fault]'), 'place for faults'),
    faults: new Map(
      BOX_NAMES.map((name) => [
        name,
        required(root.querySelector<HTMLElement>(`[data-fault="${name}"]`), `fault ${name}`),
      ]),
    ),
  };
}

function showFault({ boxes, faults }: Parts, at: BoxName | null, sentence: string): void {
  for (const [name, place] of faults) {
    const here = name === at;
    place.hidden = !here;
    place.textContent = here ? sentence : '';
    boxes.get(name)?.setAttribute('aria-invalid', String(here));
  }
}

/**
 * Makes a checker work.
 * @param root the element with `data-checker`
 * @param pack knowledge and texts in the language of the page
 */
export function mountChecker(root: HTMLElement, pack: LanguagePack): void {
  const { knowledge, texts, verdicts } = pack;
  adoptStyles(styles);
  root.append(
    factsTable(required(root.querySelector('form'), 'form').id, texts),
    reportFields(texts, pack.language),
  );
  const parts = partsOf(root);
  let module: ZfsVersion | null = null;
  const base: Omit<View, 'whereItStands'> & LanguagePack = {
    ...pack,
    ownProblem: root.dataset.problem ?? null,
    folds: new Map(),
    statusWord: (status) => statusWord(status, verdicts.statuses[status]),
  };
  const view: View = { ...base, whereItStands: (assessment) => whereItStands(assessment, module, base) };
  const judgeSoon = judgeInWorker(knowledge);
  const tellReport = prepareReport(parts.report, pack);
  let readTimer = 0;
  let announceTimer = 0;

  const announce = (sentence: string): void => {
    window.clearTimeout(announceTimer);
    announceTimer = window.setTimeout(() => {
      if (parts.announcement.textContent !== sentence) parts.announcement.textContent = sentence;
    }, ANNOUNCE_AFTER);
  };

  const showUnusable = ({ fault, box }: Unusable): void => {
    const untouched = fault === 'empty';
    const sentence = untouched ? texts.empty : verdicts.faults[fault];
    clearMarks();
    showFault(parts, untouched ? null : box, sentence);
    parts.verdict.replaceChildren(element('p', 'checker-empty', sentence));
    parts.facts.hidden = true;
    tellReport(null);
    announce(untouched ? '' : sentence);
  };

  const showJudgement = (news: Reported): void => {
    const { judgement, paste } = news;
    showFault(parts, null, '');
    clearMarks();
    module = judgement.system.zfs.module?.version ?? null;
    parts.verdict.replaceChildren(...verdictView(judgement, view));
    showFacts(parts.facts, judgement.system, paste, view);
    tellReport(news);
    const own = judgement.assessments.find(({ problem }) => problem === view.ownProblem);
    announce(
      own === undefined
        ? texts.announceAll(countsOf(judgement.assessments, view))
        : texts.announce(verdicts.statuses[own.status], verdicts.leads[own.status]),
    );
  };

  const read = async (): Promise<void> => {
    const paste: Paste = Object.fromEntries([...parts.boxes].map(([name, box]) => [name, box.value]));
    const { corrections, unreadable } = readCorrections(parts.facts);
    parts.correctionFault.textContent = unreadable === null ? '' : texts.unreadable[unreadable];
    const judged = await judgeSoon(paste, corrections);
    if (judged === null) return;
    const { result, identifiers } = judged;
    if ('fault' in result) showUnusable(result);
    else showJudgement({ judgement: result, paste, identifiers });
  };

  const readSoon = (): void => {
    window.clearTimeout(readTimer);
    readTimer = window.setTimeout(read, READ_AFTER);
  };

  root.addEventListener('input', readSoon);
  // A form's reset event comes before the boxes are empty.
  root.addEventListener('reset', readSoon);
  const linked = factsFromFragment(window.location.hash);
  writeCorrections(parts.facts, linked);
  const filled = [...parts.boxes.values()].some(({ value }) => value !== '');
  if (filled || Object.keys(linked).length > 0) void read();
}
