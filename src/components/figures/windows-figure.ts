/**
 * The geometry of the figure of affected windows, drawn as `git log --graph` draws history: a lane for each line, a row
 * for each event, time downwards in order and not to scale. Between two rows every lane is one stroke. Data in,
 * lanes and rows out; the page and the checker in the browser draw from the same.
 */
import type { Status } from '../../i18n/interface.ts';
import { branchPointOf } from '../../knowledge/history.ts';
import { comparePlaces, formatPlace, type Place, parsePlace } from '../../knowledge/place.ts';
import { type DefectHistory, needsDirectIo, type StatusData, statusAt } from '../article/windows.ts';

export interface Lane {
  /** The lines that it stands for, newest first: `['master']`, or several lines on which nothing ever changes. */
  readonly lines: readonly string[];
  /** Before the first row; null: the line has not left master yet. */
  readonly start: Status | null;
}

export interface Row {
  readonly place: string;
  readonly lane: number;
  /** `border`: the status changes here; `branch`: a release line leaves master; `tag`: a name and nothing else. */
  readonly event: 'border' | 'branch' | 'tag';
  readonly status: Status;
  /** The lane that begins here. */
  readonly newLane: number | null;
  readonly date: string | null;
  /** Its own date, or that of what follows; `9999` where nothing that follows has one. */
  readonly notAfter: string;
  /** What every lane is from this row's mark to the next one's; null: it does not exist yet. */
  readonly strokes: readonly (Status | null)[];
}

export interface WindowsFigure {
  readonly lanes: readonly Lane[];
  readonly rows: readonly Row[];
}

export interface MasterCounts {
  readonly developmentLines: readonly { readonly tag: string; readonly lastCommits: number | null }[];
}

/** What drawing needs of `openzfs-releases.json`. */
export interface FigureData extends StatusData, MasterCounts {
  readonly tags: readonly { readonly place: string }[];
}

/** One thing that happens on one line, before lines are woven together. */
export interface LineEvent {
  readonly place: Place;
  readonly event: 'border' | 'tag';
  readonly status: Status;
}

export interface LineEvents {
  readonly line: string;
  readonly start: Status;
  readonly events: readonly LineEvent[];
}

/** More tags than this in one stretch are not all named. */
const FEW_TAGS = 3;

/** As the data name it: the base tag without a count of 0. */
const nameOf = (place: Place): string => formatPlace(place).replace(/-0$/, '');

const linesOf = ({ branchPoints }: FigureData): string[] => branchPoints.map(({ line }) => line).reverse();

const tagsOf = (line: string, { tags }: Pick<FigureData, 'tags'>): Place[] =>
  tags
    .map(({ place }) => parsePlace(place))
    .filter((place) => place.line === line)
    .sort(comparePlaces);

/** Every place of a line at which the status may change. */
function bordersOf(line: string, history: DefectHistory, data: FigureData): Place[] {
  const { windows, unsettled, conditions } = history;
  const parameters = conditions.flatMap((condition) =>
    condition.fact === 'module-parameter' ? [condition.name] : [],
  );
  const changes = [
    ...[...windows, ...unsettled].flatMap((stretch) => [
      { line: stretch.line, from: stretch.from },
      { line: stretch.line, from: stretch.until },
    ]),
    ...(needsDirectIo(history) ? data.zfsDioEnabledDefaults : []),
    ...data.parameterDefaults.filter(({ name }) => parameters.includes(name)).flatMap((one) => one.changes),
  ];
  const places = changes
    .filter((change) => change.line === line)
    .flatMap(({ from }) => (from === null ? [] : [from]));
  return [...new Set(places)].map(parsePlace).sort(comparePlaces);
}

/** The tags of one stretch that are worth a row: all where they are few, else the first; of the fix also the first release. */
function tagsWorthNaming(tags: readonly Place[], status: Status): readonly Place[] {
  if (status === 'not-affected') return [];
  if (status !== 'fixed' && tags.length <= FEW_TAGS) return tags;
  const release = status === 'fixed' ? tags.find(({ candidate }) => candidate === null) : undefined;
  const [first] = tags;
  return [...new Set([first, release])].filter((tag) => tag !== undefined);
}

/** The status of a line where it begins; of master, where its first development line does. */
function startOf(line: string, history: DefectHistory, data: FigureData): Status {
  const [development] = data.developmentLines;
  const first = line === 'master' && development ? parsePlace(development.tag) : tagsOf(line, data)[0];
  return first === undefined ? 'unknown' : statusAt(first, history, data);
}

