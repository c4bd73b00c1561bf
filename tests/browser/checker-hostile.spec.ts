import fc from 'fast-check';
import { expect, test } from './support.ts';

/** Marks every element that could come from a pasted text. */
const PLANTED = 'data-planted';

const markup = fc.constantFrom(
  `<b ${PLANTED}>`,
  `<img ${PLANTED} src=x onerror="document.body.setAttribute('${PLANTED}','')">`,
  `<svg ${PLANTED} onload=1>`,
  `"><script ${PLANTED}>1</script>`,
  `</textarea><i ${PLANTED}>`,
  `</code></li><a ${PLANTED} href="javascript:1">`,
  `&lt;b ${PLANTED}&gt;`,
);

/** Texts that the checker quotes, with markup in every place where a quotation may take it along. */
const hostile = fc
  .tuple(markup, markup, markup, fc.string({ maxLength: 20 }))
  .map(
    ([first, second, third, noise]) =>
      `BUG: Bad rss-counter state ${first}\nzfs-kmod-2.3.99-90_g38c0324c0f${second}\n` +
      `Linux ${third} 6.11.9-zen1-1-zen #1 ZEN SMP\ntank${first}\tdirect\tdisabled\tlocal\n` +
      `BOOT_IMAGE=/vmlinuz${second} root=ZFS=${third} init_on_alloc=0${first}\n${noise}${third}`,
  );

test('no element of the page is ever made from pasted text, whatever it is', async ({ page }) => {
  await page.goto('./check/');
  await page.locator('textarea[name="text"]').fill('zfs-kmod-2.3.4-1');
  await page.locator('.checker-facts summary').click();
  await page.locator('.checker-report summary').click();
  await expect(page.locator('[data-report-text]')).not.toHaveValue('');
  for (const text of fc.sample(hostile, { numRuns: 30, seed: 16689 })) {
    const before = await page.locator('[data-verdict]').innerHTML();
    await page.evaluate((pasted) => {
      for (const name of ['commandLine', 'zfsVersion', 'text']) {
        const box = document.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
        if (box !== null) box.value = pasted;
      }
      document.querySelector('textarea[name="text"]')?.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    // The verdict is written anew once the pause after typing is over.
    await page
      .waitForFunction((old) => document.querySelector('[data-verdict]')?.innerHTML !== old, before, {
        timeout: 2000,
      })
      .catch(() => undefined);
    expect(await page.locator(`[${PLANTED}]`).count(), text).toBe(0);
  }
});
