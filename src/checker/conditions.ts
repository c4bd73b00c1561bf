/**
 * What must be true of a system, besides the defect, for it to bite. Each condition is answered with true, false or
 * null (the evidence does not tell), the reasons for that, and what to paste to settle it.
 */
import type { Effect } from './effective.ts';
import { atLeast, kernelVersion } from './kernel-version.ts';
import type { CheckerCondition, CheckerKnowledge } from './knowledge-types.ts';
import { parameterInForce } from './parameter-in-force.ts';
import {
  type NextStep,
  PASTE_BOOT_LOG,
  PASTE_COMMAND_LINE,
  PASTE_KERNEL_BUILD,
  PASTE_KERNEL_RELEASE,
  pasteDirectIo,
  type Reason,
  type ReasonCode,
  reason,
  showParameter,
  step,
} from './reasons.ts';
import type { System } from './system.ts';
import type { Switch } from './types.ts';

export interface ConditionAnswer {
  readonly met: Switch;
  /** The status of a system on which the condition is known to be false. */
  readonly otherwise: CheckerCondition['otherwise'];
  readonly reasons: readonly Reason[];
  /** What to paste to settle it, or to confirm what is only a default. */
  readonly next: readonly NextStep[];
}

type ConditionOf<Fact extends CheckerCondition['fact']> = Extract<CheckerCondition, { fact: Fact }>;

const originValue = ({ from }: Effect): Record<string, string> => ({ from: from ?? 'unknown' });

function platform({ is, otherwise }: ConditionOf<'platform'>, system: System): ConditionAnswer {
  // Most readers are on Linux; for the others a missing platform is a question.
  if (system.platform === null && !is.includes('linux')) {
    const values = { platforms: is.join(', ') };
    return { met: null, otherwise, reasons: [reason('platform-needed', values)], next: [PASTE_KERNEL_BUILD] };
  }
  const met = system.platform === null ? null : is.includes(system.platform);
  if (met !== false) return { met, otherwise, reasons: [], next: [] };
  const evidence = system.zfs.module?.evidence ?? system.zfs.userland?.evidence ?? null;
  const values = { platform: system.platform ?? '', platforms: is.join(', ') };
  return { met, otherwise, reasons: [reason('other-platform', values, evidence)], next: [] };
}

/** `6.12.0-55.el10.x86_64`: Red Hat and its rebuilds keep the number and carry newer code, in every release. */
const RED_HAT_RELEASE = /\.el\d/;

function kernel(
  { from, until, otherwise, why }: ConditionOf<'kernel'>,
  system: System,
  { distributions }: CheckerKnowledge,
): ConditionAnswer {
  const found = system.kernel;
  const border = from ?? until ?? '';
  if (found === null) {
    const code = from === null ? 'kernel-needed-old' : 'kernel-needed';
    return {
      met: null,
      otherwise,
      reasons: [reason(code, { from: border, because: why })],
      next: [PASTE_KERNEL_RELEASE],
    };
  }
  const values = { release: found.release, from: border, because: why };
  const answer = (met: Switch, code: ReasonCode): ConditionAnswer => ({
    met,
    otherwise,
    reasons: [reason(code, values, found.evidence)],
    next: [],
  });
  if (until !== null && atLeast(found.version, kernelVersion(until))) return answer(false, 'kernel-too-new');
  // An old number of a vendor who backports says nothing about what is in the kernel.
  const backports =
    RED_HAT_RELEASE.test(found.release) ||
    distributions.find(({ id }) => id === found.distribution)?.vendorBackports === true;
  if (from !== null && atLeast(found.version, kernelVersion(from))) return answer(true, 'kernel-new-enough');
  if (backports || otherwise === 'unknown') return answer(null, 'kernel-may-carry-it');
  return from === null ? answer(true, 'kernel-old-enough') : answer(false, 'kernel-too-old');
}

