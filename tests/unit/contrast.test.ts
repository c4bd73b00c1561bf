import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const code = readFileSync('src/styles/code.css', 'utf8');

type Theme = 0 | 1;
const THEMES: readonly (readonly [string, Theme])[] = [
  ['light', 0],
  ['dark', 1],
];

/** `--name: light-dark(#aaa, #bbb)` of a style sheet, by name. */
const pairsIn = (css: string): Map<string, [string, string]> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#\w+),\s*(#\w+)\s*\)/g)].map(
      ([, name = '', light = '', dark = '']) => [name, [light, dark]],
    ),
  );

const moreContrast = tokens.indexOf('prefers-contrast: more');
const usual = pairsIn(tokens.slice(0, moreContrast));
const more = new Map([...usual, ...pairsIn(tokens.slice(moreContrast))]);

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const hex = colour.slice(1);
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const colour = (set: ReadonlyMap<string, [string, string]>, name: string, theme: Theme): string => {
  const found = set.get(name)?.[theme];
  if (found === undefined) throw new Error(`tokens.css has no colour --${name}.`);
  return found;
};

const TEXTS = ['ink', 'soft', 'link', 'affected', 'dormant', 'good'];
const GROUNDS = ['paper', 'panel'];

describe('the contrast of the colours', () => {
  it('is computed as WCAG does', () => {
    expect(contrast('#000', '#fff')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  for (const [name, theme] of THEMES) {
    it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
      `of %s on %s is 4.5 or more in the ${name} theme, and 7 or more where more is asked for`,
      (text, ground) => {
        expect(contrast(colour(usual, text, theme), colour(usual, ground, theme))).toBeGreaterThanOrEqual(
          4.5,
        );
        expect(contrast(colour(more, text, theme), colour(more, ground, theme))).toBeGreaterThanOrEqual(7);
      },
    );

    it.each(['marked', 'added', 'removed'])(
      `of ink on %s lines is 4.5 or more in the ${name} theme`,
      (ground) => {
        for (const set of [usual, more]) {
          expect(contrast(colour(set, 'ink', theme), colour(set, ground, theme))).toBeGreaterThanOrEqual(4.5);
        }
      },
    );

    it(`of highlighted code on its panel and on marked lines is 4.5 or more in the ${name} theme`, () => {
      const highlights = [...code.matchAll(/color:\s*light-dark\((#\w+),\s*(#\w+)\)/g)].map(
        (match) => match[theme + 1] ?? '',
      );
      expect(highlights.length).toBeGreaterThan(3);
      for (const highlight of highlights) {
        expect(contrast(highlight, colour(usual, 'panel', theme))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(highlight, colour(usual, 'marked', theme))).toBeGreaterThanOrEqual(4.5);
      }
    });
  }
});
