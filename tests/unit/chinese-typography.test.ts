import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONTENT_DIRECTORY } from '../../src/knowledge/load.ts';

/** How Chinese is set, in every text that a reader sees. CONTRIBUTING.md has the rules; a hit names its text. */

/** What stands for code and components in a text: they print Latin words. */
const LATIN = 'x';
/** What stands for a value that a text is given later: nobody knows its script. */
const VALUE = '\uFFFC';

/** An article as it reads, without front matter, code blocks, comments and the marks of sources. */
function articleTexts(markdown: string): string[] {
  return markdown
    .replace(/^---\n([\s\S]*?)\n---\n/, '$1\n')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
    .replace(/ caption="([^"]*)"[^>]*>/g, '>\n$1\n')
    .replace(/<(?:Version|Kernel|Commit|Fact)\b[^>]*>/g, LATIN)
    .replace(/<\/d[td]> ?/g, '\n')
    .replace(/<[A-Za-z/][^>]*>/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^(?:title|description): "?(.*?)"?$/, '$1')
        .replace(/ \[#[^\]]*\]$/, '')
        .replace(/^(?:[-#]+|\d+\.) /, '')
        .replace(/ ?\| ?/g, '\n'),
    )
    .join('\n')
    .split('\n');
}

/** Every text under a key `zh`. */
function chineseOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'zh' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    chineseOf(inner, Array.isArray(value) ? key : name),
  );
}

/** The string literals of a source file. */
function literalsOf(code: string): string[] {
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, quoted, template]) => quoted ?? template ?? '',
  );
}

/** Code becomes a Latin word, a placeholder a value of unknown script, emphasis disappears. */
function plain(text: string): string {
  return text
    .replace(/`[^`\n]*`/g, LATIN)
    .replace(/\$?\{[^{}]*\}/g, VALUE)
    .replace(/\*+/g, '');
}

const HAN = String.raw`\p{Script=Han}`;
const STOPS = '，。；：！？、（）';

/** What must not stand in a Chinese text. */
const FAULTS: readonly (readonly [rule: string, fault: RegExp])[] = [
  [
    'have a space between Han characters and Latin letters or digits',
    RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9%]${HAN}`, 'u'),
  ],
  ['have no space between Han characters', RegExp(`${HAN} +${HAN}`, 'u')],
  [
    'have no space beside full-width punctuation',
    RegExp(`[${STOPS}] | [${STOPS}]|${HAN} [“”]|[“”] ${HAN}`, 'u'),
  ],
  [
    'have full-width punctuation beside Han characters',
    RegExp(`${HAN}[,;:!?()"'.]|[,;:!?()"']${HAN}|\\([^()]*${HAN}[^()]*\\)`, 'u'),
  ],
  ['have a dash of two characters', /(?<!—)—(?!—)/],
  ['have an ellipsis of two characters', RegExp(`(?:${HAN}|^)…(?!…)|(?<!…)…(?:${HAN}|$)`, 'u')],
  ['have no title marks around software', /[《》]/],
  ['have a space between a number and its unit', /\d(?:[KMGT]i?B|[KMG]bit|ms)\b/],
  ['have no space before a percent sign', /\d %/],
  ['do without a word for the reader', /[你您]/],
];

const problems = readdirSync(`${CONTENT_DIRECTORY}/problems`).map((folder) => `problems/${folder}`);
const read = (file: string): string => readFileSync(`${CONTENT_DIRECTORY}/${file}`, 'utf8');

const texts: readonly (readonly [place: string, texts: readonly string[]])[] = [
  ...problems.map((folder) => [`${folder}/zh.mdx`, articleTexts(read(`${folder}/zh.mdx`))] as const),
  ...[
    ...problems.flatMap((folder) =>
      readdirSync(`${CONTENT_DIRECTORY}/${folder}`)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${folder}/${name}`),
    ),
    'parameters.yaml',
    'distributions.yaml',
  ].map((file) => [file, chineseOf(parse(read(file)))] as const),
  ...readdirSync('src/i18n').map(
    (name) => [`src/i18n/${name}`, literalsOf(readFileSync(`src/i18n/${name}`, 'utf8'))] as const,
  ),
];

const chinese = texts.flatMap(([place, found]) =>
  found.filter((text) => /\p{Script=Han}/u.test(text)).map((text) => ({ place, text })),
);

describe('Chinese texts', () => {
  it('are found in articles, facts and the interface', () => {
    const places = new Set(chinese.map(({ place }) => place.replace(/^problems\/[^/]*/, 'problem')));
    expect([...places]).toEqual(
      expect.arrayContaining([
        'problem/zh.mdx',
        'problem/problem.yaml',
        'problem/mechanism.yaml',
        'problem/zero-page-life.yaml',
        'parameters.yaml',
        'distributions.yaml',
        'src/i18n/verdict.zh.ts',
        'src/i18n/interface.ts',
      ]),
    );
  });

  it.each(FAULTS)('%s', (_, fault) => {
    const hits = chinese.filter(({ text }) => fault.test(plain(text)));
    expect(hits.map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
  });
});
