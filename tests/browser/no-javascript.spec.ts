import { expect, test } from './support.ts';

test.use({ javaScriptEnabled: false });

const sections = [
  'am-i-affected',
  'what-to-do',
  'background',
  'mechanism',
  'symptoms',
  'root-cause',
  'fix',
  'best-practices',
  'reproduction',
  'claims',
  'summary',
  'sources',
];

for (const { address, other } of [
  { address: './16689/', other: /\/zh\/16689\/$/ },
  { address: './zh/16689/', other: /^(?!.*\/zh\/).*\/16689\/$/ },
]) {
  test(`${address} is complete without JavaScript`, async ({ page }) => {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    for (const id of sections) await expect(page.locator(`h2#${id}`)).toBeVisible();
    await expect(page.locator('main table').first()).toBeVisible();
  });

  test(`${address} leads to its other language without JavaScript`, async ({ page }) => {
    await page.goto(address);
    await page.locator('header a[hreflang], nav a[hreflang]').first().click();
    await expect(page).toHaveURL(other);
  });
}

test('the address of a section shows that section without JavaScript', async ({ page }) => {
  await page.goto('./16689/#root-cause');
  await expect(page.locator('h2#root-cause')).toBeInViewport();
});
