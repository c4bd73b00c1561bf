/**
 * The bytes of a command line and the way back to the text they came from.
 */

/** What of a line Linux parses: `COMMAND_LINE_SIZE` is 2048 on x86 and arm64, and one byte of it is the final NUL. */
export const PARSED_BYTES = 2047;

export interface CommandLineBytes {
  /** The bytes that are parsed: up to a NUL, at most `PARSED_BYTES`. */
  readonly bytes: Uint8Array;
  /**
   * For each byte, and for the end, the offset in the given line of the character it belongs to. A token that ends
   * inside a character (the kernel splits `à` after its first byte) therefore ends before that character.
   */
  readonly offsets: readonly number[];
  /** The length of the whole line in bytes, up to a NUL. */
  readonly byteLength: number;
}

function utf8Bytes(codePoint: number): readonly number[] {
  if (codePoint < 0x80) {
    return [codePoint];
  }
  if (codePoint < 0x800) {
    return [0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f)];
  }
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
    return [0xef, 0xbf, 0xbd];
  }
  const low = [0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f)];
  return codePoint < 0x10000
    ? [0xe0 | (codePoint >> 12), ...low]
    : [0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 0x3f), ...low];
}

function fromText(line: string): CommandLineBytes {
  const bytes: number[] = [];
  const offsets: number[] = [];
  let byteLength = 0;
  let unit = 0;
  for (const character of line) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint === 0) {
      break;
    }
    for (const byte of utf8Bytes(codePoint)) {
      if (byteLength < PARSED_BYTES) {
        bytes.push(byte);
        offsets.push(unit);
      } else if (byteLength === PARSED_BYTES) {
        offsets.push(unit);
      }
      byteLength += 1;
    }
    unit += character.length;
  }
  if (offsets.length === bytes.length) {
    offsets.push(unit);
  }
  return { bytes: Uint8Array.from(bytes), offsets, byteLength };
}

function fromBytes(line: Uint8Array): CommandLineBytes {
  const nul = line.indexOf(0);
  const byteLength = nul === -1 ? line.length : nul;
  const bytes = line.subarray(0, Math.min(byteLength, PARSED_BYTES));
  return { bytes, offsets: Array.from({ length: bytes.length + 1 }, (_, index) => index), byteLength };
}

/**
 * The bytes that Linux would parse of a line.
 * @param line a text, encoded as UTF-8 (a lone surrogate as U+FFFD), or the bytes themselves
 */
export function commandLineBytes(line: string | Uint8Array): CommandLineBytes {
  return typeof line === 'string' ? fromText(line) : fromBytes(line);
}
