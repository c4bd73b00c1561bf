/** Long lines of code scroll or wrap, as the reader likes; the choice holds for all code and is kept where storage is allowed. */
import { browserTextsIn, interfaceLanguageAt } from '../i18n/browser.ts';
import { element, withAttributes } from './dom.ts';

const overflows = (pre: HTMLElement): boolean => pre.scrollWidth > pre.clientWidth;

/** A button for a block whose lines do not fit; null for one whose lines do. */
export function wrapButton(pre: HTMLElement): HTMLButtonElement | null {
  const root = document.documentElement;
  if (!('wrap' in root.dataset) && !overflows(pre)) return null;
  const { wrap } = browserTextsIn(interfaceLanguageAt(pre));
  const button = withAttributes(element('button', 'copy wrap', wrap), { type: 'button' });
  const show = () => {
    button.ariaPressed = String('wrap' in root.dataset);
  };
  button.addEventListener('click', () => {
    root.toggleAttribute('data-wrap');
    try {
      if ('wrap' in root.dataset) localStorage.setItem('wrap', '1');
      else localStorage.removeItem('wrap');
    } catch {
      // Storage is blocked: the choice holds for this page.
    }
    dispatchEvent(new Event('wrap'));
  });
  addEventListener('wrap', show);
  show();
  return button;
}
