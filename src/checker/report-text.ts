/**
 * A judgement as text to take away: Markdown for GitHub, plain text, and the table at the head of OpenZFS's bug
 * report. Every pasted piece is redacted before it is quoted, since shortening and escaping could hide an identifier
 * from a redaction of the finished text, and the site's own words need none.
 */
import type { Assessment, NextStep, Reason, Status } from './assess.ts';
import type { Effect, Origin } from './effective.ts';
import type { Judgement } from './judge.ts';
import type { CheckerKnowledge, OutcomeRule } from './knowledge-types.ts';
import { isQuestion } from './reasons.ts';
import type { Wording } from './report.ts';
import type { ZfsHalf } from './system.ts';
import type { Evidence, Switch } from './types.ts';

/** The sentences of a report that no verdict has, in one language. */
export interface ReportTexts {
  readonly title: string;
  readonly verdict: string;
  readonly expect: string;
  readonly facts: string;
  readonly reasons: string;
  /** Heading of what a person was asked to paste next. */
  readonly asked: string;
  readonly links: string;
  readonly module: string;
  readonly userland: string;
  readonly kernel: string;
  readonly distribution: string;
  readonly architecture: string;
  readonly directIo: string;
  readonly initOnAlloc: string;
  readonly initOnFree: string;
  readonly pageChecks: string;
  readonly on: string;
  readonly off: string;
  readonly notKnown: string;
  readonly notFound: string;
  /** The words of a link to the section. */
  readonly amIAffected: string;
  readonly whatToDo: string;
  /** In front of a quotation: the text that a fact was read from. */
  readonly readFrom: string;
  readonly colon: string;
  readonly opening: string;
  readonly closing: string;
  readonly redacted: string;
  readonly madeBy: (address: string, version: string, date: string) => string;
}

/** The part of a verdict's sentences that a report needs. */
export interface ReportVerdictTexts {
  readonly statuses: Readonly<Record<Status, string>>;
  readonly leads: Readonly<Record<Status, string>>;
  readonly outcomes: Readonly<Record<OutcomeRule['outcome'], string>>;
  readonly grades: Readonly<Record<OutcomeRule['grade'], string>>;
  readonly origins: Readonly<Record<Origin, string>>;
}

export interface ReportInput {
  readonly judgement: Judgement;
  readonly knowledge: CheckerKnowledge;
  readonly texts: ReportTexts;
  readonly verdicts: ReportVerdictTexts;
  /** Turns reasons and steps into sentences; of the same language as the texts. */
  readonly wording: Wording;
  /** `date` as it shall be printed: `2026-01-31`. */
  readonly site: { readonly address: string; readonly version: string; readonly date: string };
  /** The whole address of a section of a problem's article. */
  readonly articlePath: (problem: string, section: string) => string;
  /** Takes the identifiers out of a pasted piece: `redactorOf(identifiers, keep)`. */
  readonly redactEvidence: (text: string) => string;
}

/** How a format writes things. */
interface Format {
  readonly heading: (level: 1 | 2 | 3, text: string) => string;
  readonly item: (text: string) => string;
  readonly subItem: (text: string) => string;
  readonly strong: (text: string) => string;
  /** Pasted words, or a command. */
  readonly code: (text: string) => string;
  readonly link: (text: string, address: string) => string;
}

const LONGEST_QUOTE = 300;

