/** The texts of the figures in Chinese. */
import type { FigureTexts } from './figures.en.ts';

export const figureTexts: FigureTexts = {
  windows: {
    caption: '这个缺陷在 OpenZFS 历史中的位置',
    scale: '时间自上而下，只表先后，不按比例。默认值以 Linux 为准。',
    present: '有缺陷',
    presentDirectIo: '有缺陷，直接 I/O 默认开启',
    closed: '有缺陷，但默认设置下走不到',
    closedDirectIo: '有缺陷，但直接 I/O 默认关闭',
    without: '没有这个缺陷',
    unsettled: '尚无定论',
    event: {
      affected: '有缺陷',
      directIoOn: '直接 I/O 默认开启',
      dormant: '默认设置下走不到',
      directIoOff: '直接 I/O 默认关闭',
      fixed: '已修复',
      'not-affected': '没有这个缺陷',
      unknown: '尚无定论',
    },
    introduced: '引入提交',
    by: '提交',
    leaves: (line) => `${line} 从 master 分出`,
    leaveInTurn: (line) => `${line} 从 master 分出，更新的分支随后`,
    asOf: (date) => `截至 ${date}`,
    notFixed: (lines) => `尚未修复：${lines}`,
    newerLines: (line) => `${line}+`,
    olderLines: (line) => `≤ ${line}`,
    colon: '：',
    separator: '、',
    here: '当前构建',
    heading: '这个构建所在的位置',
    marked: '上面的图里标出了这个构建。',
    nowhere: {
      range: (version, from, until) =>
        `${version} 没有指明提交：它可能在 ${from} 起、${until} 之前的任何一处，因此不标位置。`,
      open: (version, from) => `${version} 没有指明提交：它可能在 ${from} 之后的任何一处，因此不标位置。`,
      outside: (version) => `这里的数据所知的 OpenZFS 历史中，找不到 ${version} 的位置。`,
      older: (version) => `${version} 比图中的一切都早。`,
    },
  },
};
