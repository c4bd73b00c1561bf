import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, machine, numRuns, TIMEOUT } from './paste-machines.ts';

const byLine = (change: (line: string) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');

const WRAPPINGS: Readonly<Record<string, (text: string) => string>> = {
  quoted: byLine((line) => `> ${line}`),
  'quoted by another mail program': byLine((line) => `>${line}`),
  fenced: (text) => `\`\`\`console\n${text}\n\`\`\``,
  'CR LF': (text) => text.replaceAll('\n', '\r\n'),
  coloured: byLine((line) => `\u001b[1;32m${line}\u001b[0m`),
  'words coloured': (text) => text.replaceAll(' ', ' \u001b[36m').replaceAll('=', '\u001b[0m='),
  indented: byLine((line) => `    ${line}`),
  'ended by blanks': byLine((line) => `${line}   `),
};

const wrapping = fc.array(fc.constantFrom(...Object.keys(WRAPPINGS)), { minLength: 1, maxLength: 4 });
const wrap = (text: string, names: readonly string[]): string =>
  names.reduce((wrapped, name) => WRAPPINGS[name]?.(wrapped) ?? wrapped, text);

test(
  'quoting, fences, CR LF and colours around everything do not change the facts',
  () => {
    fc.assert(
      fc.property(machine, wrapping, (fragments, names) => {
        const text = fragments.join('\n');
        expect(factsOf(wrap(text, names))).toEqual(factsOf(text));
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);

test(
  'an input method’s full-width characters do not change the facts',
  () => {
    const FULL_WIDTH = /[=_.:,-]/g;
    const widen = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0);
    fc.assert(
      fc.property(machine, (fragments) => {
        const text = fragments.join('\n');
        expect(factsOf(text.replace(FULL_WIDTH, widen))).toEqual(factsOf(text));
      }),
      { numRuns },
    );
  },
  TIMEOUT,
);
