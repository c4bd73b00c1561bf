/** `--batch`: one JSON object a line in, one line out. A bad line is answered with an error and stops nothing. */
import type { Paste } from '../src/checker/input.ts';
import { judge } from '../src/checker/judge.ts';
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import { reportObject } from '../src/checker/report.ts';
import { VERDICT_TEXTS } from '../src/i18n/verdict.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { wordingFor } from '../src/i18n/wording.ts';

type Id = string | number | null;

const BOXES = ['text', 'commandLine', 'zfsVersion'] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readId = (value: unknown): Id =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** The boxes of one request, or a sentence that says what is wrong with it. */
function readBoxes(request: Readonly<Record<string, unknown>>): Paste | string {
  const wrong = BOXES.find((box) => request[box] !== undefined && typeof request[box] !== 'string');
  if (wrong !== undefined) return `"${wrong}" must be a string`;
  if (BOXES.every((box) => request[box] === undefined)) {
    return 'expected at least one of "text", "commandLine" and "zfsVersion"';
  }
  return Object.fromEntries(
    BOXES.flatMap((box) => {
      const text = request[box];
      return typeof text === 'string' ? [[box, text]] : [];
    }),
  );
}

function parseRequest(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Answers one line of a batch.
 * @param line a JSON object with `id` and at least one of `text`, `commandLine`, `zfsVersion`
 * @returns one line of JSON: a report, or `{"id", "error"}`
 */
export function answerLine(line: string, language: Language, knowledge: CheckerKnowledge): string {
  const request = parseRequest(line);
  if (!isRecord(request)) {
    return JSON.stringify({
      id: null,
      error: 'expected one JSON object a line, such as {"id": 1, "text": "…"}',
    });
  }
  const id = readId(request.id);
  const boxes = readBoxes(request);
  if (typeof boxes === 'string') return JSON.stringify({ id, error: boxes });
  const judgement = judge(boxes, knowledge);
  if ('fault' in judgement) {
    return JSON.stringify({ id, error: VERDICT_TEXTS[language].faults[judgement.fault] });
  }
  const wording = wordingFor(VERDICT_TEXTS[language], knowledge);
  return JSON.stringify(reportObject(id, judgement, wording));
}
