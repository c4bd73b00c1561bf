/** The bones of an article: what must agree between its languages and with the problem's data. */

export interface ArticleOutline {
  /** Ids of the h2 headings, in order. */
  readonly sectionIds: readonly string[];
  /** Ids of all headings, in order. */
  readonly headingIds: readonly string[];
  /** Names of the components, in order. */
  readonly components: readonly string[];
  /** Every source id that a component cites, once. */
  readonly sourceIds: readonly string[];
}

const HEADING = /^(#{2,6}) .*\[#([a-z0-9-]+)\]\s*$/gm;
const COMPONENT = /<([A-Z][A-Za-z]*)/g;
const CITED = /\b(?:ids|sources)="([^"]*)"/g;

/** Code says things about other files; it cites nothing and holds no components of ours. */
const withoutCode = (mdx: string): string => mdx.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/**
 * Reads the outline of an article.
 * @param mdx the text of the file
 */
export function outlineOf(mdx: string): ArticleOutline {
  const prose = withoutCode(mdx);
  const headings = [...prose.matchAll(HEADING)].map(([, marks, id]) => ({
    level: marks?.length,
    id: id ?? '',
  }));
  return {
    sectionIds: headings.filter(({ level }) => level === 2).map(({ id }) => id),
    headingIds: headings.map(({ id }) => id),
    components: [...prose.matchAll(COMPONENT)].map(([, name]) => name ?? ''),
    sourceIds: [
      ...new Set(
        [...prose.matchAll(CITED)].flatMap(([, ids]) => (ids ?? '').split(/\s+/).filter((id) => id !== '')),
      ),
    ],
  };
}
