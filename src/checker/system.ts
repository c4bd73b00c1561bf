/** All facts about one system, each with the text it was read from. The verdicts are made from this and nothing else. */

import { type Corrections, kernelByHand, moduleByHand, NO_CORRECTIONS } from './corrections.ts';
import { type Effective, resolveEffective } from './effective.ts';
import { parseKernelCommandLine } from './facts/kernel-command-line.ts';
import { matchSignatures, type SignatureMatch } from './facts/log-signatures.ts';
import type { FoundModuleParameter } from './facts/module-parameters.ts';
import { BOX_NAMES, findInputFault, type InputFault, type Paste } from './input.ts';
import type { CheckerKnowledge } from './knowledge-types.ts';
import { type Fragments, type InBox, inBox, takeApart } from './paste.ts';
import { platformOfDistribution, readSurroundings, type Surroundings } from './surroundings.ts';
import type {
  BoxName,
  CommandLineReading,
  CommandLineWrapper,
  Evidence,
  FoundCommandLine,
  FoundZfsVersion,
  KernelVersion,
  MemoryParameter,
  Platform,
  Span,
  ZfsVersion,
} from './types.ts';
import { readUsage, type UsageFact } from './usage.ts';

/** One half of OpenZFS, as pasted. */
export interface ZfsHalf {
  readonly version: ZfsVersion;
  readonly evidence: Evidence;
}

export interface ZfsFacts {
  readonly userland: ZfsHalf | null;
  /** The kernel module: the half that the verdict is about. */
  readonly module: ZfsHalf | null;
  /** Named in a link or a sentence; no evidence about a running system. */
  readonly mentioned: ZfsHalf | null;
  /** Versions that contradict the module's. */
  readonly conflicting: readonly (ZfsHalf & { readonly weaker: boolean })[];
  readonly ambiguous: boolean;
  /** Placeholders and versions that break off. */
  readonly incomplete: readonly Evidence[];
}

export interface KernelFacts {
  readonly release: string;
  readonly version: KernelVersion;
  readonly distribution: string | null;
  readonly evidence: Evidence;
}

export interface CommandLineFacts {
  readonly reading: CommandLineReading;
  readonly wrapper: CommandLineWrapper;
  /** The log's echo ends near 1000 bytes (6.12) or 968 (6.1): what is missing from such a line proves nothing. */
  readonly mayBeCut: boolean;
  readonly evidence: Evidence;
  /** The pasted token that decided each parameter; null where none did. */
  readonly tokens: Readonly<Record<MemoryParameter, Evidence | null>>;
  /** `zfs.NAME=VALUE` on the line. */
  readonly moduleParameters: readonly {
    readonly name: string;
    readonly value: string;
    readonly evidence: Evidence;
  }[];
}

export interface SignatureFact extends Omit<SignatureMatch, 'spans'> {
  readonly evidence: readonly Evidence[];
}

export interface System extends Surroundings {
  readonly platform: Platform | null;
  readonly zfs: ZfsFacts;
  readonly kernel: KernelFacts | null;
  readonly commandLine: CommandLineFacts | null;
  readonly effective: Effective;
  /** Every pasted value of the dataset property `direct`. */
  readonly direct: readonly {
    readonly dataset: string;
    readonly value: string;
    readonly evidence: Evidence;
  }[];
  readonly signatures: readonly SignatureFact[];
  /** Parameters of the zfs module, every pasted value; the kernel command line's are in `commandLine`. */
  readonly moduleParameters: readonly {
    readonly name: string;
    readonly value: string;
    readonly origin: FoundModuleParameter['origin'];
    readonly evidence: Evidence;
  }[];
  /** What the text shows of how the machine is used, by the id of the condition. */
  readonly usage: readonly UsageFact[];
}

/** The log's echo of the command line ends at 968 bytes on 6.1 and about 1000 on 6.12; below this it is whole. */
const SHORTEST_CUT_ECHO_BYTES = 960;

/** Which kind of find is believed first when a paste has several command lines. */
const WRAPPER_ORDER: readonly CommandLineWrapper[] = [
  'exact',
  'prompt',
  'line',
  'log',
  'boot-loader',
  'configuration',
];

