import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { GATHER_COMMAND } from '../../src/components/checker/gather-command.ts';
import { expect, expectNoAxeViolations, test } from './support.ts';

const REPORTER = 'zfs-2.3.99-90_g38c0324c0f\nzfs-kmod-2.3.99-90_g38c0324c0f';
const ZEN = 'Linux host 6.11.9-zen1-1-zen #1 ZEN SMP PREEMPT_DYNAMIC x86_64 GNU/Linux';

const box = (page: Page, name: 'commandLine' | 'zfsVersion' | 'text') =>
  page.locator(`textarea[name="${name}"]`);
const verdict = (page: Page) => page.locator('[data-verdict]');

for (const address of ['./check/', './16689/']) {
  test(`${address} finds the reporter's machine affected, with silent corruption, as one types`, async ({
    page,
  }) => {
    await page.goto(address);
    await box(page, 'commandLine').pressSequentially('init_on_alloc=0 init_on_free=0');
    await box(page, 'zfsVersion').fill(REPORTER);
    await box(page, 'text').fill(ZEN);
    await expect(verdict(page)).toContainText('Affected');
    await expect(verdict(page)).toContainText('Silent memory corruption');
    await expect(verdict(page)).toContainText('echo 0 > /sys/module/zfs/parameters/zfs_dio_enabled');
    await expect(verdict(page).locator('code', { hasText: 'init_on_alloc=0' }).first()).toBeVisible();
    await expectNoAxeViolations(page, '[data-checker]');
  });
}

test('init_on_alloc=1 on the same machine turns the expected outcome into a contained one', async ({
  page,
}) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill(REPORTER);
  await box(page, 'text').fill(ZEN);
  await box(page, 'commandLine').fill('init_on_alloc=0 init_on_free=0');
  await expect(verdict(page)).toContainText('Silent memory corruption');
  await box(page, 'commandLine').fill('init_on_alloc=1 init_on_free=0');
  await expect(verdict(page)).toContainText('Contained');
});

test('the Chinese page judges in Chinese', async ({ page }) => {
  await page.goto('./zh/check/');
  await box(page, 'zfsVersion').fill('zfs-kmod-2.3.0-rc2');
  await expect(verdict(page)).toContainText('潜伏');
  await verdict(page).getByText('16689 ·').click();
  await expect(verdict(page)).toContainText('直接 I/O 处于关闭状态');
  await expectNoAxeViolations(page, '[data-checker]');
});

test('a text in the wrong box is still understood', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'commandLine').fill('zfs-2.3.4-1\nzfs-kmod-2.3.4-1');
  await expect(verdict(page)).toContainText('Fixed');
});

test('2.3.99-1 is unknown, and the page says what would settle it', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill('zfs-2.3.99-1\nzfs-kmod-2.3.99-1');
  await expect(verdict(page)).toContainText('Unknown');
  await expect(verdict(page)).toContainText('git describe --long');
});

test('a pasted log shows the lines that this problem prints', async ({ page }) => {
  await page.goto('./check/');
  const log = 'content/problems/16689-zero-page/evidence/6.12-checks-on-first-write.txt';
  await box(page, 'text').fill(readFileSync(log, 'utf8'));
  await expect(
    verdict(page).locator('code', { hasText: 'BUG: Bad page state in process zptest' }),
  ).toBeVisible();
});

test('the verdict is announced once typing pauses', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill('zfs-kmod-2.3.4-1');
  await expect(page.getByRole('status')).toHaveText(/^Verdict: .*Fixed \d+/);
});

test('text that cannot be used gets a sentence at its box, and nothing typed is lost', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'text').fill('The quick brown fox');
  await expect(box(page, 'text')).toHaveAccessibleDescription(/Expected a kernel command line/);
  await expect(box(page, 'text')).toHaveAttribute('aria-invalid', 'true');
  await expect(box(page, 'text')).toHaveValue('The quick brown fox');
  await box(page, 'text').fill('x'.repeat(1_100_000));
  await expect(box(page, 'text')).toHaveAccessibleDescription(/longer than 1 MiB/);
  expect((await box(page, 'text').inputValue()).length).toBe(1_100_000);
  await box(page, 'text').fill('zfs-kmod-2.3.4-1');
  await expect(box(page, 'text')).toHaveAttribute('aria-invalid', 'false');
  await expect(verdict(page)).toContainText('Fixed');
});