/** What happens on one line, oldest first. */
export function eventsOf(line: string, history: DefectHistory, data: FigureData): LineEvents {
  const start = startOf(line, history, data);
  const borders: LineEvent[] = [];
  for (const place of bordersOf(line, history, data)) {
    const status = statusAt(place, history, data);
    if (status !== (borders.at(-1)?.status ?? start)) borders.push({ place, event: 'border', status });
  }
  // Where nothing changes on a line, its branch says everything.
  const tags = line === 'master' || borders.length === 0 ? [] : tagsOf(line, data);
  const named = [null, ...borders].flatMap((border, index) => {
    const next = borders[index];
    const status = border?.status ?? start;
    const own = tags.filter(
      (tag) =>
        (border === null || comparePlaces(tag, border.place) >= 0) &&
        (next === undefined || comparePlaces(tag, next.place) < 0),
    );
    return tagsWorthNaming(own, status).map((place): LineEvent => ({ place, event: 'tag', status }));
  });
  const isBorder = (place: Place) => borders.some((border) => comparePlaces(border.place, place) === 0);
  const events = [...borders, ...named.filter(({ place }) => !isBorder(place))];
  return { line, start, events: events.sort((a, b) => comparePlaces(a.place, b.place)) };
}

/** A row before it is known what goes on beside it. */
type BareRow = Omit<Row, 'strokes' | 'notAfter'>;

interface Queue {
  readonly lane: number;
  readonly rows: (BareRow & Pick<Row, 'notAfter'>)[];
}

/** A row without a date stands directly before the next one that has one. */
function withSortDates(rows: readonly BareRow[], firstDates: ReadonlyMap<number, string>): Queue['rows'] {
  let latest = '9999';
  return rows
    .toReversed()
    .map((row) => {
      const own = row.date ?? (row.newLane === null ? undefined : firstDates.get(row.newLane));
      if (own !== undefined && own < latest) latest = own;
      return { ...row, notAfter: latest };
    })
    .reverse();
}

/** Rows of all lanes, by date; the order within a lane stays, and a lane begins after its branch. */
function woven(queues: readonly Queue[], lanes: readonly Lane[]): Row[] {
  const strokes = lanes.map(({ start }) => start);
  const waiting = queues.map(({ lane, rows }) => ({ lane, rows: [...rows] }));
  const rows: Row[] = [];
  for (;;) {
    const ready = waiting.filter(({ lane, rows: [first] }) => first !== undefined && strokes[lane] !== null);
    const next = ready.reduce<(typeof ready)[number] | null>(
      (best, queue) =>
        best === null || (queue.rows[0]?.notAfter ?? '') < (best.rows[0]?.notAfter ?? '') ? queue : best,
      null,
    );
    const row = next?.rows.shift();
    if (row === undefined) return rows;
    strokes[row.newLane ?? row.lane] = row.status;
    rows.push({ ...row, strokes: [...strokes] });
  }
}

/**
 * The figure of one defect.
 * @param history its windows, what is unsettled, its conditions
 * @param data tags, branch points and defaults
 * @param dates of tags and commits, by place; a row without one takes its place from its neighbours
 * @returns null where the defect has no window: there is nothing to draw
 */
export function windowsFigure(
  history: DefectHistory,
  data: FigureData,
  dates: ReadonlyMap<string, string> = new Map(),
): WindowsFigure | null {
  if (history.windows.length === 0) return null;
  const master = eventsOf('master', history, data);
  const firstOnMaster = master.events[0]?.place;
  /** Lines that left master before anything happened there exist from the beginning. */
  const leavesAt = (line: string): Place | null => {
    const from = branchPointOf(line, data);
    const isLater = from !== null && firstOnMaster !== undefined && comparePlaces(from, firstOnMaster) >= 0;
    return isLater ? from : null;
  };
  const lines = linesOf(data).map((line) => ({ ...eventsOf(line, history, data), from: leavesAt(line) }));
  const lastOnMaster = master.events.at(-1)?.place;
  /** Lines on which nothing happens, all of them from before master's first event or all from after its last. */
  const areAlike = (a: (typeof lines)[number], b: (typeof lines)[number]): boolean => {
    const isAfterAll = ({ from }: typeof a) =>
      from !== null && lastOnMaster !== undefined && comparePlaces(from, lastOnMaster) >= 0;
    return (
      a.events.length + b.events.length === 0 &&
      a.start === b.start &&
      ((a.from === null && b.from === null) || (isAfterAll(a) && isAfterAll(b)))
    );
  };
  const grouped = lines.reduce<(typeof lines)[]>((groups, line) => {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first && areAlike(first, line)) last.push(line);
    else groups.push([line]);
    return groups;
  }, []);
  const lanes: Lane[] = [
    { lines: ['master'], start: master.start },
    ...grouped.map((group) => ({
      lines: group.map(({ line }) => line),
      start: group[0]?.from === null ? (group[0]?.start ?? null) : null,
    })),
  ];
  const dateOf = (place: string) => dates.get(place) ?? null;
  const rowsOf = (lane: number, events: readonly LineEvent[]): BareRow[] =>
    events.map(({ place, event, status }) => {
      const name = nameOf(place);
      return { place: name, lane, event, status, newLane: null, date: dateOf(name) };
    });
  const ofLines = grouped.map(([line], index) => rowsOf(index + 1, line?.events ?? []));
  const oldest = grouped.map((group) => group.at(-1));
  const branches = oldest.flatMap((line, index): BareRow[] =>
    line === undefined || line.from === null
      ? []
      : [
          {
            place: nameOf(line.from),
            lane: 0,
            event: 'branch',
            status: line.start,
            newLane: index + 1,
            date: null,
          },
        ],
  );
  const ofMaster = [...rowsOf(0, master.events), ...branches].sort((a, b) =>
    comparePlaces(parsePlace(a.place), parsePlace(b.place)),
  );
  const firstDates = new Map(
    oldest.flatMap((line, index) => {
      const [first] = line === undefined ? [] : tagsOf(line.line, data);
      const date = first === undefined ? undefined : dates.get(formatPlace(first));
      return date === undefined ? [] : [[index + 1, date] as const];
    }),
  );
  const queues = [ofMaster, ...ofLines].map((rows, lane) => ({
    lane,
    rows: withSortDates(rows, firstDates),
  }));
  return { lanes, rows: woven(queues, lanes) };
}

