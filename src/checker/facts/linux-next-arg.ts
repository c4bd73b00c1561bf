/**
 * Takes a kernel command line apart, as `next_arg()` in lib/cmdline.c of Linux does it: on bytes, not on characters.
 */

/** One token. All numbers are byte offsets into the line; ends are exclusive. */
export interface LinuxArgument {
  /** The whole token, quotes included. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Null where the token has no `=` after its first character: the kernel then passes no value at all. */
  readonly value: { readonly start: number; readonly end: number } | null;
  /** Where the next token starts, white space skipped. */
  readonly next: number;
}

const QUOTE = 0x22;
const EQUALS = 0x3d;

/**
 * `isspace()` of lib/ctype.c, whose table is Latin-1: it holds the no-break space A0, which is also the last byte of
 * the UTF-8 forms of `à` and `†`, but neither 1C-1F nor 85.
 */
export function isLinuxSpace(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x20 || byte === 0xa0;
}

/** `skip_spaces()`: the offset of the first byte from `offset` on that is no white space, or the length. */
export function skipLinuxSpaces(bytes: Uint8Array, offset: number): number {
  let position = offset;
  while (position < bytes.length && isLinuxSpace(bytes[position] ?? 0)) {
    position += 1;
  }
  return position;
}

/**
 * Reads one token.
 * @param bytes the line, without the NUL that ends it
 * @param offset where the token starts; not white space, less than `bytes.length`
 * @returns the token; every byte is looked at once, so reading a whole line is linear
 */
export function nextLinuxArgument(bytes: Uint8Array, offset: number): LinuxArgument {
  const quoted = bytes[offset] === QUOTE;
  const nameStart = quoted ? offset + 1 : offset;
  let inQuotes = quoted;
  let equals = nameStart;
  let end = nameStart;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end] ?? 0;
    if (isLinuxSpace(byte) && !inQuotes) {
      break;
    }
    if (byte === EQUALS && equals === nameStart) {
      equals = end;
    }
    if (byte === QUOTE) {
      inQuotes = !inQuotes;
    }
  }
  const closed = end > nameStart && bytes[end - 1] === QUOTE;
  const next = skipLinuxSpaces(bytes, end);
  if (equals === nameStart) {
    return { start: offset, end, nameStart, nameEnd: quoted && closed ? end - 1 : end, value: null, next };
  }
  const valueQuoted = bytes[equals + 1] === QUOTE && equals + 1 < end;
  const valueStart = valueQuoted ? equals + 2 : equals + 1;
  // The quote that opens the value may be the one that closes the token (`a="`): the value is then empty.
  const valueEnd = Math.max(valueStart, closed && (quoted || valueQuoted) ? end - 1 : end);
  return {
    start: offset,
    end,
    nameStart,
    nameEnd: equals,
    value: { start: valueStart, end: valueEnd },
    next,
  };
}
