import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { type SearchPage, type SearchSection, searchPage } from './search-sections.ts';

/** A finished page: its address under the site's root (`/zh/16689/`) and its HTML. */
export interface BuiltPage {
  readonly address: string;
  readonly html: string;
}

/** Something that search can find: a page, or a section of it. */
export interface SearchRecord {
  readonly url: string;
  readonly html: string;
}

/**
 * How much a word counts by the section it stands in (1 elsewhere). Lists of references repeat every identifier in
 * little text, and would come before the answer.
 */
const sectionWeights: Readonly<Record<string, number>> = { sources: 0.2, claims: 0.5 };

/** The same by the kind of page: a problem comes before the short pages that only mention it. */
const weightOf = (page: SearchPage): number => (page.kind === 'problem' ? 1 : 0.2);

/** The files that the search dialog loads; Pagefind also makes its own user interfaces and a worker. */
const neededFile =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.[\w-]+\.pagefind|pagefind\.[\w-]+\.pf_meta|(index|fragment)\/.*)$/;

/**
 * Writes the search index into `dist/pagefind/`: for every page with searchable text one record for its beginning and
 * one for each section, in one index for each language. Out: the number of records for each language.
 * Throws Pagefind's own sentence if it refuses something. The addresses have no base path: Pagefind's script adds it,
 * as it knows where it was loaded from.
 */
export async function writeSearchIndex(
  distDirectory: string,
  pages: readonly BuiltPage[],
): Promise<ReadonlyMap<string, number>> {
  const { index, errors } = await pagefind.createIndex();
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  const counts = new Map<string, number>();
  for (const { address, html } of pages) {
    const page = searchPage(html);
    if (page === null) continue;
    for (const record of recordsOf(page, address)) {
      const added = await index.addHTMLFile({ url: record.url, content: record.html });
      if (added.errors.length > 0) throw new Error(`Pagefind on ${record.url}: ${added.errors.join(' ')}`);
      counts.set(page.language, (counts.get(page.language) ?? 0) + 1);
    }
  }
  const { files, errors: fileErrors } = await index.getFiles();
  if (fileErrors.length > 0) throw new Error(`Pagefind could not make its files: ${fileErrors.join(' ')}`);
  for (const file of files.filter(({ path }) => neededFile.test(path.replaceAll('\\', '/')))) {
    const path = join(distDirectory, 'pagefind', file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
  await pagefind.close();
  return counts;
}

/**
 * The records of one page, as small HTML documents: Pagefind takes weights only from HTML. Result fields for the dialog:
 * `url` (with the section's `#id`), `meta.title` (the page's), `meta.section` (the section's heading; absent on the
 * record of the page itself), `meta.kind`.
 */
export function recordsOf(page: SearchPage, address: string): SearchRecord[] {
  return page.sections.map((section) => ({
    url: section.id === null ? address : `${address}#${section.id}`,
    html: section.id === null ? pageDocument(page, section) : sectionDocument(page, section, section.id),
  }));
}

function pageDocument(page: SearchPage, section: SearchSection): string {
  const weight = weightOf(page);
  return htmlDocument(
    page,
    '',
    paragraph(`${page.description} ${section.text}`, weight) +
      paragraph(`${page.title} ${page.aliases}`, 5 * weight),
  );
}

function sectionDocument(page: SearchPage, section: SearchSection, id: string): string {
  const weight = weightOf(page);
  const meta = `<meta data-pagefind-meta="section[content]" content="${escapeHtml(section.heading)}">`;
  const text = paragraph(section.text, weight * (sectionWeights[id] ?? 1));
  return htmlDocument(page, meta, paragraph(section.heading, 2 * weight) + text);
}

function paragraph(text: string, weight: number): string {
  return `<p data-pagefind-weight="${weight}">${escapeHtml(text)}</p>`;
}

function htmlDocument(page: SearchPage, meta: string, body: string): string {
  const title = `<meta data-pagefind-meta="title[content]" content="${escapeHtml(page.title)}">`;
  const kind = `<meta data-pagefind-meta="kind[content]" content="${escapeHtml(page.kind)}">`;
  return `<!doctype html><html lang="${escapeHtml(page.language)}"><head>${title}${kind}${meta}</head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
