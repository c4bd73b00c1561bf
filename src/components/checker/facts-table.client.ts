/** The table of what was read, fact by fact, with a control to correct each; empty until there is something to show. */
import type { CheckerTexts } from '../../i18n/checker.en.ts';
import { element, withAttributes } from '../../scripts/dom.ts';
import { FACTS } from './facts.ts';

type Fact = (typeof FACTS)[number];

/** What a field that takes no prose is told. */
const NO_PROSE: Readonly<Record<string, string>> = {
  spellcheck: 'false',
  autocapitalize: 'off',
  autocomplete: 'off',
  translate: 'no',
  lang: 'en',
};

function controlOf({ name, control }: Fact, form: string, texts: CheckerTexts): Node | string {
  if (control === null) return '–';
  const common = { form, name, 'aria-label': `${texts.correct}: ${texts[name]}` };
  if (control === 'text') {
    return withAttributes(element('input', ''), { type: 'text', maxlength: '100', ...NO_PROSE, ...common });
  }
  const choices = [
    ['', texts.asRead],
    ['1', texts.on],
    ['0', texts.off],
  ] as const;
  return withAttributes(
    element('select', '', ...choices.map(([value, words]) => new Option(words, value))),
    common,
  );
}

function rowOf(fact: Fact, form: string, texts: CheckerTexts): HTMLElement {
  const cell = (label: string, attributes: Record<string, string>, ...children: (Node | string)[]) =>
    withAttributes(element('td', '', ...children), { 'data-label': label, ...attributes });
  return withAttributes(
    element(
      'tr',
      '',
      withAttributes(element('th', '', texts[fact.name]), { scope: 'row' }),
      cell(texts.value, { 'data-value': '' }),
      cell(texts.source, { 'data-source': '' }),
      cell(texts.correct, {}, controlOf(fact, form, texts)),
    ),
    { 'data-fact': fact.name },
  );
}

/**
 * The table in a fold that stays hidden until `showFacts` fills it.
 * @param form the id of the form that its controls belong to
 */
export function factsTable(form: string, texts: CheckerTexts): HTMLDetailsElement {
  const heads = [texts.fact, texts.value, texts.source, texts.correct].map((words) =>
    withAttributes(element('th', '', words), { scope: 'col' }),
  );
  const table = element(
    'table',
    'cards',
    element('thead', '', element('tr', '', ...heads)),
    element('tbody', '', ...FACTS.map((fact) => rowOf(fact, form, texts))),
  );
  const fold = element(
    'details',
    'checker-facts',
    element('summary', '', texts.facts),
    withAttributes(element('ul', ''), { 'data-conflicts': '' }),
    table,
    withAttributes(element('p', 'checker-fault'), { 'data-correction-fault': '', role: 'status' }),
    element('h3', '', texts.inPlace),
    withAttributes(element('div', ''), { 'data-places': '', translate: 'no', lang: 'en' }),
  );
  fold.hidden = true;
  return withAttributes(fold, { 'data-facts': '' });
}
