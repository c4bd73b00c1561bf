/**
 * The verdict: one system held against one problem. Every status rests on reasons, every reason names the rule that it
 * met and the pasted text it was read from. Order of the questions: is the code on this platform at all, is it in the
 * running module, does something keep the path closed; then what the kernel makes of it.
 */
import { defectAt } from '../knowledge/history.ts';
import { formatPlace, type Place } from '../knowledge/place.ts';
import type { Grade, Outcome } from '../knowledge/problem.ts';
import { directIoDefaultOf, type Effect } from './effective.ts';
import { atLeast, kernelVersion } from './kernel-version.ts';
import type { CheckerKnowledge, CheckerProblem, OutcomeRule } from './knowledge-types.ts';
import { checkpointsOf, laterPlacesOf } from './places.ts';
import type { SignatureFact, System, ZfsHalf } from './system.ts';
import type { Evidence } from './types.ts';

export const STATUSES = ['affected', 'dormant', 'unknown', 'fixed', 'not-affected'] as const;
export type Status = (typeof STATUSES)[number];

/** One reason of a verdict: a code that names the rule, values for its sentence, and the text it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

export type ReasonCode =
  | 'other-platform'
  | 'module-missing'
  | 'only-mentioned'
  | 'version-ambiguous'
  | 'version-incomplete'
  | 'version-outside'
  | 'version-without-count'
  | 'before-introduction'
  | 'after-fix'
  | 'has-defect'
  | 'candidate-may-be-later'
  | 'versions-conflict'
  | 'userland-differs'
  | 'packaged'
  | 'direct-io-off'
  | 'direct-io-on'
  | 'direct-io-unknown'
  | 'some-datasets-disabled'
  | 'database-uses-direct-io'
  | 'kernel-decides'
  | 'kernel-missing'
  | 'page-checks-on'
  | 'page-checks-off'
  | 'page-checks-unknown'
  | 'command-line-missing'
  | 'command-line-malformed'
  | 'command-line-cut'
  | 'command-line-configuration'
  | 'log-against-version'
  | 'signature-specific'
  | 'signature-weak';

/** What to do or to paste next. `command` is for a shell; null where words are all there is. */
export interface NextStep {
  readonly code:
    | 'paste-module-version'
    | 'paste-build-commit'
    | 'paste-command-line'
    | 'paste-boot-log'
    | 'paste-kernel-release'
    | 'paste-direct-io'
    | 'measure'
    | 'keep-closed'
    | 'upgrade';
  /** The measure's id, for `measure`. */
  readonly measure: string | null;
  readonly command: string | null;
}

export interface Assessment {
  readonly problem: string;
  readonly status: Status;
  /** What will happen on this kernel; null where the system is not affected or it cannot be told. */
  readonly outcome: Exclude<Outcome, 'unknown'> | null;
  readonly outcomeRule: OutcomeRule | null;
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
}

const reason = (
  code: ReasonCode,
  values: Record<string, string> = {},
  ...evidence: readonly (Evidence | null)[]
): Reason => ({ code, values, evidence: evidence.filter((piece) => piece !== null) });

const step = (
  code: NextStep['code'],
  command: string | null = null,
  measure: string | null = null,
): NextStep => ({
  code,
  measure,
  command,
});

const PASTE_MODULE_VERSION = step('paste-module-version', 'cat /sys/module/zfs/version');
const PASTE_COMMAND_LINE = step('paste-command-line', 'cat /proc/cmdline');
const PASTE_BOOT_LOG = step('paste-boot-log', "dmesg | grep 'mem auto-init'");
const PASTE_KERNEL_RELEASE = step('paste-kernel-release', 'uname -r');
const PASTE_DIRECT_IO = step('paste-direct-io', 'cat /sys/module/zfs/parameters/zfs_dio_enabled');
const PASTE_BUILD_COMMIT = step('paste-build-commit', "git describe --long --match 'zfs-*'");

/** What the running module's version says about the defect. */
interface DefectReading {
  /** null: cannot be told. */
  readonly state: 'before' | 'present' | 'after' | null;
  readonly reasons: readonly Reason[];
  readonly next: readonly NextStep[];
}

const stateOf = (places: readonly Place[], problem: CheckerProblem, knowledge: CheckerKnowledge) => {
  const states = new Set(places.map((place) => defectAt(place, problem.windows, knowledge)));
  const [only] = [...states];
  return states.size === 1 && only !== undefined ? only : null;
};

