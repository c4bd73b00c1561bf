/**
 * The life of the zero page through one Direct I/O write, step by step: what each step does to the array of pages, to
 * the reference count and to the owner of the zero page. The steps are data (`zero-page-life.yaml`), the states are
 * computed.
 */
import { z } from 'astro/zod';
import { checkedFile } from './mechanism.ts';
import { GRADES } from './problem.ts';

/** What the pages of one write look like between two steps. */
export interface PageState {
  /** The zero page's reference count, as this write leaves it. */
  readonly count: number;
  /** What the array's elements point to where the program never wrote; the program's own pages stay as they are. */
  readonly slot: 'nothing' | 'zero-page' | 'new-page';
  /** What the local variable `p` points to. */
  readonly variable: 'nothing' | 'zero-page' | 'new-page';
  readonly newPage: 'none' | 'plain' | 'marked' | 'leaked' | 'freed';
  /** Who has the zero page. */
  readonly owner: 'everybody' | 'nobody' | 'somebody';
}

export const beforeTheWrite: PageState = {
  count: 1,
  slot: 'nothing',
  variable: 'nothing',
  newPage: 'none',
  owner: 'everybody',
};

/** A put gives references back; the one that reaches exactly 0 frees the page. */
function put(state: PageState, references: number): PageState {
  const count = state.count - references;
  const reachesZero = state.count > 0 && count <= 0;
  return { ...state, count, owner: reachesZero ? 'nobody' : state.owner };
}

/** What a step does. In: the state before it, and how many pages of the write the program never wrote. */
const effects = {
  nothing: (state) => state,
  take: (state, pages) => ({ ...state, count: state.count + pages, slot: 'zero-page' }),
  look: (state) => ({ ...state, variable: state.slot }),
  put,
  'replace-variable': (state) => ({ ...state, variable: 'new-page', newPage: 'plain' }),
  'replace-slot': (state) => ({ ...state, slot: 'new-page', newPage: 'plain' }),
  mark: (state) => ({ ...state, newPage: 'marked' }),
  leave: (state) => ({
    ...state,
    variable: 'nothing',
    newPage: state.slot === 'new-page' ? state.newPage : 'leaked',
  }),
  finish: (state, pages) =>
    state.slot === 'new-page' && state.newPage === 'marked'
      ? { ...state, newPage: 'freed' }
      : put(state, pages),
  // The count stays as the write left it; the new owner has one of its own.
  reuse: (state) => ({ ...state, owner: 'somebody' }),
} satisfies Record<string, (state: PageState, pages: number) => PageState>;

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const codeLine = z.strictObject({
  line: z
    .number()
    .int()
    .optional()
    .describe('Its number in the faulty file, in the fixed one on the fixed side'),
  fixedLine: z.number().int().optional().describe('Its number in the fixed file, of a line that both have'),
  text: z.string().min(1),
  holds: z.boolean().optional().describe('What a condition comes to'),
});

const side = z.strictObject({
  effect: z.enum(Object.keys(effects) as [keyof typeof effects, ...(keyof typeof effects)[]]),
  shows: z.enum(['buffer', 'array', 'loop', 'memory']).describe('What the pointers are drawn from'),
  code: z.array(codeLine),
  text: bilingual,
});

const step = z
  .strictObject({
    title: bilingual,
    sources: z.string().min(1),
    grade: z.enum(GRADES),
    both: side.optional(),
    faulty: side.optional(),
    fixed: side.optional(),
  })
  .refine(
    ({ both, faulty, fixed }) => (both ? !faulty && !fixed : faulty && fixed),
    'a step has either both, or faulty and fixed',
  );

const lifeSchema = z.strictObject({
  file: z.string(),
  faulty: z.string(),
  fixed: z.string(),
  caption: bilingual,
  steps: z.array(step).min(1),
});

export type Life = z.infer<typeof lifeSchema>;
export type LifeSide = z.infer<typeof side>;
export type LifeRun = 'faulty' | 'fixed';

/** The steps as `zero-page-life.yaml` has them. */
export const zeroPageLife = (): Life =>
  checkedFile(lifeSchema, 'problems/16689-zero-page/zero-page-life.yaml');

/** What one of the two versions of the code does in a step. */
export function sideOf(step: Life['steps'][number], run: LifeRun): LifeSide {
  const found = step.both ?? step[run];
  if (found === undefined) throw new Error(`zero-page-life.yaml: “${step.title.en}” lacks the side ${run}.`);
  return found;
}

/**
 * The states after each step of a run.
 * In: the life, the version of the code, how many pages of the write the program never wrote.
 */
export function statesOf({ steps }: Life, run: LifeRun, pages = 1): PageState[] {
  let state = beforeTheWrite;
  return steps.map((step) => {
    const apply: (state: PageState, pages: number) => PageState = effects[sideOf(step, run).effect];
    state = apply(state, pages);
    return state;
  });
}
