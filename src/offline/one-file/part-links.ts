/** Where the links of a part lead once all pages are in one file. */

export interface PartLinks {
  /** The site's address with its base path, without a trailing slash: `https://example.org/notes`. */
  readonly site: string;
  /** The parts of the file by the path of their page without the base path: `/zh/16689/` is `zh/16689`. */
  readonly partOf: ReadonlyMap<string, string>;
  /** Files that are in the file as well, by their path: `/16689/evidence/a.txt` is `evidence/16689/a.txt`. */
  readonly fileOf: ReadonlyMap<string, string>;
}

/**
 * The address that a link has in the file. In: the `href` as it stands on a page, and the page's path (`/zh/16689/`).
 * Out: a fragment for what is in the file (`#zh/16689/fix`), else the full address on the site or elsewhere.
 */
export function hrefInFile(href: string, page: string, { site, partOf, fileOf }: PartLinks): string {
  const root = new URL(`${site}/`);
  const address = new URL(href, `${site}${page}`);
  if (address.origin !== root.origin || !address.pathname.startsWith(root.pathname)) return address.href;
  const path = decodeURIComponent(`/${address.pathname.slice(root.pathname.length)}`);
  const part = partOf.get(path) ?? fileOf.get(path);
  if (part === undefined) return address.href;
  const fragment = decodeURIComponent(address.hash.slice(1));
  return fragment === '' || fragment.includes('=') ? `#${part}` : `#${part}/${fragment}`;
}
