/** What a paste says about the machine around OpenZFS: distribution, architecture, pools, databases. */
import { type FoundDatabaseSetting, usesDirectIo } from './facts/database-settings.ts';
import type { DioCount } from './facts/zpool-status.ts';
import { type Fragments, type InBox, inBox } from './paste.ts';
import type { Evidence, FoundValue, Platform } from './types.ts';

export interface NamedFact {
  readonly name: string;
  readonly evidence: Evidence;
}

export interface PoolFact extends NamedFact {
  readonly state: string | null;
  /** What `zpool status` prints after `errors:`. */
  readonly errors: string | null;
  /** Direct I/O verification errors of each top-level device (`zpool status -d`). */
  readonly directIoErrors: readonly DioCount[];
}

export interface DatabaseFact extends NamedFact {
  readonly database: FoundDatabaseSetting['database'];
  readonly value: string;
  /** Whether this setting makes the database open its files with O_DIRECT. */
  readonly usesDirectIo: boolean;
}

export interface Surroundings {
  /** As the paste names it (`Ubuntu 24.04.1 LTS`); the rules rest on the kernel's own release instead. */
  readonly distribution: NamedFact | null;
  readonly architecture: NamedFact | null;
  readonly pools: readonly PoolFact[];
  readonly databases: readonly DatabaseFact[];
}

const rowOf = ({ reportRows }: Fragments, name: string): InBox<FoundValue> | undefined =>
  reportRows.find(({ found }) => found.name === name);

const named = (name: string, row: InBox<{ readonly span: FoundValue['span'] }>): NamedFact => ({
  name,
  evidence: inBox(row.box, row.found.span),
});

/** The file of the machine itself before what a person wrote, that before a kernel's build string. */
function readDistribution(fragments: Fragments): NamedFact | null {
  const release = fragments.osReleases[0];
  if (release !== undefined) return named(release.found.name, release);
  const row = rowOf(fragments, 'distribution-name');
  if (row !== undefined) {
    const version = rowOf(fragments, 'distribution-version')?.found.value ?? '';
    const repeats = version === '' || row.found.value.includes(version);
    return named(repeats ? row.found.value : `${row.found.value} ${version}`, row);
  }
  const build = fragments.kernelBuilds[0];
  if (build === undefined) return null;
  // `#28~24.04.1-Ubuntu`
  return named(build.found.span.text.slice(build.found.span.text.lastIndexOf('-') + 1), build);
}

function readArchitecture(fragments: Fragments): NamedFact | null {
  const found = fragments.architectures[0] ?? rowOf(fragments, 'architecture');
  return found === undefined ? null : named(found.found.value, found);
}

/** A pool that was printed several times counts as the last print says. */
function readPoolFacts({ pools }: Fragments): PoolFact[] {
  const byName = new Map<string, PoolFact>();
  for (const pool of pools) {
    const { name, state, errors, directIoErrors } = pool.found;
    byName.set(name, { ...named(name, pool), state, errors, directIoErrors });
  }
  return [...byName.values()];
}

/**
 * Puts together what the readers found about the machine.
 * @param fragments from `takeApart`
 */
export function readSurroundings(fragments: Fragments): Surroundings {
  return {
    distribution: readDistribution(fragments),
    architecture: readArchitecture(fragments),
    pools: readPoolFacts(fragments),
    databases: fragments.databaseSettings.map((setting) => ({
      ...named(setting.found.name, setting),
      database: setting.found.database,
      value: setting.found.value,
      usesDirectIo: usesDirectIo(setting.found),
    })),
  };
}

/** The platform that a distribution's name tells; null for Linux distributions, whose kernel tells. */
export function platformOfDistribution(distribution: NamedFact | null): Platform | null {
  const name = distribution?.name ?? '';
  if (/^FreeBSD\b/i.test(name)) return 'freebsd';
  if (/^(?:Microsoft )?Windows\b/i.test(name)) return 'windows';
  return /^(?:macOS|Mac OS X)\b/i.test(name) ? 'macos' : null;
}
