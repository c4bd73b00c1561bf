import { builtPages, expect, expectNoAxeViolations, test } from './support.ts';

/** One page of each kind: the dark theme changes colours only, and they are the same on all pages of a kind. */
const ONE_OF_EACH_KIND = [
  './',
  './404.html',
  './16689/',
  './zh/16608/',
  './check/',
  './versions/',
  './versions/2.3/',
  './zh/symptoms/',
  './parameters/',
];

for (const address of builtPages) {
  test(`${address} has no axe violation and does not scroll sideways at 360 pixels`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(address);
    await expectNoAxeViolations(page);
    await page.setViewportSize({ width: 360, height: 740 });
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(window);
  });
}

for (const address of ONE_OF_EACH_KIND) {
  test(`${address} has no axe violation in the dark theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.goto(address);
    await expectNoAxeViolations(page);
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
