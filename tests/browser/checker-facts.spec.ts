import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './support.ts';

const box = (page: Page, name: string) => page.locator(`textarea[name="${name}"]`);
const verdict = (page: Page) => page.locator('[data-verdict]');
const fact = (page: Page, name: string) => page.locator(`[data-fact="${name}"]`);

const PASTE = [
  'Linux host 6.8.0-63-generic #66-Ubuntu SMP PREEMPT_DYNAMIC x86_64 GNU/Linux',
  'noise that nobody reads',
  '/proc/cmdline:BOOT_IMAGE=/boot/vmlinuz-6.8.0-63-generic root=ZFS=rpool/root quiet init_on_alloc=1',
  'zfs-2.3.4-1',
  'zfs-kmod-2.3.99-90_g38c0324c0f',
  '[    0.000000] mem auto-init: stack:all(zero), heap alloc:off, heap free:off',
].join('\n');

test('what was read is a table of facts with the exact words, and the words are marked in their place', async ({
  page,
}) => {
  await page.goto('./check/');
  await box(page, 'text').fill(PASTE);
  await page.getByText('What was read').click();
  await expect(fact(page, 'module')).toContainText('2.3.99-90_g38c0324c0f');
  await expect(fact(page, 'kernel')).toContainText('6.8.0-63-generic');
  await expect(fact(page, 'initOnAlloc')).toContainText('from the boot log');
  const lines = page.locator('[data-places] .checker-line');
  await expect(lines).toHaveCount(5);
  await expect(lines.nth(1)).toContainText('init_on_alloc=1');
  await expect(lines.nth(1).locator('mark').last()).toHaveText('init_on_alloc=1');
  await expect(page.locator('[data-places]')).not.toContainText('noise that nobody reads');
  await expectNoAxeViolations(page, '[data-checker]');
});

test('a contradiction is shown with what was believed and why', async ({ page }) => {
  await page.goto('./check/');
  await box(page, 'text').fill(PASTE);
  await page.getByText('What was read').click();
  await expect(page.locator('[data-conflicts]')).toContainText('The boot log and the command line disagree');
  await expect(page.locator('[data-conflicts]')).toContainText('init_on_alloc=1');
});

test('a fact corrected by hand changes the verdict, and clearing brings the old one back', async ({
  page,
}) => {
  await page.goto('./check/');
  await box(page, 'text').fill(PASTE);
  await expect(verdict(page)).toContainText('Affected');
  await page.getByText('What was read').click();
  await fact(page, 'directIo').getByRole('combobox').selectOption({ label: 'off' });
  await expect(verdict(page)).toContainText('Dormant');
  await expect(fact(page, 'directIo')).toContainText('entered by hand');
  await fact(page, 'module').getByRole('textbox').fill('2.3.4-1');
  await expect(verdict(page)).toContainText('Fixed');
  await fact(page, 'module').getByRole('textbox').fill('newest');
  await expect(page.locator('[data-correction-fault]')).toContainText('not a version of OpenZFS');
  await expect(verdict(page)).toContainText('Dormant');
  await page.getByRole('button', { name: 'Clear all boxes' }).click();
  await expect(verdict(page)).toContainText('The verdict appears here');
});

test('a link with facts opens the checker with its verdict, without any pasted text', async ({ page }) => {
  await page.goto('./zh/check/#module=2.3.0-rc2&direct_io=1&kernel=6.12.85%2Bdeb13-amd64&page_checks=0');
  await expect(verdict(page)).toContainText('受影响');
  await expect(verdict(page)).toContainText('静默的内存损坏');
  await expect(box(page, 'text')).toHaveValue('');
});

test('a hostile link makes nothing but an empty checker', async ({ page }) => {
  await page.goto('./check/#module=<img src=x onerror=alert(1)>&kernel=$(reboot)&page_checks=maybe');
  await box(page, 'zfsVersion').focus();
  await expect(verdict(page)).toContainText('The verdict appears here');
  await expect(page.locator('[data-checker] img')).toHaveCount(0);
});

test('the whole way by keyboard on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('./check/');
  await box(page, 'commandLine').focus();
  await page.keyboard.type('init_on_alloc=0 init_on_free=0');
  await page.keyboard.press('Tab');
  await page.keyboard.type('zfs-kmod-2.3.99-90_g38c0324c0f');
  await page.keyboard.press('Tab');
  await page.keyboard.type('6.11.9-zen1-1-zen');
  await expect(verdict(page)).toContainText('Silent memory corruption');
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
});
