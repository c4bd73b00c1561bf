/** `zpool get feature@block_cloning` (zpool-features(7)): whether pools hold cloned blocks. */
import { type Placed, readRows } from './whole-outputs.ts';

export type CloningState = Placed<{ readonly isActive: boolean }>;

const ROW =
  /^[A-Za-z][\w.:-]{0,254}\s+feature@block_cloning\s+(?:disabled|enabled|(active))(?:\s+(?:local|default|-))?$/;

/**
 * Finds the pools of whole listings, and elsewhere those in which the feature is active.
 * @param text any text; linear in its length, never throws
 */
export const readCloning = (text: string): CloningState[] =>
  readRows(text, {
    command: /^zpool get feature@block_cloning$/,
    header: /^NAME\s+PROPERTY\s+VALUE\s+SOURCE$/,
    read: (line) => {
      const match = ROW.exec(line);
      return match === null ? null : { isActive: match[1] !== undefined };
    },
    speaksAlone: ({ isActive }) => isActive,
  });
