/**
 * The shape of `content/problems/<number>-<words>/problem.yaml`: everything that is established about one problem, with
 * its sources. The article, the tables, the figures and the checker's verdict are all made from it.
 */
import { z } from 'astro/zod';
import { parsePlace } from './place.ts';

/** How well a statement is supported; shown to the reader beside it. */
export const GRADES = ['reproduced', 'upstream', 'source', 'reported', 'inferred'] as const;

/** What an affected system does, a closed set. */
export const OUTCOMES = [
  'silent-corruption',
  'contained',
  'crash',
  'hang',
  'wrong-data',
  'io-errors',
  'failed-requests',
  'false-alarms',
  'slow',
  'warning',
  'unknown',
] as const;

/** What sort of harm a problem does; the order is that of urgency. */
export const KINDS = [
  'memory-corruption',
  'data-error',
  'panic',
  'hang',
  'behaviour-change',
  'performance',
] as const;

export const COMPONENTS = [
  'direct-io',
  'memory-mapped-files',
  'block-cloning',
  'arc',
  'disk-io',
  'zvol',
  'dmu',
  'vfs',
  'deduplication',
  'kernel',
] as const;

const sentence = (expected: string) => ({ error: `expected ${expected}` });

const bilingual = z
  .strictObject({
    en: z.string(sentence('a text in English')).min(1),
    zh: z.string(sentence('a text in Chinese')).min(1),
  })
  .describe('The same text in both languages');

/** Printed behind a colon or as a sentence of its own. */
const wholeSentence = bilingual.refine(
  ({ en, zh }) => en.endsWith('.') && zh.endsWith('。'),
  sentence('a whole sentence in both languages, with its full stop'),
);

/** Printed after "only if" / “仅当……时”. */
const clause = bilingual.refine(
  ({ en, zh }) => !/[.。]$/.test(en) && !/[.。时]$/.test(zh),
  sentence('a clause that fits after "only if" / "仅当", without a full stop'),
);

