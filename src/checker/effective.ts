/**
 * What is in force on the machine, as far as the evidence goes: page initialisation, page checks, Direct I/O. The boot
 * log beats the command line, the command line beats the kernel's build options, and what nobody says stays unknown.
 */
import { zfsDioEnabledDefaultAt } from '../knowledge/history.ts';
import type { Corrections } from './corrections.ts';
import { resolveMemoryInitialisation } from './facts/kernel-command-line.ts';
import type { FoundModuleParameter } from './facts/module-parameters.ts';
import { atLeast } from './kernel-version.ts';
import type { CheckerDistribution, CheckerKnowledge } from './knowledge-types.ts';
import { type Fragments, inBox } from './paste.ts';
import { checkpointsOf } from './places.ts';
import type { CommandLineFacts, KernelFacts, ZfsFacts } from './system.ts';
import type { Evidence, KernelVersion, MemoryParameter, Platform, Switch, ZfsVersion } from './types.ts';

export type Origin =
  | 'boot-log'
  | 'command-line'
  | 'distribution-default'
  | 'module-parameter'
  | 'configuration'
  | 'version-default'
  | 'property'
  | 'by-hand';

/** One state in force, where it is known from, and the text that says so. */
export interface Effect {
  readonly value: Switch;
  readonly from: Origin | null;
  readonly evidence: Evidence | null;
}

export interface Effective {
  readonly initOnAlloc: Effect;
  readonly initOnFree: Effect;
  /** Whether the kernel checks a single page when it is freed. */
  readonly pageChecks: Effect;
  /** Whether OpenZFS serves O_DIRECT directly (`zfs_dio_enabled`, `direct`). */
  readonly directIo: Effect;
}

interface Sources {
  readonly corrections: Corrections;
  readonly fragments: Fragments;
  readonly zfs: ZfsFacts;
  readonly kernel: KernelFacts | null;
  readonly commandLine: CommandLineFacts | null;
  readonly platform: Platform | null;
}

const UNKNOWN: Effect = { value: null, from: null, evidence: null };

/** Linux 4.7 stopped checking freed single pages; 6.4 tied the check to parameters (700d2e9a36b9). */
const CHECKS_DROPPED: KernelVersion = [4, 7, 0];
const CHECKS_TIED_TO_PARAMETERS: KernelVersion = [6, 4, 0];
/** Linux 6.19 reads check_pages (83c8f7b5e194). */
const CHECK_PAGES_PARAMETER: KernelVersion = [6, 19, 0];

const distributionOf = (
  kernel: KernelFacts | null,
  { distributions }: CheckerKnowledge,
): CheckerDistribution | null => distributions.find(({ id }) => id === kernel?.distribution) ?? null;

/** The token that decided a parameter; null where none did. */
const tokenEvidence = (commandLine: CommandLineFacts | null, name: MemoryParameter): Evidence | null =>
  commandLine?.tokens[name] ?? null;

function memoryInitialisation(
  { fragments, commandLine, kernel }: Sources,
  knowledge: CheckerKnowledge,
): Pick<Effective, 'initOnAlloc' | 'initOnFree'> {
  const logged = fragments.logs.find(({ found }) => found.memAutoInit !== null);
  const line = logged?.found.memAutoInit ?? null;
  if (logged !== undefined && line !== null) {
    const evidence = inBox(logged.box, line.span);
    return {
      initOnAlloc: { value: line.heapAlloc, from: 'boot-log', evidence },
      initOnFree: { value: line.heapFree, from: 'boot-log', evidence },
    };
  }
  const distribution = distributionOf(kernel, knowledge);
  const defaults = {
    initOnAllocDefaultOn: distribution?.initOnAllocDefaultOn ?? null,
    initOnFreeDefaultOn: distribution?.initOnFreeDefaultOn ?? null,
    pagePoisoning: distribution?.pagePoisoning ?? null,
  };
  const byDefault = (value: Switch): Effect =>
    value === null ? UNKNOWN : { value, from: 'distribution-default', evidence: kernel?.evidence ?? null };
  if (commandLine === null) {
    return {
      initOnAlloc: byDefault(defaults.initOnAllocDefaultOn),
      initOnFree: byDefault(defaults.initOnFreeDefaultOn),
    };
  }
  const { heapAlloc, heapFree } = resolveMemoryInitialisation(commandLine.reading, defaults);
  const { parameters } = commandLine.reading;
  const poisoned = parameters.page_poison.value === true;
  const effect = (name: 'init_on_alloc' | 'init_on_free', value: Switch): Effect => {
    // What follows the end of a cut log line is effective and invisible (rule 14).
    if (commandLine.mayBeCut) return UNKNOWN;
    const decidedByLine = parameters[name].span !== null || poisoned;
    if (!decidedByLine) return byDefault(value);
    return {
      value,
      from: 'command-line',
      evidence: tokenEvidence(commandLine, name) ?? tokenEvidence(commandLine, 'page_poison'),
    };
  };
  return {
    initOnAlloc: effect('init_on_alloc', heapAlloc),
    initOnFree: effect('init_on_free', heapFree),
  };
}

