import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './support.ts';

const paste = (page: Page, version: string) =>
  page.locator('textarea[name="zfsVersion"]').fill(`zfs-${version}\nzfs-kmod-${version}`);

const places = (page: Page) => page.locator('.windows:not([data-verdict] *) ol b').allTextContents();

test('the figure shows where the pasted build stands, between the rows that it lies between', async ({
  page,
}) => {
  await page.goto('./16689/');
  await paste(page, '2.3.99-90_g38c0324c0f');
  const here = page.locator('.windows li.here');
  await expect(here).toHaveText(/2\.3\.99-90\s+your build/);
  const names = await places(page);
  expect(names.indexOf('2.3.99-90')).toBeGreaterThan(names.indexOf('2.3.99-20'));
  expect(names.indexOf('2.3.99-90')).toBeLessThan(names.indexOf('2.3.99-96'));
  await expect(here.locator('path.affected')).toHaveCount(1);
  await page.locator('button[type="reset"]').click();
  await expect(here).toHaveCount(0);
});

test('a build that the figure names is marked in its own row, and the mark moves with the paste', async ({
  page,
}) => {
  await page.goto('./zh/16689/');
  const before = await places(page);
  await paste(page, '2.3.0-rc2');
  const marked = page.locator('.windows li:has(strong)');
  await expect(marked).toHaveText(/2\.3\.0-rc2.*当前构建/);
  expect(await places(page)).toEqual(before);
  await paste(page, '2.4.4-1');
  await expect(marked).toHaveText(/2\.4\.4.*当前构建/);
  await expect(marked).toHaveCount(1);
});

test('a version that names no commit is told in words, and no point is marked', async ({ page }) => {
  await page.goto('./16689/');
  await paste(page, '2.3.99-1');
  await expect(page.locator('[data-verdict]')).toContainText(
    '2.3.99-1 names no commit: it stands somewhere from 2.3.99 to before 2.4.99, so no point is marked.',
  );
  await expect(page.locator('.windows .here')).toHaveCount(0);
  await paste(page, '2.3.0-rc9');
  await expect(page.locator('[data-verdict]')).toContainText('2.3.0-rc9 has no place in the history');
  await expect(page.locator('.windows .here')).toHaveCount(0);
});

test('on the checker’s page the figure stands in the verdict, with the build in it', async ({ page }) => {
  await page.goto('./zh/check/');
  await paste(page, '2.3.99-90_g38c0324c0f');
  const figure = page.locator('[data-verdict] details[open] .windows').first();
  await expect(figure.locator('li.here')).toHaveText(/2\.3\.99-90\s+当前构建/);
  const drawn = await figure.locator('ol b').allTextContents();
  await expectNoAxeViolations(page, '[data-verdict]');
  await page.goto('./zh/16689/');
  expect(drawn.filter((name) => name !== '2.3.99-90')).toEqual(await places(page));
});

for (const width of [360, 768, 1440]) {
  for (const address of ['./16689/', './zh/16689/', './15526/', './zh/18556/']) {
    test(`at ${width} pixels no label of the figures of ${address} lies on another or leaves the page`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      const faults = await page.evaluate(() => {
        const labels = [
          ...document.querySelectorAll('.windows :is(text, b, time, .status, div > span, li > div, strong)'),
          ...document.querySelectorAll('.path p, .outcomes :is(th, td)'),
        ].filter((label) => label.getClientRects().length > 0);
        const boxes = labels.map((label) => ({ label, box: label.getBoundingClientRect() }));
        const name = ({ label }: { label: Element }) => label.textContent?.trim().slice(0, 40);
        return boxes.flatMap((one, index) => [
          ...(one.box.left < -1 || one.box.right > window.innerWidth + 1 ? [`outside: ${name(one)}`] : []),
          ...boxes.slice(index + 1).flatMap((other) => {
            const isWithin = one.label.contains(other.label) || other.label.contains(one.label);
            const overlap =
              one.box.left < other.box.right - 0.5 &&
              other.box.left < one.box.right - 0.5 &&
              one.box.top < other.box.bottom - 0.5 &&
              other.box.top < one.box.bottom - 0.5;
            return overlap && !isWithin ? [`${name(one)} × ${name(other)}`] : [];
          }),
        ]);
      });
      expect(faults).toEqual([]);
    });
  }
}

test('letters in the figures are no smaller than 11 pixels on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('./16689/');
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll('.windows *, .path *, .outcomes *')].map((part) =>
      Number.parseFloat(getComputedStyle(part).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
});

test('with forced colours every stroke and mark of the figure stays visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./16689/');
  const colours = await page.evaluate(() => {
    const seen = (of: Element) => getComputedStyle(of).color;
    const paths = [...document.querySelectorAll('.windows .lanes > *')];
    return { paper: getComputedStyle(document.body).backgroundColor, strokes: [...new Set(paths.map(seen))] };
  });
  expect(colours.strokes).toHaveLength(1);
  expect(colours.strokes[0]).not.toBe(colours.paper);
});

test('what a stroke means shows in its form: width, gap or hatching differ from one to the next', async ({
  page,
}) => {
  await page.goto('./18556/');
  const forms = await page.evaluate(() =>
    [...document.querySelectorAll('.windows figcaption path')].map((path) => {
      const { strokeWidth, strokeDasharray } = getComputedStyle(path);
      return `${strokeWidth} ${strokeDasharray} ${path.getAttribute('d')?.match(/M/g)?.length}`;
    }),
  );
  expect(new Set(forms).size).toBe(forms.length);
  expect(forms.length).toBeGreaterThan(2);
});

test('each run of the reproduction leads to its transcript', async ({ page }) => {
  await page.goto('./16689/');
  const links = await page
    .locator('.outcomes td a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect(link).toContain('/16689/evidence/');
    expect((await page.request.get(link)).status()).toBe(200);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the figures say in words what they draw', async ({ page }) => {
    await page.goto('./16689/');
    const figure = page.locator('.windows');
    await expect(figure.locator('figcaption')).toContainText('has the defect, Direct I/O on by default');
    await expect(figure.locator('svg:not([aria-hidden="true"])')).toHaveCount(0);
    const rows = (await figure.locator('ol > li > div').allTextContents()).map((row) =>
      row.replace(/\s+/g, ' ').trim(),
    );
    expect(rows[0]).toBe('2.2.99-700 2024-09-14 Direct I/O on by default introduced by a10e552b99');
    expect(rows).toContain('2.3.99-96 2024-12-02 fixed by c8a326aab7');
    expect(rows).toContain('2.2.99-890 2.3 leaves master');
  });

  test('the path to a verdict ends in words, and leads to what to do where there is something to do', async ({
    page,
  }) => {
    await page.goto('./zh/16689/');
    const ends = page.locator('.path .end');
    const verdicts = (await ends.allTextContents()).map((end) => end.replace(/\s+/g, ' ').trim());
    expect(verdicts).toEqual([
      '不受影响',
      '无法判定 拿不准时怎么办',
      '潜伏 现在怎么办',
      '受影响 现在怎么办',
      '无法判定',
      expect.stringContaining('被拦下'),
      '静默的内存损坏',
      expect.stringContaining('被拦下'),
      '静默的内存损坏',
      '无法判定',
      '已修复',
      '不受影响',
    ]);
    await ends.locator('a', { hasText: '现在怎么办' }).first().click();
    await expect(page).toHaveURL(/#what-to-do$/);
  });
});
