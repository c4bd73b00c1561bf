import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { Build, SavedList } from '../../offline/messages.ts';
import type { SiteLanguage } from '../../paths.ts';
import { filesFor, integrityOf, readSite, savedList } from './site-files.ts';

const sources = join(import.meta.dirname, '../../offline');

/**
 * Writes `sw.js`, and the lists that it saves by, for the files that are in `dist` now: it must be the last step.
 * @param base the base path without its last slash
 */
export async function writeServiceWorker(dist: string, base: string): Promise<void> {
  const code = await scriptOf('service.worker.ts');
  const files = readSite(dist);
  const written = { en: writeList(dist, 'en', files), zh: writeList(dist, 'zh', files) };
  const version = createHash('sha256')
    .update(code + written.en.integrity + written.zh.integrity)
    .digest('hex')
    .slice(0, 12);
  const constants: Build = { base: `${base}/`, version, lists: written };
  writeFileSync(join(dist, 'sw.js'), `const BUILD=${JSON.stringify(constants)};${code}`);
}

/** Writes the worker that removes a service worker and all that it saved: see `retire.worker.ts`. */
export async function writeRetiringWorker(dist: string, base: string): Promise<void> {
  const constants: Pick<Build, 'base'> = { base: `${base}/` };
  const code = await scriptOf('retire.worker.ts');
  writeFileSync(join(dist, 'sw.js'), `const BUILD=${JSON.stringify(constants)};${code}`);
}

function writeList(dist: string, language: SiteLanguage, files: ReturnType<typeof readSite>) {
  const saved = filesFor(language, files);
  const list: SavedList = savedList(saved);
  const text = JSON.stringify(list);
  mkdirSync(join(dist, 'offline'), { recursive: true });
  writeFileSync(join(dist, `offline/${language}.json`), text);
  return { integrity: integrityOf(text), bytes: saved.reduce((sum, { bytes }) => sum + bytes.length, 0) };
}

/** A worker with everything it imports, as one script. */
async function scriptOf(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(sources, name), output: { format: 'iife' } },
    },
  });
  const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
  return output[0].code;
}
