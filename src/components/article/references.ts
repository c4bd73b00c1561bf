import type { Knowledge, LoadedProblem } from '../../knowledge/load.ts';
import { type Bilingual, defectsOf } from '../../knowledge/problem.ts';
import type { SiteLanguage } from '../../paths.ts';

/** What every component of an article is given besides its own properties. */
export interface ArticleContext {
  readonly problem: LoadedProblem;
  readonly language: SiteLanguage;
  readonly knowledge: Knowledge;
}

/** Properties of a component that an article uses. */
export interface WithArticle {
  article: ArticleContext;
}

type Source = LoadedProblem['sources'][number];

/** Ends the build with a sentence that names the article. */
function wrong({ problem, language }: ArticleContext, sentence: string): never {
  throw new Error(`content/problems/${problem.folder}/${language}.mdx: ${sentence}`);
}

/** The text in the article's language; a plain string is the same in both. */
export function inLanguage(text: Bilingual | string, { language }: Pick<ArticleContext, 'language'>): string {
  return typeof text === 'string' ? text : text[language];
}

/**
 * The sources that a component names, each with its number in the list of sources.
 * In: ids with spaces between them. Ends the build if an id is unknown or none is given.
 */
export function sourcesNamed(ids: string, article: ArticleContext): { source: Source; number: number }[] {
  const names = ids.split(/\s+/).filter((id) => id !== '');
  if (names.length === 0) wrong(article, 'a <Source> or <Claim> names no source; give at least one id.');
  return names.map((id) => {
    const index = article.problem.sources.findIndex((source) => source.id === id);
    const source = article.problem.sources[index];
    if (source === undefined) {
      return wrong(article, `the source “${id}” is not in problem.yaml; known are the ids under sources.`);
    }
    return { source, number: index + 1 };
  });
}

/** The id of a source in the list; short, since an article names sources hundreds of times. */
export const sourceAnchor = (number: number): string => `s${number}`;

/** One of a closed set of words, or the build ends with a sentence that lists them. */
export function oneOf<Word extends string>(
  word: string,
  allowed: readonly Word[],
  what: string,
  article: ArticleContext,
): Word {
  const found = allowed.find((candidate) => candidate === word);
  return found ?? wrong(article, `“${word}” is no ${what}; use one of ${allowed.join(', ')}.`);
}

/** Every commit that the problem's file names. */
const changesOf = (problem: LoadedProblem) => [
  ...defectsOf(problem).flatMap(({ introduced, fixed }) => [...introduced, ...fixed]),
  ...problem.related,
];

/** An OpenZFS version that the data know: a tag, a border of a window, or one of `buildsNamed`. */
export function versionNamed(version: string, article: ArticleContext): string {
  const { problem, knowledge } = article;
  const known = [
    ...knowledge.releases.tags.map(({ place }) => place),
    ...[...defectsOf(problem).flatMap(({ windows }) => windows), ...problem.unsettled].flatMap(
      ({ from, until }) => [from, until],
    ),
    ...changesOf(problem).map(({ place }) => place),
    ...problem.buildsNamed,
  ];
  if (known.includes(version)) return version;
  return wrong(
    article,
    `<Version v="${version}" /> is neither a tag in openzfs-releases.json nor a place in problem.yaml; add it to buildsNamed if the article needs it.`,
  );
}

/** A kernel version listed in the problem's `kernelsNamed`. */
export function kernelNamed(version: string, article: ArticleContext): string {
  if (article.problem.kernelsNamed.includes(version)) return version;
  return wrong(article, `<Kernel v="${version}" /> is not in kernelsNamed of problem.yaml.`);
}

/** A commit that the data know, with its full hash where it is known and its address. */
export interface NamedCommit {
  readonly short: string;
  readonly full: string | null;
  readonly url: string;
}

/** The commit whose hash begins with `id`, from the problem's changes or from the address of a source. */
export function commitNamed(id: string, article: ArticleContext): NamedCommit {
  if (!/^[0-9a-f]{7,40}$/.test(id)) wrong(article, `“${id}” is no commit; use 7 to 40 hexadecimal digits.`);
  const { problem } = article;
  const change = changesOf(problem).find(({ commit }) => commit.startsWith(id));
  if (change !== undefined) return openZfsCommit(change.commit, id);
  const source = problem.sources.find(({ url }) => url?.includes(`/${id}`) === true);
  if (source?.url === undefined) {
    return wrong(
      article,
      `<Commit id="${id}" /> is neither among the commits nor the sources of problem.yaml.`,
    );
  }
  return { short: id, full: /[0-9a-f]{40}/.exec(source.url)?.[0] ?? null, url: source.url };
}

