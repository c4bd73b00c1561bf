import type { Locator, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './support.ts';

const steps = 9;
const articles = ['./16689/', './zh/16689/'];
const mechanisms = ['15526', '16324', '16829', '16909', '18051', '18412'].flatMap((id) => [
  `./${id}/`,
  `./zh/${id}/`,
]);
const widths = [360, 768, 1440];

const life = (page: Page) => page.locator('.life');
const panels = (page: Page) => page.locator('.life li > div');
const button = (page: Page, name: string) => life(page).getByRole('button', { name });

/** The number of the one step that is shown. */
async function stepShown(page: Page): Promise<number> {
  const shown = panels(page).filter({ visible: true });
  await expect(shown).toHaveCount(1);
  return Number.parseInt((await shown.textContent()) ?? '', 10);
}

test.describe('the life of the zero page', () => {
  test('is stepped through with the keyboard alone', async ({ page }) => {
    await page.goto('./16689/');
    expect(await stepShown(page)).toBe(1);
    await life(page).getByRole('radio').first().focus();
    for (let step = 2; step <= steps; step += 1) {
      await page.keyboard.press('ArrowRight');
      expect(await stepShown(page)).toBe(step);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await stepShown(page)).toBe(steps - 1);
  });

  test('shows the number that has the focus with an outline', async ({ page }) => {
    await page.goto('./16689/');
    await life(page).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('.life label:has(:focus-visible)')).toHaveCSS('outline-style', 'solid');
  });

  test('is stepped through with its buttons, which stop at both ends', async ({ page }) => {
    await page.goto('./zh/16689/');
    await button(page, '上一步').click();
    expect(await stepShown(page)).toBe(1);
    for (let step = 2; step <= steps; step += 1) {
      await button(page, '下一步').click();
      expect(await stepShown(page)).toBe(step);
    }
    await button(page, '下一步').click();
    expect(await stepShown(page)).toBe(steps);
    await button(page, '上一步').click();
    expect(await stepShown(page)).toBe(steps - 1);
  });

  test('turns with the arrow keys while a button has the focus', async ({ page }) => {
    await page.goto('./16689/');
    await button(page, 'Next').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await stepShown(page)).toBe(3);
    await page.keyboard.press('ArrowLeft');
    expect(await stepShown(page)).toBe(2);
    await page.keyboard.press('Enter');
    expect(await stepShown(page)).toBe(3);
  });

  test('leaves the address as it is', async ({ page }) => {
    await page.goto('./16689/');
    const address = page.url();
    await button(page, 'Next').click();
    expect(page.url()).toBe(address);
  });

  test('keeps its buttons in their place on a wide screen', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./16689/');
    const offsets = new Set<number>();
    for (let step = 1; step <= steps; step += 1) {
      offsets.add(await button(page, 'Next').evaluate((element) => (element as HTMLElement).offsetTop));
      await button(page, 'Next').click();
    }
    expect(offsets.size).toBe(1);
  });

  test('gives assistive technology one step at a time, in a region that is announced politely', async ({
    page,
  }) => {
    await page.goto('./16689/');
    for (let turn = 1; turn < 8; turn += 1) await button(page, 'Next').click();
    const region = life(page).locator('[aria-live="polite"]');
    const tree = await region.ariaSnapshot();
    expect(tree).toContain('8. The end of the write');
    expect(tree.match(/(?<=text: )\d\. [A-Z]\w+/g)).toEqual(['8. The']);
    expect(tree).toContain('pages[1] points to the zero page; zero page: count 0, freed');
    expect(tree).toContain('pages[1] points to the new page; zero page: count 1, shared by all');
  });

  test('has a picture of every step in words', async ({ page }) => {
    await page.goto('./16689/');
    for (const frame of await page.locator('.life svg').all()) {
      await expect(frame).toHaveAttribute('role', 'img');
      await expect(frame).toHaveAttribute('aria-label', /zero page: (count \d, |another owner)/);
    }
  });

  test('moves nothing for readers who want less motion', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./16689/');
    await button(page, 'Next').click();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  test('stands on paper with all its steps and without its buttons', async ({ page }) => {
    await page.goto('./16689/');
    await button(page, 'Next').click();
    await page.emulateMedia({ media: 'print' });
    await expect(panels(page).filter({ visible: true })).toHaveCount(steps);
    await expect(button(page, 'Next')).toBeHidden();
  });

  test('shows the chosen step and the lost page in forced colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./16689/');
    for (let turn = 1; turn < 8; turn += 1) await button(page, 'Next').click();
    await expect(page.locator('.life label:has(:checked)')).toHaveCSS('outline-style', 'solid');
    const step = panels(page).filter({ visible: true });
    await expect(step.locator('.faulty .leaked')).toHaveCSS('stroke-dasharray', /4/);
    const ink = await step.locator('.faulty .zero').evaluate((box) => {
      const { stroke, fill } = getComputedStyle(box);
      return { stroke, fill };
    });
    expect(ink.stroke).not.toBe(ink.fill);
    expect(ink.stroke).not.toBe('none');
  });

  for (const address of articles) {
    for (const step of [4, 5, 9]) {
      test(`${address} has no axe violations at step ${step}`, async ({ page }) => {
        await page.goto(address);
        await life(page)
          .locator('label')
          .nth(step - 1)
          .click();
        expect(await stepShown(page)).toBe(step);
        await expectNoAxeViolations(page, '.life');
      });
    }
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of articles) {
    test(`${address} shows all steps of the life of the zero page, and no controls`, async ({ page }) => {
      await page.goto(address);
      await expect(panels(page).filter({ visible: true })).toHaveCount(steps);
      await expect(page.locator('.life .faulty:visible')).toHaveCount(5);
      await expect(page.locator('.life .fixed:visible')).toHaveCount(5);
      await expect(page.locator('.life :is(label, button):visible')).toHaveCount(0);
    });
  }
});

