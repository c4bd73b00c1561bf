import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { defaultSiteUrl } from '../../site.config.ts';
import { attribute, elementsIn, type HtmlElement, parsePage } from '../../src/build/html.ts';
import { isEdition } from '../../src/offline/one-file/editions.ts';
import { normaliseBase } from '../../tools/serve.mjs';

export const dist = join(import.meta.dirname, '../../dist');

/** The environment must be that of the build. */
const base = normaliseBase(process.env.BASE_PATH);
const site = new URL(process.env.SITE_URL || defaultSiteUrl).origin;

export interface Page {
  /** Under the site's root, without the base path: `/zh/16689/`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly HtmlElement[];
  readonly ids: ReadonlySet<string>;
}

const files: ReadonlySet<string> = new Set(
  readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => `/${file.split(sep).join('/')}`),
);

/** Every page of the site; the one-file editions are documents of another kind. */
export const pages: readonly Page[] = [...files]
  .filter((file) => file.endsWith('.html') && !isEdition(file))
  .sort()
  .map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const elements = elementsIn(parsePage(html));
    const ids = new Set(elements.map((element) => attribute(element, 'id')).filter((id) => id !== null));
    return { address: file.replace(/\/index\.html$/, '/'), html, elements, ids };
  });

/** The page at an address. Throws if there is none. */
export function pageAt(address: string): Page {
  const page = pages.find((candidate) => candidate.address === address);
  if (page === undefined) throw new Error(`dist has no page ${address}`);
  return page;
}

/** Where a link on a page leads within the site, without the base path; null if it leads out of the site. */
export function internalTarget(page: Page, href: string): { path: string; fragment: string } | null {
  const url = new URL(href, `${site}${base}${page.address}`);
  if (url.origin !== site) return null;
  const inside = url.pathname.startsWith(`${base}/`)
    ? url.pathname.slice(base.length)
    : `outside the base path: ${url.pathname}`;
  return { path: decodeURIComponent(inside), fragment: decodeURIComponent(url.hash.slice(1)) };
}

/** The paths of all files of the site: `/16689.txt`. */
export const builtFiles: readonly string[] = [...files].sort();

/** The bytes of a file of the site; null if there is none at this path. */
export function readBuilt(path: string): Buffer | null {
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return files.has(file) && statSync(join(dist, file)).isFile() ? readFileSync(join(dist, file)) : null;
}
