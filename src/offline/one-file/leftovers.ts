/** What would make a finished file ask for something outside itself. */
import { attribute, elementsIn, type HtmlElement, parsePage, rawText } from '../../build/html.ts';

/** Attributes whose address a browser fetches. */
const FETCHING = [
  'src',
  'srcset',
  'poster',
  'data',
  'background',
  'ping',
  'manifest',
  'action',
  'formaction',
];

/** Links in the head that only name something. */
const NAMING: readonly string[] = ['canonical', 'alternate', 'license', 'author', 'help'];

const FETCHING_ELEMENTS: ReadonlySet<string> = new Set([
  'iframe',
  'frame',
  'embed',
  'object',
  'base',
  'portal',
]);

const isInside = (address: string): boolean => /^\s*(data:|#|$)/.test(address);

/**
 * Throws a sentence that names the first thing in a file that would be fetched, or that asks for a module of the build.
 * In: the finished HTML, and its name for the message.
 */
export function refuseLeftovers(html: string, file: string): void {
  const elements = elementsIn(parsePage(html));
  const found = elements.flatMap(fetchedBy)[0] ?? repeatedId(elements);
  if (found !== undefined) throw new Error(`${file} is not complete in itself: ${found}`);
}

function fetchedBy(element: HtmlElement): string[] {
  const { tagName } = element;
  if (FETCHING_ELEMENTS.has(tagName)) return [`<${tagName}> loads something.`];
  const address = FETCHING.find((name) => !isInside(attribute(element, name) ?? ''));
  if (address !== undefined) return [`<${tagName} ${address}="${attribute(element, address)}">`];
  if (tagName === 'link') return fetchedByLink(element);
  if (/^(use|image|feimage)$/i.test(tagName)) {
    const href = attribute(element, 'href') ?? attribute(element, 'xlink:href') ?? '';
    return isInside(href) ? [] : [`<${tagName} href="${href}">`];
  }
  if (tagName === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    return ['<meta http-equiv="refresh"> leads away.'];
  if (tagName === 'style') return fetchedByStyle(rawText(element));
  return tagName === 'script' ? fetchedByScript(rawText(element)) : [];
}

function fetchedByLink(link: HtmlElement): string[] {
  const relation = attribute(link, 'rel') ?? '';
  const href = attribute(link, 'href') ?? '';
  return NAMING.includes(relation) || isInside(href) ? [] : [`<link rel="${relation}" href="${href}">`];
}

function fetchedByStyle(css: string): string[] {
  if (/@import\b/.test(css)) return ['a style sheet has @import.'];
  return [...css.matchAll(/\burl\(\s*["']?([^)"']*)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !isInside(address))
    .map((address) => `a style sheet has url(${address}).`);
}

function fetchedByScript(script: string): string[] {
  const words = [/\bimport\.meta\b/, /\bimport\s*\((?=\s*["'`./])/, /\/_astro\//, /\bimportScripts\s*\(/];
  return words.flatMap((word) => word.exec(script) ?? []).map((words) => `a script has “${words}”.`);
}

function repeatedId(elements: readonly HtmlElement[]): string | undefined {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = attribute(element, 'id');
    if (id === null) continue;
    if (seen.has(id)) return `the id “${id}” stands in it twice.`;
    seen.add(id);
  }
  return undefined;
}
