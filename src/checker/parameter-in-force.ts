/**
 * The value of a module parameter that is in force: what runs beats the command line, that beats the default. What
 * modprobe.d says counts from the next time the module is loaded, so against the default it leaves the question open.
 */
import { parameterDefaultAt } from '../knowledge/history.ts';
import type { Origin } from './effective.ts';
import type { CheckerKnowledge } from './knowledge-types.ts';
import { checkpointsOf } from './places.ts';
import type { System } from './system.ts';
import type { Evidence } from './types.ts';

export interface ParameterInForce {
  /** null: not known, or the parameter does not exist. */
  readonly value: number | null;
  /** Whether the version has the parameter at all; null: not known. */
  readonly exists: boolean | null;
  readonly from: Origin | null;
  readonly evidence: Evidence | null;
}

/** Module parameters of type int are read by `kstrtoint` with base 0; other spellings say nothing here. */
const asNumber = (text: string): number | null => (/^-?\d{1,10}$/.test(text.trim()) ? Number(text) : null);

function pastedValue(name: string, { moduleParameters, commandLine }: System): ParameterInForce | null {
  const values = moduleParameters.filter((found) => found.name === name && asNumber(found.value) !== null);
  const running = values.filter(({ origin }) => origin === 'running').at(-1);
  const onLine = commandLine?.moduleParameters.find(
    (found) => found.name === name && asNumber(found.value) !== null,
  );
  const found = running ?? onLine;
  if (found === undefined) return null;
  return {
    value: asNumber(found.value),
    exists: true,
    from: found === onLine ? 'command-line' : 'module-parameter',
    evidence: found.evidence,
  };
}

/** What modprobe.d sets, the last line of several. */
const configuredValue = (name: string, { moduleParameters }: System) =>
  moduleParameters
    .filter(
      (found) => found.name === name && found.origin === 'configuration' && asNumber(found.value) !== null,
    )
    .at(-1) ?? null;

/**
 * The value in force of a parameter whose defaults are known.
 * @param name as in zfs(4): `zfs_bclone_enabled`
 * @returns the value with its origin; `value: null` where it differs between the places the version may stand for
 */
export function parameterInForce(
  name: string,
  system: System,
  knowledge: CheckerKnowledge,
): ParameterInForce {
  const pasted = pastedValue(name, system);
  if (pasted !== null) return pasted;
  const { module } = system.zfs;
  const unknown = { value: null, exists: null, from: null, evidence: null };
  if (module === null) return unknown;
  const configured = configuredValue(name, system);
  const changes = knowledge.parameterDefaults[name] ?? [];
  const { places } = checkpointsOf(module.version, knowledge);
  const defaults = new Set(places.map((place) => parameterDefaultAt(place, changes, knowledge)));
  const [only] = [...defaults];
  const isOther = (value: string) => defaults.size !== 1 || asNumber(value) !== only;
  if (configured !== null && only !== null && isOther(configured.value)) {
    return { ...unknown, from: 'configuration', evidence: configured.evidence };
  }
  if (defaults.size !== 1 || only === undefined) return unknown;
  return { value: only, exists: only !== null, from: 'version-default', evidence: module.evidence };
}