const CODE_OF_STATE = {
  before: 'before-introduction',
  present: 'has-defect',
  after: 'after-fix',
} as const;

function readPlaceOf(half: ZfsHalf, problem: CheckerProblem, knowledge: CheckerKnowledge): DefectReading {
  const { version, evidence } = half;
  const { reading, places } = checkpointsOf(version, knowledge);
  if (reading.kind === 'outside') {
    return {
      state: null,
      reasons: [reason('version-outside', { version: version.text, why: reading.why }, evidence)],
      next: [PASTE_BUILD_COMMIT],
    };
  }
  const state = stateOf(places, problem, knowledge);
  if (state === null) {
    return {
      state: null,
      reasons: [
        reason('version-without-count', { version: version.text, release: version.release }, evidence),
      ],
      next: [PASTE_BUILD_COMMIT],
    };
  }
  const later = laterPlacesOf(reading, knowledge);
  const mayDiffer = later.some((place) => defectAt(place, problem.windows, knowledge) !== state);
  const [first] = problem.windows;
  const values = {
    version: version.text,
    introduced: first?.from ?? '',
    place: places.length === 1 && places[0] !== undefined ? formatPlace(places[0]) : version.release,
  };
  return {
    state,
    reasons: [
      reason(CODE_OF_STATE[state], values, evidence),
      ...(mayDiffer ? [reason('candidate-may-be-later', values, evidence)] : []),
    ],
    next: [],
  };
}

function readDefect({ zfs }: System, problem: CheckerProblem, knowledge: CheckerKnowledge): DefectReading {
  const { module, userland, mentioned, ambiguous, incomplete } = zfs;
  // What is installed may differ from what runs until the next boot: that is no contradiction.
  const conflicting = zfs.conflicting.filter(({ weaker }) => !weaker);
  if (module === null) {
    const why = ambiguous
      ? reason('version-ambiguous')
      : userland !== null
        ? reason('module-missing', { version: userland.version.text }, userland.evidence)
        : mentioned !== null
          ? reason('only-mentioned', { version: mentioned.version.text }, mentioned.evidence)
          : incomplete[0] !== undefined
            ? reason('version-incomplete', { text: incomplete[0].text }, incomplete[0])
            : reason('module-missing', { version: '' });
    return { state: null, reasons: [why], next: [PASTE_MODULE_VERSION] };
  }
  const own = readPlaceOf(module, problem, knowledge);
  const others = conflicting.map((half) => readPlaceOf(half, problem, knowledge));
  const defaultOf = (half: ZfsHalf) => directIoDefaultOf(half.version, 'linux', knowledge);
  const contradicted =
    others.some(({ state }) => state !== own.state) ||
    (own.state === 'present' && conflicting.some((half) => defaultOf(half) !== defaultOf(module)));
  if (contradicted) {
    const versions = [module, ...conflicting];
    return {
      state: null,
      reasons: [
        reason(
          'versions-conflict',
          { versions: versions.map(({ version }) => version.text).join(', ') },
          ...versions.map(({ evidence }) => evidence),
        ),
      ],
      next: [PASTE_MODULE_VERSION],
    };
  }
  return own;
}

/** Things said about the version that change no status. */
function versionRemarks({ zfs: { module, userland } }: System): Reason[] {
  if (module === null) return [];
  const differs = userland !== null && userland.version.text !== module.version.text;
  const { packaging } = module.version;
  return [
    ...(differs
      ? [
          reason(
            'userland-differs',
            { userland: userland.version.text, module: module.version.text },
            userland.evidence,
            module.evidence,
          ),
        ]
      : []),
    // A bare number is what OpenZFS's own META file prints; anything else was added by a packager.
    ...(packaging !== null && !/^\d+$/.test(packaging)
      ? [reason('packaged', { packaging }, module.evidence)]
      : []),
  ];
}

