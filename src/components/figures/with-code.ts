import { escapeHtml } from '../article/references.ts';

/** A text as HTML: what stands between backticks is code, and no line ends beside an operator. */
export const withCode = (text: string): string =>
  escapeHtml(text)
    .replace(/ ([=+−×]) /g, '\u00a0$1\u00a0')
    .replace(/`([^`]+)`/g, '<code translate="no">$1</code>');
