/** Contradictions inside one paste: what stood against what, and which was believed. */
import type { Effect } from './effective.ts';
import type { System } from './system.ts';
import type { Evidence } from './types.ts';

export type ConflictCode =
  /** Several versions of the kernel module. */
  | 'module-versions'
  /** The boot log's state against the command line. */
  | 'log-against-command-line'
  /** The running parameter against `zfs.zfs_dio_enabled=` on the command line. */
  | 'parameter-against-command-line';

export interface Conflict {
  readonly code: ConflictCode;
  readonly believed: Evidence;
  readonly against: readonly Evidence[];
}

const PARAMETERS = { initOnAlloc: 'init_on_alloc', initOnFree: 'init_on_free' } as const;

function logConflict(
  effect: Effect,
  name: 'init_on_alloc' | 'init_on_free',
  { commandLine }: System,
): Conflict[] {
  const token = commandLine?.tokens[name] ?? null;
  const value = commandLine?.reading.parameters[name].value ?? null;
  // page_poison=1 switches both off after the line was read: then the log does not contradict it.
  const poisoned = commandLine?.reading.parameters.page_poison.value === true;
  if (effect.from !== 'boot-log' || effect.evidence === null || token === null || value === null || poisoned)
    return [];
  if (effect.value === value) return [];
  return [{ code: 'log-against-command-line', believed: effect.evidence, against: [token] }];
}

/**
 * Every contradiction in what was read.
 * @param system from `readSystem`
 */
export function conflictsOf(system: System): Conflict[] {
  const { zfs, commandLine, effective } = system;
  const versions: Conflict[] =
    zfs.module === null || zfs.conflicting.length === 0
      ? []
      : [
          {
            code: 'module-versions',
            believed: zfs.module.evidence,
            against: zfs.conflicting.map(({ evidence }) => evidence),
          },
        ];
  const onLine = commandLine?.moduleParameters.find(({ name }) => name === 'zfs_dio_enabled');
  const { directIo } = effective;
  const parameter: Conflict[] =
    directIo.from === 'module-parameter' &&
    directIo.evidence !== null &&
    onLine !== undefined &&
    (onLine.value !== '0') !== directIo.value
      ? [{ code: 'parameter-against-command-line', believed: directIo.evidence, against: [onLine.evidence] }]
      : [];
  return [
    ...versions,
    ...logConflict(effective.initOnAlloc, PARAMETERS.initOnAlloc, system),
    ...logConflict(effective.initOnFree, PARAMETERS.initOnFree, system),
    ...parameter,
  ];
}
