import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

interface Misleading {
  readonly label: string;
  readonly text: string;
  readonly status: string;
  /** Only where the paste is about the outcome; null: it cannot be told. */
  readonly outcome?: string | null;
}

const knowledge = checkerKnowledge(loadKnowledge(), 'en');

const cases: readonly Misleading[] = readFileSync('tests/fixtures/misleading-pastes.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

describe('pastes written to mislead the checker; the expectation was decided before it was asked', () => {
  it.each(cases)('$label: $status', ({ text, status, outcome }) => {
    const result = judge({ text }, knowledge);
    // A text in which nothing is recognised has no verdict, which is as good as unknown.
    const verdict =
      'fault' in result
        ? { status: 'unknown', outcome: null }
        : result.assessments.find(({ problem }) => problem === '16689');
    expect(verdict?.status).toBe(status);
    if (outcome !== undefined) expect(verdict?.outcome).toBe(outcome);
  });
});