/** One thing that can switch the page checks on, and whether it does. */
type CheckSwitch = Effect;

/** The first switch that is on decides; all must be known off before the checks count as off. */
function anyOn(switches: readonly CheckSwitch[]): Effect {
  const on = switches.find(({ value }) => value === true);
  if (on !== undefined) return on;
  if (switches.some(({ value }) => value === null)) return UNKNOWN;
  return switches[0] ?? UNKNOWN;
}

function pageChecks(
  sources: Sources,
  knowledge: CheckerKnowledge,
  initialisation: Pick<Effective, 'initOnAlloc' | 'initOnFree'>,
): Effect {
  const { fragments, commandLine, kernel } = sources;
  const distribution = distributionOf(kernel, knowledge);
  if (kernel === null || distribution?.vendorBackports === true) return UNKNOWN;
  if (distribution?.debugVm === true) {
    return { value: true, from: 'distribution-default', evidence: kernel.evidence };
  }
  const parameter = (name: MemoryParameter, support: boolean | null): CheckSwitch => {
    if (commandLine === null || commandLine.mayBeCut) return UNKNOWN;
    const { value, dependsOnKernel } = commandLine.reading.parameters[name];
    const evidence = tokenEvidence(commandLine, name) ?? commandLine.evidence;
    if (dependsOnKernel) return UNKNOWN;
    if (value !== true || support === false) return { value: false, from: 'command-line', evidence };
    return support === null ? UNKNOWN : { value: true, from: 'command-line', evidence };
  };
  // CONFIG_DEBUG_PAGEALLOC is not established for any stock kernel but SUSE's: an "on" stays undecided.
  const debugPagealloc = parameter('debug_pagealloc', null);
  if (!atLeast(kernel.version, CHECKS_TIED_TO_PARAMETERS)) {
    const asked = commandLine?.reading.parameters.debug_pagealloc.value === true;
    if (asked) return UNKNOWN;
    return {
      value: !atLeast(kernel.version, CHECKS_DROPPED),
      from: 'version-default',
      evidence: kernel.evidence,
    };
  }
  const precedence = fragments.logs.find(({ found }) => found.poisoningTakesPrecedence !== null);
  const precedenceSpan = precedence?.found.poisoningTakesPrecedence ?? null;
  if (precedence !== undefined && precedenceSpan !== null) {
    return { value: true, from: 'boot-log', evidence: inBox(precedence.box, precedenceSpan) };
  }
  const poisoning = parameter('page_poison', distribution?.pagePoisoning ?? null);
  const checkPages = parameter('check_pages', atLeast(kernel.version, CHECK_PAGES_PARAMETER));
  const logged = initialisation.initOnAlloc.from === 'boot-log';
  const byHand = [initialisation.initOnAlloc, initialisation.initOnFree].some(
    ({ from }) => from === 'by-hand',
  );
  if (!logged && !byHand && commandLine === null) return UNKNOWN;
  const requested =
    logged || byHand
      ? [initialisation.initOnAlloc, initialisation.initOnFree]
      : [
          requestedInitialisation('init_on_alloc', sources, knowledge),
          requestedInitialisation('init_on_free', sources, knowledge),
        ];
  return anyOn([...requested, poisoning, checkPages, debugPagealloc]);
}

/**
 * What the line and the build options ask for, before page_poison takes over: poisoning switches the initialisation off
 * and keeps the page checks on, so for the checks it is the request that counts.
 */
function requestedInitialisation(
  name: 'init_on_alloc' | 'init_on_free',
  { commandLine, kernel }: Sources,
  knowledge: CheckerKnowledge,
): CheckSwitch {
  if (commandLine === null || commandLine.mayBeCut) return UNKNOWN;
  const { value, dependsOnKernel } = commandLine.reading.parameters[name];
  if (dependsOnKernel) return UNKNOWN;
  if (value !== null) {
    return { value, from: 'command-line', evidence: tokenEvidence(commandLine, name) };
  }
  const distribution = distributionOf(kernel, knowledge);
  const byDefault =
    (name === 'init_on_alloc' ? distribution?.initOnAllocDefaultOn : distribution?.initOnFreeDefaultOn) ??
    null;
  return byDefault === null
    ? UNKNOWN
    : { value: byDefault, from: 'distribution-default', evidence: kernel?.evidence ?? null };
}

