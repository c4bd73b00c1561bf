#!/usr/bin/env node
/** The checker for a terminal: `npm run --silent check`. The same code as the page; this file does the input and output. */
import { createInterface } from 'node:readline';
import { type Assessment, assessAll } from '../src/checker/assess.ts';
import { reportObject } from '../src/checker/report.ts';
import { readSystem } from '../src/checker/system.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { readArguments, USAGE, UsageError } from './arguments.ts';
import { answerLine } from './batch.ts';
import { checkFiles, fleetObject, fleetTable } from './fleet.ts';
import { readText } from './input.ts';
import { knowledgeIn } from './knowledge.ts';
import { describeForPerson } from './person.ts';

const EXIT = { nothingAffects: 0, affected: 1, unusable: 2, unknown: 3 } as const;

function exitStatus(assessments: readonly Assessment[]): number {
  const statuses = new Set(assessments.map(({ status }) => status));
  if (statuses.has('affected')) return EXIT.affected;
  return statuses.has('unknown') ? EXIT.unknown : EXIT.nothingAffects;
}

async function checkOne(mode: 'person' | 'json', language: Language): Promise<number> {
  const knowledge = knowledgeIn(language);
  const read = readSystem({ text: await readText(process.stdin) }, knowledge);
  if ('fault' in read) {
    const sentence = VERDICT_TEXTS[language].faults[read.fault];
    console.error(sentence);
    if (mode === 'json') console.log(JSON.stringify({ id: null, error: sentence }));
    return EXIT.unusable;
  }
  const assessments = assessAll(read.system, knowledge);
  console.log(
    mode === 'json'
      ? JSON.stringify(
          reportObject(null, read.system, assessments, wordingFor(VERDICT_TEXTS[language], knowledge)),
          null,
          2,
        )
      : describeForPerson(read.system, assessments, language, knowledge),
  );
  return exitStatus(assessments);
}

async function checkFleet(
  files: readonly string[],
  mode: 'person' | 'json',
  language: Language,
): Promise<number> {
  const knowledge = knowledgeIn(language);
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

async function checkBatch(language: Language): Promise<number> {
  const knowledge = knowledgeIn(language);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${answerLine(line, language, knowledge)}\n`);
  }
  return EXIT.nothingAffects;
}

async function main(argv: readonly string[]): Promise<number> {
  const { mode, language, files } = readArguments(argv);
  switch (mode) {
    case 'help':
      console.log(USAGE);
      return EXIT.nothingAffects;
    case 'batch':
      return checkBatch(language);
    default:
      return files.length === 0 ? checkOne(mode, language) : checkFleet(files, mode, language);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = EXIT.unusable;
}
