import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './support.ts';

const box = (page: Page, name: string) => page.locator(`textarea[name="${name}"]`);
const report = (page: Page) => page.locator('[data-report-text]');

const PASTE = [
  'root@backup-7:~# uname -a',
  'Linux backup-7 6.11.9-zen1-1-zen #1 ZEN SMP PREEMPT_DYNAMIC x86_64 GNU/Linux',
  'root@backup-7:~# cat /proc/cmdline',
  'BOOT_IMAGE=/vmlinuz-linux-zen root=ZFS=secretpool/ROOT/default rd.luks.uuid=0f2c9d1e-8a3b-4c5d-9e6f-7a8b9c0d1e2f init_on_alloc=0 init_on_free=0',
  'root@backup-7:~# zfs version',
  'zfs-2.3.99-90_g38c0324c0f',
  'zfs-kmod-2.3.99-90_g38c0324c0f',
  'root@backup-7:~# zfs get direct',
  'NAME              PROPERTY  VALUE     SOURCE',
  'secretpool/mysql  direct    disabled  local',
].join('\n');

async function openReport(page: Page, address = './check/'): Promise<void> {
  await page.goto(address);
  await box(page, 'text').fill(PASTE);
  await expect(page.locator('[data-verdict]')).not.toContainText('as you type');
  await page.locator('[data-report] summary').click();
  await expect(report(page)).not.toHaveValue('');
}

test('a report has verdict, facts, reasons and links, and none of the names in the paste', async ({
  page,
}) => {
  await openReport(page);
  const text = await report(page).inputValue();
  for (const expected of [
    'Affected',
    'Silent memory corruption',
    '2.3.99-90_g38c0324c0f',
    '6.11.9-zen1-1-zen',
    'init_on_alloc=0',
    '/16689/#what-to-do',
  ]) {
    expect(text).toContain(expected);
  }
  for (const secret of ['backup-7', 'secretpool', '0f2c9d1e']) expect(text).not.toContain(secret);
  await expectNoAxeViolations(page, '[data-checker]');
});

test('each redaction is shown and can be taken back before copying', async ({ page }) => {
  await openReport(page);
  expect(await report(page).inputValue()).not.toContain('secretpool/mysql');
  await page
    .locator('[data-identifiers] label', { hasText: 'secretpool/mysql' })
    .getByRole('checkbox')
    .check();
  await expect(report(page)).toHaveValue(/secretpool\/mysql/);
});

test('the formats: plain text and the header of OpenZFS’s bug report', async ({ page }) => {
  await openReport(page);
  await page.locator('select[data-format]').selectOption('header');
  await expect(report(page)).toHaveValue(/OpenZFS Version\t\| .*zfs-kmod-2\.3\.99-90_g38c0324c0f/);
  await page.locator('select[data-format]').selectOption('plain');
  await expect(report(page)).not.toHaveValue(/\*\*|###/);
});

test('the Chinese page writes its report in Chinese, or in English on request', async ({ page }) => {
  await openReport(page, './zh/check/');
  await expect(report(page)).toHaveValue(/受影响/);
  await page.locator('select[data-language]').selectOption('en');
  await expect(report(page)).toHaveValue(/Affected/);
  await expect(report(page)).not.toHaveValue(/受影响/);
});

test('report and link are copied; the link holds facts only and leads to the same verdict', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openReport(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect.poll(copied).toBe(await report(page).inputValue());
  await page.getByRole('button', { name: 'Copy a link with the facts' }).click();
  await expect.poll(copied).toContain('/check/#module=');
  const link = await copied();
  expect(link).not.toContain('secretpool');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.locator('[data-verdict]')).toContainText('Silent memory corruption');
});

test('a refused copy of the report is said', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await openReport(page);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await expect(page.locator('[data-report-buttons]')).toContainText('Copying failed');
});
