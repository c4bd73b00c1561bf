/** Connects the boxes with the checker: reads as one types, shows the verdict, announces it once typing pauses. */
import { type Assessment, assessAll } from '../../checker/assess.ts';
import { BOX_NAMES, type Paste } from '../../checker/input.ts';
import { readSystem } from '../../checker/system.ts';
import type { BoxName } from '../../checker/types.ts';
import { element } from './dom.ts';
import type { LanguagePack } from './language-pack.ts';
import { type View, verdictView } from './verdict-view.client.ts';

/** Milliseconds without typing before the paste is read, and before the verdict is spoken. */
const READ_AFTER = 100;
const ANNOUNCE_AFTER = 800;

interface Parts {
  readonly boxes: ReadonlyMap<BoxName, HTMLTextAreaElement>;
  readonly verdict: HTMLElement;
  readonly announcement: HTMLElement;
  readonly faults: ReadonlyMap<BoxName, HTMLElement>;
}

function required<Found>(found: Found | null, what: string): Found {
  if (found === null) throw new Error(`the checker's page part has no ${what}`);
  return found;
}

function partsOf(root: HTMLElement): Parts {
  return {
    boxes: new Map(
      BOX_NAMES.map((name) => [
        name,
        required(root.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`), `box ${name}`),
      ]),
    ),
    verdict: required(root.querySelector<HTMLElement>('[data-verdict]'), 'verdict'),
    announcement: required(root.querySelector<HTMLElement>('[data-announce]'), 'announcement'),
    faults: new Map(
      BOX_NAMES.map((name) => [
        name,
        required(root.querySelector<HTMLElement>(`[data-fault="${name}"]`), `fault ${name}`),
      ]),
    ),
  };
}

function showFault({ boxes, faults }: Parts, at: BoxName | null, sentence: string): void {
  for (const [name, place] of faults) {
    const here = name === at;
    place.hidden = !here;
    place.textContent = here ? sentence : '';
    boxes.get(name)?.setAttribute('aria-invalid', String(here));
  }
}

/**
 * Makes a checker work.
 * @param root the element with `data-checker`
 * @param pack knowledge and texts in the language of the page
 */
export function mountChecker(
  root: HTMLElement,
  { language, knowledge, texts, verdicts }: LanguagePack,
): void {
  const parts = partsOf(root);
  const view: View = {
    language,
    texts,
    verdicts,
    knowledge,
    statusWord: (status: Assessment['status']) =>
      required(
        root.querySelector<HTMLTemplateElement>(`template[data-status="${status}"]`),
        status,
      ).content.cloneNode(true),
  };
  let readTimer = 0;
  let announceTimer = 0;

  const announce = (sentence: string): void => {
    window.clearTimeout(announceTimer);
    announceTimer = window.setTimeout(() => {
      if (parts.announcement.textContent !== sentence) parts.announcement.textContent = sentence;
    }, ANNOUNCE_AFTER);
  };

  const read = (): void => {
    const paste: Paste = Object.fromEntries([...parts.boxes].map(([name, box]) => [name, box.value]));
    const result = readSystem(paste, knowledge);
    if ('fault' in result) {
      const untouched = result.fault === 'empty';
      const sentence = untouched ? texts.empty : verdicts.faults[result.fault];
      showFault(parts, untouched ? null : result.box, sentence);
      parts.verdict.replaceChildren(element('p', 'checker-empty', sentence));
      announce(untouched ? '' : sentence);
      return;
    }
    showFault(parts, null, '');
    const assessments = assessAll(result.system, knowledge);
    parts.verdict.replaceChildren(...verdictView(result.system, assessments, view));
    const [first] = assessments;
    if (first !== undefined)
      announce(texts.announce(verdicts.statuses[first.status], verdicts.leads[first.status]));
  };

  const readSoon = (): void => {
    window.clearTimeout(readTimer);
    readTimer = window.setTimeout(read, READ_AFTER);
  };

  root.addEventListener('input', readSoon);
  // A form's reset event comes before the boxes are empty.
  root.addEventListener('reset', readSoon);
  if ([...parts.boxes.values()].some(({ value }) => value !== '')) read();
}
