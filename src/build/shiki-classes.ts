import type { ShikiTransformer, ThemeRegistration } from 'shiki';
import { kernelLog } from './kernel-log-grammar.ts';

type Root = Parameters<NonNullable<ShikiTransformer['root']>>[0];
type Element = Extract<Root['children'][number], { type: 'element' }>;
type Content = Element['children'][number];

/**
 * The classes of highlighted code and the TextMate scopes that get them. What is in no list stays plain text.
 *
 * | class | meaning | | class | meaning |
 * | --- | --- | --- | --- | --- |
 * | c | comment, time stamp | | i | inserted line of a diff (a whole line) |
 * | k | keyword, type | | d | deleted line of a diff (a whole line) |
 * | s | string | | h | diff header, shell prompt |
 * | n | number, constant | | e | what went wrong, in a kernel log |
 * | f | function, symbol | | m | a line marked by `mark="…"` (a whole line) |
 */
const scopesOfClass = {
  c: ['comment'],
  k: ['keyword', 'storage'],
  s: ['string'],
  n: ['constant.numeric', 'constant.language', 'keyword.other.unit'],
  f: ['entity.name.function', 'support.function'],
  i: ['markup.inserted'],
  d: ['markup.deleted'],
  h: ['meta.diff', 'entity.other.prompt-prefix', 'punctuation.separator.prompt'],
  e: ['invalid'],
  '': ['keyword.operator', 'entity.name.function.preprocessor', 'storage.modifier.pointer'],
} as const;

type TokenClass = keyof typeof scopesOfClass;
const tokenClasses = Object.keys(scopesOfClass) as TokenClass[];

/** A colour that stands for a class until the transformer has replaced it; never reaches a page. */
const sentinel = (tokenClass: TokenClass): string =>
  tokenClass === '' ? '#000000' : `#0000${tokenClass.charCodeAt(0).toString(16)}`;
const classOfSentinel = new Map(tokenClasses.map((tokenClass) => [sentinel(tokenClass), tokenClass]));

const theme: ThemeRegistration = {
  name: 'classes',
  type: 'light',
  colors: { 'editor.foreground': sentinel(''), 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: sentinel('') } },
    ...tokenClasses.map((tokenClass) => ({
      scope: [...scopesOfClass[tokenClass]],
      settings: { foreground: sentinel(tokenClass) },
    })),
  ],
};

/** A run of text with one class. */
interface Run {
  readonly tokenClass: TokenClass;
  readonly text: string;
}

/** Classes that colour a line to its end; the line's newline stands inside the element so that it can be a block. */
const wholeLine: ReadonlySet<string> = new Set(['i', 'd']);

/** What follows the language of a code fence: `mark="1,4-6"` (lines counted from 1) and `title="…"`. */
export interface FenceMeta {
  readonly marked: ReadonlySet<number>;
  readonly title: string | null;
}

/** Reads what follows the language of a code fence. Throws a sentence for an unknown word or a wrong line number. */
export function readFenceMeta(meta: string): FenceMeta {
  const rest = meta.replace(/(mark|title)="([^"]*)"/g, '').trim();
  if (rest !== '') {
    throw new Error(`A code fence has “${rest}” after its language; known are mark="1,4-6" and title="…".`);
  }
  const title = /title="([^"]*)"/.exec(meta)?.[1] ?? null;
  const marked = new Set<number>();
  for (const part of (/mark="([^"]*)"/.exec(meta)?.[1] ?? '')
    .split(',')
    .filter((text) => text.trim() !== '')) {
    const range = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
    if (range === null)
      throw new Error(`mark="…" of a code fence names lines as 1,4-6; “${part}” is no line number.`);
    for (let line = Number(range[1]); line <= Number(range[2] ?? range[1]); line += 1) marked.add(line);
  }
  return { marked, title };
}

/**
 * Turns Shiki's tree (a span with a style for each token, a span for each line) into the fewest bytes that a style sheet
 * can colour: one-letter classes, nothing around plain text, neighbours joined, no `style` attribute.
 * It works on the finished tree, because Astro adds `style="user-select:none"` to diff lines after the tokens are made.
 */
