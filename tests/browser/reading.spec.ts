import { expect, test } from './support.ts';

test('the language switch keeps the page and the section', async ({ page }) => {
  await page.goto('./16689/#root-cause');
  await page.locator('header a[hreflang="zh-Hans"]').click();
  await expect(page).toHaveURL(/\/zh\/16689\/#root-cause$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.locator('header a[hreflang="en"]').click();
  await expect(page).toHaveURL(/(?<!zh)\/16689\/#root-cause$/);
});

test('the theme switch goes through light, dark and automatic, and is remembered', async ({ page }) => {
  await page.goto('./16689/');
  const button = page.locator('header button', { hasText: /Theme|Auto/ });
  const theme = () => page.locator('html').getAttribute('data-theme');
  const labels = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    await button.click();
    labels.add((await button.textContent()) ?? '');
  }
  expect([...labels].map((label) => label.trim()).sort()).toEqual([
    'Theme: Auto',
    'Theme: Dark',
    'Theme: Light',
  ]);
  while ((await theme()) !== 'dark') await button.click();
  await page.goto('./check/');
  expect(await theme()).toBe('dark');
});

test('the skip link is the first stop of the keyboard and leads to the content', async ({ page }) => {
  await page.goto('./16689/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#(content|main)$/);
});

test('the evidence files are served as plain text', async ({ page }) => {
  const response = await page.request.get('./16689/evidence/6.12-checks-on-first-write.txt');
  expect(response.headers()['content-type']).toContain('text/plain');
  expect(await response.text()).toContain('BUG: Bad page state in process zptest  pfn:0bd38');
});

test('a table of contents entry leads to its section', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./zh/16689/');
  await page.locator('nav a[href="#claims"]').first().click();
  await expect(page.locator('#claims')).toBeInViewport();
});
