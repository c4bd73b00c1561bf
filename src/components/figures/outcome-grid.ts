/** The runs of a reproduction as a grid: kernels across, parameters down. Runs in, cells out. */
import type { Problem } from '../../knowledge/problem.ts';

type Experiment = Problem['experiments'][number];

export interface Cell {
  /** Null where this combination was not run. */
  readonly run: Experiment | null;
  /** Over how many kernels it stretches. */
  readonly span: number;
}

export interface GridRow {
  readonly module: Experiment['module'];
  /** The parameters that all of the row's runs amount to, `''` for none given; null: each cell names its own. */
  readonly parameters: string | null;
  /** What the kernel initialises, where it is the same in all of the row's runs. */
  readonly memAutoInit: string | null;
  readonly cells: readonly Cell[];
}

export interface OutcomeGrid {
  /** Oldest first. */
  readonly kernels: readonly string[];
  readonly rows: readonly GridRow[];
}

const kernelsOf = ({ kernel }: Experiment): string[] => kernel.split(/,\s*/);

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/**
 * Runs with the same key are one row: what a run switches on decides, `init_on_alloc=1 init_on_free=0` is
 * `init_on_alloc=1`. Parameters in words cannot be compared; such runs share the row of their module.
 */
function keyOf({ module, parameters }: Experiment): string {
  if (typeof parameters !== 'string') return module;
  const switchedOn = parameters.split(' ').filter((parameter) => parameter.endsWith('=1'));
  return [module, switchedOn.length === 0 && parameters !== '' ? 'off' : switchedOn.join(' ')].join(': ');
}

function rowOf(runs: readonly [Experiment, ...Experiment[]], kernels: readonly string[]): GridRow {
  const texts = runs.map(({ parameters }) => parameters).filter((text) => typeof text === 'string');
  const cells = kernels.map((kernel) => runs.find((run) => kernelsOf(run).includes(kernel)) ?? null);
  return {
    module: runs[0].module,
    parameters: texts.length === 0 ? null : texts.reduce((a, b) => (b.length < a.length ? b : a)),
    memAutoInit: runs.every(({ memAutoInit }) => memAutoInit === runs[0].memAutoInit)
      ? runs[0].memAutoInit
      : null,
    cells: cells.flatMap((run, index): Cell[] => {
      if (run !== null && index > 0 && cells[index - 1] === run) return [];
      const span = run === null ? 1 : cells.slice(index).filter((other) => other === run).length;
      return [{ run, span }];
    }),
  };
}

/** The grid of a problem's runs; the rows in the order in which the data name them. */
export function outcomeGrid(experiments: readonly Experiment[]): OutcomeGrid {
  const kernels = [...new Set(experiments.flatMap(kernelsOf))].sort(byVersion);
  const groups = new Map<string, [Experiment, ...Experiment[]]>();
  for (const run of experiments) {
    const group = groups.get(keyOf(run));
    if (group === undefined) groups.set(keyOf(run), [run]);
    else group.push(run);
  }
  return { kernels, rows: [...groups.values()].map((runs) => rowOf(runs, kernels)) };
}
