import { expect, test } from './support.ts';

test.use({ javaScriptEnabled: false });

test('without JavaScript the checker’s page leads to the decision paths', async ({ page }) => {
  await page.goto('./zh/check/');
  await expect(page.locator('.checker-noscript')).toBeVisible();
  await expect(page.locator('form.checker-form')).toBeHidden();
  await page.locator('.checker-noscript a', { hasText: '16689' }).click();
  await expect(page).toHaveURL(/\/zh\/16689\/#am-i-affected$/);
  await expect(page.locator('.path').first()).toBeVisible();
});
