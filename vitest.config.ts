import { defineConfig } from 'vitest/config';

/** `unit` reads the sources and needs no build; `built` reads `dist/` and runs after the build. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'] } },
    ],
  },
});
