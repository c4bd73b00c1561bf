import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/knowledge/article-outline.ts';

const ARTICLE = `---
title: An article
---

## Am I affected? [#am-i-affected]

Text with a <Version v="2.3.0" />. <Source ids="first second" grade="upstream" />

### 细节 [#details]

<Claim sources="third first">

- one

</Claim>

#### Deeper [#deeper-4]

## What to do [#what-to-do]

<Measures when="immediate" />
`;

describe('the outline of an article', () => {
  it('has the ids of all headings, and of the sections among them, in order', () => {
    const { sectionIds, headingIds } = outlineOf(ARTICLE);
    expect(sectionIds).toEqual(['am-i-affected', 'what-to-do']);
    expect(headingIds).toEqual(['am-i-affected', 'details', 'deeper-4', 'what-to-do']);
  });

  it('has every component as often as it is opened, in order', () => {
    expect(outlineOf(ARTICLE).components).toEqual(['Version', 'Source', 'Claim', 'Measures']);
  });

  it('has every source that ids= or sources= names, once', () => {
    expect(outlineOf(ARTICLE).sourceIds).toEqual(['first', 'second', 'third']);
  });

  it('is empty for an empty article', () => {
    expect(outlineOf('')).toEqual({ sectionIds: [], headingIds: [], components: [], sourceIds: [] });
  });

  it('leaves code out, fenced or in a line', () => {
    const mdx = [
      '```shellsession title="a"',
      '## not a heading [#not]',
      '<NotAComponent ids="not-a-source" />',
      '```',
      'Write `<Source ids="neither" />` or `zfs set direct=disabled <Dataset>`.',
      '## Heading [#heading]',
      '```c',
      '<Other ids="other" />',
      '```',
      '<Source ids="real" />',
    ].join('\n');
    expect(outlineOf(mdx)).toEqual({
      sectionIds: ['heading'],
      headingIds: ['heading'],
      components: ['Source'],
      sourceIds: ['real'],
    });
  });

  it('keeps the id of a heading that has code in it', () => {
    expect(outlineOf('## What `init_on_alloc` does [#init-on-alloc]').sectionIds).toEqual(['init-on-alloc']);
  });

  it('does not take HTML elements for components, nor other attributes for sources', () => {
    const mdx = '<div data-ids-x="a"><sup>1</sup></div> <Term key="b" identities="c" />';
    expect(outlineOf(mdx)).toMatchObject({ components: ['Term'], sourceIds: [] });
  });

  it('reads ids over several spaces and line breaks, and an empty list as none', () => {
    expect(outlineOf('<Source ids="  a   b\n c " /><Source ids="" />').sourceIds).toEqual(['a', 'b', 'c']);
  });
});
