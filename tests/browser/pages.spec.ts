import { builtPages, expect, expectNoAxeViolations, RULES_OF_LOOK, test } from './support.ts';

for (const address of builtPages) {
  test(`${address} has no axe violation at 360 pixels, nor in the dark on a wide screen, and does not scroll sideways`, async ({
    page,
  }) => {
    const wide = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await expectNoAxeViolations(page);
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(window);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize(wide);
    await expectNoAxeViolations(page, 'html', RULES_OF_LOOK);
  });
}

test('an unknown address gets the site’s own page and status 404', async ({ request }) => {
  const response = await request.get('./no-such-page/');
  expect(response.status()).toBe(404);
  expect(await response.text()).toContain('<h1');
});

test('an address without its last slash leads to the page', async ({ page }) => {
  await page.goto('./zh/16689');
  await expect(page).toHaveURL(/\/zh\/16689\/$/);
});

test('another number of a problem leads to it, in both languages', async ({ page }) => {
  await page.goto('./16642/');
  await expect(page).toHaveURL(/\/16689\/$/);
  await page.goto('./zh/17218/');
  await expect(page).toHaveURL(/\/zh\/18051\/$/);
});
