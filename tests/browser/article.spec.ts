import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './support.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 740 };

test('on a wide page a source is written out in the margin where a section first names it, for the eye only', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('./16689/');
  const note = page.locator('#zero-page ~ p .aside').first();
  await expect(note).toBeVisible();
  await expect(note).toHaveAttribute('aria-hidden', 'true');
  const text = await page.locator('#zero-page + p').boundingBox();
  const box = await note.boundingBox();
  expect(box?.x ?? 0).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  await page.setViewportSize(PHONE);
  await expect(note).toBeHidden();
});

test('a phone has no notes in the margin, and the numbers lead to the sources', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('./zh/16689/');
  await expect(page.locator('.cite a').first()).toBeVisible();
  await expect(page.locator('.aside')).toHaveCount(0);
  const link = page.locator('#zero-page + p .cite a').first();
  const target = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page.locator(`li${target}`)).toBeInViewport();
});

test('what a marked line of a log says opens under the pointer, with focus, and closes with Escape', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('./16689/');
  const button = page.locator('.why').first();
  const note = page.locator('.evidence [popover]').first();
  await expect(note).toBeHidden();
  await button.hover();
  await expect(note).toBeVisible();
  await expectNoAxeViolations(page, '.evidence');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await page.mouse.move(0, 0);
  await button.focus();
  await expect(note).toBeVisible();
});

test('the text of a log is copied and selected without the buttons of its notes', async ({ page }) => {
  await page.goto('./16689/');
  const text = await page
    .locator('.evidence code')
    .first()
    .evaluate((code) => {
      getSelection()?.selectAllChildren(code);
      return getSelection()?.toString() ?? '';
    });
  expect(text).toContain('BUG: Bad page state in process zptest');
  expect(text).not.toContain('?');
  expect(text).not.toContain('left out');
});

test('selected commands have no prompts', async ({ page }) => {
  await page.goto('./16689/');
  const text = await page
    .locator('.measures code')
    .first()
    .evaluate((code) => {
      getSelection()?.selectAllChildren(code);
      return (getSelection()?.toString() ?? '').trim();
    });
  expect(text).toBe('echo 0 > /sys/module/zfs/parameters/zfs_dio_enabled');
});

test('long lines of code wrap if the reader wants it, and on the next page too', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('./16689/');
  const pre = page.locator('.evidence pre').first();
  const overflows = () => pre.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
  expect(await overflows()).toBe(true);
  const button = page.locator('.evidence .wrap').first();
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect(await overflows()).toBe(false);
  await page.reload();
  expect(await overflows()).toBe(false);
  await page.locator('.evidence .wrap').first().click();
  expect(await overflows()).toBe(true);
});

test('lines can be wrapped where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.setViewportSize(PHONE);
  await page.goto('./16689/');
  await page.locator('.evidence .wrap').first().click();
  await expect(page.locator('html')).toHaveAttribute('data-wrap', '');
});

test('the table of contents marks the section that one reads', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('./16689/#root-cause');
  await expect(page.locator('.toc a[aria-current]')).toHaveAttribute('href', '#root-cause');
  await page.locator('#fix').evaluate((heading) => heading.scrollIntoView());
  await expect(page.locator('.toc a[aria-current]')).toHaveAttribute('href', '#fix');
});

test('a wrong address suggests the problem whose number or words are near', async ({ page }) => {
  await page.route('**/16688/', (route) => route.fulfill({ status: 200, path: 'dist/404.html' }));
  await page.goto('./16688/');
  await expect(page.locator('section[lang="en"] [data-nearest] a').first()).toContainText('16689');
  await expect(page.locator('section[lang="zh-Hans"] [data-nearest] a').first()).toContainText('16689');
});

