/** The figure of windows in the browser: drawn into a verdict, or marked where the article has it already. */
import type { Assessment } from '../../checker/assess.ts';
import type { ZfsVersion } from '../../checker/types.ts';
import type { Status } from '../../i18n/interface.ts';
import { parsePlace } from '../../knowledge/place.ts';
import { element } from '../../scripts/dom.ts';
import type { DefectHistory } from '../article/windows.ts';
import type { LanguagePack } from '../checker/language-pack.ts';
import { figureDataOf, figureHistoryOf, type Here, hereOf } from './here.ts';
import { lanesWidth, laneX, markOf, strokesOf } from './lanes.ts';
import { borderWords, laneName, leavesWords, legendOf } from './row-words.ts';
import { type FigureData, type Row, rowBefore, type WindowsFigure, windowsFigure } from './windows-figure.ts';

/** What drawing needs of the checker's page part. */
export interface FigureView extends Pick<LanguagePack, 'knowledge' | 'figures' | 'dates'> {
  readonly statusWord: (status: Status) => Node;
  /** The problem whose article has the figures already. */
  readonly ownProblem: string | null;
}

type View = FigureView;

const datesFor = ({ dates }: View): ReadonlyMap<string, string> => new Map(Object.entries(dates));

interface Drawn {
  readonly figure: WindowsFigure;
  readonly history: DefectHistory;
  readonly data: FigureData;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawn(
  tag: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: Node[]
): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

type Mark = readonly [kind: string, path: string];

const pathOf = ([kind, path]: Mark): SVGElement => drawn('path', { class: kind, d: path });

function strokes(
  figure: WindowsFigure,
  states: readonly (Status | null)[],
  newLane: number | null,
  marks: readonly Mark[],
): SVGElement {
  const width = lanesWidth(figure.lanes.length);
  return drawn(
    'svg',
    { class: 'lanes', width, viewBox: `0 0 ${width} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...strokesOf(states, newLane).map(({ status, path }) => drawn('path', { class: status, d: path })),
    ...marks.map(pathOf),
  );
}

function statusWord(status: Status, words: string, view: View): Node {
  const part = element('span', '', view.statusWord(status));
  const word = part.querySelector('.status');
  word?.lastChild?.replaceWith(words);
  return word ?? part;
}

function rowItem(row: Row, { figure, history, data }: Drawn, view: View): HTMLElement {
  const { figures: texts } = view;
  const words = element('div', '', element('b', '', row.place), ' ');
  if (row.date !== null) words.append(element('time', '', row.date), ' ');
  if (row.event === 'border')
    words.append(statusWord(row.status, borderWords(row, history, data, texts), view));
  const lane = row.newLane === null ? undefined : figure.lanes[row.newLane];
  if (lane !== undefined) words.append(leavesWords(lane, texts));
  const mark: Mark = [row.event, markOf(row.event, row.lane)];
  return element('li', '', strokes(figure, row.strokes, row.newLane, [mark]), words);
}

function figureElement(now: Drawn, view: View): HTMLElement {
  const { figure, history } = now;
  const { figures: texts } = view;
  const names = figure.lanes.map((lane, index) =>
    drawn('text', { x: laneX(index), y: 12 }, document.createTextNode(laneName(lane, texts))),
  );
  const width = lanesWidth(figure.lanes.length);
  const legend = legendOf(figure, history, texts).map(({ status, words }) =>
    element(
      'li',
      '',
      drawn(
        'svg',
        {
          class: 'lanes',
          width: 26,
          height: 10,
          viewBox: '0 0 1 1',
          preserveAspectRatio: 'none',
          'aria-hidden': 'true',
        },
        drawn('path', { class: status, d: status === 'dormant' ? 'M0 .15h1M0 .85h1' : 'M0 .5h1' }),
      ),
      words,
    ),
  );
  return element(
    'figure',
    'windows',
    element(
      'figcaption',
      '',
      element('strong', '', texts.caption),
      texts.scale,
      element('ul', '', ...legend),
    ),
    element(
      'div',
      'start',
      drawn('svg', { width, height: 18, 'aria-hidden': 'true' }, ...names),
      strokes(
        figure,
        figure.lanes.map(({ start }) => start),
        null,
        [],
      ),
    ),
    element('ol', '', ...figure.rows.map((row) => rowItem(row, now, view))),
  );
}

/** Marks a build: in the row that is this very place, or in a row of its own between two others. */
function mark(of: HTMLElement, { figure }: Drawn, here: Extract<Here, { kind: 'at' }>, view: View): void {
  const { lane, isExact } = here.located;
  const row = isExact
    ? here.located.row
    : rowBefore(parsePlace(here.place), here.located, figure, datesFor(view), view.knowledge.releases);
  const rows = of.querySelector('ol');
  const rings: Mark[] = [
    ['here ring', markOf('here', lane)],
    ['here inner', markOf('here', lane)],
  ];
  const words = element('strong', 'here', view.figures.here);
  const existing = rows?.children[row];
  if (isExact) {
    existing?.querySelector('.lanes')?.append(...rings.map(pathOf));
    existing?.querySelector('div')?.append(' ', words);
    return;
  }
  const states = figure.rows[row]?.strokes ?? figure.lanes.map(({ start }) => start);
  const text = element('div', '', element('b', '', here.place), ' ', words);
  const item = element('li', 'here', strokes(figure, states, null, rings), text);
  if (existing === undefined) rows?.prepend(item);
  else existing.after(item);
}

function nowhereWords(
  here: Exclude<Here, { kind: 'at' }>,
  version: string,
  { figures: texts }: View,
): string {
  const { nowhere } = texts;
  if (here.kind !== 'range') return nowhere[here.kind](version);
  return here.until === null
    ? nowhere.open(version, here.from)
    : nowhere.range(version, here.from, here.until);
}

/** Takes the marks of an earlier verdict out of the page's figures. */
export function clearMarks(): void {
  for (const mark of document.querySelectorAll('.windows .here')) mark.remove();
}

/**
 * Where a build stands: marked in the article's own figures, or in new ones.
 * @param version the running module's, null where it is not known
 * @returns the part of the verdict for it, or null where there is nothing to draw
 */
export function whereItStands(
  { problem: id, reasons }: Assessment,
  version: ZfsVersion | null,
  view: View,
): HTMLElement | null {
  const { knowledge, figures: texts, ownProblem } = view;
  const problem = knowledge.problems.find((candidate) => candidate.id === id);
  const isContradicted = reasons.some(({ code }) => code === 'versions-conflict');
  if (version === null || problem === undefined || isContradicted) return null;
  const data = figureDataOf(knowledge);
  const figures = problem.defects.flatMap((defect): Drawn[] => {
    const history = figureHistoryOf(defect, problem);
    const figure = windowsFigure(history, data, datesFor(view));
    return figure === null ? [] : [{ figure, history, data }];
  });
  if (figures.length === 0) return null;
  const isOwn = id === ownProblem;
  const present = isOwn ? [...document.querySelectorAll<HTMLElement>('.windows:not([data-verdict] *)')] : [];
  const words = new Set<string>();
  const drawnHere = figures.flatMap((now, index) => {
    const existing = present[index];
    const target = existing ?? figureElement(now, view);
    const here = hereOf(version, now.figure, knowledge);
    if (here.kind === 'at') mark(target, now, here, view);
    else words.add(nowhereWords(here, version.text, view));
    if (here.kind === 'at' && existing !== undefined) words.add(texts.marked);
    return existing === undefined ? [target] : [];
  });
  return element(
    'section',
    '',
    element(isOwn ? 'h3' : 'h4', '', texts.heading),
    ...[...words].map((sentence) => element('p', '', sentence)),
    ...drawnHere,
  );
}