const half = (box: BoxName, found: FoundZfsVersion): ZfsHalf => ({
  version: found.version,
  evidence: inBox(box, found.span),
});

function firstHalf(
  fragments: Fragments,
  pick: (reading: Fragments['versions'][number]['found']) => FoundZfsVersion | null,
): { half: ZfsHalf; platform: Platform | null }[] {
  return fragments.versions.flatMap(({ box, found }) => {
    const version = pick(found);
    return version === null ? [] : [{ half: half(box, version), platform: version.platform }];
  });
}

function readZfs(fragments: Fragments): { zfs: ZfsFacts; platform: Platform | null } {
  const modules = firstHalf(fragments, ({ module }) => module);
  const userlands = firstHalf(fragments, ({ userland }) => userland);
  const mentions = firstHalf(fragments, ({ mentioned }) => mentioned);
  // The box made for it is believed before the others.
  const preferred = [...modules].sort(
    (a, b) => Number(b.half.evidence.box === 'zfsVersion') - Number(a.half.evidence.box === 'zfsVersion'),
  );
  const module = preferred[0]?.half ?? null;
  const rest = [
    ...preferred.slice(1).map((entry) => ({ ...entry.half, weaker: false })),
    ...fragments.versions.flatMap(({ box, found }) =>
      found.conflicting
        .filter((conflict) => conflict.half === 'module')
        .map((conflict) => ({ ...half(box, conflict), weaker: conflict.weaker })),
    ),
  ];
  const spelled = [...preferred, ...userlands, ...mentions].find(({ platform }) => platform !== null);
  return {
    zfs: {
      userland: userlands[0]?.half ?? null,
      module,
      mentioned: mentions[0]?.half ?? null,
      conflicting: module === null ? [] : rest.filter(({ version }) => version.text !== module.version.text),
      ambiguous: fragments.versions.some(({ found }) => found.ambiguous),
      incomplete: fragments.versions.flatMap(({ box, found }) =>
        found.incomplete.map((span) => inBox(box, span)),
      ),
    },
    platform: spelled?.platform ?? null,
  };
}

function readKernel(fragments: Fragments): KernelFacts | null {
  const first = fragments.kernelReleases[0];
  if (first === undefined) return null;
  const { release, version, distribution, span } = first.found;
  return { release, version, distribution, evidence: inBox(first.box, span) };
}

/** Where a token of an unwrapped line stands in the pasted text. */
function locateOnLine({ box, found }: InBox<FoundCommandLine>, token: Span, source: string): Evidence {
  const start = found.offsets[token.start] ?? found.span.start;
  const end = (found.offsets[token.end - 1] ?? found.span.end - 1) + 1;
  return { box, start, end, text: source.slice(start, end) };
}

function readCommandLine(
  fragments: Fragments,
  kernel: KernelFacts | null,
  paste: Paste,
): CommandLineFacts | null {
  const ordered = [...fragments.commandLines].sort(
    (a, b) => WRAPPER_ORDER.indexOf(a.found.wrapper) - WRAPPER_ORDER.indexOf(b.found.wrapper),
  );
  const best = ordered[0];
  if (best === undefined) return null;
  const { line, wrapper, span } = best.found;
  const reading = parseKernelCommandLine(line, kernel?.version ?? null);
  const locate = (token: Span) => locateOnLine(best, token, paste[best.box] ?? '');
  const token = (name: MemoryParameter): Evidence | null => {
    const found = reading.parameters[name].span;
    return found === null ? null : locate(found);
  };
  return {
    reading,
    wrapper,
    mayBeCut: wrapper === 'log' && reading.byteLength >= SHORTEST_CUT_ECHO_BYTES,
    evidence: inBox(best.box, span),
    tokens: {
      init_on_alloc: token('init_on_alloc'),
      init_on_free: token('init_on_free'),
      page_poison: token('page_poison'),
      check_pages: token('check_pages'),
      debug_pagealloc: token('debug_pagealloc'),
    },
    moduleParameters: reading.moduleParameters.map(({ name, value, span: found }) => ({
      name,
      value,
      evidence: locate(found),
    })),
  };
}

