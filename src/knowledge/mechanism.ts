/**
 * The shape of `content/problems/<folder>/mechanism.yaml`: the figure of a problem's mechanism, as data. Three kinds:
 * what is true at which moment, where a request lies between the borders of pages, and amounts to scale.
 */
import { z } from 'astro/zod';
import { checked, parsed } from './load.ts';
import { GRADES } from './problem.ts';

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const state = bilingual.extend({ on: z.boolean().describe('Whether its bar is drawn at this moment') });

const answer = z.strictObject({
  by: bilingual.describe('Which version of the code answers'),
  text: bilingual,
  right: z.boolean(),
});

const moment = z.strictObject({
  at: bilingual.optional().describe('When it is, such as a transaction group'),
  text: bilingual,
  states: z.array(state).length(2),
  answers: z.array(answer).min(2).optional().describe('What versions of the code make of this moment'),
});

const shared = {
  caption: bilingual,
  sources: z.string().min(1).describe('Ids of sources in problem.yaml, with spaces between them'),
  grade: z.enum(GRADES),
};

const sequence = z.strictObject({
  kind: z.literal('sequence'),
  ...shared,
  sequences: z
    .array(
      z.strictObject({
        title: bilingual.optional(),
        tracks: z.array(bilingual).length(2),
        moments: z.array(moment).min(2),
      }),
    )
    .min(1),
});

const pages = z.strictObject({
  kind: z.literal('pages'),
  ...shared,
  pageSize: z.number(),
  tick: z.number(),
  fits: bilingual.describe('What becomes of a request that fits'),
  misfits: bilingual,
  requests: z
    .array(
      z.strictObject({
        name: z.string(),
        quantity: bilingual,
        start: z.number().min(0).describe('Bytes after the first border shown'),
        length: z.number().positive(),
        borders: z.array(z.string()).length(3).describe('What stands at the borders of the two pages shown'),
        note: bilingual,
      }),
    )
    .min(1),
});

const share = z.strictObject({
  kind: z.literal('share'),
  ...shared,
  pageSize: z.number(),
  evictablePages: z.number().positive(),
  answers: z.array(z.strictObject({ limit: z.number().min(0).describe('0: none'), text: bilingual })).min(2),
});

const mechanismSchema = z.discriminatedUnion('kind', [sequence, pages, share]);

export type Mechanism = z.infer<typeof mechanismSchema>;
export type SequenceFigure = z.infer<typeof sequence>;
export type PagesFigure = z.infer<typeof pages>;
export type ShareFigure = z.infer<typeof share>;

/** The figure of a problem's mechanism. Ends the build with sentences that name the file if it is missing or wrong. */
export const mechanismOf = (folder: string): Mechanism =>
  checkedFile(mechanismSchema, `problems/${folder}/mechanism.yaml`);

/**
 * A file of `content/` against its schema. The folder is found from the working directory, since the build moves this
 * module away from it.
 */
export function checkedFile<Schema extends z.ZodType>(schema: Schema, file: string): z.infer<Schema> {
  return checked(schema, parsed('content', file), file);
}

/** Whether a stretch of bytes begins and ends on borders of pages. */
export const fitsPages = (start: number, length: number, pageSize: number): boolean =>
  start % pageSize === 0 && length % pageSize === 0;

/** How many pages the ARC says it can free: `arc_shrinker_count()` with a limit, 0 being none. */
export const pagesOffered = (evictable: number, limit: number): number =>
  Math.min(evictable, limit === 0 ? Number.POSITIVE_INFINITY : limit);
