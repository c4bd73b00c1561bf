import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

const filter = (page: Page, name: string) => page.locator(`[data-register-filter] select[name="${name}"]`);
const shown = 'ul[data-register] > li:visible';

test('the problems are filtered by what is chosen, and the choice stands in the address', async ({
  page,
}) => {
  await page.goto('./');
  const all = await page.locator(shown).count();
  expect(all).toBeGreaterThanOrEqual(30);
  await filter(page, 'version').selectOption('2.3.9');
  await filter(page, 'kind').selectOption('memory-corruption');
  await expect(page).toHaveURL(/#kind=memory-corruption&version=2\.3\.9$/);
  const some = await page.locator(shown).count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await expect(page.locator('[data-register-count]')).toHaveText(`${some} of ${all} problems`);
  await expect(page.locator(shown).filter({ hasText: '16689' })).toHaveCount(0);
});

test('a link with a choice opens the list as it was, and clearing shows everything', async ({ page }) => {
  await page.goto('./zh/#status=open&sort=number');
  await expect(page.locator(shown).first().locator('.number')).toHaveText('7734');
  await expect(page.locator(shown).filter({ hasText: '18787' })).toHaveCount(1);
  await expect(page.locator(shown).filter({ hasText: '16689' })).toHaveCount(0);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.locator(shown).filter({ hasText: '16689' })).toHaveCount(1);
  await expect(page).toHaveURL(/\/zh\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list is whole, the newest first, and has no form', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('[data-register-filter]')).toBeHidden();
    const dates = await page
      .locator('ul[data-register] > li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-date') ?? ''));
    expect(dates.length).toBeGreaterThanOrEqual(30);
    expect(dates).toEqual([...dates].sort().reverse());
  });
});