/** `zfs_dio_enabled` is an int: 0 is off, any other number on. Anything else says nothing. */
const parameterSwitch = (value: string): Switch => (/^\d+$/.test(value.trim()) ? Number(value) !== 0 : null);

function pastedDirectIo(
  { fragments }: Sources,
  origin: FoundModuleParameter['origin'],
  from: Origin,
): Effect | null {
  const pasted = fragments.moduleParameters.filter(
    ({ found }) =>
      found.name === 'zfs_dio_enabled' && found.origin === origin && parameterSwitch(found.value) !== null,
  );
  const last = pasted.at(-1);
  return last === undefined
    ? null
    : {
        value: parameterSwitch(last.found.value),
        from,
        evidence: inBox(last.box, last.found.span),
      };
}

function directIoParameter(sources: Sources): Effect {
  const { commandLine } = sources;
  const running = pastedDirectIo(sources, 'running', 'module-parameter');
  if (running !== null) return running;
  const onLine = commandLine?.moduleParameters.find(({ name }) => name === 'zfs_dio_enabled');
  if (onLine !== undefined && parameterSwitch(onLine.value) !== null) {
    return {
      value: parameterSwitch(onLine.value),
      from: 'command-line',
      evidence: onLine.evidence,
    };
  }
  return UNKNOWN;
}

/**
 * The default of `zfs_dio_enabled` in a version, where every place that the version may stand for has the same one.
 * @returns true or false; null where it differs or the version cannot be placed
 */
export function directIoDefaultOf(
  version: ZfsVersion,
  platform: 'linux' | 'freebsd',
  knowledge: CheckerKnowledge,
): Switch {
  const { places } = checkpointsOf(version, knowledge);
  const defaults = new Set(
    places.map((place) =>
      zfsDioEnabledDefaultAt(place, platform, knowledge.zfsDioEnabledDefaults, knowledge),
    ),
  );
  const [only] = [...defaults];
  // null in the set: the code has no Direct I/O, so it is off.
  return defaults.size === 1 ? only === 1 : null;
}

/** What the module's own default makes of Direct I/O on its platform. */
export function directIoDefault(
  { zfs, platform }: Pick<Sources, 'zfs' | 'platform'>,
  knowledge: CheckerKnowledge,
): Effect {
  if (zfs.module === null || platform === 'windows' || platform === 'macos') return UNKNOWN;
  const value = directIoDefaultOf(
    zfs.module.version,
    platform === 'freebsd' ? 'freebsd' : 'linux',
    knowledge,
  );
  return value === null ? UNKNOWN : { value, from: 'version-default', evidence: zfs.module.evidence };
}

/** `direct=disabled` counts only where it covers a whole pool: another dataset may have a value of its own. */
function directProperty({ fragments }: Sources): Effect {
  const values = fragments.datasetProperties.filter(({ found }) => found.name === 'direct');
  const allDisabled = values.length > 0 && values.every(({ found }) => found.value === 'disabled');
  const root = values.find(({ found }) => !found.dataset.includes('/') && !found.dataset.includes('@'));
  if (!allDisabled || root === undefined) return UNKNOWN;
  return { value: false, from: 'property', evidence: inBox(root.box, root.found.span) };
}

function directIo(sources: Sources, knowledge: CheckerKnowledge): Effect {
  const parameter = directIoParameter(sources);
  if (parameter.value === false) return parameter;
  const property = directProperty(sources);
  if (property.value === false) return property;
  if (parameter.value !== null) return parameter;
  const byDefault = directIoDefault(sources, knowledge);
  const configured = pastedDirectIo(sources, 'configuration', 'configuration');
  // modprobe.d counts from the next time the module is loaded: against the default it does not say what runs now.
  if (configured === null || configured.value === byDefault.value) return byDefault;
  return { ...configured, value: null };
}

/**
 * The states in force.
 * @param sources what was read from the paste
 * @param knowledge defaults of versions and distributions
 */
export function resolveEffective(sources: Sources, knowledge: CheckerKnowledge): Effective {
  const initialisation = correct(memoryInitialisation(sources, knowledge), sources.corrections);
  const rest = {
    pageChecks: pageChecks(sources, knowledge, initialisation),
    directIo: directIo(sources, knowledge),
  };
  return { ...initialisation, ...correct(rest, sources.corrections) };
}

/** Puts what the reader entered by hand in the place of what was read. */
function correct<Effects extends Partial<Effective>>(effects: Effects, corrections: Corrections): Effects {
  const corrected = Object.entries(effects).map(([name, effect]) => {
    const value = corrections[name as keyof Effective];
    return [name, value === undefined ? effect : { value, from: 'by-hand', evidence: null }] as const;
  });
  return { ...effects, ...Object.fromEntries(corrected) };
}
