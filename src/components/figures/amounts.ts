const KIB = 1024;

/** Bytes in the largest binary unit that divides them, otherwise as decimal megabytes; never rounded. */
export function exactAmount(bytes: number): string {
  for (const [unit, name] of [
    [KIB ** 3, 'GiB'],
    [KIB ** 2, 'MiB'],
  ] as const) {
    if (bytes % unit === 0) return `${bytes / unit} ${name}`;
  }
  return `${bytes / 1e6} MB`;
}

/** A share in percent, as a length in SVG. */
export const percentOf = (part: number, whole: number): string =>
  `${Number(((100 * part) / whole).toFixed(3))}%`;