/** Three-valued: does this line of the outcome rule apply? null: cannot be told. */
function applies({ when }: OutcomeRule, system: System, knowledge: CheckerKnowledge): boolean | null {
  const { kernel, effective } = system;
  const distribution = knowledge.distributions.find(({ id }) => id === kernel?.distribution);
  const tests: (boolean | null)[] = [
    when.vendorBackports === undefined || (kernel === null ? null : distribution?.vendorBackports === true),
    when.debugVm === undefined || (kernel === null ? null : distribution?.debugVm === true),
    when.from === undefined || (kernel === null ? null : atLeast(kernel.version, kernelVersion(when.from))),
    when.until === undefined ||
      (kernel === null ? null : !atLeast(kernel.version, kernelVersion(when.until))),
    when.pageChecks === undefined ||
      (effective.pageChecks.value === null ? null : effective.pageChecks.value === when.pageChecks),
  ];
  if (tests.includes(false)) return false;
  return tests.includes(null) ? null : true;
}

/** The first rule that applies, unless one before it may apply and says otherwise. */
function expectOutcome(
  problem: CheckerProblem,
  system: System,
  knowledge: CheckerKnowledge,
): OutcomeRule | null {
  let possible: OutcomeRule | null = null;
  for (const rule of problem.outcomes) {
    const answer = applies(rule, system, knowledge);
    if (answer === false) continue;
    if (possible !== null && possible.outcome !== rule.outcome) return null;
    possible ??= rule;
    if (answer === true) return possible;
  }
  return null;
}

const originValue = ({ from }: Effect): Record<string, string> => ({ from: from ?? 'unknown' });

function kernelReasons(system: System): { reasons: Reason[]; next: NextStep[] } {
  const { kernel, commandLine, effective } = system;
  const reasons: Reason[] = [];
  const next: NextStep[] = [];
  if (kernel === null) {
    reasons.push(reason('kernel-missing'));
    next.push(PASTE_KERNEL_RELEASE);
  } else {
    reasons.push(reason('kernel-decides', { release: kernel.release }, kernel.evidence));
  }
  const needsParameters = kernel === null || atLeast(kernel.version, [6, 4, 0]);
  if (!needsParameters) return { reasons, next };
  const { pageChecks, initOnAlloc } = effective;
  const logged = initOnAlloc.from === 'boot-log';
  if (commandLine === null && pageChecks.value === null) {
    reasons.push(reason('command-line-missing'));
    next.push(PASTE_COMMAND_LINE);
  }
  if (commandLine !== null && !logged) {
    const { malformed } = commandLine.reading;
    if (malformed.length > 0) {
      reasons.push(reason('command-line-malformed', { names: malformed.join(', ') }, commandLine.evidence));
    }
    if (commandLine.mayBeCut || commandLine.reading.cut) {
      reasons.push(
        reason('command-line-cut', { bytes: String(commandLine.reading.byteLength) }, commandLine.evidence),
      );
      if (commandLine.mayBeCut) next.push(PASTE_COMMAND_LINE);
    }
    if (commandLine.wrapper === 'configuration') {
      reasons.push(reason('command-line-configuration', {}, commandLine.evidence));
    }
  }
  if (pageChecks.value === true)
    reasons.push(reason('page-checks-on', originValue(pageChecks), pageChecks.evidence));
  else if (pageChecks.value === false) {
    reasons.push(
      reason(
        'page-checks-off',
        originValue(pageChecks),
        effective.initOnAlloc.evidence,
        effective.initOnFree.evidence,
      ),
    );
  } else if (kernel !== null && commandLine !== null) {
    reasons.push(reason('page-checks-unknown'));
    if (!logged) next.push(PASTE_BOOT_LOG);
  }
  return { reasons, next };
}

function directIoReasons({ effective: { directIo }, direct }: System): Reason[] {
  if (directIo.value === null) return [reason('direct-io-unknown')];
  const disabled = direct.filter(({ value }) => value === 'disabled');
  return [
    reason(directIo.value ? 'direct-io-on' : 'direct-io-off', originValue(directIo), directIo.evidence),
    ...(directIo.value && disabled.length > 0
      ? [reason('some-datasets-disabled', {}, ...disabled.map(({ evidence }) => evidence))]
      : []),
  ];
}

/** A database that is set to open its files with O_DIRECT reaches the path without anyone's asking for it. */
const databaseReasons = ({ databases }: System): Reason[] =>
  databases
    .filter(({ usesDirectIo }) => usesDirectIo)
    .map(({ name, value, evidence }) =>
      reason('database-uses-direct-io', { setting: `${name}=${value}` }, evidence),
    );

const signatureReason = ({ id, strength, evidence }: SignatureFact): Reason =>
  reason(strength === 'specific' ? 'signature-specific' : 'signature-weak', { signature: id }, ...evidence);

