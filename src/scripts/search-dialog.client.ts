/** The search dialog as elements; without a script there is nothing to search with, so pages do not hold it. */
import type { SearchTexts } from '../i18n/search.ts';
import styles from '../styles/search.css?inline';
import { adoptStyles } from './adopt-styles.ts';
import { element, withAttributes } from './dom.ts';

/** The parts of the dialog that the search works with. */
export interface SearchDialog {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLOListElement;
  readonly announcement: HTMLElement;
}

/** Puts the dialog, closed, at the end of the page. */
export function addSearchDialog(texts: SearchTexts): SearchDialog {
  adoptStyles(styles);
  const input = withAttributes(element('input', ''), {
    type: 'search',
    placeholder: texts.hint,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    maxlength: '200',
  });
  const form = withAttributes(
    element(
      'form',
      '',
      element('label', '', element('span', 'visually-hidden', texts.label), input),
      element('button', '', texts.close),
    ),
    { method: 'dialog' },
  );
  const announcement = withAttributes(element('p', ''), { role: 'status' });
  const list = element('ol', '');
  const dialog = withAttributes(
    element('dialog', '', element('search', '', form), announcement, list, element('p', 'keys', texts.keys)),
    { id: 'search', 'aria-label': texts.label },
  );
  document.body.append(dialog);
  return { dialog, input, list, announcement };
}