export const classesForTokens: ShikiTransformer = {
  name: 'classes-for-tokens',
  root(root) {
    const pre = root.children[0];
    const code = pre?.type === 'element' ? pre.children[0] : undefined;
    if (pre?.type !== 'element' || code?.type !== 'element') return;
    const lines = code.children.filter((node): node is Element => node.type === 'element');
    const { marked, title } = readFenceMeta(this.options.meta?.__raw ?? '');
    for (const line of marked) {
      if (line < 1 || line > lines.length) {
        throw new Error(`mark="…" names line ${line} of a code fence that has ${lines.length} lines.`);
      }
    }
    pre.properties = {
      tabindex: '0',
      ...(this.options.lang === 'plaintext' ? {} : { 'data-language': this.options.lang }),
      ...(title === null ? {} : { 'data-title': title }),
    };
    code.properties = {};
    code.children = joinLines(lines.map(runsOfLine), marked);
  },
};

/** The text of a line in runs: space is plain, unless it stands between two runs of one class. */
function runsOfLine(line: Element): Run[] {
  const runs: Run[] = [];
  for (const token of line.children) {
    const [, space = '', word = ''] = /^(\s*)(.*)$/s.exec(textOf(token)) ?? [];
    append(runs, { tokenClass: '', text: space });
    append(runs, { tokenClass: classOf(token), text: word });
  }
  return runs;
}

function append(runs: Run[], { tokenClass, text }: Run): void {
  const last = runs.at(-1);
  const beforeLast = runs.at(-2);
  if (text === '') return;
  if (last?.tokenClass === tokenClass) {
    runs.splice(-1, 1, { tokenClass, text: last.text + text });
  } else if (last !== undefined && beforeLast?.tokenClass === tokenClass && last.text.trim() === '') {
    runs.splice(-2, 2, { tokenClass, text: beforeLast.text + last.text + text });
  } else {
    runs.push({ tokenClass, text });
  }
}

/** Lines with their newlines; neighbouring whole-line runs of one class share an element. */
function joinLines(lines: readonly (readonly Run[])[], marked: ReadonlySet<number>): Content[] {
  const nodes: { lineClass: string; children: Content[] }[] = [];
  for (const [index, runs] of lines.entries()) {
    const newline = index + 1 < lines.length ? '\n' : '';
    const only = runs.length === 1 ? runs[0] : undefined;
    const diffClass = only !== undefined && wholeLine.has(only.tokenClass) ? only.tokenClass : '';
    const lineClass = [diffClass, marked.has(index + 1) ? 'm' : ''].filter((name) => name !== '').join(' ');
    const children =
      diffClass === '' ? runs.map(nodeOfRun) : [{ type: 'text' as const, value: only?.text ?? '' }];
    children.push({ type: 'text', value: newline });
    const last = nodes.at(-1);
    if (last?.lineClass === lineClass) last.children.push(...children);
    else nodes.push({ lineClass, children });
  }
  return nodes.flatMap(({ lineClass, children }) =>
    lineClass === '' ? joinTexts(children) : [spanOf(lineClass, joinTexts(children))],
  );
}

function nodeOfRun({ tokenClass, text }: Run): Content {
  return tokenClass === ''
    ? { type: 'text', value: text }
    : spanOf(tokenClass, [{ type: 'text', value: text }]);
}

function spanOf(className: string, children: Content[]): Element {
  return { type: 'element', tagName: 'span', properties: { class: className }, children };
}

function joinTexts(nodes: readonly Content[]): Content[] {
  const joined: Content[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
    } else if (node.type !== 'text' || node.value !== '') {
      joined.push(node);
    }
  }
  return joined;
}

function classOf(token: Content): TokenClass {
  if (token.type !== 'element') return '';
  const colour = /color:(#[0-9a-f]{6})/i.exec(String(token.properties.style ?? ''))?.[1]?.toLowerCase();
  return classOfSentinel.get(colour ?? '') ?? '';
}

function textOf(node: Content): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** For `markdown.shikiConfig`, and for `<Code {...highlighting}>` in a component. */
export const highlighting = {
  theme,
  langs: [kernelLog],
  langAlias: { log: 'kernel-log' },
  transformers: [classesForTokens],
};
