import { describe, expect, it } from 'vitest';
import { defectAt, zfsDioEnabledDefaultAt } from '../../src/knowledge/history.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { comparePlaces, formatPlace, parsePlace } from '../../src/knowledge/place.ts';

const { releases, problems } = loadKnowledge();

describe('places in OpenZFS’s history', () => {
  it('are read and written in the notation of git describe', () => {
    for (const text of ['2.2.99-700', '2.3.99-0', '2.3.0-rc3-33', '2.3.0-rc3', '2.3.1', '2.3.0-16']) {
      expect(formatPlace(parsePlace(text))).toBe(text);
    }
  });

  it('have an order within one line', () => {
    const ordered = [
      '2.3.0-rc1',
      '2.3.0-rc3',
      '2.3.0-rc3-33',
      '2.3.0-rc4',
      '2.3.0',
      '2.3.0-16',
      '2.3.1',
      '2.3.10',
    ];
    for (let index = 1; index < ordered.length; index += 1) {
      const [older, newer] = [ordered[index - 1] ?? '', ordered[index] ?? ''];
      expect(comparePlaces(parsePlace(older), parsePlace(newer)), `${older} < ${newer}`).toBeLessThan(0);
    }
    expect(comparePlaces(parsePlace('2.2.99-890'), parsePlace('2.3.99-0'))).toBeLessThan(0);
  });

  it('have no order across lines', () => {
    expect(() => comparePlaces(parsePlace('2.3.1'), parsePlace('2.3.99-1'))).toThrow('no order');
  });
});

describe('history', () => {
  it('judges a release line without a window of its own by where it left master', () => {
    const windows = [{ line: 'master', from: '2.2.99-700', until: '2.3.99-96' }];
    expect(defectAt(parsePlace('2.2.7'), windows, releases)).toBe('before');
    expect(defectAt(parsePlace('2.3.5'), windows, releases)).toBe('present');
    expect(defectAt(parsePlace('2.4.0'), windows, releases)).toBe('after');
    expect(defectAt(parsePlace('0.8.6'), windows, releases)).toBe('before');
  });

  it('gives every tag the state that the data list, for every problem', () => {
    for (const problem of problems) {
      const listed = new Set([...problem.affectedTags, ...problem.affectedBaseTags]);
      for (const { place } of releases.tags) {
        const present = defectAt(parsePlace(place), problem.windows, releases) === 'present';
        expect(present, `${problem.id} at ${place}`).toBe(listed.has(place));
      }
    }
  });

  it('knows the default of zfs_dio_enabled per tag (OpenZFS commits a10e552b99, 412105977c, c642e985e5, bc06d8164b)', () => {
    const linux = (place: string) =>
      zfsDioEnabledDefaultAt(parsePlace(place), 'linux', releases.zfsDioEnabledDefaults, releases);
    expect(['2.2.9', '2.2.99-699', '2.1.0'].map(linux)).toEqual([null, null, null]);
    expect(['2.2.99-700', '2.3.99-20', '2.3.0', '2.3.9', '2.4.0-rc1', '2.4.4'].map(linux)).toEqual([
      1, 1, 1, 1, 1, 1,
    ]);
    expect(['2.2.99-880', '2.3.99-0', '2.3.0-rc1', '2.3.0-rc5'].map(linux)).toEqual([0, 0, 0, 0]);
    const freebsd = (place: string) =>
      zfsDioEnabledDefaultAt(parsePlace(place), 'freebsd', releases.zfsDioEnabledDefaults, releases);
    expect(['2.3.0', '2.4.4', '2.4.99-859', '2.4.99-860'].map(freebsd)).toEqual([0, 0, 0, 1]);
  });
});
