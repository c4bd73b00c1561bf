import { type BrowserTexts, browserTextsIn, interfaceLanguageAt } from '../i18n/browser.ts';
import { commandsOf } from './commands-of.ts';

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
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.ariaLive = 'polite';
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

/** Puts a copy button on every code block of the page. */
export function addCopyButtons(): void {
  for (const pre of document.querySelectorAll<HTMLElement>('main pre')) {
    const frame = document.createElement('div');
    frame.className = 'code';
    // So that long lines can be scrolled by keyboard in every browser.
    pre.tabIndex = 0;
    pre.replaceWith(frame);
    frame.append(
      pre,
      copyButton(() => textToCopy(pre), browserTextsIn(interfaceLanguageAt(frame))),
    );
  }
}
