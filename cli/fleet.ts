/** Many files at once: a table, or an array of reports. A file that cannot be used is said and stops nothing. */
import type { Assessment } from '../src/checker/assess.ts';
import { type Judgement, judge } from '../src/checker/judge.ts';
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import { reportObject } from '../src/checker/report.ts';
import { type Standing, standingOf } from '../src/checker/urgency.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { readFileText } from './input.ts';
import { printable } from './person.ts';

/** What became of one file; `error` is a sentence. */
type Checked = { readonly file: string } & ({ readonly error: string } | { readonly judgement: Judgement });

const TEXTS = {
  en: {
    file: 'file',
    module: 'module',
    kernel: 'kernel',
    affected: 'affected by',
    open: 'needs more evidence',
    directory: 'This is a directory, not a file.',
    missing: 'There is no such file.',
    unreadable: (code: string) => `This file cannot be read (${code}).`,
  },
  zh: {
    file: '文件',
    module: '内核模块',
    kernel: '内核',
    affected: '受影响',
    open: '需更多证据',
    directory: '这是目录，不是文件。',
    missing: '没有这个文件。',
    unreadable: (code: string) => `无法读取这个文件（${code}）。`,
  },
} as const;

function readingError(code: string, language: Language): string {
  const texts = TEXTS[language];
  if (code === 'EISDIR') return texts.directory;
  return code === 'ENOENT' ? texts.missing : texts.unreadable(code);
}

/**
 * Judges files one after the other.
 * @param files their names
 * @returns what became of each, in the same order
 */
export async function checkFiles(
  files: readonly string[],
  language: Language,
  knowledge: CheckerKnowledge,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const file of files) {
    const read = await readFileText(file);
    if ('code' in read) {
      checked.push({ file, error: readingError(read.code, language) });
      continue;
    }
    const judgement = judge({ text: read.text }, knowledge);
    checked.push(
      'fault' in judgement
        ? { file, error: VERDICT_TEXTS[language].faults[judgement.fault] }
        : { file, judgement },
    );
  }
  return checked;
}

/** The reports as an array for JSON: `id` is the file's name, and a file that cannot be used has an `error`. */
export function fleetObject(checked: readonly Checked[], language: Language, knowledge: CheckerKnowledge) {
  const wording = wordingFor(VERDICT_TEXTS[language], knowledge);
  return checked.map((each) =>
    'error' in each ? { id: each.file, error: each.error } : reportObject(each.file, each.judgement, wording),
  );
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/g;
/** Columns of a terminal: Chinese characters take two. */
const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    // An unusable file's sentence stands in the second column and may reach into the others.
    Math.max(...rows.map((row) => (row.length === 2 && column === 1 ? 0 : widthOf(row[column] ?? '')))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** More problems than this do not fit side by side into a terminal. */
const MOST_COLUMNS = 4;

/** The statuses of a system, a column for each problem, or, of many problems, the numbers of those that matter. */
function verdictCells(
  assessments: readonly Assessment[],
  language: Language,
  { problems }: CheckerKnowledge,
): string[] {
  if (problems.length <= MOST_COLUMNS) {
    const { statuses } = VERDICT_TEXTS[language];
    return problems.map(({ id }) => {
      const status = assessments.find(({ problem }) => problem === id)?.status;
      return status === undefined ? '–' : statuses[status];
    });
  }
  const numbers = (isWanted: (assessment: Assessment) => boolean): string =>
    assessments
      .filter(isWanted)
      .map(({ problem }) => problem)
      .join(' ') || '–';
  const open: readonly Standing[] = ['seen-in-log', 'hinted-in-log', 'open-question'];
  return [
    numbers(({ status }) => status === 'affected'),
    numbers((assessment) => assessment.status === 'unknown' && open.includes(standingOf(assessment))),
  ];
}

/**
 * A table with one line for each file: name, kernel module, kernel, and the status by every problem; where these are
 * too many, the numbers of the problems that affect it and of those that need more evidence.
 */
export function fleetTable(
  checked: readonly Checked[],
  language: Language,
  knowledge: CheckerKnowledge,
): string {
  const texts = TEXTS[language];
  const rows = checked.map((each) => {
    if ('error' in each) return [printable(each.file), each.error];
    const { system, assessments } = each.judgement;
    return [
      printable(each.file),
      printable(system.zfs.module?.version.text ?? '–'),
      printable(system.kernel?.release ?? '–'),
      ...verdictCells(assessments, language, knowledge),
    ];
  });
  const columns =
    knowledge.problems.length <= MOST_COLUMNS
      ? knowledge.problems.map(({ id }) => id)
      : [texts.affected, texts.open];
  return alignColumns([[texts.file, texts.module, texts.kernel, ...columns], ...rows]).join('\n');
}
