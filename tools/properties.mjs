/** `npm run test:properties`: the property tests of whole pastes with 100,000 runs in all, or as `PROPERTY_RUNS` says. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'unit', 'tests/unit/paste-properties'],
  { cwd: root, stdio: 'inherit', env: { PROPERTY_RUNS: '100000', ...process.env } },
);
process.exitCode = status ?? 1;
