/** The few texts that scripts need in the browser, apart from the pages' texts so that they stay small. */
const english = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying failed: select the text and press Ctrl+C',
  searching: 'Searching…',
  results: (count: number, shown: number) =>
    count === 0
      ? 'Nothing found. Try a function name, a parameter, or fewer words.'
      : count === 1
        ? '1 result'
        : count > shown
          ? `${count} results, the best ${shown} shown`
          : `${count} results`,
  searchFailed: 'The search could not be loaded. Check the connection and try again.',
};

const chinese: typeof english = {
  copy: '复制',
  copied: '已复制',
  copyFailed: '复制失败：请选中文字后按 Ctrl+C',
  searching: '正在搜索……',
  results: (count, shown) =>
    count === 0
      ? '没有找到。请换成函数名、参数名，或减少词语。'
      : count > shown
        ? `${count} 条结果，显示最相关的 ${shown} 条`
        : `${count} 条结果`,
  searchFailed: '搜索载入失败。请检查网络后再试。',
};

/** The texts for the language of the page that the script runs in. */
export const browserTexts: typeof english = document.documentElement.lang.startsWith('zh')
  ? chinese
  : english;
