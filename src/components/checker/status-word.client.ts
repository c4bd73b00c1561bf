/** A status as its shape and its word, as `StatusWord.astro` writes it. */
import type { Assessment } from '../../checker/assess.ts';
import { element, withAttributes } from '../../scripts/dom.ts';
import { STATUS_TONE, shapeId } from '../status-shapes.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function statusWord(status: Assessment['status'], word: string): HTMLElement {
  const shape = withAttributes(document.createElementNS(SVG, 'svg'), { 'aria-hidden': 'true' });
  shape.append(withAttributes(document.createElementNS(SVG, 'use'), { href: `#${shapeId(status)}` }));
  return element('span', `status ${STATUS_TONE[status]}`, shape, word);
}
