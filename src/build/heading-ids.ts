import type { Heading, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';

/** `Mechanism [#mechanism]` at the end of a heading's last text. */
const idAtEnd = /\s*\[#([^\]]*)\]\s*$/;
const validId = /^[a-z][a-z0-9-]*$/;

/**
 * Remark plug-in: `## Mechanism [#mechanism]` gives the heading the id `mechanism`. Ids are written by hand and are the
 * same in every language, so that a link survives a change of wording or of language. Stops with a sentence that names
 * file and line if an h2 or h3 has no id, if an id is not lower-case ASCII, or if two headings share one.
 */
export function headingIds() {
  return (tree: Root, file: VFile): void => {
    const taken = new Map<string, number>();
    for (const heading of headingsIn(tree)) {
      const line = heading.position?.start.line ?? 0;
      const stop = (sentence: string): never => {
        throw new Error(`${file.path ?? 'Markdown'}:${line}: ${sentence}`);
      };
      const id = takeId(heading);
      if (id === null) {
        if (heading.depth === 2 || heading.depth === 3) {
          stop(`the heading “${textOf(heading)}” has no id; write it as \`## … [#short-name]\`.`);
        }
        continue;
      }
      if (!validId.test(id))
        stop(`the heading id “${id}” must be lower-case ASCII letters, digits and hyphens.`);
      const earlier = taken.get(id);
      if (earlier !== undefined) stop(`the heading id “${id}” is already taken by line ${earlier}.`);
      taken.set(id, line);
      heading.data = { ...heading.data, hProperties: { id } };
    }
  };
}

/** Removes the id from the heading's text and gives it. */
function takeId(heading: Heading): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return null;
  const match = idAtEnd.exec(last.value);
  if (match === null) return null;
  last.value = last.value.slice(0, match.index);
  return match[1] ?? '';
}

function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
