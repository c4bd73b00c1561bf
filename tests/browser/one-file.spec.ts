import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { EDITIONS, idPrefix } from '../../src/offline/one-file/editions.ts';
import { test as base, expect, expectNoAxeViolations, RULES_OF_LOOK } from './support.ts';

/** Every test also fails if the file asks for anything but itself; its worker is made of its own bytes. */
const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file:') && !/^(data|blob):/.test(request.url()))
        asked.push(request.url());
      if (request.url().startsWith('file:') && !request.isNavigationRequest()) asked.push(request.url());
    });
    await use(page);
    expect(asked, 'what the file asked for').toEqual([]);
  },
});

// The file is as long as a book, and a busy machine lays it out slowly.
test.describe.configure({ timeout: 300_000 });

const addressOf = (file: string, fragment = ''): string =>
  pathToFileURL(join(import.meta.dirname, '../../dist', file)).href + fragment;

/** The first search reads the whole file, which takes long on a busy machine. */
const patience = { timeout: 60_000 };

const field = (page: Page) => page.locator('#file-search');
const results = (page: Page) => page.locator('[data-results] li a');

const paste = readFileSync('tests/fixtures/collected/ubuntu-24.04-2.3.0-rc2-switched-on.txt', 'utf8');
/** Long enough for the worker. */
const log = readFileSync('content/problems/16689-zero-page/evidence/6.12-checks-on-first-write.txt', 'utf8');
const longPaste = `${log.repeat(Math.ceil(300_000 / log.length))}\nzfs-kmod-2.3.99-90_g38c0324c0f\n`;

const identifiers = ['try_grab_folio', 'mm/gup.c:144', '16689', 'c8a326aab7'];
const chineseWords = ['零页', '引用计数'];
/** Words that other problems have as well. */
const shared = ['init_on_alloc=0', '2.3.0-rc3'];

/** Puts the long text into the box as a paste does. */
async function pasteLong(page: Page): Promise<void> {
  const box = page.locator('#check textarea[name="text"]');
  await box.focus();
  await box.evaluate((area, text) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the box is no textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, longPaste);
}

/** Each reading that a file offers: an edition in one of its languages. */
const readings = EDITIONS.flatMap((edition) =>
  edition.languages.map((language) => {
    const prefix = idPrefix(edition, language);
    return {
      ...edition,
      language,
      prefix,
      first: language === 'zh' ? [...identifiers, ...chineseWords] : identifiers,
      among: language === 'zh' ? [...shared, '内存损坏'] : shared,
      affected: language === 'zh' ? '受影响' : 'Affected',
    };
  }),
);

for (const { file, name, language, prefix, first, among, affected } of readings) {
  const where = `${file} in ${language}`;

  test(`${where}: the address of a section shows that section`, async ({ page }) => {
    await page.goto(addressOf(file, `#${prefix}16689/root-cause`));
    await expect(page.locator(`[id="${prefix}16689/root-cause"]`)).toBeInViewport();
  });

  test(`${where}: the search finds the right section first`, async ({ page }) => {
    await page.goto(addressOf(file, `#${prefix}home`));
    // The file of both languages searches twice as much; that it does so rightly, a few terms show.
    const isWhole = name === 'both';
    for (const query of isWhole ? first.slice(0, 2) : first) {
      await field(page).fill('');
      await expect(page.locator('[data-results]')).toBeHidden();
      await field(page).fill(query);
      await expect(results(page).first(), query).toHaveAttribute(
        'href',
        new RegExp(`^#${prefix}16689(/|$)`),
        patience,
      );
    }
    for (const query of isWhole ? among.slice(0, 1) : among) {
      await field(page).fill('');
      await expect(page.locator('[data-results]')).toBeHidden();
      await field(page).fill(query);
      await expect(results(page).first(), query).toBeVisible(patience);
      await expect(page.locator(`[data-results] a[href^="#${prefix}16689"]`).first(), query).toBeVisible();
    }
  });

  test(`${where}: a real paste is judged, and the verdict leads to the article in the file`, async ({
    page,
  }) => {
    await page.goto(addressOf(file, `#${prefix}check`));
    const checker = page.locator(`[id="${prefix}check"]`);
    await checker.locator('textarea[name="text"]').fill(paste);
    await expect(checker.locator('[data-verdict]')).toContainText(affected);
    const link = checker.locator(`[data-verdict] a[href="#${prefix}16689/what-to-do"]`).first();
    await link.click();
    await expect(page.locator(`[id="${prefix}16689/what-to-do"]`)).toBeInViewport();
  });

  test(`${where}: links between articles stay in the file`, async ({ page }) => {
    await page.goto(addressOf(file, `#${prefix}home/problems`));
    await page.locator(`[id="${prefix}home"] [data-register] a[href="#${prefix}18051"]`).click();
    await expect(page.locator(`[id="${prefix}18051"]`)).toBeInViewport();
    if (name === 'both') {
      const other = language === 'en' ? 'zh/' : '';
      await page.locator(`[id="${prefix}18051"] .part-links a[hreflang]`).click();
      await expect(page.locator(`[id="${other}18051"]`)).toBeInViewport();
    }
  });
}

