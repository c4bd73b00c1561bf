import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { systemObject } from '../../src/checker/report.ts';
import type { System } from '../../src/checker/system.ts';
import type { BoxName } from '../../src/checker/types.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

interface Expected {
  /** What is messy about the paste, or why the verdict is what it is. */
  readonly note: string;
  /** The box that it was pasted into; `text` where nothing is said. */
  readonly box?: BoxName;
  readonly fault?: string;
  /** The parts of the report's `system` that matter. */
  readonly system?: Record<string, unknown>;
  readonly surroundings?: Record<string, unknown>;
  readonly '16689'?: { readonly status: string; readonly outcome: string | null };
}

const knowledge = checkerKnowledge(loadKnowledge(), 'en');
const folder = new URL('../fixtures/pastes/', import.meta.url);

const pastes = readdirSync(folder)
  .sort()
  .map((name) => {
    const expected: Expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8'));
    return { name, expected, text: readFileSync(new URL(`${name}/paste.txt`, folder), 'utf8') };
  });

const surroundingsOf = ({ distribution, architecture, pools, databases }: System) => ({
  distribution: distribution?.name ?? null,
  architecture: architecture?.name ?? null,
  pools: pools.map(({ name, state, directIoErrors }) =>
    [name, state, ...directIoErrors.map(({ device, count }) => `${device}:${count}`)].join(' '),
  ),
  databases: databases.map(({ name, value }) => `${name}=${value}`),
});

describe('whole messy pastes, judged by an expert before the checker read them', () => {
  test('are at least forty', () => {
    expect(pastes.length).toBeGreaterThanOrEqual(40);
  });

  test.each(pastes)('$name: $expected.note', ({ expected, text }) => {
    const judged = judge({ [expected.box ?? 'text']: text }, knowledge);
    if ('fault' in judged) {
      expect(judged.fault).toBe(expected.fault);
      return;
    }
    const { system, assessments } = judged;
    expect(expected.fault).toBeUndefined();
    expect(systemObject(system)).toMatchObject(expected.system ?? {});
    expect(surroundingsOf(system)).toMatchObject(expected.surroundings ?? {});
    expect(assessments.find(({ problem }) => problem === '16689')).toMatchObject(expected['16689'] ?? {});
  });
});
