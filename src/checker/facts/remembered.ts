/** A paste has three boxes, and each reader goes through all of them. */
const KEPT = 3;

/**
 * The same function of a text, which answers the last three texts from memory: all readers of a paste begin with the
 * same steps, and those are a third of the whole work.
 * @param read a pure function whose results nobody changes
 */
export function remembered<Result>(read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    const [oldest] = results.keys();
    if (oldest !== undefined && results.size >= KEPT) results.delete(oldest);
    results.set(text, result);
    return result;
  };
}
