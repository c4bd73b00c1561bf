import type { Plugin } from 'vite';

/**
 * Vite wraps each `import()` in a helper that preloads what the module needs: 700 bytes on every page, for modules that
 * hardly any visit loads. This leaves the bare import.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