/** Where a place stands in the figure. */
export interface Located {
  readonly lane: number;
  /** The last row that the place is at or after on its own lane; -1: before all rows. */
  readonly row: number;
  /** The row is this very place. */
  readonly isExact: boolean;
}

/**
 * Finds a place among the rows.
 * @param lanes the lines of each lane
 * @param rows in order
 * @returns null where its line has no lane: older than anything in the figure
 */
export function locate(
  place: Place,
  lanes: readonly Pick<Lane, 'lines'>[],
  rows: readonly Pick<Row, 'place' | 'lane' | 'newLane'>[],
): Located | null {
  const lane = lanes.findIndex(({ lines }) => lines.includes(place.line));
  if (lane < 0) return null;
  let found: Located = { lane, row: -1, isExact: false };
  for (const [index, row] of rows.entries()) {
    if (row.newLane === lane) found = { lane, row: index, isExact: false };
    const own = parsePlace(row.place);
    if (row.lane !== lane || own.line !== place.line) continue;
    const order = comparePlaces(own, place);
    if (order <= 0) found = { lane, row: index, isExact: order === 0 };
  }
  return found;
}

/** How many commits master had at a place, counted from the first development line that the data know. */
function countOnMaster(name: string | undefined, { developmentLines }: MasterCounts): number | null {
  if (name === undefined) return null;
  const { release, commits } = parsePlace(name);
  const index = developmentLines.findIndex(({ tag }) => tag === release.join('.'));
  return developmentLines
    .slice(0, Math.max(0, index))
    .reduce((sum, { lastCommits }) => sum + (lastCommits ?? 0) + 1, commits);
}

/**
 * The row after which a place between two rows of its line is shown. Rows of other lines may lie between the two: a
 * release line's tag has a date to go by, a build of master its count.
 * @param located from `locate`
 * @param dates of tags, by place
 */
export function rowBefore(
  place: Place,
  { lane, row }: Located,
  { rows }: Pick<WindowsFigure, 'rows'>,
  dates: ReadonlyMap<string, string>,
  counts: MasterCounts,
): number {
  const following = rows.findIndex((candidate, index) => index > row && candidate.lane === lane);
  const last = following < 0 ? rows.length - 1 : following - 1;
  if (place.line === 'master') {
    const from = countOnMaster(rows[row]?.place, counts) ?? 0;
    const until = countOnMaster(rows[following]?.place, counts);
    const here = countOnMaster(nameOf(place), counts) ?? 0;
    const way = until === null ? 1 : (here - from) / (until - from);
    return Math.min(last, row + Math.floor(way * (last - row + 1)));
  }
  const tagged = dates.get(nameOf({ ...place, commits: 0 })) ?? '';
  const earlier = rows.findLastIndex(
    ({ notAfter }, index) => index > row && index <= last && notAfter <= tagged,
  );
  return Math.max(row, earlier);
}

/** The stroke on which a place stands. */
export function strokeAt(place: Place, { lanes, rows }: WindowsFigure): Status | null {
  const located = locate(place, lanes, rows);
  if (located === null) return null;
  const strokes = located.row < 0 ? lanes.map(({ start }) => start) : rows[located.row]?.strokes;
  return strokes?.[located.lane] ?? null;
}

/** Lanes on which the defect is still there, or may be, at the end of the data. */
export function openLanes({ lanes, rows }: WindowsFigure): Lane[] {
  const last = rows.at(-1)?.strokes ?? [];
  return lanes.filter((_, index) => last[index] === 'affected' || last[index] === 'dormant');
}

/** The newest tag of a release line that the data know. */
export const newestTagOf = (line: string, data: Pick<FigureData, 'tags'>): string => {
  const newest = tagsOf(line, data).at(-1);
  return newest === undefined ? line : formatPlace(newest);
};