/** Matches of this problem; a weak one is left out where a specific one already holds its lines. */
function signatureReasons(system: System, problem: CheckerProblem): Reason[] {
  const own = system.signatures.filter((match) => match.problem === problem.id);
  const specificStarts = new Set(
    own
      .filter(({ strength }) => strength === 'specific')
      .flatMap(({ evidence }) => evidence.map(({ start }) => start)),
  );
  return own
    .filter(
      ({ strength, evidence }) =>
        strength === 'specific' || !evidence.some(({ start }) => specificStarts.has(start)),
    )
    .map(signatureReason);
}

const measures = (problem: CheckerProblem, when: 'immediate' | 'lasting'): NextStep[] =>
  problem.measures
    .filter((measure) => measure.when === when)
    .map((measure) => step('measure', measure.commands[0] ?? null, measure.id));

const unique = (steps: readonly NextStep[]): NextStep[] =>
  steps.filter(
    (one, index) =>
      steps.findIndex(({ code, measure }) => code === one.code && measure === one.measure) === index,
  );

/**
 * Judges one system by one problem.
 * @param system the facts, from `readSystem`
 * @param problem windows, conditions and outcomes, from the problem's YAML file
 * @param knowledge history, defaults, distributions
 */
export function assess(system: System, problem: CheckerProblem, knowledge: CheckerKnowledge): Assessment {
  const signatures = signatureReasons(system, problem);
  const verdict = (
    status: Status,
    reasons: readonly Reason[],
    next: readonly NextStep[],
    rule: OutcomeRule | null = null,
  ): Assessment => ({
    problem: problem.id,
    status,
    outcome: rule === null || rule.outcome === 'unknown' ? null : rule.outcome,
    outcomeRule: rule,
    grade: rule?.grade ?? 'upstream',
    reasons: [...reasons, ...versionRemarks(system), ...signatures],
    next: unique(next),
  });

  const platforms = problem.conditions.find((condition) => condition.fact === 'platform');
  if (platforms !== undefined && system.platform !== null && !platforms.is.includes(system.platform)) {
    const evidence = system.zfs.module?.evidence ?? system.zfs.userland?.evidence ?? null;
    return verdict('not-affected', [reason('other-platform', { platform: system.platform }, evidence)], []);
  }

  const defect = readDefect(system, problem, knowledge);
  const seenInLog = signatures.some(({ code }) => code === 'signature-specific');
  // Whoever pastes this log may be losing data now, whichever version the evidence names.
  const urgent = seenInLog ? measures(problem, 'immediate') : [];
  if (defect.state === null) return verdict('unknown', defect.reasons, [...urgent, ...defect.next]);
  if (defect.state !== 'present' && seenInLog) {
    return verdict(
      'unknown',
      [...defect.reasons, reason('log-against-version', { version: system.zfs.module?.version.text ?? '' })],
      [...urgent, PASTE_MODULE_VERSION],
    );
  }
  if (defect.state === 'before') return verdict('not-affected', defect.reasons, []);
  if (defect.state === 'after') return verdict('fixed', defect.reasons, []);

  const directIo = problem.conditions.some((condition) => condition.fact === 'direct-io');
  const gate = directIo ? directIoReasons(system) : [];
  if (directIo && system.effective.directIo.value === false) {
    const confirm = system.effective.directIo.from === 'version-default' ? [PASTE_DIRECT_IO] : [];
    return verdict(
      'dormant',
      [...defect.reasons, ...gate],
      [...confirm, step('keep-closed'), step('upgrade')],
    );
  }
  // A build without a count may have either default: "affected" would then be a guess.
  if (directIo && system.effective.directIo.value === null) {
    return verdict('unknown', [...defect.reasons, ...gate], [PASTE_DIRECT_IO]);
  }
  const kernel = kernelReasons(system);
  const rule = expectOutcome(problem, system, knowledge);
  return verdict(
    'affected',
    [...defect.reasons, ...gate, ...(directIo ? databaseReasons(system) : []), ...kernel.reasons],
    [...measures(problem, 'immediate'), ...kernel.next, ...measures(problem, 'lasting')],
    rule,
  );
}

/** Judges one system by every problem, most urgent first. */
export function assessAll(system: System, knowledge: CheckerKnowledge): Assessment[] {
  return knowledge.problems
    .map((problem) => assess(system, problem, knowledge))
    .sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));
}
