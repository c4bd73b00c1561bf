/** Loads the checker when one of its boxes is first used, so that reading an article costs nothing for it. */
import { interfaceLanguageAt } from '../../i18n/browser.ts';

const loadLanguage = (root: HTMLElement) =>
  interfaceLanguageAt(root).startsWith('zh')
    ? import('./language-pack.zh.client.ts')
    : import('./language-pack.en.client.ts');

function prepare(root: HTMLElement): void {
  const verdict = root.querySelector<HTMLElement>('[data-verdict]');
  let state: 'idle' | 'loading' | 'ready' = 'idle';
  const load = async (): Promise<void> => {
    if (state !== 'idle') return;
    state = 'loading';
    try {
      const [{ mountChecker }, { pack }] = await Promise.all([
        import('./checker.client.ts'),
        loadLanguage(root),
      ]);
      mountChecker(root, pack);
      state = 'ready';
    } catch {
      state = 'idle';
      if (verdict !== null) verdict.textContent = root.dataset.failed ?? '';
    }
  };
  root.addEventListener('focusin', load);
  root.addEventListener('input', load);
  const linked = root.hasAttribute('data-standalone') && window.location.hash.includes('=');
  // A browser that restores a form after "back" fires no event.
  const restored = [...root.querySelectorAll('textarea')].some(({ value }) => value !== '');
  if (restored || linked) void load();
}

/** Prepares every checker of the page. */
export function prepareCheckers(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-checker]')) prepare(root);
}