/** A commit of OpenZFS as the site shows it: ten digits, linked to its page. */
export function openZfsCommit(hash: string, short: string = hash.slice(0, 10)): NamedCommit {
  return { short, full: hash, url: `https://github.com/openzfs/zfs/commit/${hash}` };
}

/** A named fact of problem.yaml in the article's language. */
export function factNamed(name: string, article: ArticleContext): string {
  const { facts } = article.problem;
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (fact === undefined)
    return wrong(article, `<Fact name="${name}" /> is not among the facts of problem.yaml.`);
  return inLanguage(fact, article);
}

interface QuotedLine {
  readonly text: string;
  readonly marked: boolean;
}

/** A run of quoted lines, or how many were left out between two runs. */
export type QuotedPart = { readonly lines: readonly QuotedLine[] } | { readonly leftOut: number };

/**
 * Lines of a file of evidence, verbatim.
 * In: the file's text; `lines` such as `1-6,12-18` (counted from 1; absent: all); `mark`, the lines to mark.
 * Ends the build if a line does not exist, or if a marked line is not quoted.
 */
export function quoteLines(
  text: string,
  file: string,
  lines: string | undefined,
  mark: string | undefined,
  article: ArticleContext,
): QuotedPart[] {
  const all = text.replace(/\n$/, '').split('\n');
  const stretches = lines === undefined ? [[1, all.length] as const] : stretchesOf(lines, file, article);
  const marks = mark === undefined ? [] : stretchesOf(mark, file, article);
  const reversed = marks.find(([from, to]) => to < from);
  if (reversed !== undefined) {
    wrong(
      article,
      `<Evidence file="${file}"> marks lines ${reversed.join('-')}; write the smaller number first.`,
    );
  }
  const marked = new Set(marks.flatMap(([from, to]) => range(from, to)));
  const parts: QuotedPart[] = [];
  let next = 1;
  for (const [from, to] of stretches) {
    if (from < next || to < from || to > all.length) {
      wrong(
        article,
        `<Evidence file="${file}"> asks for lines ${from}-${to}; the file has ${all.length} lines, and each may be quoted once, in ascending order.`,
      );
    }
    if (from > next) parts.push({ leftOut: from - next });
    parts.push({
      lines: range(from, to).map((number) => ({
        text: all[number - 1] ?? '',
        marked: marked.delete(number),
      })),
    });
    next = to + 1;
  }
  const [lost] = marked;
  if (lost !== undefined)
    wrong(article, `<Evidence file="${file}"> marks line ${lost}, which it does not quote.`);
  if (next <= all.length) parts.push({ leftOut: all.length - next + 1 });
  return parts;
}

/**
 * Quoted lines as HTML: marked lines in `<mark>`, omissions as a sentence; each with its newline inside.
 * In: `button`, the HTML that follows the nth marked line; nothing follows where it gives nothing.
 */
export function quotedHtml(
  parts: readonly QuotedPart[],
  linesLeftOut: (count: number) => string,
  button: (nth: number) => string = () => '',
): string {
  let nth = 0;
  const lineHtml = ({ text, marked }: QuotedLine) =>
    marked ? `<mark>${escapeHtml(text)}${button(nth++)}\n</mark>` : `${escapeHtml(text)}\n`;
  return parts
    .map((part) =>
      'leftOut' in part
        ? `<span class="left-out">${linesLeftOut(part.leftOut)}\n</span>`
        : part.lines.map(lineHtml).join(''),
    )
    .join('');
}

/** The marked lines of a quotation, in order. */
export const markedLines = (parts: readonly QuotedPart[]): string[] =>
  parts.flatMap((part) =>
    'leftOut' in part ? [] : part.lines.filter(({ marked }) => marked).map(({ text }) => text),
  );

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function stretchesOf(list: string, file: string, article: ArticleContext): (readonly [number, number])[] {
  return list.split(',').map((part) => {
    const match = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part);
    if (match === null)
      return wrong(article, `<Evidence file="${file}"> has “${part}” where lines such as 1-6,12 belong.`);
    return [Number(match[1]), Number(match[2] ?? match[1])] as const;
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
