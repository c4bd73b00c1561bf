import { describe, expect, it } from 'vitest';
import { outcomeGrid } from '../../src/components/figures/outcome-grid.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const experiments = loadKnowledge().problems.find(({ id }) => id === '16689')?.experiments ?? [];
const { kernels, rows } = outcomeGrid(experiments);

describe('the outcomes of the reproduction of 16689 as a grid', () => {
  it('has the kernels across, oldest first by number and not by letter', () => {
    expect(kernels).toEqual(['6.1.192', '6.12.117']);
  });

  it('has what was switched on down, with the module', () => {
    expect(
      rows.map(({ module, parameters, memAutoInit }) => `${module}: ${parameters} ${memAutoInit}`),
    ).toEqual([
      'faulty: init_on_alloc=0 init_on_free=0 off/off',
      'faulty: init_on_alloc=1 on/off',
      'faulty: init_on_free=1 off/on',
      'faulty: init_on_alloc=0 init_on_free=0 page_poison=1 off/off',
      'faulty:  on/off',
      'fixed: null null',
      'faulty-direct-io-off: null null',
    ]);
  });

  it('puts every run into exactly one cell, under its kernel', () => {
    const placed = rows.flatMap(({ cells }) => cells.flatMap(({ run }) => run ?? []));
    expect(placed).toHaveLength(experiments.length);
    expect(new Set(placed)).toEqual(new Set(experiments));
    for (const { cells } of rows) {
      let column = 0;
      for (const { run, span } of cells) {
        const under = kernels.slice(column, column + span);
        if (run !== null) expect(run.kernel.split(', ').sort()).toEqual([...under].sort());
        column += span;
      }
      expect(column).toBe(kernels.length);
    }
  });

  it('leaves a cell empty that nobody ran', () => {
    const [first] = outcomeGrid(
      experiments.filter(({ kernel, result }) => kernel !== '6.1.192' || result === 'nothing'),
    ).rows;
    expect(first?.cells.map(({ run }) => run?.kernel ?? null)).toEqual([null, '6.12.117']);
  });

  it('shows 6.1.192 silent whatever the parameters, and 6.12.117 only with both off', () => {
    const results = rows.map(({ cells }) => cells.map(({ run }) => run?.result));
    expect(results).toEqual([
      ['silent', 'silent'],
      ['silent', 'contained'],
      ['silent', 'contained'],
      ['silent', 'contained'],
      ['silent', 'contained'],
      ['nothing', 'nothing'],
      ['nothing'],
    ]);
  });
});
