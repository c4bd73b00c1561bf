import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile, type InlineHashes, withPolicy } from './content-security-policy.ts';
import { type BuiltPage, writeSearchIndex } from './pagefind-index.ts';

/**
 * The site's own steps on the finished files, in an order that matters: the search index, the policy with the hashes of
 * the final HTML, the headers that repeat it. It must be the last integration.
 */
export function siteIntegration(): AstroIntegration {
  let base = '';
  return {
    name: 'openzfs-problem-notes',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/+$/, '');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const files = await htmlFiles(dist);
        const pages = await Promise.all(files.map((file) => readPage(dist, file)));
        const counts = await writeSearchIndex(dist, pages);
        const summary = [...counts].map(([language, count]) => `${count} in ${language}`).join(', ');
        logger.info(`search: ${summary || 'no'} records`);
        const hashes = await Promise.all(files.map((file) => writePolicy(dist, file)));
        await writeFile(join(dist, '_headers'), headersFile(hashes, base));
        logger.info(`policy: ${files.length} pages`);
      },
    },
  };
}

async function htmlFiles(dist: string): Promise<string[]> {
  const names = await readdir(dist, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).sort();
}

async function readPage(dist: string, file: string): Promise<BuiltPage> {
  const address = `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
  return { address, html: await readFile(join(dist, file), 'utf8') };
}

async function writePolicy(dist: string, file: string): Promise<InlineHashes> {
  const path = join(dist, file);
  const { html, hashes } = withPolicy(await readFile(path, 'utf8'), file);
  await writeFile(path, html);
  return hashes;
}
