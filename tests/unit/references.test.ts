import { describe, expect, it } from 'vitest';
import {
  type ArticleContext,
  commitNamed,
  escapeHtml,
  factNamed,
  inLanguage,
  kernelNamed,
  markedLines,
  oneOf,
  openZfsCommit,
  quotedHtml,
  quoteLines,
  sourcesNamed,
  versionNamed,
} from '../../src/components/article/references.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { GRADES } from '../../src/knowledge/problem.ts';

const knowledge = loadKnowledge();

function articleIn(language: 'en' | 'zh'): ArticleContext {
  const problem = knowledge.problems.find(({ id }) => id === '16689');
  if (problem === undefined) throw new Error('problem 16689 is missing');
  return { problem, language, knowledge };
}

const article = articleIn('en');
const FILE = 'content/problems/16689-zero-page/en.mdx';

/** The sentence that ends the build. */
function sentence(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return 'nothing was wrong';
}

describe('a text', () => {
  it('is taken in the language of the article; a plain string is the same in both', () => {
    const text = { en: 'zero page', zh: '零页' };
    expect(inLanguage(text, { language: 'en' })).toBe('zero page');
    expect(inLanguage(text, { language: 'zh' })).toBe('零页');
    expect(inLanguage('32', { language: 'zh' })).toBe('32');
  });
});

describe('sources', () => {
  it('are found in the order named, each with its number in the list, counted from 1', () => {
    const [first, second] = article.problem.sources;
    if (first === undefined || second === undefined) throw new Error('too few sources');
    expect(sourcesNamed(`${second.id}  ${first.id}\n`, article)).toEqual([
      { source: second, number: 2 },
      { source: first, number: 1 },
    ]);
  });

  it('that are unknown or not given end the build, in the file of the language', () => {
    expect(sentence(() => sourcesNamed('hearsay', article))).toBe(
      `${FILE}: the source “hearsay” is not in problem.yaml; known are the ids under sources.`,
    );
    expect(sentence(() => sourcesNamed(' ', articleIn('zh')))).toBe(
      'content/problems/16689-zero-page/zh.mdx: a <Source> or <Claim> names no source; give at least one id.',
    );
  });
});

describe('a word of a closed set', () => {
  it('is given back, any other ends the build with the whole set', () => {
    expect(oneOf('source', GRADES, 'grade', article)).toBe('source');
    for (const word of ['Source', '', 'toString']) {
      expect(sentence(() => oneOf(word, GRADES, 'grade', article))).toBe(
        `${FILE}: “${word}” is no grade; use one of reproduced, upstream, source, reported, inferred.`,
      );
    }
  });
});

describe('a version', () => {
  it.each([
    ['a tag', '2.4.0-rc1'],
    ['a base tag', '2.3.99'],
    ['the beginning of a window', '2.2.99-700'],
    ['the end of a window', '2.3.0-rc3-33'],
    ['the place of a related commit', '2.3.99-126'],
    ['one of buildsNamed', '2.3.99-95'],
  ])('is accepted: %s', (_, version) => {
    expect(versionNamed(version, article)).toBe(version);
  });

  it.each(['2.3.99-94', '2.3.0-rc9', 'zfs-2.3.0', '2.3', ''])('ends the build: “%s”', (version) => {
    expect(sentence(() => versionNamed(version, article))).toBe(
      `${FILE}: <Version v="${version}" /> is neither a tag in openzfs-releases.json nor a place in problem.yaml; add it to buildsNamed if the article needs it.`,
    );
  });
});

describe('a kernel version', () => {
  it('is accepted only if kernelsNamed has it, letter by letter', () => {
    expect(kernelNamed('6.12.117', article)).toBe('6.12.117');
    for (const version of ['6.12.1', '6.40', '']) {
      expect(sentence(() => kernelNamed(version, article))).toBe(
        `${FILE}: <Kernel v="${version}" /> is not in kernelsNamed of problem.yaml.`,
      );
    }
  });
});

describe('a commit', () => {
  it('of the problem’s changes has its full hash, and the digits that the article names', () => {
    const full = 'c8a326aab7b268873e4418252d50ab92e5f81b92';
    expect(commitNamed('c8a326aab7', article)).toEqual({
      short: 'c8a326aab7',
      full,
      url: `https://github.com/openzfs/zfs/commit/${full}`,
    });
    expect(commitNamed(full, article).short).toBe(full);
  });

  it('of a source has the address of the source, and the full hash only if the address has it', () => {
    expect(commitNamed('734eba251d', article)).toEqual({
      short: '734eba251d',
      full: '734eba251d097ad0dd06e5cfce6e563bd1d0d1ac',
      url: 'https://github.com/openzfs/zfs/commit/734eba251d097ad0dd06e5cfce6e563bd1d0d1ac',
    });
    expect(commitNamed('700d2e9a36b9', article)).toEqual({
      short: '700d2e9a36b9',
      full: null,
      url: 'https://git.kernel.org/linus/700d2e9a36b9',
    });
  });

  it('that nobody knows ends the build', () => {
    expect(sentence(() => commitNamed('0123456789', article))).toBe(
      `${FILE}: <Commit id="0123456789" /> is neither among the commits nor the sources of problem.yaml.`,
    );
  });

  it.each(['', 'c8a3', 'blob', 'openzfs', 'C8A326AAB7'])('“%s” is none', (id) => {
    expect(sentence(() => commitNamed(id, article))).toBe(
      `${FILE}: “${id}” is no commit; use 7 to 40 hexadecimal digits.`,
    );
  });

  it('of OpenZFS is shown with ten digits unless others are asked for', () => {
    const hash = 'a10e552b9992673626f7a2ffcc234337f23410c9';
    expect(openZfsCommit(hash)).toMatchObject({ short: 'a10e552b99', full: hash });
    expect(openZfsCommit(hash, 'a10e552')).toMatchObject({ short: 'a10e552', full: hash });
  });
});

