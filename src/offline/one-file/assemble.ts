/**
 * Puts the finished pages of the site into the frame of a one-file edition. The pages are taken as they were built, so
 * that the file cannot say anything else than the site.
 */
import { serialize } from 'parse5';
import { attribute, childrenOf, elementsIn, type HtmlElement, parsePage, rawText } from '../../build/html.ts';
import { oneFileTexts } from '../../i18n/one-file.ts';
import {
  append,
  element,
  only,
  prepend,
  remove,
  removeAttribute,
  replace,
  setAttribute,
} from './document.ts';
import { prefixIds } from './part-ids.ts';
import { hrefInFile, type PartLinks } from './part-links.ts';
import { joinStyles } from './style-rules.ts';

export interface Assembly {
  /** The frame, as Astro rendered it. */
  readonly frame: string;
  /** The HTML of the page at a path with its base path: `/notes/zh/16689/`. */
  readonly pageAt: (path: string) => Promise<string>;
  /** The site's address without path: `https://example.org`. */
  readonly origin: string;
  /** The base path without trailing slash: `/notes`, or nothing. */
  readonly base: string;
  /** The one script of the file. */
  readonly script: string;
}

/**
 * Scripts of pages that the file's own script replaces, by the beginning of their names. Another one ends the build:
 * what it does would be missing without a word.
 */
const REPLACED_SCRIPTS: readonly string[] = ['Page.astro', 'Register.astro'];

/** Attributes that only the steps of the build read. */
const BUILD_ATTRIBUTES: readonly string[] = [
  'data-pagefind-ignore',
  'data-search',
  'data-search-aliases',
  'data-search-body',
];

type HtmlDocument = ReturnType<typeof parsePage>;

/** The document of an edition, complete but for its policy. */
export async function assemble({ frame, pageAt, origin, base, script }: Assembly): Promise<string> {
  const document = parsePage(frame);
  const parts = elementsIn(document).filter((part) => attribute(part, 'data-page') !== null);
  const links: PartLinks = {
    site: `${origin}${base}`,
    partOf: new Map(parts.map((part) => [pathOf(part).slice(base.length), attribute(part, 'id') ?? ''])),
    fileOf: new Map(
      elementsIn(document)
        .map((file) => /^evidence\/(\d+)\/(.+)$/.exec(attribute(file, 'id') ?? ''))
        .filter((match) => match !== null)
        .map(([id, problem, file]) => [`/${problem}/evidence/${file}`, id]),
    ),
  };
  const styles: string[] = [];
  const shapes = new Map<string, HtmlElement>();
  for (const part of parts) {
    const path = pathOf(part);
    const page = parsePage(await pageAt(path));
    refuseUnknownScripts(page, path);
    styles.push(...named(page, 'style').map(rawText));
    for (const [id, shape] of sharedShapes(page)) if (!shapes.has(id)) shapes.set(id, shape);
    fill(part, only(page, 'main'), path.slice(base.length), links);
  }
  for (const shape of new Set(shapes.values())) append(only(document, 'body'), shape);
  joinHead(document, styles);
  named(document, 'script').filter(hasSource).forEach(remove);
  append(only(document, 'body'), element('script', { 'data-worker': '' }, [script]));
  return serialize(document);
}

/** Moves what a page shows into its part of the file. */
function fill(part: HtmlElement, main: HtmlElement, path: string, links: PartLinks): void {
  const id = attribute(part, 'id') ?? '';
  for (const inside of elementsIn(main)) {
    if (has(inside, 'data-not-in-file') || (inside.tagName === 'script' && hasSource(inside))) remove(inside);
    else if (has(inside, 'data-problem')) replace(inside, [linkToChecker(path)]);
  }
  const own = new Set(elementsIn(main).map((inside) => `#${attribute(inside, 'id')}`));
  for (const inside of elementsIn(main)) {
    prefixIds(inside, id);
    lowerHeading(inside);
    for (const name of BUILD_ATTRIBUTES) removeAttribute(inside, name);
    const href = attribute(inside, 'href');
    if (href !== null && (inside.tagName !== 'use' || own.has(href)))
      setAttribute(inside, 'href', hrefInFile(href, path, links));
  }
  removeAttribute(part, 'data-page');
  setAttribute(part, 'data-part', id);
  prepend(part, childrenOf(main));
}

/** Drawings that a page has outside its content, for use in it; each under the ids of its symbols. */
function sharedShapes(page: HtmlDocument): [string, HtmlElement][] {
  const content = new Set(elementsIn(only(page, 'main')));
  return named(page, 'svg')
    .filter((drawing) => !content.has(drawing))
    .flatMap((drawing) =>
      elementsIn(drawing).flatMap((symbol): [string, HtmlElement][] => {
        const id = attribute(symbol, 'id');
        return symbol.tagName === 'symbol' && id !== null ? [[id, drawing]] : [];
      }),
    );
}

/** One checker is enough for a file: where an article has its own, a link leads to it. */
function linkToChecker(path: string): HtmlElement {
  const language = path.startsWith('/zh/') ? 'zh' : 'en';
  const href = '../check/';
  return element('p', {}, [element('a', { class: 'action', href }, [oneFileTexts(language).checker])]);
}

/** A page's own first heading stands under that of the file, and so do the others. */
function lowerHeading(heading: HtmlElement): void {
  const level = /^h([1-5])$/.exec(heading.tagName)?.[1];
  if (level !== undefined) setAttribute(heading, 'aria-level', String(Number(level) + 1));
}

/** The style sheets of all pages in place of the frame's own, which may lack what a page has. */
function joinHead(document: HtmlDocument, styles: readonly string[]): void {
  const [order, ...own] = named(document, 'style');
  if (order === undefined) throw new Error('The frame of the one-file edition has no style sheet.');
  const sheet = joinStyles([...styles, ...own.map(rawText)].filter((css) => css !== rawText(order)));
  own.forEach(remove);
  replace(order, [order, element('style', {}, [sheet])]);
}

function refuseUnknownScripts(page: HtmlDocument, path: string): void {
  for (const script of named(page, 'script').filter(hasSource)) {
    const name = (attribute(script, 'src') ?? '').replace(/^.*\//, '');
    if (REPLACED_SCRIPTS.some((known) => name.startsWith(known))) continue;
    throw new Error(
      `The one-file edition does not know the script ${name} of ${path}: call what it does in one-file.client.ts and add it to REPLACED_SCRIPTS.`,
    );
  }
}

const pathOf = (part: HtmlElement): string => attribute(part, 'data-page') ?? '';
const has = (inside: HtmlElement, name: string): boolean => attribute(inside, name) !== null;
const hasSource = (script: HtmlElement): boolean => has(script, 'src');
const named = (document: HtmlDocument, tagName: string): HtmlElement[] =>
  elementsIn(document).filter((candidate) => candidate.tagName === tagName);
