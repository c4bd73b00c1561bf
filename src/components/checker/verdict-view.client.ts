/**
 * Verdicts as elements. One verdict: what it means, what to do, what to expect, what to paste, and why, with the text
 * it rests on. All of them: grouped by how urgent they are, the most urgent one open, what does not concern the system
 * folded away.
 */
import { type Assessment, type NextStep, type Reason, STATUSES } from '../../checker/assess.ts';
import type { Judgement } from '../../checker/judge.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import { isQuestion, uniqueSteps } from '../../checker/reasons.ts';
import type { Upgrade } from '../../checker/upgrades.ts';
import { isAlarming, STANDINGS, type Standing, standingOf } from '../../checker/urgency.ts';
import { browserTextsIn } from '../../i18n/browser.ts';
import type { CheckerTexts } from '../../i18n/checker.en.ts';
import { type Language, type VerdictTexts, withGrade } from '../../i18n/verdict-texts.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { sectionPath } from '../../paths.ts';
import { copyButton } from '../../scripts/copy.client.ts';
import { element } from '../../scripts/dom.ts';

export interface View {
  readonly language: Language;
  readonly texts: CheckerTexts;
  readonly verdicts: VerdictTexts;
  readonly knowledge: CheckerKnowledge;
  /** The shape and the word of a status, cloned from the page. */
  readonly statusWord: (status: Assessment['status']) => Node;
  /** The problem of the article that the checker stands in: its verdict comes first. */
  readonly ownProblem: string | null;
  /** What the reader folded or unfolded, by problem or group; it outlives a verdict. */
  readonly folds: Map<string, boolean>;
  /** The build in the figure of the problem's windows, or null where there is none. */
  readonly whereItStands: (assessment: Assessment) => HTMLElement | null;
}

const LONGEST_QUOTE = 160;

/** A pasted text, shortened for showing. */
export const quote = (text: string): string => {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_QUOTE ? `${trimmed.slice(0, LONGEST_QUOTE)}…` : trimmed;
};

/** Pasted text as code, in no language. */
export const pasted = (text: string): HTMLElement => {
  const code = element('code', '', quote(text));
  code.translate = false;
  code.lang = 'en';
  return code;
};

function reasonItem(reason: Reason, { texts, verdicts, knowledge }: View): HTMLElement {
  const seen = new Set<string>();
  const quotes = reason.evidence.filter(({ text }) => (seen.has(text) ? false : seen.add(text)));
  return element(
    'li',
    '',
    wordingFor(verdicts, knowledge).reason(reason),
    ...(quotes.length === 0
      ? []
      : [
          element(
            'span',
            'checker-read',
            texts.readFrom,
            ...quotes.flatMap(({ text }, index) => (index === 0 ? [pasted(text)] : [' ', pasted(text)])),
          ),
        ]),
  );
}

function stepItem(step: NextStep, problem: string, { language, verdicts, knowledge }: View): HTMLElement {
  const sentence = wordingFor(verdicts, knowledge).next(step, problem);
  if (step.command === null) return element('li', '', sentence);
  const pre = element('pre', '', pasted(step.command));
  pre.tabIndex = 0;
  return element(
    'li',
    '',
    sentence,
    element('div', 'code', pre, copyButton(step.command, browserTextsIn(language))),
  );
}

type HeadingLevel = 'h3' | 'h4';

function list(
  level: HeadingLevel,
  heading: string,
  tag: 'ol' | 'ul',
  items: readonly HTMLElement[],
): HTMLElement[] {
  return items.length === 0 ? [] : [element(level, '', heading), element(tag, '', ...items)];
}

const titleOf = ({ problem: id }: Assessment, { knowledge }: View): string =>
  `${id} · ${knowledge.problems.find((problem) => problem.id === id)?.title ?? ''}`;

function articleLink(assessment: Assessment, view: View, words: string): HTMLElement {
  const link = element('a', '', words);
  link.href = sectionPath(view.language, assessment.problem, 'what-to-do');
  return link;
}

