/**
 * Facts that the reader enters or corrects by hand, and the link that carries facts from one browser to another. A link
 * holds versions and switches only, never pasted text.
 */
import { readKernelReleases } from './facts/kernel-release.ts';
import { parseZfsVersion } from './facts/zfs-version.ts';
import type { KernelFacts, System, ZfsHalf } from './system.ts';

export interface Corrections {
  /** The kernel module's version, as `/sys/module/zfs/version` prints it. */
  readonly module?: string;
  /** The kernel release, as `uname -r` prints it. */
  readonly kernel?: string;
  readonly initOnAlloc?: boolean;
  readonly initOnFree?: boolean;
  readonly pageChecks?: boolean;
  readonly directIo?: boolean;
}

export const NO_CORRECTIONS: Corrections = {};

const SWITCHES = ['initOnAlloc', 'initOnFree', 'pageChecks', 'directIo'] as const;

/** The names of facts in a link; they are public and never change. */
const LINK_NAMES = {
  module: 'module',
  kernel: 'kernel',
  initOnAlloc: 'init_on_alloc',
  initOnFree: 'init_on_free',
  pageChecks: 'page_checks',
  directIo: 'direct_io',
} as const;

/** A link's fragment may hold this many bytes. */
const LONGEST_FRAGMENT = 1024;

/** What `uname -r` may print: no white space, nothing that a URL or a shell would read. */
const KERNEL_RELEASE = /^[0-9][A-Za-z0-9._+~-]{0,99}$/;

/** A version entered by hand, or null if it is none. */
export function moduleByHand(text: string | undefined): ZfsHalf | null {
  const plain = text?.trim().replace(/^zfs-(?:kmod-)?/, '') ?? '';
  const version = plain.length > 100 ? null : parseZfsVersion(plain);
  return version === null
    ? null
    : { version, evidence: { box: 'byHand', start: 0, end: plain.length, text: plain } };
}

/** A kernel release entered by hand, or null if it is none. */
export function kernelByHand(text: string | undefined): KernelFacts | null {
  const plain = text?.trim() ?? '';
  if (!KERNEL_RELEASE.test(plain)) return null;
  const found = readKernelReleases(plain)[0];
  if (found === undefined) return null;
  const { release, version, distribution } = found;
  return {
    release,
    version,
    distribution,
    evidence: { box: 'byHand', start: 0, end: plain.length, text: plain },
  };
}

/**
 * The facts of a system as a link's fragment, without `#`.
 * @returns the fragment; empty if nothing is known or it would exceed 1 KiB
 */
export function factsAsFragment({ zfs, kernel, effective }: System): string {
  const parameters = new URLSearchParams();
  if (zfs.module !== null) parameters.set(LINK_NAMES.module, zfs.module.version.text);
  if (kernel !== null) parameters.set(LINK_NAMES.kernel, kernel.release);
  for (const name of SWITCHES) {
    const { value } = effective[name];
    if (value !== null) parameters.set(LINK_NAMES[name], value ? '1' : '0');
  }
  const fragment = parameters.toString();
  return fragment.length <= LONGEST_FRAGMENT ? fragment : '';
}

/**
 * Reads a link's fragment. Whatever is no fact is left out.
 * @param fragment with or without `#`; hostile text is fine
 */
export function factsFromFragment(fragment: string): Corrections {
  const plain = fragment.replace(/^#/, '');
  if (plain.length > LONGEST_FRAGMENT) return NO_CORRECTIONS;
  const parameters = new URLSearchParams(plain);
  const module = parameters.get(LINK_NAMES.module) ?? undefined;
  const kernel = parameters.get(LINK_NAMES.kernel) ?? undefined;
  const switches = SWITCHES.flatMap((name) => {
    const value = parameters.get(LINK_NAMES[name]);
    return value === '1' || value === '0' ? [[name, value === '1'] as const] : [];
  });
  return {
    ...(moduleByHand(module) !== null && module !== undefined ? { module } : {}),
    ...(kernelByHand(kernel) !== null && kernel !== undefined ? { kernel } : {}),
    ...Object.fromEntries(switches),
  };
}
