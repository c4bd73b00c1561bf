/** The one script of a one-file edition, bundled by Vite from `one-file.client.ts` and everything it imports. */
import { join, resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { checkerKnowledge } from '../../build/checker-knowledge-plugin.ts';
import type { Edition } from './editions.ts';

const room = resolve('src/offline/one-file');

/** Modules of the site that the file has in another form: what they do needs other files there. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  [resolve('src/paths.ts')]: join(room, 'paths-in-file.client.ts'),
  [resolve('src/components/checker/worker-script.client.ts')]: join(room, 'worker-script-in-file.client.ts'),
};

/** Packs in Chinese, which an English file has no use for; the Chinese checker writes reports in English as well. */
const CHINESE_PACK = /-pack\.zh\.client\.ts$/;

/**
 * In: the edition; the address of the site with its base path, for links out of the file.
 * Out: a classic script that imports nothing, ready to stand in a `<script>` element. Throws if anything was left over.
 */
export async function bundleFor(edition: Edition, site: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [inFileForms(edition), checkerKnowledge('content')],
    define: {
      'import.meta.env.SITE': JSON.stringify(site),
      'import.meta.env.BILINGUAL': JSON.stringify(edition.languages.length > 1),
    },
    build: {
      write: false,
      target: 'es2022',
      // As a library, so that Vite adds no helper that loads other chunks.
      lib: { entry: join(room, 'one-file.client.ts'), formats: ['iife'], name: 'notes' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as readonly Rolldown.RolldownOutput[];
  const [chunk, ...others] = result.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('The script of the one-file edition was not made.');
  const needed = [
    ...others.map(({ fileName }) => fileName),
    ...chunk.imports,
    ...chunk.dynamicImports,
  ].filter((name) => name !== chunk.fileName);
  if (needed.length > 0)
    throw new Error(`The script of the one-file edition needs more than itself: ${needed.join(', ')}.`);
  return escapeScript(chunk.code.trim());
}

/** A script as text within `<script>`: an end tag or the beginning of a comment in one of its strings would end it. */
export const escapeScript = (code: string): string => code.replace(/<(?=\/script|!--)/gi, '\\x3C');

function inFileForms(edition: Edition): Plugin {
  return {
    name: 'one-file-forms',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return OTHER_FORMS[resolved?.id ?? ''] ?? resolved;
    },
    load: (id) =>
      CHINESE_PACK.test(id) && !edition.languages.includes('zh') ? 'export const pack = null;' : undefined,
  };
}