const date = z
  .string(sentence('a date in quotes'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, sentence('a date such as "2024-09-14"'));

const commitHash = z
  .string(sentence('a commit in quotes (YAML reads 12e34567 as a number)'))
  .regex(/^[0-9a-f]{40}$/, sentence('a full commit hash of 40 hexadecimal digits'));

const place = z.string(sentence('a place in quotes')).refine((text) => {
  try {
    parsePlace(text);
    return true;
  } catch {
    return false;
  }
}, sentence('a place in OpenZFS history such as "2.2.99-700", "2.3.0-rc3-33" or "2.3.0"'));

const grade = z.enum(GRADES, sentence(`one of ${GRADES.join(', ')}`));

const sourceIds = z
  .array(z.string())
  .min(1, sentence('at least one source id: a statement without a source is not published'));

/** A commit of OpenZFS that brought the defect in, took it out, or changed its reach. */
const change = z.strictObject({
  commit: commitHash.describe('Full hash'),
  date: date.describe('Committer date'),
  branch: z.string().describe('`master` or the release branch, `zfs-2.3-release`'),
  place: place.describe('Where `git describe` puts it'),
  subject: z.string().describe('First line of the commit message, verbatim'),
  firstTags: z.array(place).describe('The first tag of each line that contains it'),
});

/** A stretch of one line's history that has the defect, half open: `from` has it, `until` has not. */
const affectedWindow = z.strictObject({
  line: z.string().describe('`master` or a release line, "2.3"'),
  from: place,
  until: place
    .nullable()
    .describe('First place without the defect, or the next window; null: not fixed on this line'),
  zfsDioEnabledDefault: z
    .union([z.literal(0), z.literal(1)])
    .nullable()
    .describe('Default of zfs_dio_enabled on Linux in this window; null where Direct I/O does not matter'),
});

const kernelNumber = z.string().regex(/^\d+\.\d+(\.\d+)?$/, sentence('a kernel version such as "6.4"'));

/**
 * What must be true of a system, besides the defect, for it to bite. `otherwise` is the status where it is known to be
 * false; where nobody knows, the status is `unknown` with the condition as the reason.
 */
const condition = z.discriminatedUnion('fact', [
  z.strictObject({
    fact: z.literal('platform'),
    is: z
      .array(z.enum(['linux', 'freebsd', 'windows', 'macos']))
      .describe('Platforms that have the defective code'),
    otherwise: z.literal('not-affected'),
  }),
  z.strictObject({
    fact: z.literal('kernel'),
    from: kernelNumber.nullable().describe('First Linux version that meets the condition; null: any'),
    until: kernelNumber
      .nullable()
      .default(null)
      .describe('First Linux version that no longer meets it; null: none'),
    otherwise: z
      .enum(['not-affected', 'unknown'])
      .describe('unknown: older kernels may carry the change as a backport'),
    why: wholeSentence.describe('What that kernel version changed'),
  }),
  z.strictObject({
    fact: z.literal('direct-io'),
    is: z.literal(true).describe('Direct I/O is not switched off'),
    otherwise: z.literal('dormant'),
  }),
  z.strictObject({
    fact: z.literal('module-parameter'),
    name: z.string().describe('A parameter of parameters.yaml whose defaults are known'),
    is: z.enum(['zero', 'not-zero']).describe('The values with which the defect can be met'),
    otherwise: z.literal('dormant'),
  }),
  z.strictObject({
    fact: z.literal('kernel-parameter'),
    name: z.enum(['init_on_alloc']),
    is: z.literal(true),
    otherwise: z.literal('dormant'),
  }),
  z.strictObject({
    fact: z.literal('usage'),
    id: z.string().regex(/^[a-z0-9-]+$/, sentence('an id of lower-case letters, digits and hyphens')),
    when: clause.describe('What the machine must be used for, as a clause: "a pool lies on LUKS"'),
    command: z.string().nullable().describe('A command that tells the reader; null where none does'),
    otherwise: z.literal('dormant'),
  }),
]);

/** Facts about the kernel that decide what happens to an affected system. Every field given must hold. */
const kernelSituation = z.strictObject({
  vendorBackports: z
    .literal(true)
    .optional()
    .describe('A vendor kernel that carries backports under an old number'),
  debugVm: z.literal(true).optional().describe('Known to be built with CONFIG_DEBUG_VM'),
  from: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .describe('First kernel version, "6.4"'),
  until: z
    .string()
    .regex(/^\d+\.\d+$/)
    .optional()
    .describe('First kernel version to which this no longer applies'),
  pageChecks: z.boolean().optional().describe('Whether the kernel checks pages when they are freed'),
});

/** One line of the outcome rule. The first line whose situation holds decides. */
const outcomeRule = z.strictObject({
  id: z.string(),
  when: kernelSituation,
  outcome: z.enum(OUTCOMES, sentence(`one of ${OUTCOMES.join(', ')}`)),
  grade,
  expect: bilingual.describe('What the reader will see, in one or two sentences'),
  sources: sourceIds,
});

const signature = z.strictObject({
  id: z.string(),
  strength: z.enum(['specific', 'weak']).describe('weak: common without this problem'),
  lines: z
    .array(z.string())
    .min(1)
    .describe('Substrings that occur in this order within one report of the log'),
  example: z.string().describe('A line as it looks in a log'),
  meaning: bilingual,
  grade,
  sources: sourceIds,
});

const measure = z.strictObject({
  id: z.string(),
  when: z.enum(['immediate', 'lasting']),
  title: bilingual,
  commands: z.array(z.string()).describe('Shell commands, in order; empty where there is none'),
  effect: bilingual.describe('What it does and what it does not'),
  undo: z
    .strictObject({ commands: z.array(z.string()), note: bilingual.nullable() })
    .nullable()
    .describe('How to take it back; null where there is nothing to take back'),
  grade,
  sources: sourceIds,
});

/** One row of the reproduction: a kernel, its parameters, what was seen. */
const experiment = z.strictObject({
  kernel: z.string(),
  parameters: z
    .union([z.string(), bilingual])
    .describe('As on the command line; empty: none of them; bilingual where it needs words'),
  module: z.enum(['faulty', 'fixed', 'faulty-direct-io-off']),
  memAutoInit: z.string().nullable().describe('heap alloc / heap free as the kernel logged them: "off/off"'),
  firstWrite: bilingual,
  afterwards: bilingual,
  result: z.enum(['silent', 'contained', 'nothing']),
  transcript: z.string().nullable().describe('File in evidence/'),
});

const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/, sentence('an id of lower-case letters, digits, dots and hyphens')),
  title: bilingual,
  url: z.url(sentence('a full https address')).optional(),
  evidence: z.array(z.string()).optional().describe('Our own transcripts: files in evidence/'),
});

