/** The verdict for a person at a terminal. */
import type { Assessment, Reason } from '../src/checker/assess.ts';
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import type { System } from '../src/checker/system.ts';
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
      ...(step.command === null ? [] : [`      ${step.command}`]),
    ]),
  ];
}

/**
 * The verdicts as text, without a closing line break.
 * @param system the facts
 * @param assessments most urgent first
 */
export function describeForPerson(
  system: System,
  assessments: readonly Assessment[],
  language: Language,
  knowledge: CheckerKnowledge,
): string {
  const headings = HEADINGS[language];
  return [
    `${headings.module}${PUNCTUATION[language].colon}${printable(system.zfs.module?.version.text ?? headings.none)}`,
    `${headings.kernel}${PUNCTUATION[language].colon}${printable(system.kernel?.release ?? headings.none)}`,
    '',
    ...assessments.flatMap((assessment) => assessmentLines(assessment, language, knowledge)),
  ].join('\n');
}
