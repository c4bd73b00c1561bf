import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * The Chromium that the browser tests use: CHROMIUM_PATH, else a Chromium of the system, else Playwright's own.
 * Out: the path of the program, or null if there is none.
 */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)));
  const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', ...onPath, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

/**
 * Installs a Chromium where none is found: Debian's package if that is possible, else Playwright's build.
 * Out: its path. Throws with a sentence that says what to do by hand if neither works.
 */
export function installBrowser() {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (findBrowser() === null) run('playwright', ['install', 'chromium']);
  const found = findBrowser();
  if (found === null) {
    throw new Error(
      'No Chromium for the browser tests: neither apt-get nor `npx playwright install chromium` could install one. ' +
        'Install Chromium and name it in CHROMIUM_PATH, or run the other steps alone (`npm run lint`, `npm run types`, `npm run test:unit`).',
    );
  }
  return found;
}

/** @param {string} program @param {string[]} options */
function run(program, options) {
  console.log(`$ ${program} ${options.join(' ')}`);
  spawnSync(program, options, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
}