test('a long paste is judged in a worker made of the file itself', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.en.html', '#check'));
  const started = page.waitForEvent('worker');
  await pasteLong(page);
  expect((await started).url()).toMatch(/^blob:/);
  await expect(page.locator('#check [data-verdict]')).toContainText('Affected', patience);
});

base(
  'opened from the site it judges a long paste as well, under the policy of the headers',
  async ({ page }) => {
    await page.goto('./openzfs-problem-notes.zh.html#check');
    const started = page.waitForEvent('worker');
    await pasteLong(page);
    expect((await started).url()).toMatch(/^blob:/);
    await expect(page.locator('#check [data-verdict]')).toContainText('受影响', patience);
  },
);

test('the report names the site’s addresses, not those of the disk', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.zh.html', '#check'));
  await page.locator('#check textarea[name="text"]').fill(paste);
  await page.locator('#check [data-report] summary').click();
  const report = page.locator('#check textarea[data-report-text]');
  await expect(report).toHaveValue(/https?:\/\/\S+\/zh\/16689\//);
  await expect(report).not.toHaveValue(/file:|null\//);
  await page.locator('#check select[data-language]').selectOption('en');
  await expect(report).toHaveValue(/https?:\/\/\S+\/16689\//);
});

test('a result is opened by keyboard alone, from anywhere in the file', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.en.html', '#18051/fix'));
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('try_grab_folio');
  await expect(results(page).first()).toBeVisible(patience);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toBeFocused();
  const href = (await results(page).first().getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-results]')).toBeHidden();
  await expect(page.locator(`[id="${href.slice(1)}"]`)).toBeInViewport();
});

test('the list of problems is filtered in the file as on the site', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.html', '#zh/home/problems'));
  const list = page.locator('[id="zh/home"] [data-register] > li:visible');
  const all = await list.count();
  await page.locator('[id="zh/home"] select[name="version"]').selectOption('2.3.9');
  await expect.poll(() => list.count()).toBeLessThan(all);
  await expect(page.locator('[id="home"] [data-register] > li:visible')).toHaveCount(all);
});

test('the theme can be changed where storage is forbidden', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no storage', 'SecurityError');
      },
    });
  });
  await page.goto(addressOf('openzfs-problem-notes.en.html'));
  const button = page.locator('[data-theme-switch]');
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(button).toContainText('Dark');
});

test('copy buttons speak the language of what they stand in', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.html'));
  await expect(page.locator('[id="16689"] button.copy').first()).toHaveText('Copy');
  await expect(page.locator('[id="zh/16689"] button.copy').first()).toHaveText('复制');
});

test('on paper the bar and the controls are left out, and the articles are not', async ({ page }) => {
  await page.goto(addressOf('openzfs-problem-notes.en.html'));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.file-bar')).toBeHidden();
  await expect(page.locator('[data-checker]').first()).toBeHidden();
  await expect(page.locator('[id="16689/root-cause"]')).toBeVisible();
});

test('the file of both languages has no axe violation in either theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.goto(addressOf('openzfs-problem-notes.html'));
  // What repeats for each problem is looked at once; ids, landmarks and headings are those of the whole file.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll('[data-part]')) {
      if (!(part instanceof HTMLElement)) continue;
      // axe would measure what is far away without its layout.
      part.style.contentVisibility = 'visible';
      if (/\/?\d+$/.test(part.id) && !/(^|\/)(16689|7734)$/.test(part.id)) part.remove();
    }
  });
  await field(page).fill('init_on_alloc');
  await expect(results(page).first()).toBeVisible(patience);
  await expectNoAxeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expectNoAxeViolations(page, 'html', RULES_OF_LOOK);
});

for (const { file } of EDITIONS) {
  test(`${file} does not scroll sideways at 360 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(addressOf(file));
    const { content, window } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(content).toBeLessThanOrEqual(window);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every article is there to read, one after another', async ({ page }) => {
    await page.goto(addressOf('openzfs-problem-notes.html', '#zh/16689/root-cause'));
    await expect(page.locator('[id="zh/16689/root-cause"]')).toBeInViewport();
    await expect(page.locator('[id="16689/root-cause"]')).toBeVisible();
    await expect(page.locator('[id="18051/am-i-affected"]')).toBeVisible();
    await expect(field(page)).toBeHidden();
    await expect(page.locator('.needs-script:visible')).toHaveCount(0);
  });
});
