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

/** The texts for the language of the page that the script runs in. */
export const browserTexts: typeof english = document.documentElement.lang.startsWith('zh')
  ? chinese
  : english;
