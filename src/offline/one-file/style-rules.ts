/** The style sheets of several pages as one: what two pages share stands in it once. */

/** The rules of a style sheet that stand in no other rule, each with its text. */
export function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  let quote = '';
  for (let index = 0; index < css.length; index += 1) {
    const character = css[index] ?? '';
    if (character === '\\') index += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    const ends = quote === '' && depth === 0 && (character === '}' || character === ';');
    if (!ends) continue;
    rules.push(css.slice(start, index + 1).trim());
    start = index + 1;
  }
  return [...rules, css.slice(start).trim()].filter((rule) => rule !== '');
}

/** Style sheets joined in order, without rules that an earlier one has word for word. */
export const joinStyles = (sheets: readonly string[]): string =>
  [...new Set(sheets.flatMap(topLevelRules))].join('');
