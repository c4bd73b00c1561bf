#!/usr/bin/env node
/** The checker for a terminal: `npm run --silent check`. The same code as the page; this file does the input and output. */
import { createInterface } from 'node:readline';
import type { Assessment } from '../src/checker/assess.ts';
import { judge } from '../src/checker/judge.ts';
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import { reportObject } from '../src/checker/report.ts';
import { standingOf } from '../src/checker/urgency.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { readArguments, USAGE, UsageError } from './arguments.ts';
import { answerLine } from './batch.ts';
import { checkFiles, fleetObject, fleetTable } from './fleet.ts';
import { readText } from './input.ts';
import { knowledgeIn } from './knowledge.ts';
import { describeForPerson } from './person.ts';
import { selectProblems } from './select-problems.ts';

const EXIT = { nothingAffects: 0, affected: 1, unusable: 2, unknown: 3 } as const;

function exitStatus(assessments: readonly Assessment[]): number {
  if (assessments.some(({ status }) => status === 'affected')) return EXIT.affected;
  const standings = new Set(assessments.map(standingOf));
  const isOpen = (['seen-in-log', 'hinted-in-log', 'open-question'] as const).some((standing) =>
    standings.has(standing),
  );
  return isOpen ? EXIT.unknown : EXIT.nothingAffects;
}

async function checkOne(
  mode: 'person' | 'json',
  language: Language,
  knowledge: CheckerKnowledge,
): Promise<number> {
  const judgement = judge({ text: await readText(process.stdin) }, knowledge);
  if ('fault' in judgement) {
    const sentence = VERDICT_TEXTS[language].faults[judgement.fault];
    console.error(sentence);
    if (mode === 'json') console.log(JSON.stringify({ id: null, error: sentence }));
    return EXIT.unusable;
  }
  console.log(
    mode === 'json'
      ? JSON.stringify(reportObject(null, judgement, wordingFor(VERDICT_TEXTS[language], knowledge)), null, 2)
      : describeForPerson(judgement, language, knowledge),
  );
  return exitStatus(judgement.assessments);
}

async function checkFleet(
  files: readonly string[],
  mode: 'person' | 'json',
  language: Language,
  knowledge: CheckerKnowledge,
): Promise<number> {
  const checked = await checkFiles(files, language, knowledge);
  console.log(
    mode === 'json'
      ? JSON.stringify(fleetObject(checked, language, knowledge), null, 2)
      : fleetTable(checked, language, knowledge),
  );
  const status = exitStatus(
    checked.flatMap((each) => ('judgement' in each ? each.judgement.assessments : [])),
  );
  const someUnusable = checked.some((each) => 'error' in each);
  return status === EXIT.nothingAffects && someUnusable ? EXIT.unusable : status;
}

async function checkBatch(language: Language, knowledge: CheckerKnowledge): Promise<number> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${answerLine(line, language, knowledge)}\n`);
  }
  return EXIT.nothingAffects;
}

async function main(argv: readonly string[]): Promise<number> {
  const { mode, language, problems, files } = readArguments(argv);
  if (mode === 'help') {
    console.log(USAGE);
    return EXIT.nothingAffects;
  }
  const knowledge = selectProblems(knowledgeIn(language), problems);
  if (mode === 'batch') return checkBatch(language, knowledge);
  return files.length === 0
    ? checkOne(mode, language, knowledge)
    : checkFleet(files, mode, language, knowledge);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = EXIT.unusable;
}
