import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/checker/facts/remembered.ts';

function counting() {
  const asked: string[] = [];
  const read = remembered((text) => {
    asked.push(text);
    return { text };
  });
  return { asked, read };
}

describe('the memory of the readers', () => {
  it('does the work once for each of the three boxes, whatever their order', () => {
    const { asked, read } = counting();
    for (let reader = 0; reader < 10; reader += 1) ['line', 'version', 'log'].map(read);
    expect(asked).toEqual(['line', 'version', 'log']);
  });

  it('gives the same answer as without it, and keeps no more than three texts', () => {
    const { asked, read } = counting();
    for (const text of ['a', 'b', 'c', 'd', 'a']) expect(read(text)).toEqual({ text });
    expect(asked).toEqual(['a', 'b', 'c', 'd', 'a']);
  });
});
