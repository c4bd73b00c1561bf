/** Tables as text: in columns where they fit, else row by row with the head of each column before its cell. */
import { attribute, elementsIn, type HtmlElement } from '../../build/html.ts';
import { linesIn, type TextStyle } from './blocks.ts';
import { columnsOf } from './columns.ts';
import { inlineText } from './inline.ts';
import { wrap } from './wrap.ts';

interface Row {
  readonly cells: readonly HtmlElement[];
  /** A line that names the rows below it. */
  readonly isGroup: boolean;
}

const GAP = '  ';

const named = (parent: HtmlElement, ...names: string[]): HtmlElement[] =>
  elementsIn(parent).filter(({ tagName }) => names.includes(tagName));

export function tableLines(table: HtmlElement, style: TextStyle): string[] {
  const caption = named(table, 'caption').flatMap((element) =>
    wrap(inlineText([element], style.links), style.width),
  );
  const heads = named(table, 'thead').flatMap((head) => named(head, 'th'));
  const rows = named(table, 'tbody')
    .flatMap((body) => named(body, 'tr'))
    .map((row): Row => {
      const cells = named(row, 'th', 'td');
      return { cells, isGroup: cells.length === 1 && attribute(cells[0] ?? row, 'scope') === 'rowgroup' };
    });
  const body = inColumns(heads, rows, style) ?? rowByRow(heads, rows, style);
  return caption.length === 0 ? body : [...caption, '', ...body];
}

/** Null where a line would be too long or a cell has more than one line. */
function inColumns(heads: readonly HtmlElement[], rows: readonly Row[], style: TextStyle): string[] | null {
  if (rows.some(({ isGroup }) => isGroup)) return null;
  const endless = { ...style, width: Number.POSITIVE_INFINITY };
  const cells = [heads, ...rows.map((row) => row.cells)].map((row) =>
    row.map((cell) => linesIn(cell, endless)),
  );
  if (cells.flat().some((lines) => lines.length > 1)) return null;
  const texts = cells.map((row) => row.map(([line = '']) => line));
  const widths = heads.map((_, column) => Math.max(...texts.map((row) => columnsOf(row[column] ?? ''))));
  const lines = texts.map((row) =>
    row
      .map((text, column) => padded(text, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  if (lines.some((line) => columnsOf(line) > style.width)) return null;
  const [head = '', ...rest] = lines;
  return [head, widths.map((width) => '-'.repeat(width)).join(GAP), ...rest];
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columnsOf(text)));

function rowByRow(heads: readonly HtmlElement[], rows: readonly Row[], style: TextStyle): string[] {
  const names = heads.map((head) => inlineText([head], style.links));
  const inner = { ...style, width: style.width - GAP.length };
  return rows.flatMap(({ cells, isGroup }, index) => {
    const before = index === 0 ? [] : [''];
    if (isGroup)
      return [
        ...before,
        ...cells.flatMap((cell) => wrap(`[${inlineText([cell], style.links)}]`, style.width)),
      ];
    return [
      ...before,
      ...cells.flatMap((cell, column) => cellLines(names[column] ?? '', cell, column === 0, inner)),
    ];
  });
}

/** A cell: the first of a row on a line of its own, the others after the head of their column. */
function cellLines(name: string, cell: HtmlElement, isFirst: boolean, style: TextStyle): string[] {
  const lines = linesIn(cell, style);
  const [first = '', ...rest] = lines;
  if (first === '') return [];
  const labelled = `${name}${style.colon}${first}`;
  if (isFirst) {
    const label = name === '' ? '' : `${name}${style.colon}`;
    const text = linesIn(cell, { ...style, width: Number.POSITIVE_INFINITY }).join(' ');
    return wrap(label + text, style.width).map((line, index) =>
      index === 0 ? `* ${line}` : `${GAP}${line}`,
    );
  }
  if (rest.length === 0 && columnsOf(labelled) <= style.width) return [`${GAP}${labelled}`];
  const inner = linesIn(cell, { ...style, width: style.width - GAP.length });
  return [`${GAP}${name}${style.colon.trimEnd()}`, ...inner.map((line) => `${GAP}${GAP}${line}`.trimEnd())];
}
