/** The few texts that every page's script needs, apart from the pages' texts so that they stay small. */
const english = {
  copy: 'Copy',
  copied: 'Copied',
  wrap: 'Wrap lines',
  copyFailed: 'Copying failed: select the text and press Ctrl+C',
};

const chinese: typeof english = {
  copy: '复制',
  copied: '已复制',
  wrap: '自动换行',
  copyFailed: '复制失败：请选中文字后按 Ctrl+C',
};

export type BrowserTexts = typeof english;

/** The texts in a language, named by its tag. */
export const browserTextsIn = (language: string): BrowserTexts =>
  language.startsWith('zh') ? chinese : english;

/**
 * The language of the interface around an element: the page's, or that of the part with `data-interface` where one
 * document speaks both. The element's own `lang` says only what its text is.
 */
export const interfaceLanguageAt = (place: Element): string =>
  (place.closest<HTMLElement>('[data-interface]') ?? document.documentElement).lang;