test('pasted markup stays text', async ({ page }) => {
  await page.goto('./check/');
  const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  await box(page, 'zfsVersion').fill(`zfs-kmod-2.3.4-1${hostile}`);
  await box(page, 'commandLine').fill(`init_on_alloc=${hostile}`);
  await box(page, 'text').fill(`${hostile}\nBUG: Bad rss-counter state ${hostile}`);
  await expect(verdict(page)).not.toBeEmpty();
  await expect(verdict(page).locator('img, script')).toHaveCount(0);
});

test('nothing that is pasted leaves the page', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').focus();
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await box(page, 'zfsVersion').fill(REPORTER);
  await box(page, 'text').fill('hostid=secret');
  await expect(verdict(page)).toContainText('Affected');
  expect(requests).toEqual([]);
  expect(page.url()).not.toContain('secret');
});

test('the boxes can be cleared', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill(REPORTER);
  await expect(verdict(page)).toContainText('Affected');
  await page.getByRole('button', { name: 'Clear all boxes' }).click();
  await expect(box(page, 'zfsVersion')).toHaveValue('');
  await expect(verdict(page)).toContainText('The verdict appears here');
});

test('a command is copied without its prompt', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./check/');
  const button = page.locator('.checker-form .code button');
  await button.click();
  await expect(button).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(GATHER_COMMAND);
});

test('a copy that the browser refuses is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await page.goto('./check/');
  const button = page.locator('.checker-form .code button');
  await button.click();
  await expect(button).toContainText('Copying failed');
});

test('if the checker cannot be loaded the page says so, and typing again tries again', async ({
  browser,
}) => {
  const page = await browser.newPage();
  let broken = true;
  await page.route('**/_astro/checker.client*', (route) => (broken ? route.abort() : route.continue()));
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill(REPORTER);
  await expect(verdict(page)).toContainText('could not be loaded');
  broken = false;
  await page.close();
});

test('verdicts are grouped, the most urgent stands open, and what is fixed is folded away', async ({
  page,
}) => {
  await page.goto('./check/');
  await box(page, 'text').fill(
    'zfs-kmod-2.3.1-1\nLinux host 6.8.0-45-generic #45-Ubuntu SMP x86_64 GNU/Linux',
  );
  const found = verdict(page);
  await expect(found.getByRole('heading', { name: /^Affects this system/ })).toBeVisible();
  await expect(found.locator('details[open]')).toHaveCount(1);
  await expect(found.getByText(/^Fixed, or does not concern this system/)).toBeVisible();
  await expect(found.getByText('16689 ·')).toBeHidden();
  await found.getByText(/^Fixed, or does not concern this system/).click();
  await expect(found.getByText('16689 ·')).toBeVisible();
});

test('a line of a log points to its problem whatever else the paste says', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'text').fill(
    'zfs-kmod-2.2.6-1\nusercopy: Kernel memory exposure attempt detected from vmalloc (offset 1035479, size 324393)!\nkernel BUG at mm/usercopy.c:102!',
  );
  const first = verdict(page).locator('details').first();
  await expect(first.locator('summary')).toContainText('15918');
  await expect(first).toContainText('The log has a line that fits (bug), but other faults print it too.');
  await expect(first).toContainText('kernel BUG at mm/usercopy.c:102!');
});

test('in an article its own problem is judged first, and the others are folded under it', async ({
  page,
}) => {
  await page.goto('./18412/');
  await box(page, 'zfsVersion').fill('zfs-kmod-2.3.6-1');
  await expect(verdict(page).locator('section').first()).toContainText('18412 ·');
  await expect(verdict(page).getByText(/^The other problems \(/)).toBeVisible();
});
