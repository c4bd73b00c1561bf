import type { InlineCode, Nodes, Root } from 'mdast';

/** Longer code may break: on a phone a line has about forty characters. */
const longestWhole = 30;

/**
 * Remark plug-in: short inline code with a hyphen gets the class `whole`, which keeps it on one line. A browser breaks
 * after a hyphen, and `uio-` at the end of a line with `>uio_dio` on the next misleads.
 */
export function wholeCode() {
  return (tree: Root): void => {
    for (const code of inlineCodeIn(tree)) {
      if (code.value.length > longestWhole || !code.value.includes('-')) continue;
      code.data = { ...code.data, hProperties: { className: ['whole'] } };
    }
  };
}

function inlineCodeIn(node: Nodes): InlineCode[] {
  if (node.type === 'inlineCode') return [node];
  return 'children' in node ? node.children.flatMap(inlineCodeIn) : [];
}
