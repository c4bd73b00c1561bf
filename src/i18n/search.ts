/** The texts of the search dialog, loaded with it. */
const english = {
  label: 'Search the notes',
  hint: 'A function, a parameter, a log line, a commit, a version',
  close: 'Close',
  keys: '↑ ↓ to move, Enter to open, Esc to close',
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
  label: '搜索札记',
  hint: '函数、参数、日志、提交、版本',
  close: '关闭',
  keys: '↑ ↓ 选择，Enter 打开，Esc 关闭',
  searching: '正在搜索……',
  results: (count, shown) =>
    count === 0
      ? '没有找到。请换成函数名、参数名，或减少词语。'
      : count > shown
        ? `${count} 条结果，显示最相关的 ${shown} 条`
        : `${count} 条结果`,
  searchFailed: '搜索载入失败。请检查网络后再试。',
};

export type SearchTexts = typeof english;

/** The texts in a language, named by its tag. */
export const searchTextsIn = (language: string): SearchTexts =>
  language.startsWith('zh') ? chinese : english;