function directIo(
  { otherwise }: ConditionOf<'direct-io'>,
  { effective, direct, platform: running }: System,
): ConditionAnswer {
  const ask = pasteDirectIo(running);
  const { value, from, evidence } = effective.directIo;
  if (value === null) {
    const why =
      from === 'configuration'
        ? reason('only-configured', { name: 'zfs_dio_enabled' }, evidence)
        : reason('direct-io-unknown');
    return { met: null, otherwise, reasons: [why], next: [ask] };
  }
  const disabled = direct.filter((property) => property.value === 'disabled');
  return {
    met: value,
    otherwise,
    reasons: [
      reason(value ? 'direct-io-on' : 'direct-io-off', originValue(effective.directIo), evidence),
      ...(value && disabled.length > 0
        ? [reason('some-datasets-disabled', {}, ...disabled.map((property) => property.evidence))]
        : []),
    ],
    next: !value && from === 'version-default' ? [ask] : [],
  };
}

function moduleParameter(
  { name, is, otherwise }: ConditionOf<'module-parameter'>,
  system: System,
  knowledge: CheckerKnowledge,
): ConditionAnswer {
  const { value, exists, from, evidence } = parameterInForce(name, system, knowledge);
  const ask = step('paste-parameter', showParameter(name, system.platform));
  if (exists === false) {
    return { met: true, otherwise, reasons: [reason('parameter-absent', { name }, evidence)], next: [] };
  }
  if (value === null) {
    const code = from === 'configuration' ? 'only-configured' : 'parameter-unknown';
    return { met: null, otherwise, reasons: [reason(code, { name }, evidence)], next: [ask] };
  }
  const met = (value === 0) === (is === 'zero');
  const values = { name, value: String(value), from: from ?? 'unknown' };
  return {
    met,
    otherwise,
    reasons: [reason(met ? 'parameter-opens' : 'parameter-closes', values, evidence)],
    next: from === 'version-default' ? [ask] : [],
  };
}

function kernelParameter(
  { otherwise }: ConditionOf<'kernel-parameter'>,
  { effective: { initOnAlloc }, commandLine }: System,
): ConditionAnswer {
  if (initOnAlloc.value === null) {
    return {
      met: null,
      otherwise,
      reasons: [reason('init-on-alloc-unknown')],
      next: [commandLine === null ? PASTE_COMMAND_LINE : PASTE_BOOT_LOG],
    };
  }
  return {
    met: initOnAlloc.value,
    otherwise,
    reasons: [
      reason(
        initOnAlloc.value ? 'init-on-alloc-on' : 'init-on-alloc-off',
        originValue(initOnAlloc),
        initOnAlloc.evidence,
      ),
    ],
    next: [],
  };
}

function usage({ id, when, command, otherwise }: ConditionOf<'usage'>, system: System): ConditionAnswer {
  const seen = system.usage.find((found) => found.id === id);
  if (seen !== undefined) {
    return {
      met: seen.value,
      otherwise,
      reasons: [reason(seen.value ? 'usage-met' : 'usage-not-met', { when }, seen.evidence)],
      next: [],
    };
  }
  return {
    met: null,
    otherwise,
    reasons: [reason('usage-decides', { when })],
    next: [step('look-for-usage', command, id)],
  };
}

/**
 * Answers one condition.
 * @param condition from the problem's data
 * @param system the facts
 * @param knowledge defaults of versions, distributions
 */
export function answerCondition(
  condition: CheckerCondition,
  system: System,
  knowledge: CheckerKnowledge,
): ConditionAnswer {
  switch (condition.fact) {
    case 'platform':
      return platform(condition, system);
    case 'kernel':
      return kernel(condition, system, knowledge);
    case 'direct-io':
      return directIo(condition, system);
    case 'module-parameter':
      return moduleParameter(condition, system, knowledge);
    case 'kernel-parameter':
      return kernelParameter(condition, system);
    case 'usage':
      return usage(condition, system);
  }
}
