import { defineConfig } from '@playwright/test';
import { findBrowser } from './tools/find-browser.mjs';
import { normaliseBase } from './tools/serve.mjs';

// The workers inherit the environment, so all of them and the server agree on the port that the first process chose.
process.env.TEST_PORT ??= String(20_000 + (process.pid % 20_000));
const port = process.env.TEST_PORT;
const executablePath = findBrowser();
const address = `http://127.0.0.1:${port}${normaliseBase(process.env.BASE_PATH)}/`;

export default defineConfig({
  // No test is timed; axe needs long on the whole article when the machine is busy.
  timeout: 120_000,
  testDir: 'tests/browser',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  // A busy machine may miss a step; what fails twice is broken. A test that needed it is named as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['list']],
  use: {
    baseURL: address,
    // Only the tests of offline use save the site.
    serviceWorkers: 'block',
    launchOptions: { args: ['--no-sandbox'], ...(executablePath === null ? {} : { executablePath }) },
  },
  webServer: {
    command: `node tools/serve.mjs --port ${port}`,
    url: address,
    reuseExistingServer: false,
  },
});
