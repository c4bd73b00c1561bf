import { describe, expect, it } from 'vitest';
import { parseZfsVersion } from '../../src/checker/facts/zfs-version.ts';
import { historyOf, statusAt } from '../../src/components/article/windows.ts';
import { figureDataOf, figureHistoryOf, hereOf } from '../../src/components/figures/here.ts';
import { strokesOf } from '../../src/components/figures/lanes.ts';
import {
  locate,
  rowBefore,
  strokeAt,
  type WindowsFigure,
  windowsFigure,
} from '../../src/components/figures/windows-figure.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { comparePlaces, formatPlace, type Place, parsePlace } from '../../src/knowledge/place.ts';
import { datesOf } from '../../src/knowledge/place-dates.ts';
import { defectsOf } from '../../src/knowledge/problem.ts';

const loaded = loadKnowledge();
const { releases, problems } = loaded;
const dates = datesOf(loaded);
const knowledge = checkerKnowledge(loaded, 'en');

/** Every defect that has a figure. */
const drawn = problems.flatMap((problem) =>
  defectsOf(problem).flatMap((defect, index) => {
    const history = historyOf(defect, problem);
    const figure = windowsFigure(history, releases, dates);
    return figure === null
      ? []
      : [{ name: `${problem.id}/${index}`, problem, defect, index, history, figure }];
  }),
);

function zeroPage(): WindowsFigure {
  const found = drawn.find(({ name }) => name === '16689/0');
  if (found === undefined) throw new Error('16689 has no figure');
  return found.figure;
}

const commitLater = (place: Place, commits: number): Place => ({
  ...place,
  commits: place.commits + commits,
});

/** All tags, and the commits on both sides of every place that some problem names. */
function placesToTry(): Place[] {
  const borders = problems.flatMap((problem) => [
    ...defectsOf(problem).flatMap(({ windows }) => windows.flatMap(({ from, until }) => [from, until])),
    ...problem.unsettled.flatMap(({ from, until }) => [from, until]),
  ]);
  const named = [...borders, ...releases.tags.map(({ place }) => place)].filter((place) => place !== null);
  return [...new Set(named)]
    .map(parsePlace)
    .flatMap((place) =>
      [-1, 0, 1].map((step) => commitLater(place, step)).filter(({ commits }) => commits >= 0),
    );
}

describe('the figure of affected windows', () => {
  it('draws a figure for every defect that has windows', () => {
    const expected = problems.flatMap(defectsOf).filter(({ windows }) => windows.length > 0);
    expect(drawn).toHaveLength(expected.length);
  });

  it('puts every tag, and the commits around every border, on the stroke of its status', () => {
    const places = placesToTry();
    for (const { name, figure, history } of drawn) {
      const wrong = places
        .map((place) => ({
          place: formatPlace(place),
          drawn: strokeAt(place, figure),
          status: statusAt(place, history, releases),
        }))
        .filter((one) => one.drawn !== one.status);
      expect(wrong, name).toEqual([]);
    }
  });

  it('puts a tag inside a stroke of the defect exactly if the problem names it as affected', () => {
    for (const { name, defect, figure } of drawn) {
      const inside = releases.tags
        .map(({ place }) => place)
        .filter((place) => ['affected', 'dormant'].includes(strokeAt(parsePlace(place), figure) ?? ''));
      expect(new Set(inside), name).toEqual(new Set([...defect.affectedTags, ...defect.affectedBaseTags]));
    }
  });

  it('changes a stroke at the mark of its own lane and nowhere else, and at every border', () => {
    for (const { name, figure } of drawn) {
      for (const [index, row] of figure.rows.entries()) {
        const before = figure.rows[index - 1]?.strokes ?? figure.lanes.map(({ start }) => start);
        const changed = row.strokes.flatMap((status, lane) => (status === before[lane] ? [] : [lane]));
        const expected = { border: [row.lane], branch: [row.newLane], tag: [] }[row.event];
        expect(changed, `${name} ${row.place}`).toEqual(expected);
      }
    }
  });

  it('keeps the order of history on every lane, and of dates where both are known', () => {
    for (const { name, figure } of drawn) {
      for (const [lane] of figure.lanes.entries()) {
        const places = figure.rows.filter((row) => row.lane === lane).map(({ place }) => parsePlace(place));
        const sorted = places.toSorted(comparePlaces);
        expect(places, name).toEqual(sorted);
      }
      const dated = figure.rows.flatMap(({ date }) => (date === null ? [] : [date]));
      expect(dated, name).toEqual(dated.toSorted());
    }
  });

  it('begins a lane once, where its line leaves master, and never ends it', () => {
    for (const { name, figure } of drawn) {
      for (const [lane, { start }] of figure.lanes.entries()) {
        const exists = [start, ...figure.rows.map(({ strokes }) => strokes[lane])].map((one) => one !== null);
        expect(exists, name).toEqual(exists.toSorted());
        expect(figure.rows.filter(({ newLane }) => newLane === lane).length, name).toBe(
          start === null ? 1 : 0,
        );
      }
    }
  });

  it('has a lane for every release line', () => {
    const lines = ['master', ...releases.branchPoints.map(({ line }) => line)].sort();
    for (const { name, figure } of drawn) {
      expect(figure.lanes.flatMap((lane) => lane.lines).sort(), name).toEqual(lines);
    }
  });

  it('is for 16689 what its windows say (a10e552b99, 412105977c, c642e985e5, c8a326aab7, b673bcba4d)', () => {
    const { lanes, rows } = zeroPage();
    expect(lanes.map(({ lines }) => lines.join(' '))).toEqual(['master', '2.4', '2.3', '2.2 2.1 2.0']);
    expect(rows.map(({ place, event, status }) => `${place} ${event} ${status}`)).toEqual([
      '2.2.99-700 border affected',
      '2.2.99-880 border dormant',
      '2.2.99-890 branch dormant',
      '2.3.0-rc1 tag dormant',
      '2.3.99-20 border affected',
      '2.3.0-rc2 tag dormant',
      '2.3.0-rc3 tag dormant',
      '2.3.99-96 border fixed',
      '2.3.0-rc3-33 border fixed',
      '2.3.0-rc4 tag fixed',
      '2.3.0 tag fixed',
      '2.3.99-582 branch fixed',
    ]);
  });

  it('is the same from what the checker in the browser knows', () => {
    for (const { name, problem, index, figure } of drawn) {
      const known = knowledge.problems.find(({ id }) => id === problem.id);
      const defect = known?.defects[index];
      if (known === undefined || defect === undefined) throw new Error(name);
      const again = windowsFigure(figureHistoryOf(defect, known), figureDataOf(knowledge), dates);
      expect(again, name).toEqual(figure);
    }
  });
});

