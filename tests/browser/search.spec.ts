import type { Page } from '@playwright/test';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { expect, test } from './support.ts';

const identifiers = ['try_grab_folio', 'mm/gup.c:144', '16689', 'c8a326aab7'];
const chineseWords = ['零页', '引用计数'];
/** Words that other problems have as well: the article is among the results that are shown. */
const shared = ['init_on_alloc=0', '2.3.0-rc3'];
const sharedChinese = ['内存损坏'];

const languages = [
  { start: './', article: /\/16689\/(#|$)/, notIn: /\/zh\//, queries: identifiers, among: shared },
  {
    start: './zh/',
    article: /\/zh\/16689\/(#|$)/,
    notIn: null,
    queries: [...identifiers, ...chineseWords],
    among: [...shared, ...sharedChinese],
  },
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

for (const { start, article, notIn, queries, among } of languages) {
  for (const query of among) {
    test(`from ${start} “${query}” finds the article among the first`, async ({ page }) => {
      await page.goto(start);
      await openSearch(page);
      await firstResult(page, query);
      const found = await results(page).evaluateAll((links) =>
        links.map((link) => link.getAttribute('href') ?? ''),
      );
      expect(found.filter((href) => article.test(href))).not.toEqual([]);
    });
  }

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

/** What a reader would paste of a signature: the words by which it is recognised. */
const keyLines = loadKnowledge().problems.flatMap(({ id, signatures }) =>
  signatures.map(({ lines }) => ({ id, line: lines.join(' ') })),
);
const wordsOf = (line: string): string[] => line.toLowerCase().match(/[\w.]+/g) ?? [];
/** The same words may belong to several problems; then any of them may come first. */
const ownersOf = (line: string): string[] =>
  keyLines
    .filter((other) => wordsOf(line).every((word) => wordsOf(other.line).includes(word)))
    .map(({ id }) => id);

for (const start of ['./', './zh/']) {
  test(`from ${start} the key line of every signature finds its problem first`, async ({ page }) => {
    await page.goto(start);
    await openSearch(page);
    const strays: string[] = [];
    for (const { line } of keyLines) {
      await dialog(page).locator('input[type=search]').fill('');
      await expect(results(page)).toHaveCount(0);
      const href = await firstResult(page, line).catch(() => 'nothing');
      if (!ownersOf(line).some((owner) => href.includes(`/${owner}/`))) strays.push(`${line}: ${href}`);
    }
    expect(strays).toEqual([]);
  });
}
