import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadKnowledge } from '../knowledge/load.ts';
import { sizesOf, takeFrames, writeOneFileEditions } from '../offline/one-file/build.ts';
import { writeTextEditions } from '../offline/text/build.ts';
import { compactHtml } from './compact-html.ts';
import { headersFile, type InlineHashes, withPolicy } from './content-security-policy.ts';
import { writeOffline } from './offline/write-offline.ts';
import { type BuiltPage, writeSearchIndex } from './pagefind-index.ts';
import { redirectPages } from './redirect-pages.ts';

/**
 * The site's own steps on the finished files, in an order that matters: the search index, the compact form of the
 * pages, the policy with the hashes of the final HTML, the headers that repeat it, what offline use needs. It must be the
 * last integration. `SERVICE_WORKER=off` builds a site without a service worker, which removes the one that readers have.
 */
export function siteIntegration(): AstroIntegration {
  let base = '';
  let site = new URL('https://localhost/');
  const withWorker = process.env.SERVICE_WORKER !== 'off';
  return {
    name: 'openzfs-problem-notes',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const saves = command === 'build' && withWorker;
        updateConfig({ vite: { define: { 'import.meta.env.SAVES_PAGES': JSON.stringify(saves) } } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/, '');
        site = new URL(config.site ?? site);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const frames = await takeFrames(dist);
        await writeRedirects(dist, base, site);
        const files = await htmlFiles(dist);
        const pages = await Promise.all(files.map((file) => readPage(dist, file)));
        const counts = await writeSearchIndex(dist, pages);
        const summary = [...counts].map(([language, count]) => `${count} in ${language}`).join(', ');
        logger.info(`search: ${summary || 'no'} records`);
        await Promise.all(files.map((file) => makeCompact(dist, file)));
        const hashes = await Promise.all(files.map((file) => writePolicy(dist, file)));
        const editions = await writeOneFileEditions(dist, frames, site, base);
        const texts = await writeTextEditions(dist, loadKnowledge().problems, `${site.origin}${base}`);
        await writeFile(join(dist, '_headers'), headersFile([...hashes, ...editions], base));
        logger.info(`policy: ${files.length} pages`);
        logger.info(`text editions: ${texts} files`);
        for (const edition of editions) logger.info(sizesOf(edition));
        for (const { name, size } of await writeOffline(dist, base, withWorker)) {
          logger.info(`${name}: ${size}`);
        }
      },
    },
  };
}

/** The addresses of other numbers; written first, so that they get a policy like every page. */
async function writeRedirects(dist: string, base: string, site: URL): Promise<void> {
  for (const { file, html } of redirectPages(loadKnowledge().problems, base, site)) {
    const path = join(dist, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, html);
  }
}

async function htmlFiles(dist: string): Promise<string[]> {
  const names = await readdir(dist, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).sort();
}

async function readPage(dist: string, file: string): Promise<BuiltPage> {
  const address = `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
  return { address, html: await readFile(join(dist, file), 'utf8') };
}

/** What a page can be found by is in the index now; readers need not load it, nor the spaces between blocks. */
async function makeCompact(dist: string, file: string): Promise<void> {
  const path = join(dist, file);
  const html = await readFile(path, 'utf8');
  await writeFile(path, compactHtml(html.replace(/ data-search-aliases="[^"]*"/, '')));
}

async function writePolicy(dist: string, file: string): Promise<InlineHashes> {
  const path = join(dist, file);
  const { html, hashes } = withPolicy(await readFile(path, 'utf8'), file);
  await writeFile(path, html);
  return hashes;
}