/** What a verdict means, what to do, what to expect, why: the order in which a reader in trouble asks. */
function verdictParts(assessment: Assessment, level: HeadingLevel, view: View): (HTMLElement | null)[] {
  const { texts, verdicts } = view;
  const { outcomeRule, problem, next, reasons } = assessment;
  const steps = (isWanted: (step: NextStep) => boolean) =>
    next.filter(isWanted).map((step) => stepItem(step, problem, view));
  return [
    outcomeRule === null
      ? null
      : element('p', '', element('strong', '', verdicts.outcomes[outcomeRule.outcome])),
    element('p', '', verdicts.leads[assessment.status]),
    ...list(
      level,
      texts.next,
      'ol',
      steps((step) => !isQuestion(step)),
    ),
    ...(outcomeRule === null
      ? []
      : [
          element(level, '', texts.expect),
          element('p', '', withGrade(outcomeRule.expect, outcomeRule.grade, verdicts)),
        ]),
    ...list(level, texts.settle, 'ul', steps(isQuestion)),
    ...list(
      level,
      texts.why,
      'ul',
      reasons.map((reason) => reasonItem(reason, view)),
    ),
    view.whereItStands(assessment),
  ];
}

function wholeView(assessment: Assessment, view: View): HTMLElement {
  return element(
    'section',
    '',
    element('p', 'checker-problem', articleLink(assessment, view, titleOf(assessment, view))),
    element('p', 'checker-status', view.statusWord(assessment.status)),
    ...verdictParts(assessment, 'h3', view),
  );
}

/** A part that is built when it is first unfolded, and stays as the reader left it. */
function folded(
  key: string,
  openAtFirst: boolean,
  summary: HTMLElement,
  build: () => readonly (HTMLElement | null)[],
  { folds }: View,
): HTMLDetailsElement {
  const details = element('details', 'checker-fold', summary);
  const fill = () => {
    if (details.childElementCount === 1) details.append(...build().filter((part) => part !== null));
  };
  details.open = folds.get(key) ?? openAtFirst;
  if (details.open) fill();
  details.addEventListener('toggle', () => {
    folds.set(key, details.open);
    if (details.open) fill();
  });
  return details;
}

function foldedView(assessment: Assessment, isOpen: boolean, view: View): HTMLElement {
  const summary = element(
    'summary',
    '',
    element('span', 'checker-status', view.statusWord(assessment.status)),
    element('span', 'checker-title', titleOf(assessment, view)),
  );
  return folded(
    assessment.problem,
    isOpen,
    summary,
    () => [
      ...verdictParts(assessment, 'h4', view),
      element('p', '', articleLink(assessment, view, view.texts.article)),
    ],
    view,
  );
}

/** One line for what does not concern the system: the verdict, the problem, and the reason that decided. */
function lineView(assessment: Assessment, view: View): HTMLElement {
  const [first] = assessment.reasons;
  return element(
    'li',
    '',
    view.statusWord(assessment.status),
    ' ',
    articleLink(assessment, view, titleOf(assessment, view)),
    first === undefined ? null : ' · ',
    first === undefined ? null : wordingFor(view.verdicts, view.knowledge).reason(first),
  );
}

/** What would settle several verdicts at once is asked once, above them. */
function questionsOf(group: readonly Assessment[], view: View): HTMLElement[] {
  const toPaste = (step: NextStep) => isQuestion(step) && step.code !== 'look-for-usage';
  const asked = uniqueSteps(group.flatMap(({ next }) => next.filter(toPaste)));
  return asked.map((step) => stepItem(step, '', view));
}

const FOLDED_GROUPS: readonly Standing[] = ['not-established', 'clear'];

function inBrackets(remark: string | number, { verdicts: { brackets } }: View): string {
  return `${brackets[0]}${remark}${brackets[1]}`;
}

