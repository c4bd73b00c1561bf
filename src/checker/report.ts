/**
 * A verdict as plain data: what the terminal prints with `--json` and `--batch`. The field names are a contract that
 * scripts rely on; see README, "The checker in a terminal".
 */
import type { Assessment, NextStep, Reason } from './assess.ts';
import type { Effect } from './effective.ts';
import type { Judgement } from './judge.ts';
import type { System } from './system.ts';
import type { MemoryParameter, ZfsVersion } from './types.ts';

/** Turns codes into sentences of the reader's language; the checker itself has no language. */
export interface Wording {
  readonly reason: (reason: Reason) => string;
  readonly next: (step: NextStep, problem: string) => string;
}

const COMMAND_LINE_FIELDS = {
  initOnAlloc: 'init_on_alloc',
  initOnFree: 'init_on_free',
  pagePoison: 'page_poison',
  checkPages: 'check_pages',
} as const satisfies Record<string, MemoryParameter>;

const versionObject = (version: ZfsVersion | undefined) => {
  if (version === undefined) return null;
  const { text, release, candidate, commits, commit, packaging } = version;
  return { text, release, candidate, commits, commit, packaging };
};

const effectObject = ({ value, from }: Effect) => ({ value, from });

function commandLineObject({ commandLine }: System) {
  if (commandLine === null) return null;
  const { parameters, malformed } = commandLine.reading;
  const values = Object.entries(COMMAND_LINE_FIELDS).map(
    ([field, name]) => [field, parameters[name].value] as const,
  );
  return { ...Object.fromEntries(values), malformed: [...malformed] };
}

/** The `system` part of the report. */
export function systemObject(system: System) {
  const { zfs, kernel, effective } = system;
  return {
    platform: system.platform,
    zfs: { userland: versionObject(zfs.userland?.version), module: versionObject(zfs.module?.version) },
    kernel:
      kernel === null
        ? null
        : { release: kernel.release, version: [...kernel.version], distribution: kernel.distribution },
    commandLine: commandLineObject(system),
    effective: {
      initOnAlloc: effectObject(effective.initOnAlloc),
      initOnFree: effectObject(effective.initOnFree),
      pageChecks: effectObject(effective.pageChecks),
      directIo: effectObject(effective.directIo),
    },
  };
}

/** One element of the `assessments` part of the report. */
export function assessmentObject(assessment: Assessment, wording: Wording) {
  const { problem, status, outcome, grade } = assessment;
  return {
    problem,
    status,
    outcome,
    grade,
    reasons: assessment.reasons.map((reason) => ({
      code: reason.code,
      text: wording.reason(reason),
      evidence: reason.evidence.map(({ text }) => text),
    })),
    next: assessment.next.map((step) => ({
      code: step.code,
      measure: step.measure,
      text: wording.next(step, problem),
      command: step.command,
    })),
  };
}

/**
 * The whole report.
 * @param id what the caller named the paste; null where it has no name
 */
export function reportObject(
  id: string | number | null,
  { system, assessments, upgrades }: Judgement,
  wording: Wording,
) {
  return {
    id,
    system: systemObject(system),
    assessments: assessments.map((assessment) => assessmentObject(assessment, wording)),
    upgrades,
  };
}
