/** Order of kernel versions. */
import type { KernelVersion } from './types.ts';

/** True if `version` is `minimum` or newer. */
export function atLeast(version: KernelVersion, minimum: KernelVersion): boolean {
  for (const index of [0, 1, 2] as const) {
    if (version[index] !== minimum[index]) return version[index] > minimum[index];
  }
  return true;
}

/**
 * A kernel version from its first two numbers.
 * @param text `6.4`
 */
export function kernelVersion(text: string): KernelVersion {
  const [major, minor] = text.split('.').map(Number);
  return [major ?? 0, minor ?? 0, 0];
}