function groupView(
  standing: Standing,
  group: readonly Assessment[],
  isFirst: boolean,
  view: View,
): HTMLElement {
  const heading = `${view.texts.standings[standing]}${inBrackets(group.length, view)}`;
  if (FOLDED_GROUPS.includes(standing)) {
    const lines = () =>
      standing === 'clear'
        ? [element('ul', 'checker-clear', ...group.map((one) => lineView(one, view)))]
        : group.map((one) => foldedView(one, false, view));
    return folded(standing, false, element('summary', 'checker-group', heading), lines, view);
  }
  return element(
    'section',
    '',
    element('h3', '', heading),
    ...(standing === 'open-question' ? [element('ul', '', ...questionsOf(group, view))] : []),
    ...group.map((one, index) => foldedView(one, isFirst && index === 0 && isAlarming(standing), view)),
  );
}

function problemLinks(ids: readonly string[], view: View): (Node | string)[] {
  return ids.flatMap((id, index) => {
    const link = element('a', '', id);
    link.href = sectionPath(view.language, id, 'what-to-do');
    link.title = view.knowledge.problems.find((problem) => problem.id === id)?.title ?? '';
    return index === 0 ? [link] : [', ', link];
  });
}

/** What newer releases would change: one answer to several verdicts that each name a version of their own. */
function upgradesView(upgrades: readonly Upgrade[], view: View): HTMLElement[] {
  if (upgrades.length === 0) return [];
  const { heading, lead, clear, ...words } = view.texts.upgrades;
  const rows = upgrades.map(({ version, ...ids }) => {
    const parts = (['remaining', 'added', 'opened'] as const)
      .filter((name) => ids[name].length > 0)
      .map((name) => element('div', '', `${words[name]} `, ...problemLinks(ids[name], view)));
    return [
      element('dt', '', version),
      element('dd', '', ...(ids.remaining.length === 0 ? [element('div', '', clear)] : []), ...parts),
    ];
  });
  return [
    element(
      'section',
      'checker-upgrades',
      element('h3', '', heading),
      element('p', '', lead),
      element('dl', '', ...rows.flat()),
    ),
  ];
}

function groupsView(
  assessments: readonly Assessment[],
  upgrades: readonly Upgrade[],
  view: View,
): HTMLElement[] {
  const groups = STANDINGS.map((standing) => ({
    standing,
    group: assessments.filter((one) => standingOf(one) === standing),
  })).filter(({ group }) => group.length > 0);
  const views = groups.map(({ standing, group }, index) => groupView(standing, group, index === 0, view));
  const alarming = groups.filter(({ standing }) => isAlarming(standing)).length;
  return [...views.slice(0, alarming), ...upgradesView(upgrades, view), ...views.slice(alarming)];
}

/** How many verdicts of each status: `Affected 2 · Unknown 5 · Fixed 23`. */
export function countsOf(assessments: readonly Assessment[], { verdicts }: View): string {
  return STATUSES.map((status) => ({
    status,
    count: assessments.filter((assessment) => assessment.status === status).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${verdicts.statuses[status]} ${count}`)
    .join(' · ');
}

/**
 * The elements of all verdicts.
 * @param judgement its assessments most urgent first
 * @param view in an article, its own problem stands whole at the top and the others are folded under it
 */
export function verdictView({ assessments, upgrades }: Judgement, view: View): HTMLElement[] {
  const own = assessments.find(({ problem }) => problem === view.ownProblem);
  const others = assessments.filter((assessment) => assessment !== own);
  if (own === undefined) {
    return [element('p', 'checker-counts', countsOf(others, view)), ...groupsView(others, upgrades, view)];
  }
  if (others.length === 0) return [wholeView(own, view)];
  const summary = element(
    'summary',
    'checker-group',
    `${view.texts.others}${inBrackets(countsOf(others, view), view)}`,
  );
  return [
    wholeView(own, view),
    folded('others', false, summary, () => groupsView(others, upgrades, view), view),
  ];
}
