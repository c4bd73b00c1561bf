import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { isEdition } from '../../src/offline/one-file/editions.ts';

export { expect };

const dist = join(import.meta.dirname, '../../dist');

const leadsOn = (file: string): boolean =>
  readFileSync(join(dist, file), 'utf8').includes('http-equiv="refresh"');

/** Every page of `dist/` that stays, as addresses relative to the base: `./`, `./16689/`, `./404.html`. */
export const builtPages: readonly string[] = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !isEdition(file) && !leadsOn(file))
  .map(
    (file) =>
      `./${file
        .split(sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1')}`,
  )
  .sort();

/**
 * Collects what a page complains about: an error that it logs or throws, a breach of its Content Security Policy,
 * something that it asks for and does not get. Call it before the page loads anything.
 */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A navigation away cancels what is still loading; that is no failure of the page.
    const reason = request.failure()?.errorText ?? '';
    if (!reason.includes('ERR_ABORTED')) complaints.push(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`response: ${response.status()} ${response.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
  return complaints;
}

/** The test function of all browser tests. A test fails at its end if its page complained. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const complaints = await complaintsOf(page);
    await use(page);
    expect(complaints, 'what the page complained about').toEqual([]);
  },
});

/** What another theme or another width can break; the rest is the same in all of them. */
export const RULES_OF_LOOK = ['color-contrast', 'target-size'];

/**
 * axe finds nothing, in the page or in one part of it: WCAG 2.0 to 2.2, A and AA, and axe's best practices, or only the
 * rules that are named.
 */
export async function expectNoAxeViolations(
  page: Page,
  part = 'html',
  rules: readonly string[] | null = null,
): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    // The pages have no frames; looking for some takes longer than the rest.
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      runOnly:
        rules === null
          ? {
              type: 'tag',
              values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
            }
          : { type: 'rule', values: [...rules] },
    })
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary ?? ''}`),
  );
  expect(found, 'axe violations').toEqual([]);
}
