/**
 * `npm run pack:checker [-- FOLDER]`: the terminal checker with its knowledge in one file, as a package without
 * dependencies. `npm pack` of it lies in `dist-checker/`, or in the folder that is named.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { checkerKnowledge } from '../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

const root = join(import.meta.dirname, '..');
const output = resolve(process.argv[2] ?? join(root, 'dist-checker'));
const folder = join(output, 'package');
const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const name = 'openzfs-problem-notes-check';
const command = `npx ./${name}-${version}.tgz`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await bundle();
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
writeFileSync(join(folder, 'README.md'), readme());
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
const { status } = spawnSync('npm', ['pack', '--silent', '--pack-destination', output], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = status ?? 1;

/** `cli/check.ts` and everything it imports, with `cli/knowledge.ts` replaced by the knowledge itself. */
async function bundle() {
  const knowledge = loadKnowledge();
  const packed = { en: checkerKnowledge(knowledge, 'en'), zh: checkerKnowledge(knowledge, 'zh') };
  const source = join(root, 'cli/knowledge.ts');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,

    plugins: [
      {
        name: 'packed-knowledge',
        enforce: 'pre',
        load: (id) =>
          resolve(id) === source
            ? `const packed = ${JSON.stringify(packed)};\nexport const knowledgeIn = (language) => packed[language];`
            : undefined,
      },
    ],
    build: {
      ssr: join(root, 'cli/check.ts'),
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'check.js', codeSplitting: false } },
    },
  });
}

function manifest() {
  return {
    name,
    version,
    description: 'Judges pasted evidence about OpenZFS on Linux: which problems affect the system',
    license,
    type: 'module',
    bin: { [name]: 'check.js' },
    files: ['check.js'],
    engines: { node: '>=20' },
  };
}

function readme() {
  return `# ${name}

The checker of OpenZFS Problem Notes for a terminal, with its knowledge inside: no network, no dependency.

\`\`\`sh
{ cat /proc/cmdline; uname -a; zfs version; } | ${command}
${command} host1.txt host2.txt
${command} --help
\`\`\`

Code: MIT. Texts: CC BY 4.0.
`;
}
