/** What a row of the figure of windows says, and the legend of its strokes. */
import type { FigureTexts } from '../../i18n/figures.en.ts';
import type { Status } from '../../i18n/interface.ts';
import { parsePlace } from '../../knowledge/place.ts';
import { type DefectHistory, directIoDefaultAt, needsDirectIo, type StatusData } from '../article/windows.ts';
import type { Lane, Row, WindowsFigure } from './windows-figure.ts';

type Texts = FigureTexts['windows'];

/** The words beside the status's shape, where the status changes. */
export function borderWords(
  { place, status }: Pick<Row, 'place' | 'status'>,
  history: DefectHistory,
  data: StatusData,
  { event }: Texts,
): string {
  if (!needsDirectIo(history)) return event[status];
  if (status === 'affected') return event.directIoOn;
  const isOff = directIoDefaultAt(parsePlace(place), data) === 0;
  return status === 'dormant' && isOff ? event.directIoOff : event[status];
}

const LEGEND_ORDER: readonly Status[] = ['affected', 'dormant', 'unknown', 'not-affected'];

/** The strokes that the figure uses, with their meaning; what is fixed and what never had the defect look the same. */
export function legendOf(
  { lanes, rows }: WindowsFigure,
  history: DefectHistory,
  texts: Texts,
): { readonly status: Status; readonly words: string }[] {
  const used = new Set([...lanes.map(({ start }) => start), ...rows.flatMap(({ strokes }) => strokes)]);
  if (used.has('fixed')) used.add('not-affected');
  const ofDirectIo =
    needsDirectIo(history) && !history.conditions.some(({ fact }) => fact === 'module-parameter');
  const words: Record<Status, string> = {
    affected: ofDirectIo ? texts.presentDirectIo : texts.present,
    dormant: ofDirectIo ? texts.closedDirectIo : texts.closed,
    unknown: texts.unsettled,
    'not-affected': texts.without,
    fixed: texts.without,
  };
  return LEGEND_ORDER.filter((status) => used.has(status)).map((status) => ({
    status,
    words: words[status],
  }));
}

/** The name above a lane: its line, or the one that the others are older or newer than. */
export function laneName({ lines, start }: Lane, texts: Texts): string {
  const [newest = ''] = lines;
  if (lines.length === 1) return newest;
  return start === null ? texts.newerLines(lines.at(-1) ?? '') : texts.olderLines(newest);
}

/** Where a lane begins; one that stands for several lines begins with the oldest. */
export function leavesWords({ lines }: Pick<Lane, 'lines'>, texts: Texts): string {
  const oldest = lines.at(-1) ?? '';
  return lines.length === 1 ? texts.leaves(oldest) : texts.leaveInTurn(oldest);
}
