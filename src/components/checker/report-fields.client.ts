/** The panel of the report to take away: format, language, what is redacted, the text itself. */
import { siteLanguages } from '../../../site.config.ts';
import type { CheckerTexts } from '../../i18n/checker.en.ts';
import type { Language } from '../../i18n/verdict-texts.ts';
import { element, withAttributes } from '../../scripts/dom.ts';
import { REPORT_FORMATS } from './report-formats.ts';

function chooser(label: string, attributes: Record<string, string>, options: readonly HTMLOptionElement[]) {
  return element(
    'label',
    '',
    element('span', '', label),
    ' ',
    withAttributes(element('select', '', ...options), attributes),
  );
}

/** The panel in a fold, hidden until there is a judgement; what it writes is loaded when it is first opened. */
export function reportFields({ report: texts }: CheckerTexts, language: Language): HTMLDetailsElement {
  const languages = language === 'en' ? (['en'] as const) : (['zh', 'en'] as const);
  const text = withAttributes(element('textarea', ''), {
    'data-report-text': '',
    readonly: '',
    rows: '14',
    translate: 'no',
    spellcheck: 'false',
  });
  const panel = element(
    'details',
    'checker-report',
    element('summary', '', texts.heading),
    element('p', 'checker-hint', texts.hint),
    element(
      'div',
      'checker-row',
      chooser(
        texts.format,
        { name: 'reportFormat', 'data-format': '' },
        REPORT_FORMATS.map((format) => new Option(texts.formats[format], format)),
      ),
      chooser(
        texts.language,
        { name: 'reportLanguage', 'data-language': '' },
        languages.map((code) =>
          withAttributes(new Option(code === 'en' ? 'English' : '中文', code), { lang: siteLanguages[code] }),
        ),
      ),
    ),
    withAttributes(element('fieldset', '', element('legend', '', texts.redacted)), {
      'data-identifiers': '',
    }),
    element('label', '', texts.preview, text),
    withAttributes(element('div', 'checker-row'), { 'data-report-buttons': '' }),
    element('p', 'checker-hint', texts.linkHint),
  );
  panel.hidden = true;
  return withAttributes(panel, { 'data-report': '' });
}
