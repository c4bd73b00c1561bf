import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { writeRetiringWorker } from '../../src/build/offline/service-worker.ts';
import { ARCHIVE } from '../../src/offline/downloads.ts';
import {
  basePath,
  copyOfDist,
  dist,
  expect,
  expectSaved,
  newVersion,
  temporaryFolder,
  test,
  testWithoutServer,
} from './offline-site.ts';

const addresses = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map(
    (file) =>
      `/${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`,
  )
  .sort();

const languages = [
  { name: 'English', own: addresses.filter((address) => !address.startsWith('/zh/')) },
  { name: 'Chinese', own: addresses.filter((address) => address.startsWith('/zh/')) },
];

/** Where a page lives, as it says itself; a page that leads on names where it leads to. */
const canonicalOf = (address: string): string =>
  /rel="canonical" href="([^"]+)"/.exec(readFileSync(join(dist, address, 'index.html'), 'utf8'))?.[1] ?? '';
const canonical = (page: Page) => page.locator('link[rel=canonical]').getAttribute('href');

const identifiers = ['try_grab_folio', 'mm/gup.c:144', '16689', 'c8a326aab7', 'init_on_alloc=0', '2.3.0-rc3'];
const searches = [
  { start: '/check/', article: /^(?!.*\/zh\/).*\/16689\//, terms: identifiers },
  { start: '/zh/check/', article: /\/zh\/16689\//, terms: [...identifiers, '零页', '引用计数', '内存损坏'] },
];

const panel = (page: Page, language: 'en' | 'zh') => page.locator(`[data-copy=${language}]`);
const notice = (page: Page) => page.locator('.new-version');
const results = (page: Page) => page.locator('dialog#search ol a');

async function openSearch(page: Page): Promise<void> {
  await page.locator('header [data-search-open]').click();
}

async function found(page: Page, term: string): Promise<string[]> {
  const field = page.locator('dialog#search input');
  await field.fill('');
  await expect(results(page)).toHaveCount(0);
  await field.fill(term);
  await expect(results(page).first()).toBeVisible({ timeout: 20_000 });
  return results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** The names of what is saved, in the order in which it was made. */
const copies = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

const registrations = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

testWithoutServer.describe('without the server, after one visit', () => {
  for (const { name, own } of languages) {
    testWithoutServer(`every page in ${name} opens`, async ({ page, saved }) => {
      const strays: string[] = [];
      for (const address of own) {
        const expected = canonicalOf(address);
        await page.goto(saved.address(address), { waitUntil: 'commit' });
        await page.waitForURL((url) => url.pathname === new URL(expected).pathname);
        if ((await canonical(page)) !== expected) strays.push(address);
        if (!(await page.locator('main h1').isVisible())) strays.push(`${address} has no heading`);
      }
      expect(strays).toEqual([]);
      expect(own.length).toBeGreaterThan(40);
    });
  }

  for (const { start, article, terms } of searches) {
    testWithoutServer(`from ${start} the terms of the main job are found`, async ({ page, saved }) => {
      await page.goto(saved.address(start));
      await openSearch(page);
      for (const term of terms) {
        const hrefs = await found(page, term);
        expect(
          hrefs.filter((href) => article.test(href)),
          term,
        ).not.toEqual([]);
      }
    });

    testWithoutServer(
      `on ${start} the checker judges, a long log in its worker, and writes its report`,
      async ({ page, saved }) => {
        await page.goto(saved.address(start));
        await page.locator('textarea[name=zfsVersion]').fill('zfs-kmod-2.3.99-90_g38c0324c0f');
        await expect(page.locator('[data-verdict]')).toContainText(/Affected|受影响/);
        const started = page.waitForEvent('worker');
        await page.locator('textarea[name=text]').fill('nothing to see\n'.repeat(1_000));
        expect((await started).url()).toContain('checker.worker');
        await page.locator('[data-report] summary').click();
        await expect(page.locator('[data-report-text]')).toHaveValue(/2\.3\.99-90_g38c0324c0f/);
      },
    );
  }

  testWithoutServer(
    'a deep link opens without its last slash, and so does another number of a problem',
    async ({ page, saved }) => {
      await page.goto(saved.address('/16689?from=tracker#fix'));
      await expect(page).toHaveURL(/\/16689\/#fix$/);
      await expect(page.locator('[id=fix]')).toBeInViewport();
      await page.goto(saved.address('/16642'));
      await expect(page).toHaveURL(/\/16689\/$/);
      await page.goto(saved.address('/check/index.html'));
      await expect(page.locator('h1')).toHaveText('Check a system');
      const evidence = saved.address('/16689/evidence/6.12-checks-on-first-write.txt');
      expect(await page.evaluate(async (url) => (await fetch(url)).text(), evidence)).toContain(
        'Bad page state',
      );
    },
  );

  test('an address that is not saved gets the page that says so, and search works there', async ({
    page,
    site,
  }) => {
    await page.goto(site.address('/zh/'));
    await expectSaved(page);
    await site.stop();
    for (const address of ['/zh/no-such-page/', '/no-such-page', '/16689/']) {
      await page.goto(site.address(address));
      await expect(page.locator('[data-fallback]')).toContainText('连不上服务器');
    }
    await page.locator('[data-fallback] button').click();
    expect((await found(page, '零页'))[0]).toMatch(/\/zh\/16689\//);
    await page.goto(site.address('/zh/offline/'));
    await expect(page.locator('[data-fallback]')).toBeHidden();
  });
});

test.describe('what is saved', () => {
  test('the other language is saved and removed when the reader says so, and removed it stays', async ({
    page,
    site,
  }) => {
    await page.goto(site.address('/offline/'));
    await expect(panel(page, 'en')).toContainText(/Saved on .+; takes \d\.\d MB/, { timeout: 60_000 });
    await expect(panel(page, 'zh')).toContainText('Not saved');
    await panel(page, 'zh').getByRole('button', { name: 'Save' }).click();
    await expect(panel(page, 'zh').locator('progress')).toBeVisible();
    await expect(panel(page, 'zh')).toContainText('Saved on', { timeout: 60_000 });

    for (const language of ['en', 'zh'] as const) {
      await panel(page, language).getByRole('button', { name: 'Remove' }).click();
      await expect(panel(page, language)).toContainText('Not saved');
    }
    await expect.poll(() => copies(page)).toEqual([]);
    await page.reload();
    await expect(panel(page, 'en')).toContainText('Not saved');
    await page.goto(site.address('/'), { waitUntil: 'networkidle' });
    expect(await copies(page)).toEqual([]);
    expect(await registrations(page)).toBe(0);
  });

  test('where storage is full, the page says so, reading goes on, and nothing half remains', async ({
    context,
    page,
    site,
  }) => {
    await limitStorage(context, page, site.address('/'), 1_000_000);
    await page.goto(site.address('/offline/'));
    await expect(panel(page, 'en')).toContainText('too little storage', { timeout: 60_000 });
    await expect.poll(() => copies(page)).toEqual([]);
    await page.goto(site.address('/16689/'));
    await expect(page.locator('.colophon nav')).toContainText('not saved');
  });

  test('where the connection breaks, the page says so, and a second attempt goes on from there', async ({
    page,
    site,
  }) => {
    await site.serve(dist, 150);
    await page.goto(site.address('/offline/'));
    await expect(panel(page, 'en')).toContainText('Saving stopped', { timeout: 60_000 });
    await site.serve(dist);
    const requests = site.requests();
    await panel(page, 'en').getByRole('button', { name: 'Save' }).click();
    await expect(panel(page, 'en')).toContainText('Saved on', { timeout: 60_000 });
    expect(site.requests() - requests).toBeLessThan(400);
  });

  test('where the browser has no service worker, the page says so', async ({ page, site }) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    });
    await page.goto(site.address('/zh/offline/'));
    await expect(panel(page, 'zh')).toContainText('无法保存页面');
    await expect(page.locator('.colophon nav')).toContainText('未保存');
  });

  test('where the browser refuses, the page says so', async ({ page, site }) => {
    await page.addInitScript(() => {
      ServiceWorkerContainer.prototype.register = () =>
        Promise.reject(new DOMException('no', 'SecurityError'));
    });
    await page.goto(site.address('/offline/'));
    await expect(panel(page, 'en')).toContainText('refused');
  });

  test('files that are not those of the build are refused', async ({ page, site }) => {
    const folder = copyOfDist();
    writeFileSync(join(folder, 'versions/index.html'), 'from another version');
    await site.serve(folder);
    await page.goto(site.address('/offline/'));
    await expect(panel(page, 'en')).toContainText('Saving stopped', { timeout: 60_000 });
  });
});

test.describe('a new version', () => {
  test('is offered, and on a click all tabs change to it: no page mixes two versions, typed text stays', async ({
    context,
    page,
    site,
  }) => {
    await page.goto(site.address('/16689/'));
    await expectSaved(page);
    const [old = ''] = await copies(page);
    const second = await context.newPage();
    await second.goto(site.address('/check/'));
    await second.locator('textarea[name=zfsVersion]').fill('zfs-kmod-2.3.99-90_g38c0324c0f');
    await expect(second.locator('[data-verdict]')).toContainText('Affected');

    await site.serve(await newVersion());
    await page.goto(site.address('/symptoms/'));
    await expect(notice(page)).toContainText('There is a new version', { timeout: 60_000 });
    await expect(page).not.toHaveTitle(/new/);
    // Until then everything is of the old version, also what a page loads late.
    await openSearch(page);
    expect((await found(page, 'try_grab_folio')).length).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.goto(site.address('/versions/'));
    await expect(page).not.toHaveTitle(/new/);
    await expect(notice(second)).toBeVisible();

    await notice(page).getByRole('button', { name: 'Reload' }).click();
    await expect(page).toHaveTitle(/\(new\)$/);
    await expect(second).toHaveTitle(/\(new\)$/);
    await expect(second.locator('textarea[name=zfsVersion]')).toHaveValue('zfs-kmod-2.3.99-90_g38c0324c0f');
    await expect(second.locator('[data-verdict]')).toContainText('Affected');
    await expect.poll(() => copies(page)).not.toContain(old);

    await site.stop();
    for (const address of ['/16689/', '/check', '/zh-no/', '/']) {
      await page.goto(site.address(address));
      await expect(page).toHaveTitle(/\(new\)$/);
    }
    await openSearch(page);
    expect((await found(page, 'try_grab_folio')).length).toBeGreaterThan(0);
  });

  test('that breaks off leaves the old one whole', async ({ page, site }) => {
    await page.goto(site.address('/zh/offline/'));
    await expectSaved(page);
    await site.serve(await newVersion(), 40);
    await page.goto(site.address('/zh/'));
    await page.goto(site.address('/zh/offline/'));
    await expect(panel(page, 'zh')).toContainText('新版本没能完整保存', { timeout: 60_000 });
    await site.stop();
    for (const address of ['/zh/16689/', '/zh/check', '/zh/']) {
      await page.goto(site.address(address));
      await expect(page.locator('h1')).toBeVisible();
      await expect(page).not.toHaveTitle(/new|离线/);
    }
    await openSearch(page);
    expect((await found(page, '零页'))[0]).toMatch(/\/zh\/16689\//);
    expect(await notice(page).count()).toBe(0);
  });

  test('that has no service worker any more removes the old one with all that it saved', async ({
    page,
    site,
  }) => {
    await page.goto(site.address('/'));
    await expectSaved(page);
    const folder = await newVersion();
    await writeRetiringWorker(folder, basePath);
    await site.serve(folder);
    await page.goto(site.address('/symptoms/'));
    await expect(page).toHaveTitle(/\(new\)$/, { timeout: 60_000 });
    // Its pages would register a worker: that must not load them over and over.
    await page.waitForLoadState('networkidle');
    await expect.poll(() => copies(page)).toEqual([]);
    await expect.poll(() => registrations(page)).toBe(0);
  });
});

test('the archive works from any folder whose “site” is the root of a server, and saves nothing', async ({
  page,
  site,
}) => {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(dist, ARCHIVE))))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  await site.serve(join(folder, 'openzfs-problem-notes/site', basePath));
  await page.goto(site.address('/offline/'));
  await expect(page.locator('main')).toContainText('comes from the archive');
  await expect(page.locator('[data-copy]')).toHaveCount(0);
  await page.goto(site.address('/zh/16689/'));
  await openSearch(page);
  expect((await found(page, '零页'))[0]).toMatch(/\/zh\/16689\//);
  expect(await registrations(page)).toBe(0);
});

async function limitStorage(
  context: BrowserContext,
  page: Page,
  origin: string,
  bytes: number,
): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(origin).origin,
    quotaSize: bytes,
  });
}
