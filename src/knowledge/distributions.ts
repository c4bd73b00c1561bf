/**
 * The shape of `content/distributions.yaml`: what stock kernels were built with, and who built OpenZFS from an
 * affected window. null always means "not established"; the checker then says that it does not know.
 */
import { z } from 'astro/zod';

const sentence = (expected: string) => ({ error: `expected ${expected}` });

const text = (what: string) =>
  z.string(sentence(what)).refine((value) => value.trim() !== '', sentence(`${what}, not an empty one`));

const bilingual = z.strictObject(
  { en: text('a text in English'), zh: text('a text in Chinese') },
  sentence('a text in both languages, en and zh'),
);

const identifier = z
  .string(sentence('an id in quotes'))
  .regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, sentence('an id of small letters, digits, hyphens and dots'));

const source = z.strictObject({
  title: text('a title').describe('What was read: repository, commit, folder'),
  url: z
    .string(sentence('an address'))
    .regex(/^https:\/\/\S+$/, sentence('an address that begins with https://')),
});

const buildOption = z.boolean(sentence('true, false, or null where it is not established')).nullable();

/** One stock kernel, or several that were built with the same defaults and cannot be told apart by their release. */
const distribution = z
  .strictObject({
    id: identifier.describe('What the checker calls it; see src/checker/facts/kernel-distributions.ts'),
    name: bilingual.describe('What the reader knows it by'),
    initOnAllocDefaultOn: buildOption.describe('CONFIG_INIT_ON_ALLOC_DEFAULT_ON: the state if not given'),
    initOnFreeDefaultOn: buildOption.describe('CONFIG_INIT_ON_FREE_DEFAULT_ON: the state if not given'),
    pagePoisoning: buildOption.describe('CONFIG_PAGE_POISONING: without it, `page_poison=` is ignored'),
    debugVm: buildOption.describe('CONFIG_DEBUG_VM: pages are checked whatever the parameters say'),
    vendorBackports: z
      .boolean(sentence('true or false'))
      .describe('Carries newer code under an old number, so that its version decides nothing'),
    versions: bilingual.describe('Which versions were read, in a sentence, and what is not established'),
    sources: z.array(source).describe('Where it was read; may be empty only if nothing is established'),
  })
  .superRefine((entry, context) => {
    const { initOnAllocDefaultOn, initOnFreeDefaultOn, pagePoisoning, debugVm } = entry;
    const established = [initOnAllocDefaultOn, initOnFreeDefaultOn, pagePoisoning, debugVm];
    if (entry.sources.length > 0 || established.every((value) => value === null)) return;
    context.addIssue({
      code: 'custom',
      path: ['sources'],
      message: `expected at least one source, since "${entry.id}" states how a kernel was built`,
    });
  });

/** Someone who built or named OpenZFS from the affected window of a problem. */
const builder = z.strictObject({
  id: identifier.describe('Its name in this file'),
  problem: z.string(sentence('a problem number in quotes')).describe('The problem whose window it is'),
  who: bilingual.describe('The distribution and package'),
  what: bilingual.describe('Which builds, and what is not established about them'),
  when: bilingual.describe('From which day to which'),
  sources: z.array(source).min(1, sentence('at least one source')),
});

/** Refuses a list in which two entries have the same id. */
function refuseRepeatedIds(entries: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  for (const [index, { id }] of entries.entries()) {
    if (entries.findIndex((entry) => entry.id === id) === index) continue;
    context.addIssue({
      code: 'custom',
      path: [index, 'id'],
      message: `expected an id of its own; "${id}" is already in the list`,
    });
  }
}

/** The whole file. */
export const distributionsSchema = z.strictObject({
  distributions: z
    .array(distribution, sentence('a list of kernels'))
    .superRefine(refuseRepeatedIds)
    .describe('Stock kernels'),
  builders: z
    .array(builder, sentence('a list of builders'))
    .superRefine(refuseRepeatedIds)
    .describe('Who built OpenZFS from an affected window'),
});

export type Distributions = z.infer<typeof distributionsSchema>;
export type Distribution = Distributions['distributions'][number];
export type Builder = Distributions['builders'][number];
