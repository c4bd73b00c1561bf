import { builtPages, expect, expectNoAxeViolations, test } from './support.ts';

for (const address of builtPages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${address} has no axe violation in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(address);
      await expectNoAxeViolations(page);
    });
  }

  test(`${address} does not scroll sideways at 360 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(window);
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
