import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The articles: `16689-zero-page/zh.mdx` has the id `16689/zh`. The facts of a problem come from `loadKnowledge`. */
const articles = defineCollection({
  loader: glob({
    base: './content/problems',
    pattern: '*/{en,zh}.mdx',
    generateId: ({ entry }) => entry.replace(/^(\d+)[^/]*\/(en|zh)\.mdx$/, '$1/$2'),
    retainBody: false,
  }),
  schema: z.strictObject({ title: z.string().min(1), description: z.string().min(1) }),
});

export const collections = { articles };
