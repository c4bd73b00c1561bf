import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { beforeTheWrite, sideOf, statesOf, zeroPageLife } from '../../src/knowledge/zero-page-life.ts';

const life = zeroPageLife();
const runs = ['faulty', 'fixed'] as const;
const last = (run: (typeof runs)[number], pages: number) => statesOf(life, run, pages).at(-1);

describe('the life of the zero page', () => {
  it.each([1, 2, 32])('ends %i lower in the faulty code than it began, one for each page met', (pages) => {
    expect(last('faulty', pages)?.count).toBe(beforeTheWrite.count - pages);
  });

  it.each([1, 2, 32])('ends where it began in the fixed code, with %i pages', (pages) => {
    expect(last('fixed', pages)).toMatchObject({ count: beforeTheWrite.count, owner: 'everybody' });
  });

  it('has these counts, one after each step', () => {
    expect(statesOf(life, 'faulty').map(({ count }) => count)).toEqual([1, 2, 2, 1, 1, 1, 1, 0, 0]);
    expect(statesOf(life, 'fixed').map(({ count }) => count)).toEqual([1, 2, 2, 1, 1, 1, 1, 1, 1]);
  });

  it('has these pointers in the array, one after each step', () => {
    const slots = (run: (typeof runs)[number]) => statesOf(life, run).map(({ slot }) => slot);
    const zero = 'zero-page';
    const fresh = 'new-page';
    expect(slots('faulty')).toEqual(['nothing', zero, zero, zero, zero, zero, zero, zero, zero]);
    expect(slots('fixed')).toEqual(['nothing', zero, zero, zero, fresh, fresh, fresh, fresh, fresh]);
  });

  it('has these owners, one after each step', () => {
    const owners = statesOf(life, 'faulty').map(({ owner }) => owner);
    expect(owners).toEqual([...Array(7).fill('everybody'), 'nobody', 'somebody']);
    expect(new Set(statesOf(life, 'fixed').map(({ owner }) => owner))).toEqual(new Set(['everybody']));
  });

  it('leaks the new page in the faulty code and frees it in the fixed one', () => {
    expect(last('faulty', 1)?.newPage).toBe('leaked');
    expect(last('fixed', 1)?.newPage).toBe('freed');
  });

  it('comes to the counts of the facts with the pages of the reproduction', () => {
    const facts = loadKnowledge().problems.find(({ id }) => id === '16689')?.facts;
    const counts = statesOf(life, 'faulty', Number(facts?.pagesPerWrite)).map(({ count }) =>
      String(count).replace('-', '−'),
    );
    expect(counts[1]).toBe(facts?.countAfterTaking);
    expect(counts[3]).toBe(facts?.countAfterCheck);
    expect(counts.at(-1)).toBe(facts?.countAtEnd);
  });
});

describe.each(runs)('the %s side', (run) => {
  const commit = life[run];
  const lines = new Map(
    readFileSync(`tests/fixtures/zero-page-life/zfs_uio-${commit.slice(0, 10)}.txt`, 'utf8')
      .split('\n')
      .map((line) => [Number(line.split('\t', 1)[0]), line.slice(line.indexOf('\t') + 1)] as const),
  );
  const states = statesOf(life, run);

  it('quotes the lines of its commit as the commit has them', () => {
    const quoted = life.steps.flatMap((step) =>
      sideOf(step, run).code.flatMap(({ line, fixedLine, text }) => {
        const number = run === 'fixed' ? (fixedLine ?? line) : line;
        return number === undefined ? [] : { number, text };
      }),
    );
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.map(({ number }) => lines.get(number)?.trim())).toEqual(
      quoted.map(({ text }) => text.trim()),
    );
  });

  it.each(['en', 'zh'] as const)('computes in its words (%s) what the figure shows', (language) => {
    const sums = life.steps.flatMap((step, index) =>
      [...sideOf(step, run).text[language].matchAll(/(\d+) ([+−]) (\d+) = (\d+)/g)].map(
        ([, before, sign, by, after]) => ({
          before: Number(before),
          after: Number(before) + (sign === '+' ? 1 : -1) * Number(by),
          said: Number(after),
          index,
        }),
      ),
    );
    expect(sums.length).toBe(run === 'faulty' ? 3 : 2);
    for (const { before, after, said, index } of sums) {
      expect(states[index - 1]?.count).toBe(before);
      expect(states[index]?.count).toBe(after);
      expect(said).toBe(after);
    }
  });
});

it('names the same things as code in both languages', () => {
  const code = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
  for (const step of life.steps) {
    for (const run of runs) {
      const { en, zh } = sideOf(step, run).text;
      expect(code(zh)).toEqual(code(en));
    }
  }
});
