/** The sections of the file, read from the document itself: what the search looks through. */

export interface FileSection {
  readonly id: number;
  readonly href: string;
  /** The heading of the section; that of its part for what stands before the first one. */
  readonly heading: string;
  /** The heading of the part, with its number where it has one. */
  readonly title: string;
  readonly text: string;
  /** The reports and fixes in the box at the top of a problem: they stand for the problem itself. */
  readonly names: string;
  /** The full hashes of the commits that are linked to: a page shows only their beginning. */
  readonly commits: string;
  readonly language: string;
  /** How much it counts beside the others. */
  readonly weight: number;
}

const UNSEARCHED =
  'button, form, nav, script, style, template, textarea, select, svg, .toc, .part-links, .cite';

/** Elements that flow within a word; between all others there is a space. */
const INLINE = /^(A|ABBR|B|CODE|DATA|EM|I|KBD|MARK|S|SAMP|SMALL|SPAN|STRONG|SUB|SUP|TIME|VAR|WBR)$/;

/** Lists of references repeat every identifier in little text, and would come before the answer. */
const SECTION_WEIGHTS: Readonly<Record<string, number>> = { sources: 0.2, claims: 0.5 };
const WEIGHT_OF_LISTINGS = 0.2;

const FULL_COMMIT = /\b[0-9a-f]{40}\b/;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A part of the file and, within it, what stands before the first section and every section. */
function sectionsOfPart(part: HTMLElement): Omit<FileSection, 'id'>[] {
  const name = part.dataset.part ?? part.id;
  const number = /(?:^|\/)(\d+)$/.exec(part.dataset.part ?? '')?.[1];
  const ownHeading = tidy(part.querySelector('h1, h2, h3')?.textContent ?? '');
  const title = number === undefined ? ownHeading : `${number} · ${ownHeading}`;
  const found: { id: string; heading: string; texts: string[]; commits: string[] }[] = [
    { id: part.id, heading: title, texts: [], commits: [] },
  ];
  const visit = (node: Node): void => {
    if (node instanceof Text) found.at(-1)?.texts.push(node.data);
    if (!(node instanceof Element) || node.matches(UNSEARCHED)) return;
    const isHeading = node.matches('h2[id]');
    if (isHeading) found.push({ id: node.id, heading: tidy(node.textContent), texts: [], commits: [] });
    const space = INLINE.test(node.tagName) ? '' : ' ';
    found.at(-1)?.texts.push(space);
    if (!isHeading && node.tagName !== 'H1') node.childNodes.forEach(visit);
    found.at(-1)?.texts.push(space);
    if (node instanceof HTMLAnchorElement) found.at(-1)?.commits.push(...(FULL_COMMIT.exec(node.href) ?? []));
  };
  part.childNodes.forEach(visit);
  const names = [...part.querySelectorAll('.summary a')].map(({ textContent }) => textContent).join(' ');
  const language = part.closest<HTMLElement>('[data-interface]')?.lang ?? '';
  return found.map(({ id, heading, texts, commits }, index) => ({
    href: `#${id}`,
    heading,
    title,
    text: tidy(texts.join('')),
    names: index === 0 ? names : '',
    commits: commits.join(' '),
    language,
    weight:
      (number === undefined ? WEIGHT_OF_LISTINGS : 1) * (SECTION_WEIGHTS[id.slice(name.length + 1)] ?? 1),
  }));
}

export const sectionsOfFile = (): FileSection[] =>
  [...document.querySelectorAll<HTMLElement>('[data-part], [data-evidence] > section')]
    .flatMap(sectionsOfPart)
    .map((section, id) => ({ ...section, id }));
