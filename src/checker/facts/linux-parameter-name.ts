/**
 * A parameter's name in the form in which Linux compares it: `-` and `_` are one (`parameq()`, kernel/params.c), case
 * matters, and nothing may stand before or behind it.
 */
export function canonicalParameterName(name: string): string {
  return name.includes('-') ? name.replaceAll('-', '_') : name;
}