describe('the place of a pasted build in the figure of 16689', () => {
  const here = (text: string) => {
    const version = parseZfsVersion(text);
    if (version === null) throw new Error(text);
    return hereOf(version, zeroPage(), knowledge);
  };
  const rowName = (text: string): string => {
    const found = here(text);
    if (found.kind !== 'at') return found.kind;
    const { rows } = zeroPage();
    const row = found.located.isExact
      ? found.located.row
      : rowBefore(parsePlace(found.place), found.located, zeroPage(), dates, releases);
    return `${found.located.isExact ? 'at' : 'after'} ${rows[row]?.place ?? 'nothing'}`;
  };

  it.each([
    ['2.2.99-1_g0123456789', 'after nothing'],
    ['2.2.99-699_g0123456789', 'after nothing'],
    ['2.2.99-700_g0123456789', 'at 2.2.99-700'],
    ['2.2.99-857_g0123456789', 'after 2.2.99-700'],
    // 25 of 76 commits after 2.3.99-20, and two tags lie between: before both.
    ['2.3.99-25_g0123456789', 'after 2.3.99-20'],
    ['2.3.99-90_g38c0324c0f', 'after 2.3.0-rc3'],
    ['2.3.99-96_g0123456789', 'at 2.3.99-96'],
    ['2.3.0-rc2', 'at 2.3.0-rc2'],
    ['2.3.0-rc3_10_g0123456789', 'after 2.3.0-rc3'],
    ['2.3.1-1', 'after 2.3.0'],
    ['2.3.9-1', 'after 2.3.99-582'],
    ['2.4.4-1', 'after 2.3.99-582'],
    // Tagged on 2024-12-11, nine days after the fix.
    ['2.2.7-1', 'after 2.3.0-rc3-33'],
    ['2.2.99-1', 'range'],
    ['2.3.0-rc3', 'range'],
    ['2.3.0-rc9', 'outside'],
    ['0.8.6-1', 'older'],
  ])('%s: %s', (version, expected) => {
    expect(rowName(version)).toBe(expected);
  });

  it('never jumps back as history goes on, and stays on its own stroke', () => {
    for (const { name, figure } of drawn) {
      for (const [lane, { lines }] of figure.lanes.entries()) {
        for (const line of lines) {
          const places = placesToTry()
            .filter((place) => place.line === line)
            .sort(comparePlaces);
          const rows = places.map((place) => {
            const located = locate(place, figure.lanes, figure.rows);
            if (located === null) throw new Error(formatPlace(place));
            const row = located.isExact ? located.row : rowBefore(place, located, figure, dates, releases);
            const strokes = row < 0 ? figure.lanes.map(({ start }) => start) : figure.rows[row]?.strokes;
            expect(strokes?.[lane], `${name} ${formatPlace(place)}`).toBe(strokeAt(place, figure));
            return row;
          });
          expect(rows, `${name} ${line}`).toEqual(rows.toSorted((a, b) => a - b));
        }
      }
    }
  });
});

describe('the strokes of a row', () => {
  it('run from the mark of one row to that of the next, those of one status in one path', () => {
    const strokes = strokesOf(['affected', null, 'affected', 'dormant', 'unknown'], null);
    expect(strokes.map(({ status }) => status)).toEqual(['affected', 'dormant', 'unknown']);
    expect(strokes[0]?.path.match(/M/g)).toHaveLength(2);
  });

  it('draw a closed defect hollow: two lines', () => {
    expect(strokesOf(['dormant'], null)[0]?.path.match(/M/g)).toHaveLength(2);
    expect(strokesOf(['affected'], null)[0]?.path.match(/M/g)).toHaveLength(1);
  });

  it('curve from master’s lane where a line leaves it', () => {
    const [first] = strokesOf(['affected', 'affected'], 1);
    expect(first?.path).toMatch(/^M\d+ 0v1M\d+ 0C/);
  });
});
