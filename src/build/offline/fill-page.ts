/** What the build knows only at its end, and the page about offline use says. */
export interface Facts {
  /** Which parts of the page stay: `<!--if archive-->…<!--end-->`. */
  readonly conditions: ReadonlySet<string>;
  /** What stands for `[[size openzfs-problem-notes.zip]]` and its like. */
  readonly values: ReadonlyMap<string, string>;
}

/** Fills a page in. Throws a sentence that names a value that nobody gave. */
export function fillPage(html: string, { conditions, values }: Facts): string {
  return html
    .replace(/<!--if ([\w.-]+)-->([\s\S]*?)<!--end-->/g, (_, condition: string, part: string) =>
      conditions.has(condition) ? part : '',
    )
    .replace(/\[\[([\w. -]+)\]\]/g, (_, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`The page about offline use asks for “${name}”.`);
      return value;
    });
}
