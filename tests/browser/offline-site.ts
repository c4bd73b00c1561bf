import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { writeServiceWorker } from '../../src/build/offline/service-worker.ts';
import { createStaticServer, listen, normaliseBase } from '../../tools/serve.mjs';
import { test as base, complaintsOf, expect } from './support.ts';

export { expect };

export const dist = join(import.meta.dirname, '../../dist');
/** The base path of the build, without its last slash. */
export const basePath = normaliseBase(process.env.BASE_PATH);

/** A server of its own for one test, which can be stopped and can change what it serves. */
export interface OwnSite {
  /** The address of a path under the base, at which a page can be opened. */
  address(path: string): string;
  /** Serves another folder at the same address. `lastRequests`: how many are answered before it falls silent. */
  serve(folder: string, lastRequests?: number): Promise<void>;
  stop(): Promise<void>;
  /** How many requests came so far. */
  requests(): number;
}

async function ownSite(): Promise<OwnSite> {
  let server: Server | undefined;
  let port = 0;
  let requests = 0;
  const stop = async (): Promise<void> => {
    const stopped = new Promise((resolve) => server?.close(resolve));
    server?.closeAllConnections();
    await (server && stopped);
    server = undefined;
  };
  const serve = async (folder: string, lastRequests = Number.POSITIVE_INFINITY): Promise<void> => {
    await stop();
    let left = lastRequests;
    server = createStaticServer(folder, basePath);
    server.prependListener('request', (request) => {
      left -= 1;
      requests += 1;
      if (left < 0) request.socket.destroy();
    });
    port = await listen(server, port, true);
  };
  await serve(dist);
  return {
    address: (path) => `http://127.0.0.1:${port}${basePath}${path}`,
    serve,
    stop,
    requests: () => requests,
  };
}

const folders: string[] = [];

/** An empty folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  folders.push(folder);
  return folder;
}

/** A copy of the built site, to be changed. */
export function copyOfDist(): string {
  const folder = temporaryFolder();
  cpSync(dist, folder, { recursive: true });
  return folder;
}

/**
 * A new version of the site in a folder of its own: every title says so, and the scripts that are loaded on demand have
 * new names, as their content would give them.
 */
export async function newVersion(): Promise<string> {
  const folder = copyOfDist();
  const scripts = readdirSync(join(folder, '_astro')).filter((name) => name.includes('.client.'));
  const renamed = scripts.map((name) => [name, name.replace('.client.', '.client.new-')] as const);
  for (const [from, to] of renamed) renameSync(join(folder, '_astro', from), join(folder, '_astro', to));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(html|js)$/.test(name) || name === 'sw.js') continue;
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8').replace('</title>', ' (new)</title>');
    writeFileSync(
      path,
      renamed.reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    );
  }
  await writeServiceWorker(folder, basePath);
  return folder;
}

/** The footer says that the page's language is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.locator('.colophon nav')).toContainText(/· (saved|已保存)/, { timeout: 60_000 });
}

/** What has been saved from a server that is gone. */
export interface Saved {
  readonly context: BrowserContext;
  address(path: string): string;
}

/** The tests of offline use: their own server, and service workers allowed. */
export const test = base.extend<{ site: OwnSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern.
  site: async ({}, use) => {
    const site = await ownSite();
    await use(site);
    await site.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  },
  serviceWorkers: 'allow',
});

/** The same for tests that only read: both languages were saved by one visit each, then the server was stopped. */
export const testWithoutServer = test.extend<{ page: Page }, { saved: Saved }>({
  saved: [
    async ({ browser }, use) => {
      const site = await ownSite();
      const context = await browser.newContext({ serviceWorkers: 'allow' });
      for (const start of ['/16689/', '/zh/symptoms/']) {
        const page = await context.newPage();
        await page.goto(site.address(start));
        await expectSaved(page);
        await page.close();
      }
      await site.stop();
      await use({ context, address: site.address });
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ saved }, use) => {
    const page = await saved.context.newPage();
    const complaints = await complaintsOf(page);
    await use(page);
    await page.close();
    expect(complaints, 'what the page complained about').toEqual([]);
  },
});
