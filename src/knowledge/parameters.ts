/**
 * The shape of `content/parameters.yaml`: the kernel parameters, module parameters and dataset properties that decide
 * about these problems. Defaults of module parameters are not here but in `openzfs-releases.json`.
 */
import { z } from 'astro/zod';

const sentence = (expected: string) => ({ error: `expected ${expected}` });

const bilingual = z.strictObject({
  en: z.string(sentence('a text in English')).min(1),
  zh: z.string(sentence('a text in Chinese')).min(1),
});

const source = z.strictObject({
  title: z.string().min(1),
  url: z.url(sentence('a full https address')),
});

const statement = z.strictObject({
  text: bilingual.describe('One or two sentences'),
  grade: z.enum(['reproduced', 'upstream', 'source', 'reported', 'inferred']),
  sources: z.array(source).min(1, sentence('at least one source')),
});

const parameter = z.strictObject({
  name: z.string().describe('As it is written where it is set'),
  kind: z.enum(['kernel', 'module', 'property']),
  summary: bilingual.describe('What it is, in one sentence'),
  show: z.string().describe('A command that shows what is in force'),
  statements: z.array(statement).min(1, sentence('at least one statement')),
  defaults: bilingual
    .nullable()
    .describe('The default in words; null where the table by version from openzfs-releases.json says it'),
  problems: z
    .array(z.string())
    .describe('Problems that it decides about, besides those whose conditions name it'),
});

export const parametersSchema = z.strictObject({ parameters: z.array(parameter) });

export type Parameter = z.infer<typeof parameter>;
