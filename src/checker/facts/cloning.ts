/** `zpool get feature@block_cloning` (zpool-features(7)): whether pools hold cloned blocks. */
import { type Placed, readRows, readWholeRows } from './whole-outputs.ts';

export type CloningState = Placed<{ readonly isActive: boolean }>;

const ROW =
  /^[A-Za-z][\w.:-]{0,254}\s+feature@block_cloning\s+(?:disabled|enabled|(active))(?:\s+(?:local|default|-))?$/;

function read(line: string): Omit<CloningState, 'span'> | null {
  const match = ROW.exec(line);
  return match === null ? null : { isActive: match[1] !== undefined };
}

/**
 * Finds pools in which the feature is active.
 * @param text any text, also a part of a listing; linear in its length, never throws
 */
export const readActiveCloning = (text: string): CloningState[] =>
  readRows(text, read).filter(({ isActive }) => isActive);

/**
 * Finds the pools of whole listings, in which every line was understood.
 * @param text any text; linear in its length, never throws
 */
export const readCloning = (text: string): CloningState[] =>
  readWholeRows(text, {
    commands: ['zpool get feature@block_cloning'],
    header: /^NAME\s+PROPERTY\s+VALUE\s+SOURCE$/,
    isHeaderNeeded: false,
    read,
  });
