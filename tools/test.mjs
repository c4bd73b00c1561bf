/** `npm test`: every check in order, each with its own output, up to the first that fails; then the seconds of each. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, installBrowser, isWorthInstalling } from './find-browser.mjs';

const root = join(import.meta.dirname, '..');

/** Of the property tests over whole pastes; `npm run test:properties` runs them alone. */
const PROPERTY_RUNS = process.env.PROPERTY_RUNS ?? '100000';

const steps = [
  { name: 'browser', run: browser },
  { name: 'format and lint', run: () => tool('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'types', run: () => tool('astro', ['check', '--minimumFailingSeverity', 'hint']) },
  { name: 'unit tests', run: () => tool('vitest', ['run', '--project', 'unit'], { PROPERTY_RUNS }) },
  { name: 'production build', run: () => tool('astro', ['build']) },
  { name: 'HTML validity', run: validity },
  { name: 'tests of the built files', run: () => tool('vitest', ['run', '--project', 'built']) },
  { name: 'browser tests', run: () => tool('playwright', ['test']) },
];

const results = [];
for (const step of steps) {
  console.log(`\n━━ ${step.name} ━━`);
  const start = performance.now();
  const passed = step.run();
  results.push({ name: step.name, seconds: (performance.now() - start) / 1000, passed });
  if (!passed) break;
}

console.log('\n━━ npm test ━━');
for (const { name, seconds, passed } of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${name}`);
}
for (const { name } of steps.slice(results.length)) console.log(`not run            ${name}`);
const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
console.log(
  `${results.every(({ passed }) => passed) ? 'passed' : 'FAILED'}  ${total.toFixed(1).padStart(6)} s  in all`,
);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function browser() {
  try {
    const found = isWorthInstalling() ? null : findBrowser();
    console.log(`Browser tests use ${found ?? installBrowser()}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** html-validate says nothing when it finds nothing, so the number of pages is said here. */
function validity() {
  const passed = tool('html-validate', ['--config', '.htmlvalidate.json', '--ext', 'html', 'dist']);
  const pages = readdirSync(join(root, 'dist'), { recursive: true }).filter((name) =>
    String(name).endsWith('.html'),
  );
  if (passed) console.log(`html-validate: ${pages.length} pages, no error`);
  return passed;
}

/** @param {string} program @param {string[]} options @param {Record<string, string>} environment */
function tool(program, options, environment = {}) {
  const { status, error } = spawnSync(program, options, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(`${program} could not be started: ${error.message}`);
  return status === 0;
}
