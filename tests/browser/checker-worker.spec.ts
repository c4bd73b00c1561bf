import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

const box = (page: Page, name: 'commandLine' | 'zfsVersion' | 'text') =>
  page.locator(`textarea[name="${name}"]`);
const verdict = (page: Page) => page.locator('[data-verdict]');

const excerpt = readFileSync(
  'content/problems/16689-zero-page/evidence/6.12-checks-on-first-write.txt',
  'utf8',
);
/** The browser itself lays out a text of 1 MB for seconds on a busy machine. */
const patience = { timeout: 60_000 };
const LOG = excerpt.repeat(Math.floor(1_000_000 / Buffer.byteLength(excerpt)));

/** Puts a long text into a box as a paste does; Playwright's `fill` types it, which takes minutes for 1 MB. */
const paste = (page: Page, text: string): Promise<void> =>
  box(page, 'text').evaluate((area, pasted) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the box is no textarea');
    area.value = pasted;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

test('a log of 1 MB is judged in a worker, while another box takes what is typed', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'zfsVersion').fill('zfs-kmod-2.3.4-1');
  await expect(verdict(page)).toContainText('Fixed');
  expect(page.workers()).toHaveLength(0);

  const started = page.waitForEvent('worker');
  await paste(page, LOG);
  await box(page, 'zfsVersion').fill('');
  await box(page, 'zfsVersion').pressSequentially('zfs-kmod-2.3.99-90_g38c0324c0f');
  expect((await started).url()).toContain('checker.worker');
  await expect(box(page, 'zfsVersion')).toHaveValue('zfs-kmod-2.3.99-90_g38c0324c0f');
  await expect(verdict(page)).toContainText('Affected', patience);
  await expect(
    verdict(page).locator('code', {
      hasText: 'BUG: Bad page state in process zptest',
    }),
  ).toBeVisible();
});

test('the newest paste wins over a long one that is still being judged', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'text').focus();
  const long = LOG.slice(0, 200_000);
  const started = page.waitForEvent('worker');
  await paste(page, long);
  await started;
  await box(page, 'text').fill('zfs-kmod-2.3.4-1');
  await expect(verdict(page)).toContainText('Fixed');
  await paste(page, `${long}\nzfs-kmod-2.3.99-90_g38c0324c0f\n`);
  await expect(verdict(page)).toContainText('Affected', patience);
});

test('where the browser makes no worker, a long log is judged all the same', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Worker', { value: undefined });
  });
  await page.goto('./check/');
  await paste(page, `${LOG}\nzfs-kmod-2.3.99-90_g38c0324c0f\n`);
  await expect(verdict(page)).toContainText('Affected', patience);
  expect(page.workers()).toHaveLength(0);
});
