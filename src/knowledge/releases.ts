/**
 * The shape of `content/openzfs-releases.json`: every tag of OpenZFS 2.x, where the release lines left master, and the
 * defaults that changed on the way. Derived from OpenZFS's git history, never typed.
 */
import { z } from 'astro/zod';

const place = z.string().refine((text) => /^\d+\.\d+\.\d+(-rc\d+)?(-\d+)?$/.test(text), {
  error: 'expected a place such as "2.2.99-700"',
});

export const releasesSchema = z.strictObject({
  openzfs: z
    .strictObject({ state: z.string(), commit: z.string().length(40), place })
    .describe('The state of master from which the file was derived'),
  developmentLines: z
    .array(
      z.strictObject({
        tag: z.string().describe('Base tag, "2.3.99"'),
        lastCommits: z
          .int()
          .nullable()
          .describe('Highest count on master before the next base tag; null: still open'),
        next: z.string().nullable(),
      }),
    )
    .describe('The stretches of master, oldest first'),
  branchPoints: z
    .array(
      z.strictObject({
        line: z.string(),
        from: place.nullable().describe('Last commit on master that the line contains; null: before 2.1.99'),
      }),
    )
    .describe('Where each release line left master'),
  zfsDioEnabledDefaults: z
    .array(
      z.strictObject({
        line: z.string(),
        from: place,
        linux: z.union([z.literal(0), z.literal(1)]),
        freebsd: z.union([z.literal(0), z.literal(1)]),
        commit: z.string().length(40),
      }),
    )
    .describe('Each change of the default of zfs_dio_enabled; before the first there is no Direct I/O'),
  parameterDefaults: z
    .array(
      z.strictObject({
        name: z.string(),
        changes: z.array(
          z.strictObject({
            line: z.string(),
            from: place,
            value: z.int().nullable().describe('null: the parameter does not exist (any more)'),
            commit: z.string().length(40),
          }),
        ),
      }),
    )
    .default([])
    .describe('Each change of the default of the other module parameters, on every platform the same'),
  tags: z
    .array(
      z.strictObject({
        place,
        date: z.string(),
        lastCommits: z
          .int()
          .nullable()
          .describe(
            'Commits on its release line before the next tag; null: newest of its line, a base tag, not linear',
          ),
      }),
    )
    .describe('Oldest first; base tags are "2.3.99"'),
});

export type Releases = z.infer<typeof releasesSchema>;
