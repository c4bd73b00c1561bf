/** The sentences that a verdict needs, in whichever language. `{name}` is replaced by the reason's value of that name. */
import type { NextStep, Reason, ReasonCode, Status } from '../checker/assess.ts';
import type { Origin } from '../checker/effective.ts';
import type { InputFault } from '../checker/input.ts';
import type { Grade, Outcome } from '../knowledge/problem.ts';

export type Language = 'en' | 'zh';

export interface VerdictTexts {
  readonly statuses: Readonly<Record<Status, string>>;
  /** One sentence that says what the status means for this reader. */
  readonly leads: Readonly<Record<Status, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  /** How well the expected outcome is supported. */
  readonly grades: Readonly<Record<Grade, string>>;
  /** What a remark after a sentence stands in. */
  readonly brackets: readonly [open: string, close: string];
  /** Between the last two words of a list. */
  readonly and: string;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly origins: Readonly<Record<Origin | 'unknown', string>>;
  readonly next: Readonly<Record<NextStep['code'], string>>;
  readonly faults: Readonly<Record<InputFault, string>>;
  readonly platforms: Readonly<Record<string, string>>;
  /** Why a version lies outside the known history. */
  readonly outside: Readonly<Record<string, string>>;
}

/** Values that are codes themselves, and the table that words them. */
function wordValue(name: string, value: string, texts: VerdictTexts): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    from: texts.origins,
    why: texts.outside,
    platform: texts.platforms,
  };
  if (name === 'platforms') {
    return value
      .split(', ')
      .map((platform) => texts.platforms[platform] ?? platform)
      .join(texts.and);
  }
  return tables[name]?.[value] ?? value;
}

/**
 * One reason as a sentence.
 * @param reason from an assessment
 * @param texts of the reader's language; pasted text stays as it is
 */
export function describeReason({ code, values }: Reason, texts: VerdictTexts): string {
  return texts.reasons[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    wordValue(name, values[name] ?? '', texts),
  );
}

/** A sentence and how well it is supported. */
export function withGrade(
  sentence: string,
  grade: Grade,
  { grades, brackets: [open, close] }: VerdictTexts,
): string {
  return `${sentence}${open}${grades[grade]}${close}`;
}
