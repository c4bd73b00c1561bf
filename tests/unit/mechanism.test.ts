import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactAmount, percentOf } from '../../src/components/figures/amounts.ts';
import { barPath, misfitAt } from '../../src/components/figures/page-ruler.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import {
  fitsPages,
  type Mechanism,
  mechanismOf,
  type PagesFigure,
  pagesOffered,
} from '../../src/knowledge/mechanism.ts';

const figures = loadKnowledge()
  .problems.filter(({ folder }) => existsSync(`content/problems/${folder}/mechanism.yaml`))
  .map((problem) => ({ problem, folder: problem.folder, figure: mechanismOf(problem.folder) }));

/** Every text that stands in both languages, however deep. */
function texts(value: unknown): { en: string; zh: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(texts);
  const { en, zh } = value as { en?: unknown; zh?: unknown };
  return typeof en === 'string' && typeof zh === 'string' ? [{ en, zh }, ...inner] : inner;
}

const ofKind = <Kind extends Mechanism['kind']>(kind: Kind) =>
  figures.flatMap(({ figure }) =>
    figure.kind === kind ? (figure as Extract<Mechanism, { kind: Kind }>) : [],
  );

describe.each(figures)('the figure of $folder', ({ problem, figure }) => {
  it('names sources that the problem has', () => {
    const known = problem.sources.map(({ id }) => id);
    expect(figure.sources.split(' ').filter((id) => !known.includes(id))).toEqual([]);
  });

  it('is written in both languages, with the same names of code', () => {
    const code = (text: string) => (text.match(/`[^`]+`/g) ?? []).sort();
    expect(texts(figure).length).toBeGreaterThan(2);
    for (const { en, zh } of texts(figure)) {
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(code(zh)).toEqual(code(en));
    }
  });
});

it('a figure that is not there ends the build with a sentence that names its file', () => {
  expect(() => mechanismOf('16689-zero-page')).toThrow('problems/16689-zero-page/mechanism.yaml is missing.');
});

it('a sequence shows a moment at which versions of the code disagree', () => {
  const sequences = ofKind('sequence').flatMap(({ sequences: list }) => list);
  expect(sequences.length).toBeGreaterThan(4);
  for (const { moments } of sequences) {
    const answers = moments.flatMap((moment) => moment.answers ?? []);
    expect(new Set(answers.map(({ right }) => right))).toEqual(new Set([true, false]));
  }
});

describe('requests on a ruler of pages', () => {
  const [figure] = ofKind('pages') as [PagesFigure];

  it('only the request of whole pages fits', () => {
    const fitting = figure.requests.filter(({ start, length }) => fitsPages(start, length, figure.pageSize));
    expect(fitting.map(({ name }) => name)).toEqual(['dd bs=4096 oflag=direct']);
  });

  it('the end inside a page is marked where it lies', () => {
    const places = figure.requests.map((request) => misfitAt(request, figure));
    expect(places).toEqual([undefined, 32 + (2560 * 128) / 4096, 32 + (512 * 128) / 4096]);
  });

  it('a request that goes on beyond the ruler ends in an arrow', () => {
    const paths = figure.requests.map((request) => barPath(request, figure, 0));
    expect(paths.map((path) => path.includes('l12 10'))).toEqual([false, false, true]);
  });
});

describe('what the ARC offers', () => {
  it('is all that can be freed without a limit, and never more than there is', () => {
    expect(pagesOffered(2_097_152, 0)).toBe(2_097_152);
    expect(pagesOffered(2_097_152, 10_000)).toBe(10_000);
    expect(pagesOffered(5, 10_000)).toBe(5);
  });

  it('is printed without rounding', () => {
    expect(exactAmount(10_000 * 4096)).toBe('40.96 MB');
    expect(exactAmount(2_097_152 * 4096)).toBe('8 GiB');
    expect(exactAmount(3 * 1024 ** 2)).toBe('3 MiB');
  });

  it('is drawn to scale', () => {
    expect(percentOf(10_000, 2_097_152)).toBe('0.477%');
    expect(percentOf(1, 1)).toBe('100%');
  });
});
