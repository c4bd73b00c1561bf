/** Fills the table of facts: value, origin, exact words, contradictions, and the words in their place in the paste. */
import { conflictsOf } from '../../checker/conflicts.ts';
import type { Corrections } from '../../checker/corrections.ts';
import { kernelByHand, moduleByHand } from '../../checker/corrections.ts';
import type { Effect } from '../../checker/effective.ts';
import { BOX_NAMES, type Paste } from '../../checker/input.ts';
import type { System } from '../../checker/system.ts';
import type { Evidence } from '../../checker/types.ts';
import { element } from '../../scripts/dom.ts';
import { FACTS, type FactName } from './facts.ts';
import { allEvidence, placesIn } from './places-in-text.ts';
import { pasted, quote, type View } from './verdict-view.client.ts';

interface ShownFact {
  readonly value: string;
  readonly origin: string;
  readonly evidence: Evidence | null;
}

function half(found: System['zfs']['module'], { texts }: View): ShownFact {
  return found === null
    ? { value: texts.notFound, origin: '', evidence: null }
    : { value: found.version.text, origin: texts.boxes[found.evidence.box], evidence: found.evidence };
}

function effect({ value, from, evidence }: Effect, { texts, verdicts }: View): ShownFact {
  return {
    value: value === null ? texts.notKnown : value ? texts.on : texts.off,
    origin: from === null ? '' : verdicts.origins[from],
    evidence,
  };
}

function shownFacts(system: System, view: View): Record<FactName, ShownFact> {
  const { zfs, kernel, effective } = system;
  return {
    module: half(zfs.module, view),
    userland: half(zfs.userland, view),
    kernel:
      kernel === null
        ? { value: view.texts.notFound, origin: '', evidence: null }
        : { value: kernel.release, origin: view.texts.boxes[kernel.evidence.box], evidence: kernel.evidence },
    directIo: effect(effective.directIo, view),
    initOnAlloc: effect(effective.initOnAlloc, view),
    initOnFree: effect(effective.initOnFree, view),
    pageChecks: effect(effective.pageChecks, view),
  };
}

const cell = (row: Element, name: string): Element | null => row.querySelector(`[data-${name}]`);

function conflictItem(
  { code, believed, against }: ReturnType<typeof conflictsOf>[number],
  { texts }: View,
): HTMLElement {
  return element(
    'li',
    '',
    texts.conflicts[code],
    pasted(believed.text),
    ` ${texts.insteadOf} `,
    ...against.flatMap(({ text }, index) => (index === 0 ? [pasted(text)] : [', ', pasted(text)])),
  );
}

/** The lines of the paste that hold evidence, with the evidence marked. */
function placesView(system: System, paste: Paste, { texts }: View): HTMLElement[] {
  return BOX_NAMES.flatMap((box) => {
    const lines = placesIn(
      paste[box] ?? '',
      allEvidence(system).filter((piece) => piece.box === box),
    );
    if (lines.length === 0) return [];
    const shown = lines.map(({ number, pieces }) =>
      element(
        'div',
        'checker-line',
        element('span', 'checker-number', String(number)),
        element('span', '', ...pieces.map(({ text, marked }) => (marked ? element('mark', '', text) : text))),
      ),
    );
    return [element('p', 'checker-hint', texts.boxes[box]), element('div', 'checker-lines', ...shown)];
  });
}

/**
 * Shows the facts of a system in the table of the page.
 * @param root the element with `data-facts`
 * @param paste the text of the boxes, for showing the words in their place
 */
export function showFacts(root: HTMLElement, system: System, paste: Paste, view: View): void {
  root.hidden = false;
  const facts = shownFacts(system, view);
  for (const { name } of FACTS) {
    const row = root.querySelector(`[data-fact="${name}"]`);
    if (row === null) continue;
    const { value, origin, evidence } = facts[name];
    cell(row, 'value')?.replaceChildren(pasted(value));
    const words =
      evidence === null || evidence.box === 'byHand' ? [] : [element('br', ''), pasted(quote(evidence.text))];
    cell(row, 'source')?.replaceChildren(origin, ...words);
  }
  root
    .querySelector('[data-conflicts]')
    ?.replaceChildren(...conflictsOf(system).map((found) => conflictItem(found, view)));
  root.querySelector('[data-places]')?.replaceChildren(...placesView(system, paste, view));
}

const switchValue = (value: string): boolean | undefined => (value === '' ? undefined : value === '1');

/** A control of the table; its value as the reader left it. */
function controlValue(root: HTMLElement, name: FactName): string {
  return root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)?.value.trim() ?? '';
}

/**
 * What the reader corrected, and the first entry that cannot be read.
 * @param root the element with `data-facts`
 */
export function readCorrections(root: HTMLElement): {
  readonly corrections: Corrections;
  readonly unreadable: 'module' | 'kernel' | null;
} {
  const module = controlValue(root, 'module');
  const kernel = controlValue(root, 'kernel');
  const moduleFits = module !== '' && moduleByHand(module) !== null;
  const kernelFits = kernel !== '' && kernelByHand(kernel) !== null;
  const switches = (['directIo', 'initOnAlloc', 'initOnFree', 'pageChecks'] as const).flatMap((name) => {
    const value = switchValue(controlValue(root, name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    corrections: {
      ...(moduleFits ? { module } : {}),
      ...(kernelFits ? { kernel } : {}),
      ...Object.fromEntries(switches),
    },
    unreadable: module !== '' && !moduleFits ? 'module' : kernel !== '' && !kernelFits ? 'kernel' : null,
  };
}

/** Puts corrections, from a link, into the controls. */
export function writeCorrections(root: HTMLElement, corrections: Corrections): void {
  for (const [name, value] of Object.entries(corrections)) {
    const control = root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
    if (control !== null) control.value = typeof value === 'boolean' ? (value ? '1' : '0') : value;
  }
}
