import { describe, expect, it } from 'vitest';
import { distance, nearestTo } from '../../src/scripts/nearest-address.ts';

const candidates = [
  {
    address: '/16689/',
    words: '16689 · Direct I/O writes drop one reference too many on the kernel’s zero page',
  },
  { address: '/16608/', words: '16608 · Unaligned writes' },
  { address: '/check/', words: 'Check a system' },
];
const nearest = (path: string) => nearestTo(path, candidates).map(({ address }) => address);

describe('what a wrong address may have meant', () => {
  it('is the problem whose number has one wrong digit', () => {
    expect(nearest('/16688/')[0]).toBe('/16689/');
    expect(nearest('/zh/1668/')[0]).toBe('/16689/');
  });

  it('is the problem whose number stands somewhere in the address', () => {
    expect(nearest('/openzfs/zfs/issues/16608')[0]).toBe('/16608/');
  });

  it('is the page whose words the address has', () => {
    expect(nearest('/zero-page.html')[0]).toBe('/16689/');
    expect(nearest('/chekc/')).toEqual([]);
    expect(nearest('/check-system')[0]).toBe('/check/');
  });

  it('is nothing where nothing is near, and a broken address breaks nothing', () => {
    expect(nearest('/99/')).toEqual([]);
    expect(nearest('/%E0%A4%A')).toEqual([]);
  });

  it('measures distance in single changes', () => {
    expect([
      distance('abc', 'abc'),
      distance('abc', 'abd'),
      distance('', 'ab'),
      distance('kitten', 'sitting'),
    ]).toEqual([0, 1, 2, 3]);
  });
});