/** A stretch of one line of which it is not established whether it has the defect: the verdict there is `unknown`. */
const unsettled = z.strictObject({
  line: z.string(),
  from: place.nullable().describe('null: from the beginning of the line'),
  until: place.nullable().describe('null: to the end of the line'),
  why: wholeSentence,
});

const relation = z.strictObject({
  problem: z.string().describe('Id of the other problem'),
  kind: z.enum(['caused-by', 'same-cause', 'same-signature', 'fixed-by-same-release', 'see-also']),
  note: bilingual,
});

/** One defect with its own history. */
const defect = {
  introduced: z.array(change),
  fixed: z.array(change),
  assumedFrom: z
    .array(place)
    .default([])
    .describe('Where the start is not established: the first place of each line that is counted as affected'),
  windows: z.array(affectedWindow),
  affectedTags: z.array(place).describe('Every release and candidate that has the defect'),
  affectedBaseTags: z.array(place).describe('Base tags of development lines that have it'),
  conditions: z.array(condition),
};

export const problemSchema = z.strictObject({
  id: z.string(sentence('the id in quotes')).regex(/^\d+$/, sentence('the number of the upstream issue')),
  form: z.enum(['full', 'short']).default('full').describe('short: a supplementary entry'),
  title: bilingual,
  summary: bilingual.describe('The answer in one sentence'),
  kind: z.enum(KINDS, sentence(`one of ${KINDS.join(', ')}`)),
  status: z.enum(['fixed', 'partly-fixed', 'open', 'by-design']),
  component: z.enum(COMPONENTS, sentence(`one of ${COMPONENTS.join(', ')}`)),
  platforms: z.array(z.enum(['linux', 'freebsd'])).min(1),
  issues: z.array(z.int()).describe('Upstream issues that report it; all but the id redirect to it'),
  pullRequests: z.array(z.int()).describe('Pull requests that fix it; they redirect to it'),
  similarReports: z
    .array(z.int())
    .default([])
    .describe('Reports of which it is not established that they are the same; no redirect'),
  lastSeen: date
    .nullable()
    .default(null)
    .describe('Newest upstream text that was read, where it is still open'),
  extent: z
    .enum(['windows', 'every-version', 'not-established'])
    .default('windows')
    .describe('Which versions have it: those of the windows, all of them, or nobody knows'),
  ...defect,
  related: z.array(change).describe('Commits that changed its reach without being its cause or its fix'),
  unsettled: z.array(unsettled).default([]),
  followUp: z
    .strictObject({
      title: bilingual,
      summary: bilingual,
      optIn: z
        .boolean()
        .default(false)
        .describe('Only a setting that is off by default opens it: while that is off, it does not count'),
      ...defect,
    })
    .nullable()
    .default(null)
    .describe('A second defect, left behind or brought in by the repair of the first'),
  reportedIn: z
    .array(place)
    .default([])
    .describe('Versions named in reports where the extent is not established'),
  relations: z.array(relation).default([]),
  buildsNamed: z.array(place).default([]).describe('Other builds that the articles name'),
  kernelsNamed: z.array(z.string()).default([]).describe('Kernel versions that the articles name'),
  facts: z
    .record(z.string(), z.union([z.string(), bilingual]))
    .default({})
    .describe('Named values that prose prints'),
  outcomes: z.array(outcomeRule),
  signatures: z.array(signature),
  measures: z.array(measure),
  fixedIn: bilingual.describe('Which versions to run, in words'),
  experiments: z.array(experiment).default([]),
  notEstablished: z.array(bilingual),
  sources: z.array(source),
});

export type Problem = z.infer<typeof problemSchema>;
export type Component = (typeof COMPONENTS)[number];
export type Condition = z.infer<typeof condition>;
/** The history and the conditions of one defect: the problem's own, or its follow-up's. */
export type Defect = Pick<
  Problem,
  'introduced' | 'fixed' | 'assumedFrom' | 'windows' | 'affectedTags' | 'affectedBaseTags' | 'conditions'
>;
export type Bilingual = z.infer<typeof bilingual>;
export type Grade = z.infer<typeof grade>;
export type Outcome = z.infer<typeof outcomeRule>['outcome'];

/** Whether one of a problem's defects is opened by a setting that is off by default, and by nothing else. */
export const isOptIn = (defect: Defect, { followUp }: Problem): boolean =>
  defect === followUp && followUp.optIn;

/** The defects of a problem: its own, and the follow-up where there is one. */
export const defectsOf = (problem: Problem): readonly Defect[] =>
  problem.followUp === null ? [problem] : [problem, problem.followUp];
