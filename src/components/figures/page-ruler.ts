import type { PagesFigure } from '../../knowledge/mechanism.ts';

/** The geometry of a request on a ruler of two pages, in units of a CSS pixel. */

type Request = PagesFigure['requests'][number];

const pageWidth = 128;
const margin = 32;

/** Width of the whole ruler with its margins. */
export const rulerWidth = 2 * pageWidth + 2 * margin;

/** Where each of the three borders stands. */
export const borderAt = (index: number): number => margin + index * pageWidth;

/** The ruler's line with its ticks, longer ones at the borders of pages. */
export function rulerPath({ pageSize, tick }: PagesFigure, top: number): string {
  const ticks = (2 * pageSize) / tick;
  const marks = Array.from({ length: ticks + 1 }, (_, index) => {
    const height = (index * tick) % pageSize === 0 ? 12 : 5;
    return `M${margin + (index * tick * pageWidth) / pageSize} ${top}v${height}`;
  });
  return `M${margin} ${top}h${2 * pageWidth}${marks.join('')}`;
}

/** The two ends of a request on the ruler; the second is absent if it lies beyond. */
function endsOf({ start, length }: Request, { pageSize }: PagesFigure): [number, number | undefined] {
  const place = (bytes: number) => margin + (bytes * pageWidth) / pageSize;
  return [place(start), start + length > 2 * pageSize ? undefined : place(start + length)];
}

/** The bar of a request; it becomes an arrow where the request goes on beyond the ruler. */
export function barPath(request: Request, figure: PagesFigure, top: number): string {
  const [first, last] = endsOf(request, figure);
  const end = last ?? rulerWidth - 14;
  return `M${first} ${top}H${end}${last === undefined ? 'l12 10-12 10' : 'v20'}H${first}z`;
}

/** The end of a request that lies inside a page, as a place on the ruler; nothing if both lie on borders. */
export function misfitAt(request: Request, figure: PagesFigure): number | undefined {
  const [first, last] = endsOf(request, figure);
  if (request.start % figure.pageSize !== 0) return first;
  return request.length % figure.pageSize === 0 ? undefined : last;
}
