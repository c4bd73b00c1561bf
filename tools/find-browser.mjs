import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Debian builds two programs from one source: the shell has no windows to draw, and the tests take half the time. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser'];

/** @param {readonly (string | undefined)[]} paths */
const firstThere = (paths) =>
  paths.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;

/**
 * The Chromium that the browser tests use: CHROMIUM_PATH, else a Chromium of the system, else Playwright's own.
 * Out: the path of the program, or null if there is none.
 */
export function findBrowser() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return firstThere([process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()]);
}

const mayInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Whether a faster browser than the one that is there can be had. */
export const isWorthInstalling = () =>
  mayInstall() && !process.env.CHROMIUM_PATH && firstThere([join('/usr/bin', SHELL)]) === null;

/**
 * Installs a Chromium: Debian's package if that is possible, else Playwright's build.
 * Out: its path. Throws with a sentence that says what to do by hand if neither works.
 */
export function installBrowser() {
  if (mayInstall()) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', SHELL]);
    if (findBrowser() === null) run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
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
