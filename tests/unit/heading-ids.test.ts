import { unified as markdown } from '@astrojs/markdown-remark';
import { expect, test, vi } from 'vitest';
import { headingIds } from '../../src/build/heading-ids.ts';

async function render(source: string) {
  const processor = await markdown({ remarkPlugins: [headingIds], smartypants: false }).createRenderer({});
  return processor.render(source);
}

test('a heading takes the id at its end and does not show it', async () => {
  const { code, metadata } = await render(
    '## 机制 `x` 与 [#mechanism]\n\n### Page *checks* [#page-checks]\n',
  );
  expect(code).toContain('<h2 id="mechanism">机制 <code>x</code> 与</h2>');
  expect(code).toContain('<h3 id="page-checks">Page <em>checks</em></h3>');
  expect(metadata.headings.map(({ slug, text }) => `${slug}: ${text}`)).toEqual([
    'mechanism: 机制 x 与',
    'page-checks: Page checks',
  ]);
});

test('a smaller heading needs no id', async () => {
  expect((await render('#### Note\n')).code).toContain('<h4 id="note">Note</h4>');
});

test.each([
  ['## Mechanism\n', ':1: the heading “Mechanism” has no id; write it as `## … [#short-name]`.'],
  ['## A [#a]\n\n## B `c`\n', ':3: the heading “B c” has no id'],
  ['## A [#a]\n\n### B [#a]\n', ':3: the heading id “a” is already taken by line 1.'],
  ['## A [#机制]\n', ':1: the heading id “机制” must be lower-case ASCII letters, digits and hyphens.'],
  ['## A [#1a]\n', 'must be lower-case ASCII'],
  ['## A [#]\n', 'must be lower-case ASCII'],
])('%j stops the build with a sentence', async (source, sentence) => {
  // Astro prints the error before it passes it on.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(render(source)).rejects.toThrow(sentence);
});