function readSignatures(paste: Paste, knowledge: CheckerKnowledge): SignatureFact[] {
  const signatures = knowledge.problems.flatMap((problem) => problem.signatures);
  return BOX_NAMES.flatMap((box) =>
    matchSignatures(paste[box] ?? '', signatures).map(({ spans, ...match }) => ({
      ...match,
      evidence: spans.map((span) => inBox(box, span)),
    })),
  );
}

const anythingIn = (
  { zfs, kernel, commandLine, signatures, platform, distribution, pools, databases, usage }: System,
  fragments: Fragments,
): boolean =>
  zfs.userland !== null ||
  zfs.module !== null ||
  zfs.mentioned !== null ||
  zfs.ambiguous ||
  zfs.incomplete.length > 0 ||
  kernel !== null ||
  commandLine !== null ||
  platform !== null ||
  signatures.length > 0 ||
  distribution !== null ||
  pools.length > 0 ||
  databases.length > 0 ||
  usage.length > 0 ||
  fragments.moduleParameters.length > 0 ||
  fragments.datasetProperties.length > 0 ||
  fragments.swapDevices.length > 0 ||
  fragments.blockDevices.length > 0 ||
  fragments.sizes.length > 0 ||
  fragments.settings.length > 0 ||
  fragments.cloning.length > 0 ||
  fragments.logs.some(
    ({ found }) =>
      found.memAutoInit !== null || found.poisoningTakesPrecedence !== null || found.malformed.length > 0,
  );

const first = <Found>(list: readonly InBox<Found>[]): Found | null => list[0]?.found ?? null;

/**
 * Reads a paste into the facts about one system.
 * @param paste up to three boxes of text; hostile text is fine
 * @param knowledge the defaults of versions and distributions, and the log signatures
 * @param corrections facts entered by hand; they win, and with one of them an empty paste is fine
 * @returns the system, or the fault that makes the paste unusable
 */
export function readSystem(
  paste: Paste,
  knowledge: CheckerKnowledge,
  corrections: Corrections = NO_CORRECTIONS,
): { readonly system: System } | { readonly fault: InputFault; readonly box: BoxName } {
  const fault = findInputFault(paste);
  const corrected = Object.keys(corrections).length > 0;
  if (fault !== null && !(corrected && fault.fault === 'empty')) return fault;
  const fragments = takeApart(paste);
  const { zfs: zfsAsRead, platform: spelledPlatform } = readZfs(fragments);
  const module = moduleByHand(corrections.module);
  const zfs: ZfsFacts = module === null ? zfsAsRead : { ...zfsAsRead, module, conflicting: [] };
  const kernel = kernelByHand(corrections.kernel) ?? readKernel(fragments);
  const commandLine = readCommandLine(fragments, kernel, paste);
  const surroundings = readSurroundings(fragments);
  const named = platformOfDistribution(surroundings.distribution);
  // WSL is Linux on a machine that is called Windows; FreeBSD's kernel may be mistaken for a Linux release.
  const platform =
    spelledPlatform ??
    first(fragments.platforms) ??
    (kernel !== null && named !== 'freebsd' ? 'linux' : named);
  const system: System = {
    ...surroundings,
    platform,
    zfs,
    kernel,
    commandLine,
    effective: resolveEffective({ corrections, fragments, zfs, kernel, commandLine, platform }, knowledge),
    direct: fragments.datasetProperties
      .filter(({ found }) => found.name === 'direct')
      .map(({ box, found }) => ({
        dataset: found.dataset,
        value: found.value,
        evidence: inBox(box, found.span),
      })),
    signatures: readSignatures(paste, knowledge),
    moduleParameters: fragments.moduleParameters.map(({ box, found }) => ({
      name: found.name,
      value: found.value,
      origin: found.origin,
      evidence: inBox(box, found.span),
    })),
    usage: readUsage(fragments, zfs.conflicting.length === 0 ? (zfs.module?.version ?? null) : null),
  };
  return corrected || anythingIn(system, fragments)
    ? { system }
    : { fault: 'nothing-recognised', box: 'text' };
}
