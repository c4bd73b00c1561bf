import type { PageState } from '../knowledge/zero-page-life.ts';
import type { SiteLanguage } from '../paths.ts';

const english = {
  colon: ': ',
  space: ' ',
  linesFrom: 'Lines of zfs_uio.c: faulty ',
  fixedFrom: ', fixed ',
  stop: '.',
  step: 'Step',
  back: 'Back',
  next: 'Next',
  both: 'Both versions',
  faulty: 'Faulty',
  fixed: 'Fixed',
  yes: 'yes',
  no: 'no',
  ownPage: 'program’s page',
  zeroPage: 'zero page',
  newPage: 'new page',
  freshMemory: 'fresh memory',
  countName: 'count',
  count: (count: number) => `count ${count}`,
  owner: { everybody: 'shared by all', nobody: 'freed', somebody: 'another owner' },
  newPageState: { none: '', plain: '', marked: 'marked', leaked: 'leaked', freed: 'freed' },
  pointsTo: (from: string, to: string) => `${from} points to the ${to}`,
  separator: '; ',

  moment: 'What happens',
  right: 'Right',
  wrong: 'Wrong',
  pages: (pages: number) => `${pages} pages`,
};

export type FigureTexts = typeof english;

const chinese: FigureTexts = {
  colon: '：',
  space: '',
  linesFrom: 'zfs_uio.c 的行号：有缺陷的取自 ',
  fixedFrom: '，已修复的取自 ',
  stop: '。',
  step: '步骤',
  back: '上一步',
  next: '下一步',
  both: '两个版本',
  faulty: '有缺陷',
  fixed: '已修复',
  yes: '是',
  no: '否',
  ownPage: '程序的页面',
  zeroPage: '零页',
  newPage: '新页面',
  freshMemory: '新内存',
  countName: '计数',
  count: (count) => `计数 ${count}`,
  owner: { everybody: '所有进程共用', nobody: '已释放', somebody: '归了别的主人' },
  newPageState: { none: '', plain: '', marked: '已标记', leaked: '泄漏', freed: '已释放' },
  pointsTo: (from, to) => `${from} 指向${to}`,
  separator: '；',

  moment: '发生了什么',
  right: '正确',
  wrong: '错误',
  pages: (pages) => `${pages} 个页面`,
};

/** The words of the figures of mechanisms. */
export const figureTexts = (language: SiteLanguage): FigureTexts => (language === 'en' ? english : chinese);

/** What a frame of the life of the zero page shows, in words. */
export function frameInWords(state: PageState, from: readonly string[], texts: FigureTexts): string {
  const [slot = '', variable] = from;
  const target = { nothing: '', 'zero-page': texts.zeroPage, 'new-page': texts.newPage };
  const pointers = [
    [slot, state.slot] as const,
    ...(variable === undefined ? [] : [[variable, state.variable] as const]),
  ];
  // The count of another owner is that owner’s.
  const known = state.owner === 'somebody' ? '' : `${texts.count(state.count)}, `;
  return [
    ...pointers.flatMap(([name, to]) => (to === 'nothing' ? [] : texts.pointsTo(name, target[to]))),
    `${texts.zeroPage}${texts.colon}${known}${texts.owner[state.owner]}`,
  ].join(texts.separator);
}
