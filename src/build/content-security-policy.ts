import { createHash } from 'node:crypto';
import { attribute, elementsIn, type HtmlElement, parsePage, rawText } from './html.ts';

/** The hashes of what stands inline on a page, as a policy names them: `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Script types that a browser runs; data blocks such as JSON-LD need no hash. */
const executableTypes: ReadonlySet<string> = new Set([
  '',
  'module',
  'text/javascript',
  'importmap',
  'speculationrules',
]);

/** The policy of every page. WebAssembly is Pagefind's search; the Trusted Types policy `site` is for the checker's worker. */
export const policyFor = (hashes: InlineHashes): string => policyWith(hashes, "worker-src 'self'");

function policyWith({ scripts, styles }: InlineHashes, workers: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "connect-src 'self'",
    workers,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types site',
  ].join('; ');
}

/**
 * A finished page with its policy as the first element after `<meta charset>`.
 * In: the final HTML; the file's name for messages; the policy for its hashes, else the site's. Throws a sentence that names file and line for what the policy
 * would block without a word: a style attribute, an event handler attribute, a `javascript:` address, a missing charset.
 */
export function withPolicy(
  html: string,
  file: string,
  policy: (hashes: InlineHashes) => string = policyFor,
): { html: string; hashes: InlineHashes } {
  const elements = elementsIn(parsePage(html));
  for (const element of elements) refuseBlocked(element, file);
  const charset = elements.find(
    (element) => element.tagName === 'meta' && attribute(element, 'charset') !== null,
  );
  const end = charset?.sourceCodeLocation?.endOffset;
  if (end === undefined)
    throw new Error(`${file}: the page has no <meta charset>, after which the policy must stand.`);
  const hashes = {
    scripts: hashesOf(elements.filter(isInlineScript)),
    styles: hashesOf(elements.filter((element) => element.tagName === 'style')),
  };
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(hashes)}">`;
  return { html: html.slice(0, end) + meta + html.slice(end), hashes };
}

/**
 * The file `_headers` for static hosts that read it. The policy again, since `frame-ancestors` does not work in a meta
 * element, with the hashes of all pages; and long caching for files whose name carries a hash of their content.
 */
export function headersFile(pages: readonly InlineHashes[], base: string): string {
  const hashes = {
    scripts: distinct(pages.flatMap(({ scripts }) => scripts)),
    styles: distinct(pages.flatMap(({ styles }) => styles)),
  };
  // The one-file edition makes its worker from its own bytes; each page's own policy still says what it may do.
  const policy = policyWith(hashes, "worker-src 'self' blob:");
  return [
    '/*',
    `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    `${base}/*.txt`,
    '  Content-Type: text/plain; charset=utf-8',
    `${base}/_astro/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}

function refuseBlocked(element: HtmlElement, file: string): void {
  const line = element.sourceCodeLocation?.startLine ?? 0;
  const where = `${file}:${line}: <${element.tagName}>`;
  for (const { name, value } of element.attrs) {
    if (name === 'style')
      throw new Error(`${where} has style="${value}", which the policy blocks; use a class.`);
    if (name.startsWith('on'))
      throw new Error(`${where} has ${name}="…", which the policy blocks; add a listener.`);
    if (/^\s*javascript:/i.test(value))
      throw new Error(`${where} has a javascript: address, which the policy blocks.`);
  }
}

function isInlineScript(element: HtmlElement): boolean {
  return (
    element.tagName === 'script' &&
    attribute(element, 'src') === null &&
    executableTypes.has((attribute(element, 'type') ?? '').toLowerCase())
  );
}

function hashesOf(elements: readonly HtmlElement[]): string[] {
  return distinct(
    elements.map((element) => `'sha256-${createHash('sha256').update(rawText(element)).digest('base64')}'`),
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