test.describe('the figures of mechanisms', () => {
  test('tell what is set from what is not without colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./15526/');
    const cells = page.locator('.sequences td');
    await expect(cells.first()).toHaveCSS('border-left-style', 'solid');
    await expect(cells.nth(2)).toHaveCSS('border-left-style', 'dotted');
    await expect(page.locator('.mechanism [role="img"][aria-label="Wrong"]')).toBeVisible();
    await expect(page.locator('.mechanism [role="img"][aria-label="Right"]')).toBeVisible();
  });

  test('draw the limit of the ARC shrinker to scale', async ({ page }) => {
    await page.goto('./16909/');
    const width = async (bar: Locator) => (await bar.boundingBox())?.width ?? 0;
    const bars = page.locator('.shares rect');
    const share = (await width(bars.nth(1))) / (await width(bars.nth(0)));
    expect(share).toBeCloseTo(10_000 / 2_097_152, 3);
  });
});

/** Labels of one picture that lie over one another or outside of it, and words that leave the figure. */
const misplaced = (figure: Element): string[] => {
  const outside = figure.getBoundingClientRect();
  const shown = (selector: string) =>
    [...figure.querySelectorAll(selector)].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
  const pictures = shown('svg').filter((picture) => picture.querySelector('text'));
  const within = pictures.flatMap((picture) => {
    const frame = picture.getBoundingClientRect();
    const labels = [...picture.querySelectorAll('text')].map((label) => ({
      words: label.textContent.trim(),
      box: label.getBoundingClientRect(),
    }));
    const overlaps = labels.flatMap((one, index) =>
      labels
        .slice(index + 1)
        // Boxes of text hold room above and below the letters.
        .filter(
          ({ box }) =>
            one.box.left < box.right &&
            box.left < one.box.right &&
            one.box.top + 3 < box.bottom - 3 &&
            box.top + 3 < one.box.bottom - 3,
        )
        .map(({ words }) => `“${one.words}” lies over “${words}”`),
    );
    const escaped = labels
      .filter(({ words, box }) => words && (box.left < frame.left - 1 || box.right > frame.right + 1))
      .map(({ words }) => `“${words}” leaves its picture`);
    const small = labels
      .filter(({ words, box }) => words && box.height < 11)
      .map(({ words }) => `“${words}” is too small to read`);
    return [...overlaps, ...escaped, ...small];
  });
  const wide = shown('th, td, p, dt, dd, code, svg, label, button')
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.right > outside.right + 1 || box.left < outside.left - 1)
    .map(({ element }) => `<${element.localName}> ${element.textContent.trim()} leaves the figure`);
  const cells = shown('th, td')
    .filter((cell) => cell.scrollWidth > cell.clientWidth + 1)
    .map((cell) => `“${cell.textContent.trim()}” leaves its cell`);
  return [...within, ...wide, ...cells];
};

for (const width of widths) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const address of articles) {
      test(`no label of the life of the zero page lies over another on ${address}`, async ({ page }) => {
        await page.goto(address);
        for (let step = 0; step < steps; step += 1) {
          await life(page).locator('label').nth(step).click();
          expect(await life(page).evaluate(misplaced), `step ${step + 1}`).toEqual([]);
        }
      });
    }

    test('no label of a mechanism lies over another or leaves its cell', async ({ page }) => {
      for (const address of mechanisms) {
        await page.goto(address);
        expect(await page.locator('.mechanism').evaluate(misplaced), address).toEqual([]);
      }
    });
  });
}
