/** A verdict as elements: status, what to expect, why with the text it rests on, what to do, what was read. */
import type { Assessment, NextStep, Reason } from '../../checker/assess.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import type { CheckerTexts } from '../../i18n/checker.en.ts';
import { type Language, type VerdictTexts, withGrade } from '../../i18n/verdict-texts.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { languagePath } from '../../paths.ts';
import { copyButton } from '../../scripts/copy.client.ts';
import { element } from './dom.ts';

export interface View {
  readonly language: Language;
  readonly texts: CheckerTexts;
  readonly verdicts: VerdictTexts;
  readonly knowledge: CheckerKnowledge;
  /** The shape and the word of a status, cloned from the page. */
  readonly statusWord: (status: Assessment['status']) => Node;
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

function stepItem(step: NextStep, problem: string, { verdicts, knowledge }: View): HTMLElement {
  const sentence = wordingFor(verdicts, knowledge).next(step, problem);
  if (step.command === null) return element('li', '', sentence);
  const pre = element('pre', '', pasted(step.command));
  pre.tabIndex = 0;
  return element('li', '', sentence, element('div', 'code', pre, copyButton(step.command)));
}

function list(heading: string, tag: 'ol' | 'ul', items: readonly HTMLElement[]): HTMLElement[] {
  return items.length === 0 ? [] : [element('h3', '', heading), element(tag, '', ...items)];
}

const isQuestion = ({ code }: NextStep): boolean => code.startsWith('paste-');

function assessmentView(assessment: Assessment, view: View): HTMLElement {
  const { language, texts, verdicts, knowledge, statusWord } = view;
  const problem = knowledge.problems.find(({ id }) => id === assessment.problem);
  const { outcomeRule } = assessment;
  const link = element('a', '', `${assessment.problem} · ${problem?.title ?? ''}`);
  link.href = `${languagePath(language, `/${assessment.problem}/`)}#what-to-do`;
  return element(
    'section',
    '',
    element('p', 'checker-problem', link),
    element('p', 'checker-status', statusWord(assessment.status)),
    // What it means, what to do, what to expect, why: the order in which a reader in trouble asks.
    outcomeRule === null
      ? null
      : element('p', '', element('strong', '', verdicts.outcomes[outcomeRule.outcome])),
    element('p', '', verdicts.leads[assessment.status]),
    ...list(
      texts.next,
      'ol',
      assessment.next
        .filter((step) => !isQuestion(step))
        .map((step) => stepItem(step, assessment.problem, view)),
    ),
    ...(outcomeRule === null
      ? []
      : [
          element('h3', '', texts.expect),
          element('p', '', withGrade(outcomeRule.expect, outcomeRule.grade, verdicts)),
        ]),
    ...list(
      texts.settle,
      'ul',
      assessment.next.filter(isQuestion).map((step) => stepItem(step, assessment.problem, view)),
    ),
    ...list(
      texts.why,
      'ul',
      assessment.reasons.map((reason) => reasonItem(reason, view)),
    ),
  );
}

/** The elements of all verdicts, most urgent first. */
export function verdictView(assessments: readonly Assessment[], view: View): HTMLElement[] {
  return assessments.map((assessment) => assessmentView(assessment, view));
}
