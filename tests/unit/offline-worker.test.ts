import { describe, expect, it } from 'vitest';
import { languageAt, savedPath } from '../../src/offline/addresses.ts';
import { inLanes } from '../../src/offline/in-lanes.ts';
import { sizeText } from '../../src/offline/size-text.ts';

describe('addresses', () => {
  it.each([
    ['/', '/', 'en'],
    ['/16689/', '/', 'en'],
    ['/zhang/', '/', 'en'],
    ['/zh', '/', 'zh'],
    ['/zh/16689', '/', 'zh'],
    ['/notes/zh/', '/notes/', 'zh'],
    ['/notes/16689/', '/notes/', 'en'],
    ['/zh/', '/notes/', 'en'],
  ])('the language of %s under %s is %s', (path, base, language) => {
    expect(languageAt(path, base)).toBe(language);
  });

  it.each([
    ['https://example.org/16689/', '/16689/'],
    ['https://example.org/16689/index.html', '/16689/'],
    ['https://example.org/notes/16689?from=tracker#fix', '/notes/16689'],
    ['https://example.org/pagefind/pagefind-entry.json?ts=1', '/pagefind/pagefind-entry.json'],
    ['https://example.org/my-index.html', '/my-index.html'],
  ])('%s is saved under %s', (address, path) => {
    expect(savedPath(address)).toBe(path);
  });
});

describe('lanes', () => {
  const numbers = Array.from({ length: 50 }, (_, number) => number);

  it('do everything once, never more than their number at a time', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inLanes(4, numbers, async (number) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      done.push(number);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(most).toBe(4);
  });

  it('begin nothing after an error, and throw it when the rest has ended', async () => {
    const begun: number[] = [];
    const ended: number[] = [];
    const work = inLanes(4, numbers, async (number) => {
      begun.push(number);
      await Promise.resolve();
      if (number === 5) throw new Error('five');
      await Promise.resolve();
      ended.push(number);
    });
    await expect(work).rejects.toThrow('five');
    expect(begun.length).toBeLessThan(15);
    expect(ended).toHaveLength(begun.length - 1);
  });
});

describe('a size', () => {
  it.each([
    [0, '0 kB'],
    [3_661, '4 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [3_823_062, '3.8 MB'],
  ])('of %i bytes reads %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});