test('one can read, check, search and cite with the keyboard alone', async ({ page }) => {
  await page.setViewportSize(WIDE);
  const press = async (key: string, times = 1) => {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
  };
  /** Presses Tab until the focus is on what a selector names, as a reader without a mouse does. */
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 400; count += 1) {
      await page.keyboard.press('Tab');
      const there = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) === true,
        selector,
      );
      if (there) return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };
  await page.goto('./16689/');
  await press('Tab');
  await press('Enter');
  await tabTo('.toc a[href="#fix"]');
  await press('Enter');
  await expect(page.locator('#fix')).toBeInViewport();

  await tabTo('.cite a');
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
  await press('Enter');
  await expect(page.locator(`li${target}`)).toBeInViewport();

  await press('/');
  await expect(page.locator('#search input')).toBeFocused();
  await page.keyboard.type('try_grab_folio');
  await expect(page.locator('#search ol a').first()).toBeVisible();
  await press('ArrowDown');
  await expect(page.locator('#search ol a').first()).toBeFocused();
  await press('Enter');
  await expect(page).toHaveURL(/16689/);

  await page.goto('./check/');
  await tabTo('textarea[name="text"]');
  await page.keyboard.type('zfs-kmod-2.3.99-90_g38c0324c0f');
  await expect(page.locator('[data-verdict]')).toContainText('16689');
});

/** Is the focus visible: does the element look different from before, by its outline? */
const outlined = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) return true;
    return getComputedStyle(activeElement).outlineStyle !== 'none';
  });

for (const address of ['./', './16689/', './check/', './versions/', './styleguide/']) {
  test(`on ${address} the focus is seen wherever Tab leads`, async ({ page }) => {
    await page.goto(address);
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press('Tab');
      expect(await outlined(page), await page.evaluate(() => document.activeElement?.outerHTML)).toBe(true);
    }
  });
}

const KINDS = [
  './',
  './zh/',
  './16689/',
  './zh/16689/',
  './zh/check/',
  './versions/',
  './versions/2.3/',
  './symptoms/',
  './zh/parameters/',
  './accessibility/',
  './styleguide/',
];

for (const address of KINDS) {
  test(`${address} loses nothing at 400 % zoom with wide text spacing`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    await page.evaluate(() => {
      // WCAG 1.4.12.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    const { content, window, cut } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
      cut: [...document.querySelectorAll('main :is(p, h1, h2, h3, li, dd, button, summary, label)')]
        .filter((element) => {
          const { overflowX, overflowY, clipPath } = getComputedStyle(element);
          const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
          return hides && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    }));
    expect(content).toBeLessThanOrEqual(window);
    expect(cut).toEqual([]);
  });

  test(`${address} has no control smaller than 24 pixels`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto(address);
    const small = await page
      .locator(':is(button, select, input, summary, textarea, nav a, .wordmark):visible')
      .evaluateAll((controls) =>
        controls
          .filter((control) => {
            // A choice is made on its whole label.
            const target = control.closest('label:has(> input[type="radio"])') ?? control;
            const { width, height } = target.getBoundingClientRect();
            return width > 1 && (width < 24 || height < 24);
          })
          .map(({ outerHTML }) => outerHTML.slice(0, 100)),
      );
    expect(small).toEqual([]);
  });
}

test('what was pasted is kept nowhere, and nothing keeps the page from living on for the back button', async ({
  page,
}) => {
  await page.addInitScript(() => {
    // A page with one of these is not kept in memory when one leaves it, and the paste would be lost.
    const add = window.addEventListener.bind(window);
    window.addEventListener = (type: string, ...rest: [EventListenerOrEventListenerObject]) => {
      if (type === 'unload' || type === 'beforeunload') console.error(`a listener for ${type}`);
      add(type, ...rest);
    };
  });
  const response = await page.goto('./check/');
  expect(response?.headers()['cache-control'] ?? '').not.toContain('no-store');
  await page.locator('textarea[name="text"]').fill('zfs-kmod-2.3.99-90_g38c0324c0f');
  await expect(page.locator('[data-verdict]')).toContainText('16689');
  await page.locator('footer a').first().click();
  await expect(page.locator('.home')).toBeVisible();
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
  );
  expect(kept).not.toContain('2.3.99');
});

test('where contrast or colours are forced, the style guide has no axe violation and its shapes are drawn', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', contrast: 'more' });
  await page.goto('./styleguide/');
  await expectNoAxeViolations(page);
  const shape = await page.locator('.status svg').first().boundingBox();
  expect(shape?.width ?? 0).toBeGreaterThan(8);
});
