/** What the kernel makes of an affected system: the outcome rule, and why it cannot be told where it cannot. */

import type { Effect } from './effective.ts';
import { atLeast, kernelVersion } from './kernel-version.ts';
import type { CheckerKnowledge, CheckerProblem, OutcomeRule } from './knowledge-types.ts';
import {
  type NextStep,
  PASTE_BOOT_LOG,
  PASTE_COMMAND_LINE,
  PASTE_KERNEL_RELEASE,
  type Reason,
  reason,
} from './reasons.ts';
import type { System } from './system.ts';

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

/** The first rule that applies, unless one before it may apply and says otherwise; null: cannot be told. */
export function expectOutcome(
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

/** Does what happens depend on the kernel at all? */
const kernelDecides = ({ outcomes }: CheckerProblem): boolean =>
  outcomes.some(({ when }) => Object.keys(when).length > 0);

/** What the evidence says about the kernel, as far as the problem's outcome depends on it. */
export function kernelReasons(
  system: System,
  problem: CheckerProblem,
): { reasons: readonly Reason[]; next: readonly NextStep[] } {
  if (!kernelDecides(problem)) return { reasons: [], next: [] };
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
