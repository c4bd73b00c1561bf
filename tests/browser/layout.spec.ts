import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support.ts';

/**
 * Where the parts of a page stand: left edge and width, which depend on no font. `UPDATE_LAYOUT=1` writes what is
 * found instead of comparing it; look at the pages before you commit that.
 */
const FILE = join(import.meta.dirname, 'layout.json');
const TOLERANCE = 2;

type Boxes = Record<string, { x: number; width: number }>;

const PARTS: Readonly<Record<string, readonly string[]>> = {
  '16689/': [
    'main',
    'h1',
    '.lead',
    '.summary',
    '.toc',
    '.prose > h2',
    '.prose > p',
    '.checker',
    '.measures',
    '.note',
    '.evidence pre',
    'pre[data-language="diff"]',
    '.sources',
    '.aside',
    '.colophon',
  ],
  'styleguide/': ['h1', '.prose > p', '.themes', '.note', '.evidence pre', '.checker', '.sources'],
};

const known: Record<string, Boxes> = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
const found: Record<string, Boxes> = {};

test.describe.configure({ mode: 'serial' });

for (const language of ['', 'zh/']) {
  for (const [path, parts] of Object.entries(PARTS)) {
    for (const width of [360, 768, 1440]) {
      const name = `${language}${path} at ${width}`;
      test(`the parts of ${name} pixels stand where they stood`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`./${language}${path}`);
        if (width === 1440 && parts.includes('.aside')) await page.locator('.aside').first().waitFor();
        const boxes = await page.evaluate(
          (selectors) =>
            selectors.flatMap((selector) => {
              const box = document.querySelector(selector)?.getBoundingClientRect();
              return box === undefined || box.width === 0
                ? []
                : [[selector, { x: Math.round(box.x), width: Math.round(box.width) }] as const];
            }),
          [...parts],
        );
        found[name] = Object.fromEntries(boxes);
        if (process.env.UPDATE_LAYOUT) {
          writeFileSync(FILE, `${JSON.stringify({ ...known, ...found }, null, 2)}\n`);
          return;
        }
        expect(Object.keys(found[name])).toEqual(Object.keys(known[name] ?? {}));
        for (const [selector, { x, width: wide }] of Object.entries(known[name] ?? {})) {
          const box = found[name][selector];
          expect(Math.abs((box?.x ?? 0) - x), `left edge of ${selector}`).toBeLessThanOrEqual(TOLERANCE);
          expect(Math.abs((box?.width ?? 0) - wide), `width of ${selector}`).toBeLessThanOrEqual(TOLERANCE);
        }
      });
    }
  }
}
