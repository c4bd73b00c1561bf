/** What is listed and what was computed, where they differ. */

export interface Difference {
  /** Below the content folder. */
  readonly file: string;
  /** `fixed[0].place`, `tags[2.3.9].lastCommits` */
  readonly field: string;
  /** undefined: not listed. */
  readonly listed: unknown;
  /** undefined: does not exist (any more). */
  readonly computed: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What tells the entries of a list apart. */
const KEYS = ['place', 'tag', 'name', 'line'] as const;

/** From the key of each entry to the entry; null where the list has no unique keys. */
function keyed(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  if (!list.every(isFields)) return null;
  const key = KEYS.find((name) => list.every((entry) => typeof entry[name] === 'string'));
  if (key === undefined) return null;
  const entries = new Map(list.map((entry) => [String(entry[key]), entry]));
  return entries.size === list.length ? entries : null;
}

const sameOrder = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean => {
  const other = [...b.keys()].filter((key) => a.has(key));
  return [...a.keys()].filter((key) => b.has(key)).every((key, index) => key === other[index]);
};

/** Whether two values of JSON are the same; the order of fields does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
  }
  if (isFields(a) && isFields(b)) {
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
  }
  return a === b;
}

/**
 * Where two values of JSON differ, as deep as they can be compared: field by field, lists of entries with a key by key,
 * lists of as many entries one by one.
 * @param field the name of the whole
 */
export function differencesBetween(
  file: string,
  field: string,
  listed: unknown,
  computed: unknown,
): readonly Difference[] {
  if (same(listed, computed)) return [];
  if (isFields(listed) && isFields(computed)) {
    return [...new Set([...Object.keys(listed), ...Object.keys(computed)])].flatMap((key) =>
      differencesBetween(file, field === '' ? key : `${field}.${key}`, listed[key], computed[key]),
    );
  }
  if (Array.isArray(listed) && Array.isArray(computed) && listed.some(isFields)) {
    const [a, b] = [keyed(listed), keyed(computed)];
    if (a !== null && b !== null && sameOrder(a, b)) {
      return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
        differencesBetween(file, `${field}[${key}]`, a.get(key), b.get(key)),
      );
    }
    if (listed.length === computed.length && (a === null || b === null)) {
      return listed.flatMap((entry, index) =>
        differencesBetween(file, `${field}[${index}]`, entry, computed[index]),
      );
    }
  }
  return [{ file, field, listed, computed }];
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** A difference in three lines. */
export const describeDifference = ({ file, field, listed, computed }: Difference): string =>
  `${file}: ${field}\n  listed    ${shown(listed)}\n  computed  ${shown(computed)}`;
