/** `zpool status`: the state of each pool, and with `-d` its counts of Direct I/O verification errors. */
import type { Span } from '../types.ts';
import { type PlainLines, plainLinesOf } from './plain-lines.ts';

export interface DioCount {
  /** A top-level device (`mirror-0`, `sda`); others print `-` and are left out. */
  readonly device: string;
  /** As printed: `2`, and without `-p` also `1.2K`. */
  readonly count: string;
}

export interface FoundPool {
  readonly name: string;
  /** `ONLINE`, `DEGRADED`, `SUSPENDED`, …; null if the line is missing. */
  readonly state: string | null;
  /** What follows `errors:`; null if the line is missing. */
  readonly errors: string | null;
  /** The DIO column of `zpool status -d` (zpool-status(8), since 2.3); empty without `-d`. */
  readonly directIoErrors: readonly DioCount[];
  /** From the name to the last line that was read. */
  readonly span: Span;
}

/** A pool's name begins with a letter (zcommon/zfs_namecheck.c). */
const POOL = /^pool:\s*([A-Za-z][\w.: -]{0,254}?)$/;
const STATE = /^state:\s*([A-Z]{4,20})$/;
const ERRORS = /^errors:\s*(\S.{0,300})$/;
const HEADER = /^NAME\s+STATE\s+READ\s+WRITE\s+CKSUM(?:\s+[A-Z]{1,10}){0,6}$/;
/** `12`, `1.2K`. */
const COUNT = /^\d{1,20}(?:\.\d{1,3}[KMGTPE]?|[KMGTPE])?$/;
const LONGEST_LINE = 1000;

interface OpenPool {
  readonly name: string;
  state: string | null;
  errors: string | null;
  readonly directIoErrors: DioCount[];
  /** Where the DIO column stands; -1 without one. */
  column: number;
  readonly start: number;
  end: number;
}

/** Reads one line of a pool; says whether it belongs to it. */
function readLine(pool: OpenPool, text: string): boolean {
  const state = STATE.exec(text)?.[1];
  if (state !== undefined && pool.state === null) {
    pool.state = state;
    return true;
  }
  const errors = ERRORS.exec(text)?.[1];
  if (errors !== undefined && pool.errors === null) {
    pool.errors = errors;
    return true;
  }
  if (HEADER.test(text)) {
    pool.column = text.split(/\s+/).indexOf('DIO');
    return true;
  }
  if (pool.column === -1) return false;
  const fields = text.split(/\s+/);
  const device = fields[0];
  const count = fields[pool.column];
  if (device === undefined || count === undefined || !COUNT.test(count)) return false;
  pool.directIoErrors.push({ device, count });
  return true;
}

const close = (pool: OpenPool, { spanOf }: PlainLines): FoundPool => ({
  name: pool.name,
  state: pool.state,
  errors: pool.errors,
  directIoErrors: pool.directIoErrors,
  span: spanOf(pool.start, pool.end),
});

/**
 * Finds pools in the output of `zpool status`, also cut or in noise.
 * @param text any text; linear in its length, never throws
 * @returns the pools in the order of the text; one that was printed twice comes twice
 */
export function readPools(text: string): FoundPool[] {
  if (!text.includes('pool')) return [];
  const plain = plainLinesOf(text);
  const pools: OpenPool[] = [];
  for (const line of plain.lines) {
    if (line.text.length > LONGEST_LINE) continue;
    const end = line.start + line.text.length;
    const name = POOL.exec(line.text)?.[1];
    const pool = pools.at(-1);
    if (name !== undefined) {
      pools.push({ name, state: null, errors: null, directIoErrors: [], column: -1, start: line.start, end });
    } else if (pool !== undefined && pool.errors === null && readLine(pool, line.text)) {
      pool.end = end;
    }
  }
  // `pool: tank` alone can be YAML or a sentence.
  return pools
    .filter(({ state, errors }) => state !== null || errors !== null)
    .map((pool) => close(pool, plain));
}
