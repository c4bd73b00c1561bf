/** `zpool get feature@block_cloning` (zpool-features(7)): whether pools hold cloned blocks. */
import type { Span } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';
import { wholeOutputs } from './whole-outputs.ts';

export interface CloningState {
  readonly state: 'disabled' | 'enabled' | 'active';
  readonly span: Span;
}

/** All pools of a machine. */
export interface CloningListing {
  readonly pools: readonly CloningState[];
}

export const GET_CLONING = 'zpool get feature@block_cloning';

const HEADER = /^NAME\s+PROPERTY\s+VALUE\s+SOURCE$/;
const ROW =
  /^[A-Za-z][\w.:-]{0,254}\s+feature@block_cloning\s+(disabled|enabled|active)(?:\s+(?:local|default|-))?$/;

const isState = (word: string | undefined): word is CloningState['state'] =>
  word === 'disabled' || word === 'enabled' || word === 'active';

type Rows = ReturnType<typeof plainLinesOf>;

const statesIn = (lines: Rows['lines'], spanOf: Rows['spanOf']): CloningState[] =>
  lines.flatMap(({ text, start }) => {
    const state = ROW.exec(text)?.[1];
    return isState(state) ? [{ state, span: spanOf(start, start + text.length) }] : [];
  });

/**
 * Finds pools in which the feature is active.
 * @param text any text, also a part of a listing; linear in its length, never throws
 */
export function readActiveCloning(text: string): CloningState[] {
  if (!text.includes('feature@block_cloning')) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return statesIn(lines, spanOf).filter(({ state }) => state === 'active');
}

/**
 * Finds whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export function readCloning(text: string): CloningListing[] {
  if (!text.includes(GET_CLONING)) return [];
  const { lines, spanOf } = plainLinesOf(text);
  return wholeOutputs(lines, [GET_CLONING]).flatMap((output) => {
    const rows = output.lines.filter(({ text: row }) => !HEADER.test(row));
    const pools = statesIn(rows, spanOf);
    return pools.length === rows.length && pools.length > 0 ? [{ pools }] : [];
  });
}
