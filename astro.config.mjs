import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { defaultSiteUrl } from './site.config.ts';
import { checkerKnowledge } from './src/build/checker-knowledge-plugin.ts';
import { headingIds } from './src/build/heading-ids.ts';
import { siteIntegration } from './src/build/integration.ts';
import { highlighting } from './src/build/shiki-classes.ts';
import { wholeCode } from './src/build/whole-code.ts';

export default defineConfig({
  site: process.env.SITE_URL || defaultSiteUrl,
  base: process.env.BASE_PATH || '/',
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Astro 7's default compression eats spaces between inline elements.
  compressHTML: true,
  markdown: {
    // Smart punctuation would turn the `--` of a kernel command line into a dash.
    processor: unified({ remarkPlugins: [remarkCjkFriendly, headingIds, wholeCode], smartypants: false }),
    shikiConfig: highlighting,
  },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // Astro marks each MDX file with a directive of its own, which the bundler then warns about.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    plugins: [checkerKnowledge('content')],
  },
  // The site's own steps work on the finished files: they stay last.
  integrations: [mdx(), siteIntegration()],
});
