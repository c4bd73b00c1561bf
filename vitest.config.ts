import { defineConfig } from 'vitest/config';

/** No test is timed: this only ends one that hangs, also on a busy machine. Milliseconds. */
const testTimeout = 120_000;

/** `unit` reads the sources and needs no build; `built` reads `dist/` and runs after the build. */
export default defineConfig({
  test: {
    // Vitest leaves one core free; on two that halves the speed.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', testTimeout, include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'built', testTimeout, include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