/** On one line, without control characters and invisible ones that could reorder or hide text, shortened. */
function onOneLine(text: string): string {
  const line = text
    .replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (line.length <= LONGEST_QUOTE) return line;
  return `${line.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** CommonMark 6.1: a code span ends at a run of backticks as long as its first; a longer run than any inside never ends early. */
function codeSpan(text: string): string {
  const line = onOneLine(text);
  if (line === '') return '';
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const space = runs.length === 0 ? '' : ' ';
  return `${fence}${space}${line}${space}${fence}`;
}

const MARKDOWN: Format = {
  heading: (level, text) => `${'#'.repeat(level + 1)} ${text}`,
  item: (text) => `- ${text}`,
  subItem: (text) => `  - ${text}`,
  strong: (text) => `**${text}**`,
  code: codeSpan,
  link: (text, address) => `[${text}](<${address}>)`,
};

const PLAIN: Format = {
  heading: (level, text) => (level === 1 ? `${text}\n${'='.repeat(text.length)}` : text),
  item: (text) => `  - ${text}`,
  subItem: (text) => `      ${text}`,
  strong: (text) => text,
  code: onOneLine,
  link: (text, address) => `${text} <${address}>`,
};

/** Values of a reason that are codes or numbers of the checker; all others may be pasted words. */
const OWN_VALUES = new Set([
  'from',
  'why',
  'platform',
  'platforms',
  'bytes',
  'introduced',
  'signature',
  'place',
  'because',
  'when',
  'name',
]);

/** The parts of a report, in one format. */
class Writer {
  readonly #input: ReportInput;
  readonly #format: Format;

  constructor(input: ReportInput, format: Format) {
    this.#input = input;
    this.#format = format;
  }

  #quote(pasted: string): string {
    return this.#format.code(this.#input.redactEvidence(pasted));
  }

  /** `name: value (from the boot log; read: …)` */
  #fact(name: string, value: string, origin: string | null, evidence: Evidence | null): string {
    const { colon, opening, closing, readFrom } = this.#input.texts;
    const read = evidence === null ? '' : this.#quote(evidence.text);
    const remarks = [
      ...(origin === null ? [] : [origin]),
      ...(read === '' || read === value ? [] : [`${readFrom}${read}`]),
    ];
    const remark = remarks.length === 0 ? '' : `${opening}${remarks.join('; ')}${closing}`;
    return this.#format.item(`${name}${colon}${value}${remark}`);
  }

  facts(): string[] {
    const { judgement, texts, verdicts } = this.#input;
    const { zfs, kernel, effective, distribution, architecture } = judgement.system;
    const half = (name: string, found: ZfsHalf | null) =>
      found === null
        ? this.#fact(name, texts.notFound, null, null)
        : this.#fact(name, this.#quote(found.version.text), null, found.evidence);
    const word = (value: Switch) => (value === null ? texts.notKnown : value ? texts.on : texts.off);
    const effect = (name: string, { value, from, evidence }: Effect) =>
      this.#fact(name, word(value), from === null ? null : verdicts.origins[from], evidence);
    const optional = (name: string, found: typeof distribution) =>
      found === null ? [] : [this.#fact(name, this.#quote(found.name), null, found.evidence)];
    return [
      half(texts.module, zfs.module),
      half(texts.userland, zfs.userland),
      kernel === null
        ? this.#fact(texts.kernel, texts.notFound, null, null)
        : this.#fact(texts.kernel, this.#quote(kernel.release), null, kernel.evidence),
      ...optional(texts.distribution, distribution),
      ...optional(texts.architecture, architecture),
      effect(texts.directIo, effective.directIo),
      effect(texts.initOnAlloc, effective.initOnAlloc),
      effect(texts.initOnFree, effective.initOnFree),
      effect(texts.pageChecks, effective.pageChecks),
    ];
  }

  #reason(reason: Reason): string[] {
    const { wording, texts } = this.#input;
    const values = Object.fromEntries(
      Object.entries(reason.values).map(([name, value]) => [
        name,
        OWN_VALUES.has(name) || value === '' ? value : this.#quote(value),
      ]),
    );
    const quotes = new Set(
      reason.evidence.map(({ text }) => this.#quote(text)).filter((quote) => quote !== ''),
    );
    return [
      this.#format.item(wording.reason({ ...reason, values })),
      ...[...quotes].map((quote) => this.#format.subItem(`${texts.readFrom}${quote}`)),
    ];
  }

  #step(step: NextStep, problem: string): string {
    const sentence = this.#input.wording.next(step, problem);
    return this.#format.item(
      step.command === null ? sentence : `${sentence} ${this.#format.code(step.command)}`,
    );
  }

  assessment(assessment: Assessment): string[] {
    const { knowledge, texts, verdicts, articlePath } = this.#input;
    const { problem, status, outcomeRule, reasons, next } = assessment;
    const { heading, item, link, strong } = this.#format;
    const title = knowledge.problems.find(({ id }) => id === problem)?.title ?? '';
    const asked = status === 'unknown' ? next.filter(isQuestion) : [];
    return [
      heading(2, `${problem} · ${title}`),
      '',
      `${texts.verdict}${texts.colon}${strong(verdicts.statuses[status])}`,
      '',
      verdicts.leads[status],
      ...(outcomeRule === null
        ? []
        : [
            '',
            `${texts.expect}${texts.colon}${strong(verdicts.outcomes[outcomeRule.outcome])}${texts.opening}${verdicts.grades[outcomeRule.grade]}${texts.closing}`,
            '',
            outcomeRule.expect,
          ]),
      '',
      heading(3, texts.reasons),
      '',
      ...reasons.flatMap((reason) => this.#reason(reason)),
      ...(asked.length === 0
        ? []
        : ['', heading(3, texts.asked), '', ...asked.map((step) => this.#step(step, problem))]),
      '',
      heading(3, texts.links),
      '',
      item(link(texts.amIAffected, articlePath(problem, 'am-i-affected'))),
      item(link(texts.whatToDo, articlePath(problem, 'what-to-do'))),
      '',
    ];
  }

  report(): string {
    const { judgement, texts, site } = this.#input;
    const { heading } = this.#format;
    return [
      heading(1, texts.title),
      '',
      ...judgement.assessments.flatMap((assessment) => this.assessment(assessment)),
      heading(2, texts.facts),
      '',
      ...this.facts(),
      '',
      texts.redacted,
      '',
      texts.madeBy(site.address, site.version, site.date),
      '',
    ].join('\n');
  }
}

/**
 * The report as GitHub Markdown. Pasted words stand in code spans only, so none of them can end a span, mention
 * anyone or make a link.
 * @returns text that ends with a line break
 */
export const markdownReport = (input: ReportInput): string => new Writer(input, MARKDOWN).report();

/** The report as plain text: the same content, one line for each quotation. It ends with a line break. */
export const plainReport = (input: ReportInput): string => new Writer(input, PLAIN).report();

/** `Debian GNU/Linux 12 (bookworm)`: the name, and from the first number on the version. */
function splitDistribution(name: string): readonly [string, string] {
  const start = name.search(/\sv?\d/);
  return start === -1 ? [name, ''] : [name.slice(0, start), name.slice(start + 1)];
}

const ARCHITECTURE_IN_RELEASE = /[.-](x86_64|amd64|aarch64|arm64|ppc64le|ppc64el|s390x|riscv64)$/;

/** A cell of a Markdown table: `|` would end it even in a code span (GFM 4.10). */
const cell = (text: string): string => codeSpan(text.replace(/[|\\]/g, '/'));

/**
 * The table at the head of OpenZFS's bug report (`.github/ISSUE_TEMPLATE/bug_report.md`), its rows named as upstream
 * names them, in English always; a row of which nothing is known stays empty.
 * @returns text that ends with a line break
 */
export function bugReportHeader({
  judgement,
  redactEvidence,
}: Pick<ReportInput, 'judgement' | 'redactEvidence'>): string {
  const { zfs, kernel, distribution, architecture } = judgement.system;
  const [name, version] = splitDistribution(redactEvidence(distribution?.name ?? ''));
  const machine = architecture?.name ?? ARCHITECTURE_IN_RELEASE.exec(kernel?.release ?? '')?.[1] ?? '';
  const halves = [
    ...(zfs.userland === null ? [] : [`zfs-${zfs.userland.version.text}`]),
    ...(zfs.module === null ? [] : [`zfs-kmod-${zfs.module.version.text}`]),
  ];
  const rows = [
    ['Distribution Name', cell(name)],
    ['Distribution Version', cell(version)],
    ['Kernel Version', cell(redactEvidence(kernel?.release ?? ''))],
    ['Architecture', cell(redactEvidence(machine))],
    ['OpenZFS Version', halves.map((half) => cell(redactEvidence(half))).join(', ')],
  ];
  return [
    '### System information',
    '',
    'Type | Version/Name',
    ' --- | ---',
    ...rows.map(([label, value]) => `${label}\t| ${value}`.trimEnd()),
    '',
  ].join('\n');
}
