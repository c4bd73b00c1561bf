#!/usr/bin/env node
/** The checker for a terminal: `npm run --silent check`. The same code as the page; this file does the input and output. */
import { createInterface } from 'node:readline';
import { type Assessment, assessAll } from '../src/checker/assess.ts';
import { MAXIMUM_BYTES } from '../src/checker/input.ts';
import { reportObject } from '../src/checker/report.ts';
import { readSystem } from '../src/checker/system.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { checkerKnowledge } from '../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { readArguments, USAGE, UsageError } from './arguments.ts';
import { answerLine } from './batch.ts';
import { describeForPerson } from './person.ts';

const EXIT = { nothingAffects: 0, affected: 1, unusable: 2, unknown: 3 } as const;

/** Bytes that are no UTF-8 are read as Latin-1: a command line may hold any byte, and none may be lost. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** Standard input as text; reading stops once it is certainly too long. */
async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAXIMUM_BYTES) break;
  }
  return decode(Buffer.concat(chunks));
}

function exitStatus(assessments: readonly Assessment[]): number {
  const statuses = new Set(assessments.map(({ status }) => status));
  if (statuses.has('affected')) return EXIT.affected;
  return statuses.has('unknown') ? EXIT.unknown : EXIT.nothingAffects;
}

async function checkOne(mode: 'person' | 'json', language: Language): Promise<number> {
  const knowledge = checkerKnowledge(loadKnowledge(), language);
  const read = readSystem({ text: await readStandardInput() }, knowledge);
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

async function checkBatch(language: Language): Promise<number> {
  const knowledge = checkerKnowledge(loadKnowledge(), language);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== '') process.stdout.write(`${answerLine(line, language, knowledge)}\n`);
  }
  return EXIT.nothingAffects;
}

async function main(argv: readonly string[]): Promise<number> {
  const { mode, language } = readArguments(argv);
  switch (mode) {
    case 'help':
      console.log(USAGE);
      return EXIT.nothingAffects;
    case 'batch':
      return checkBatch(language);
    default:
      return checkOne(mode, language);
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = EXIT.unusable;
}
