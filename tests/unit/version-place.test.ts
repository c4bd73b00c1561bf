import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseZfsVersion } from '../../src/checker/facts/zfs-version.ts';
import { type PlaceReading, placesOf, type ReleaseTable } from '../../src/checker/version-place.ts';
import { comparePlaces, formatPlace } from '../../src/knowledge/place.ts';

/** Some of OpenZFS's tags; the counts are those of `git rev-list --count --first-parent` between the base tags. */
const releases: ReleaseTable = {
  tags: [
    { place: '2.0.0-rc1', lastCommits: null },
    { place: '2.0.0', lastCommits: null },
    { place: '2.0.7', lastCommits: null },
    { place: '2.1.0', lastCommits: null },
    { place: '2.1.99', lastCommits: null },
    { place: '2.2.7', lastCommits: null },
    { place: '2.3.0-rc1', lastCommits: null },
    { place: '2.3.0-rc2', lastCommits: null },
    { place: '2.3.99', lastCommits: null },
    { place: '2.3.0-rc3', lastCommits: null },
    { place: '2.3.0-rc4', lastCommits: null },
    { place: '2.3.0-rc5', lastCommits: null },
    { place: '2.3.0', lastCommits: null },
    { place: '2.3.1', lastCommits: null },
    { place: '2.4.0-rc1', lastCommits: null },
    { place: '2.4.0', lastCommits: null },
  ],
  developmentLines: [
    { tag: '2.1.99', lastCommits: 2017, next: '2.2.99' },
    { tag: '2.2.99', lastCommits: 890, next: '2.3.99' },
    { tag: '2.3.99', lastCommits: 582, next: '2.4.99' },
    { tag: '2.4.99', lastCommits: null, next: null },
  ],

  newestOnMaster: '2.4.99-966',
};

function place(text: string): PlaceReading {
  const version = parseZfsVersion(text);
  if (version === null) throw new Error(`${text} is no version`);
  return placesOf(version, releases);
}

/** A reading in one line. */
function saying(reading: PlaceReading): string {
  if (reading.kind === 'outside') return reading.why;
  if (reading.kind === 'range') {
    return `${formatPlace(reading.from)}..${reading.until === null ? '' : formatPlace(reading.until)}`;
  }
  const later = reading.mayBeLaterUpTo;
  return formatPlace(reading.place) + (later === null ? '' : ` <${formatPlace(later)}`);
}

describe('placing a version', () => {
  test.each([
    ['2.3.1-1', '2.3.1'],
    ['2.2.7-FreeBSD_ge269af1b3', '2.2.7'],
    ['2.3.0', '2.3.0'],
    ['2.3.0-rc3_33_gb673bcba4d', '2.3.0-rc3-33'],
    ['2.2.7-8_g4d7c8a4831', '2.2.7-8'],
    ['2.2.99-700_ga10e552b99', '2.2.99-700'],
    ['2.2.99-890_g0123456789', '2.2.99-890'],
    ['2.3.99-90_g38c0324c0f', '2.3.99-90'],
    ['2.3.99-90_g', '2.3.99-90'],
    ['2.3.99.r34.g152ae5c9bc', '2.3.99-34'],
    ['2.3.99.r0.g437227a9cc', '2.3.99-0'],
    ['2.4.99-970.g03b02eb4a4', '2.4.99-970'],
    ['0.6.5.3-1', '0.6.5'],
    ['0.8.0-rc1', '0.8.0-rc1'],
    ['1.9.4', '1.9.4'],
  ])('%s stands at one place', (text, expected) => {
    expect(saying(place(text))).toBe(expected);
  });

  test.each([
    ['2.3.42', '2.3.42'],
    ['2.4.1-1', '2.4.1'],
    ['2.3.2-rc1', '2.3.2-rc1'],
  ])('%s, a later patch of a known line, stands after every known tag of it', (text, expected) => {
    expect(saying(place(text))).toBe(expected);
  });

  test.each([
    ['2.3.0-rc3', '2.3.0-rc3 <2.3.0-rc4'],
    ['2.3.0~rc3-1', '2.3.0-rc3 <2.3.0-rc4'],
    ['2.3.0-rc5', '2.3.0-rc5 <2.3.0'],
    ['2.4.0-rc1', '2.4.0-rc1 <2.4.0'],
  ])('%s without a count may be anything up to the next tag', (text, expected) => {
    expect(saying(place(text))).toBe(expected);
  });

  test.each([
    ['2.3.99-1', '2.3.99-0..2.4.99-0'],
    ['2.3.99-34', '2.3.99-0..2.4.99-0'],
    ['2.2.99-1', '2.2.99-0..2.3.99-0'],
    ['2.3.99', '2.3.99-0..2.4.99-0'],
    ['2.4.99-1', '2.4.99-0..'],
    ['2.1.99-FreeBSD_ge61076683', '2.1.99-0..2.2.99-0'],
  ])('%s without a count stands anywhere on its line', (text, expected) => {
    expect(saying(place(text))).toBe(expected);
  });

  test.each([
    ['2.2.99-891_g437227a9cc', 'count-beyond-line'],
    ['2.2.99-900_g0123456789', 'count-beyond-line'],
    ['2.3.99-583_g0123456789', 'count-beyond-line'],
    ['2.5.0', 'newer-than-data'],
    ['2.5.0-rc1', 'newer-than-data'],
    ['2.5.99-3_g0123456789', 'newer-than-data'],
    ['3.0.0', 'newer-than-data'],
    ['2.0.99-5_g0123456789', 'unknown-release'],
    ['2.3.99-rc1', 'unknown-release'],
    ['2.3.0-rc9', 'unknown-release'],
    ['2.2.3-rc1', 'unknown-release'],
    ['2.3.1.1', 'unknown-release'],
  ])('%s stands outside: %s', (text, expected) => {
    expect(saying(place(text))).toBe(expected);
  });

  test('counts on a line keep their order, and the line ends where the table says', () => {
    const count = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [first, second] = [place(`2.2.99-${a}_g0123456`), place(`2.2.99-${b}_g0123456`)];
        expect(first.kind).toBe(a <= 890 ? 'exact' : 'outside');
        if (first.kind === 'exact' && second.kind === 'exact') {
          expect(Math.sign(comparePlaces(first.place, second.place))).toBe(Math.sign(a - b));
        }
      }),
    );
  });

  test('every version that can be read can be placed', () => {
    const part = fc.integer({ min: 0, max: 99 });
    const tail = fc.constantFrom(
      '',
      '-1',
      '-rc1',
      '-rc2_5_g0123456',
      '-7_g0123456',
      '.4',
      '-FreeBSD_g0123456',
    );
    fc.assert(
      fc.property(part, part, part, tail, (major, minor, patch, rest) => {
        expect(['exact', 'range', 'outside']).toContain(place(`${major}.${minor}.${patch}${rest}`).kind);
      }),
    );
  });
});