describe('a fact', () => {
  it('is printed in the language of the article, an unknown one ends the build', () => {
    expect(factNamed('pagesPerWrite', article)).toBe('32');
    const facts = { page: { en: 'page', zh: '页面' } };
    const chinese = articleIn('zh');
    expect(factNamed('page', { ...chinese, problem: { ...chinese.problem, facts } })).toBe('页面');
    expect(sentence(() => factNamed('pages', article))).toBe(
      `${FILE}: <Fact name="pages" /> is not among the facts of problem.yaml.`,
    );
  });
});

describe('quoted lines of evidence', () => {
  const text = 'one\ntwo\nthree\nfour\nfive\n';
  const plain = (...words: string[]) => ({ lines: words.map((word) => ({ text: word, marked: false })) });
  const quote = (lines?: string, mark?: string) => quoteLines(text, 'log.txt', lines, mark, article);

  it('are all lines of the file unless some are asked for', () => {
    expect(quote()).toEqual([plain('one', 'two', 'three', 'four', 'five')]);
  });

  it('say how many lines were left out before, between and after', () => {
    expect(quote('2,4')).toEqual([
      { leftOut: 1 },
      plain('two'),
      { leftOut: 1 },
      plain('four'),
      { leftOut: 1 },
    ]);
    expect(quote('1-2, 3-5')).toEqual([plain('one', 'two'), plain('three', 'four', 'five')]);
  });

  it('keep white space, empty lines and a missing last line break', () => {
    expect(quoteLines('\ta  \n\n b', 'log.txt', undefined, undefined, article)).toEqual([
      plain('\ta  ', '', ' b'),
    ]);
  });

  it('are marked where asked', () => {
    const [part] = quote('1-3', '1,3');
    expect(part).toEqual({
      lines: [
        { text: 'one', marked: true },
        { text: 'two', marked: false },
        { text: 'three', marked: true },
      ],
    });
  });

  it.each([
    ['4-6', '4-6'],
    ['0-2', '0-2'],
    ['3-2', '3-2'],
    ['9', '9-9'],
    ['3,1', '1-1'],
    ['1-3,3-4', '3-4'],
  ])('that the file does not have, or not in this order, end the build: %s', (lines, named) => {
    expect(sentence(() => quote(lines))).toBe(
      `${FILE}: <Evidence file="log.txt"> asks for lines ${named}; the file has 5 lines, and each may be quoted once, in ascending order.`,
    );
  });

  it.each([
    ['', ''],
    ['1-', '1-'],
    ['1,,2', ''],
    ['a', 'a'],
    ['1–3', '1–3'],
    ['-1', '-1'],
    ['1.5', '1.5'],
  ])('that are no lines end the build: “%s”', (lines, named) => {
    expect(sentence(() => quote(lines))).toBe(
      `${FILE}: <Evidence file="log.txt"> has “${named}” where lines such as 1-6,12 belong.`,
    );
    expect(sentence(() => quote('1-5', lines))).toBe(
      `${FILE}: <Evidence file="log.txt"> has “${named}” where lines such as 1-6,12 belong.`,
    );
  });

  it.each([
    ['1-2', '3', 3],
    ['1-2', '2-4', 3],
    ['1-5', '6', 6],
    ['1-5', '0', 0],
  ])('%s with a mark on %s, which is not quoted, end the build', (lines, mark, lost) => {
    expect(sentence(() => quote(lines, mark))).toBe(
      `${FILE}: <Evidence file="log.txt"> marks line ${lost}, which it does not quote.`,
    );
  });

  // Known gap: a reversed stretch marks nothing and says nothing.
  it('with a mark written backwards end the build', () => {
    expect(sentence(() => quote('1-5', '3-2'))).toContain(FILE);
  });

  it('become HTML with marks, omissions and nothing of the text read as markup', () => {
    const parts = quoteLines('<a>\n& b\nlast', 'log.txt', '1-2', '2', article);
    expect(quotedHtml(parts, (count) => `${count} left out`)).toBe(
      '&lt;a&gt;\n<mark>&amp; b\n</mark><span class="left-out">1 left out\n</span>',
    );
  });

  it('have what follows a marked line before its line break, numbered from 0', () => {
    const parts = [
      {
        lines: [
          { text: 'a', marked: true },
          { text: 'b', marked: false },
          { text: 'c', marked: true },
        ],
      },
    ];
    expect(quotedHtml(parts, String, (nth) => (nth === 1 ? '<button></button>' : ''))).toBe(
      '<mark>a\n</mark>b\n<mark>c<button></button>\n</mark>',
    );
    expect(markedLines(parts)).toEqual(['a', 'c']);
  });

  it('are escaped once', () => {
    expect(escapeHtml('a < b && c > "&lt;"')).toBe('a &lt; b &amp;&amp; c &gt; "&amp;lt;"');
  });
});
