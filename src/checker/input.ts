/** Is a pasted text usable at all? Says what is wrong before anything reads it. */
import type { BoxName } from './types.ts';

/** What was pasted: the two labelled boxes and the one for everything else. A terminal fills only `text`. */
export type Paste = Readonly<Partial<Record<BoxName, string>>>;

/** Why a paste cannot be used. `nothing-recognised` is found later, by `system.ts`. */
export type InputFault = 'empty' | 'too-long' | 'binary' | 'nothing-recognised';

/** One box may hold this many bytes of UTF-8: 1 MiB. */
export const MAXIMUM_BYTES = 1_048_576;

/** The share of control characters and undecodable bytes above which a text counts as binary. */
const BINARY_SHARE = 0.1;

/** White space, and the escape character that begins a terminal's colour codes. */
const HARMLESS_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

const REPLACEMENT_CHARACTER = 0xfffd;

export const BOX_NAMES: readonly BoxName[] = ['commandLine', 'zfsVersion', 'text'];

function looksBinary(text: string): boolean {
  // /proc/cmdline may be copied with its closing NUL; a NUL anywhere else is no text.
  const body = text.replace(/\0\s*$/, '');
  if (body.includes('\0')) return true;
  let strange = 0;
  for (let index = 0; index < body.length; index += 1) {
    const unit = body.charCodeAt(index);
    if ((unit < 0x20 && !HARMLESS_CONTROLS.has(unit)) || unit === REPLACEMENT_CHARACTER) strange += 1;
  }
  return strange > 4 && strange > body.length * BINARY_SHARE;
}

/**
 * The first fault of a paste, or null if it can be read.
 * @param paste the boxes; missing ones count as empty
 * @returns the fault and the box it is in (`text` if all are empty)
 */
export function findInputFault(paste: Paste): { readonly fault: InputFault; readonly box: BoxName } | null {
  const filled = BOX_NAMES.filter((box) => (paste[box] ?? '').trim() !== '');
  if (filled.length === 0) return { fault: 'empty', box: 'text' };
  for (const box of filled) {
    const text = paste[box] ?? '';
    // A UTF-16 unit is at least one byte of UTF-8 and at most three: measure only what may be too long.
    if (text.length > MAXIMUM_BYTES || new TextEncoder().encode(text).length > MAXIMUM_BYTES) {
      return { fault: 'too-long', box };
    }
    if (looksBinary(text)) return { fault: 'binary', box };
  }
  return null;
}
