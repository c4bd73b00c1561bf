import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

const identifiers = ['try_grab_folio', 'mm/gup.c:144', 'init_on_alloc=0', '2.3.0-rc3', '16689', 'c8a326aab7'];
const chineseWords = ['零页', '内存损坏', '引用计数'];

const languages = [
  { start: './', article: /\/16689\/(#|$)/, notIn: /\/zh\//, queries: identifiers },
  { start: './zh/', article: /\/zh\/16689\/(#|$)/, notIn: null, queries: [...identifiers, ...chineseWords] },
];

const dialog = (page: Page) => page.locator('dialog#search');
const results = (page: Page) => dialog(page).locator('ol a');

async function openSearch(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /search|搜索/i })
    .first()
    .click();
  await expect(dialog(page)).toBeVisible();
}

async function firstResult(page: Page, query: string): Promise<string> {
  await dialog(page).locator('input[type=search]').fill(query);
  await expect(results(page).first()).toBeVisible({ timeout: 10_000 });
  return (await results(page).first().getAttribute('href')) ?? '';
}

for (const { start, article, notIn, queries } of languages) {
  for (const query of queries) {
    test(`from ${start} “${query}” finds the article first`, async ({ page }) => {
      await page.goto(start);
      await openSearch(page);
      const href = await firstResult(page, query);
      expect(href).toMatch(article);
      if (notIn !== null) expect(href).not.toMatch(notIn);
    });
  }

  test(`from ${start} the full hash of a commit finds the article first`, async ({ page }) => {
    await page.goto(`${start}16689/`);
    const link = page.locator('a[href*="/commit/c8a326aab7"]').first();
    const hash = /[0-9a-f]{40}/.exec((await link.getAttribute('href')) ?? '')?.[0] ?? '';
    expect(hash).toHaveLength(40);
    await openSearch(page);
    expect(await firstResult(page, hash)).toMatch(article);
  });

  test(`from ${start} a result leads to its section`, async ({ page }) => {
    await page.goto(start);
    await openSearch(page);
    await firstResult(page, 'try_grab_folio');
    const link = dialog(page).locator('ol a[href*="#"]').first();
    const fragment = ((await link.getAttribute('href')) ?? '').split('#')[1] ?? '';
    expect(fragment).not.toBe('');
    await link.click();
    await expect(page).toHaveURL(new RegExp(`16689/[^#]*#${fragment}$`));
    await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport();
  });
}

for (const key of ['/', 'Control+k']) {
  test(`the key ${key} opens search with the cursor in its field, and Escape closes it`, async ({ page }) => {
    await page.goto('./');
    await page.waitForLoadState('load');
    await page.locator('body').press(key);
    await expect(dialog(page).locator('input[type=search]')).toBeFocused();
    await expect(dialog(page).locator('input[type=search]')).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  });
}

test('a slash typed into a text field stays text', async ({ page }) => {
  await page.goto('./check/');
  const field = page.locator('main textarea').first();
  await field.focus();
  await page.keyboard.type('a/b');
  await expect(field).toHaveValue('a/b');
  await expect(dialog(page)).toBeHidden();
});
