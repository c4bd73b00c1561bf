import { type BrowserTexts, browserTextsIn, interfaceLanguageAt } from '../i18n/browser.ts';
import { commandsOf } from './commands-of.ts';
import { element, withAttributes } from './dom.ts';
import { wrapButton } from './wrap.client.ts';

const copiedFor = 1500;
const failedFor = 6000;

/** The text that the button of a code block copies. */
function textToCopy(pre: HTMLElement): string {
  const text = (pre.querySelector('code') ?? pre).textContent.replace(/\n$/, '');
  const isSession = /^(console|shellsession|shell-session)$/.test(pre.dataset.language ?? '');
  return (isSession && commandsOf(text)) || text;
}

/**
 * A button that copies a text. It says whether copying worked, a failure for longer.
 * In: the text, or a function that finds it when the button is pressed; what it says; what it says at rest.
 */
export function copyButton(
  text: string | (() => string),
  texts: BrowserTexts,
  label: string = texts.copy,
): HTMLButtonElement {
  const button = withAttributes(element('button', 'copy', label), { type: 'button', 'aria-live': 'polite' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (message: string, failed: boolean) => {
    button.textContent = message;
    button.toggleAttribute('data-failed', failed);
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        button.textContent = label;
        button.removeAttribute('data-failed');
      },
      failed ? failedFor : copiedFor,
    );
  };
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      say(texts.copied, false);
    } catch {
      say(texts.copyFailed, true);
    }
  });
  return button;
}

/** Puts every code block of the page into a frame with its buttons. */
export function addCodeButtons(): void {
  const blocks = [...document.querySelectorAll<HTMLElement>('main pre')];
  // Measured for all before anything changes, so that the page is laid out once.
  const wraps = blocks.map(wrapButton);
  for (const [index, pre] of blocks.entries()) {
    const frame = element('div', 'code');
    // So that long lines can be scrolled by keyboard in every browser.
    pre.tabIndex = 0;
    pre.replaceWith(frame);
    frame.append(
      pre,
      element(
        'div',
        'buttons',
        wraps[index] ?? null,
        copyButton(() => textToCopy(pre), browserTextsIn(interfaceLanguageAt(frame))),
      ),
    );
  }
}
