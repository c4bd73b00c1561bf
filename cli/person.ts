/** The verdict for a person at a terminal. */
import type { Assessment, Reason } from '../src/checker/assess.ts';
import type { Judgement } from '../src/checker/judge.ts';
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import { isQuestion, uniqueSteps } from '../src/checker/reasons.ts';
import type { Upgrade } from '../src/checker/upgrades.ts';
import { isAlarming, STANDINGS, type Standing, standingOf } from '../src/checker/urgency.ts';
import { CHECKER_TEXTS } from '../src/i18n/checker.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import { type Language, withGrade } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';

const HEADINGS = {
  en: {
    module: 'kernel module',
    kernel: 'kernel',
    reasons: 'Why',
    next: 'Next',
    none: 'not found',
    read: 'read in',
  },
  zh: { module: '内核模块', kernel: '内核', reasons: '理由', next: '接下来', none: '未找到', read: '依据' },
} as const;

const PUNCTUATION = { en: { colon: ': ', stop: '. ' }, zh: { colon: '：', stop: '。' } } as const;

/** Control characters of a pasted text must not reach the terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

const SHOWN_EVIDENCE_LENGTH = 100;

function shorten(text: string): string {
  const clean = printable(text).trim();
  return clean.length > SHOWN_EVIDENCE_LENGTH ? `${clean.slice(0, SHOWN_EVIDENCE_LENGTH)}…` : clean;
}

function reasonLines(reason: Reason, sentence: string, language: Language): string[] {
  const quoted = [...new Set(reason.evidence.map(({ text }) => shorten(text)))];
  return [
    `  - ${sentence}`,
    ...quoted.map((text) => `      ${HEADINGS[language].read}${PUNCTUATION[language].colon}${text}`),
  ];
}

function assessmentLines(assessment: Assessment, language: Language, knowledge: CheckerKnowledge): string[] {
  const texts = VERDICT_TEXTS[language];
  const headings = HEADINGS[language];
  const wording = wordingFor(VERDICT_TEXTS[language], knowledge);
  const problem = knowledge.problems.find(({ id }) => id === assessment.problem);
  const { outcomeRule } = assessment;
  return [
    `${assessment.problem}  ${texts.statuses[assessment.status].toUpperCase()}  ${problem?.title ?? ''}`,
    texts.leads[assessment.status],
    ...(outcomeRule === null
      ? []
      : [
          `${texts.outcomes[outcomeRule.outcome]}${PUNCTUATION[language].stop}${withGrade(outcomeRule.expect, outcomeRule.grade, texts)}`,
        ]),
    '',
    `${headings.reasons}${PUNCTUATION[language].colon.trim()}`,
    ...assessment.reasons.flatMap((reason) => reasonLines(reason, wording.reason(reason), language)),
    ...(assessment.next.length === 0 ? [] : ['', `${headings.next}${PUNCTUATION[language].colon.trim()}`]),
    ...assessment.next.flatMap((step) => [
      `  - ${wording.next(step, assessment.problem)}`,
      ...(step.command?.split('\n').map((command) => `      ${command}`) ?? []),
    ]),
  ];
}

/** What is told in full; of the rest one line each, so that the end of a long list is still on the screen. */
const TOLD_IN_FULL: readonly Standing[] = [
  'seen-in-log',
  'affected',
  'hinted-in-log',
  'dormant',
  'open-question',
];

function shortLine(assessment: Assessment, language: Language, knowledge: CheckerKnowledge): string {
  const texts = VERDICT_TEXTS[language];
  const problem = knowledge.problems.find(({ id }) => id === assessment.problem);
  const use = assessment.reasons.find(({ code }) => code === 'usage-decides');
  const remark = use === undefined ? '' : `\n      ${wordingFor(texts, knowledge).reason(use)}`;
  return `  ${assessment.problem}  ${texts.statuses[assessment.status]}  ${problem?.title ?? ''}${remark}`;
}

/** What many verdicts ask for, once. */
function questionLines(
  group: readonly Assessment[],
  language: Language,
  knowledge: CheckerKnowledge,
): string[] {
  const wording = wordingFor(VERDICT_TEXTS[language], knowledge);
  const asked = uniqueSteps(
    group.flatMap(({ next }) => next.filter((step) => isQuestion(step) && step.command !== null)),
  );
  return asked.flatMap((step) => [`  - ${wording.next(step, '')}`, `      ${step.command}`]);
}

function groupLines(
  standing: Standing,
  group: readonly Assessment[],
  language: Language,
  knowledge: CheckerKnowledge,
): string[] {
  const heading = `== ${CHECKER_TEXTS[language].standings[standing]} (${group.length})`;
  if (standing === 'open-question' && group.length > 1) {
    return [
      heading,
      ...group.map((one) => shortLine(one, language, knowledge)),
      ...questionLines(group, language, knowledge),
      '',
    ];
  }
  const lines = TOLD_IN_FULL.includes(standing)
    ? group.flatMap((one) => [...assessmentLines(one, language, knowledge), ''])
    : [...group.map((one) => shortLine(one, language, knowledge)), ''];
  return [heading, ...lines];
}

/** What newer releases would change, a line each. */
function upgradeLines(upgrades: readonly Upgrade[], language: Language): string[] {
  if (upgrades.length === 0) return [];
  const { heading, lead, clear, remaining, added, opened } = CHECKER_TEXTS[language].upgrades;
  const { colon } = PUNCTUATION[language];
  const part = (word: string, ids: readonly string[]) => `${word}${colon}${ids.join(' ')}`;
  return [
    `== ${heading}`,
    lead,
    ...upgrades.flatMap((upgrade) => [
      `  ${upgrade.version}  ${upgrade.remaining.length === 0 ? clear : part(remaining, upgrade.remaining)}`,
      ...(upgrade.added.length === 0 ? [] : [`      ${part(added, upgrade.added)}`]),
      ...(upgrade.opened.length === 0 ? [] : [`      ${part(opened, upgrade.opened)}`]),
    ]),
    '',
  ];
}

/**
 * The verdicts as text, without a closing line break: what affects the system in full, the rest a line each.
 * @param judgement of a single verdict everything is told
 */
export function describeForPerson(
  { system, assessments, upgrades }: Judgement,
  language: Language,
  knowledge: CheckerKnowledge,
): string {
  const headings = HEADINGS[language];
  const [only] = assessments;
  const linesOf = (alarming: boolean): string[] =>
    STANDINGS.filter((standing) => isAlarming(standing) === alarming).flatMap((standing) => {
      const group = assessments.filter((one) => standingOf(one) === standing);
      return group.length === 0 ? [] : groupLines(standing, group, language, knowledge);
    });
  return [
    `${headings.module}${PUNCTUATION[language].colon}${printable(system.zfs.module?.version.text ?? headings.none)}`,
    `${headings.kernel}${PUNCTUATION[language].colon}${printable(system.kernel?.release ?? headings.none)}`,
    '',
    ...(assessments.length === 1 && only !== undefined
      ? assessmentLines(only, language, knowledge)
      : [...linesOf(true), ...upgradeLines(upgrades, language), ...linesOf(false)]),
  ]
    .join('\n')
    .trimEnd();
}
