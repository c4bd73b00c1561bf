/** The texts of the pages that list problems by something else than their number. */
import type { SiteLanguage } from '../paths.ts';

const english = {
  versions: {
    title: 'Problems by version',
    description:
      'Which OpenZFS release has which of these problems: a table for every release line since 2.0.',
    lead: 'Which release has which of these problems, computed from the commits that brought each defect in and took it out. The table shows what a release has before anything is known about the machine; the checker knows more.',
    lineTitle: (line: string) => `OpenZFS ${line}: which release has which problem`,
    lineDescription: (line: string) =>
      `Every release and candidate of OpenZFS ${line}, and which of these problems it has, by its place in history.`,
    lineLead: (line: string) =>
      `Every release and candidate of ${line} against every problem, by the place of its tag in OpenZFS’s history. Packages may carry backported changes.`,
    newest: 'The newest release of each line',
    allOfLine: (line: string) => `All releases of ${line}`,
    matrix: 'Problem by release',
    legend:
      'Has the defect: affected. Dormant: there, but a default of this release on Linux keeps the path closed. Conditions that no version answers stand under the problem’s name and count as met.',
    problem: 'Problem',
    each: 'Release by release',
    has: 'Has',
    dormant: 'Dormant by default',
    unknown: 'Not established',
    none: 'None of these problems.',
    released: (date: string) => `tagged ${date}`,
    freebsdOnly: 'only on FreeBSD',
    otherLines: 'Other lines',
  },
  symptoms: {
    title: 'From a symptom to its problem',
    description:
      'Log lines and errors around OpenZFS Direct I/O and kernel memory, and the problems that print them.',
    lead: 'Look for the line that your log shows, or for what the machine does. Paste the log into the checker to have it searched for all of these at once.',
    lines: 'Lines in the log',
    linesText:
      'The addresses and numbers in your log differ; what counts are the words, and that one report holds all of them.',
    specific: 'Specific: only this problem is known to print it',
    weak: 'Weak: other faults print it too',
    line: 'In the log',
    meaning: 'What it means, and the problem',
    behaviour: 'What the machine does',
    kernel: 'depends on the kernel',
  },
  parameters: {
    title: 'Parameters that matter',
    description:
      'init_on_alloc, init_on_free, check_pages, page_poison, zfs_dio_enabled, zfs_dio_strict, direct and others: what each does, its default, and the problems it touches.',
    lead: 'What each parameter does, its default by version, and which of these problems it decides about.',
    kinds: {
      kernel: 'Kernel command line',
      module: 'Parameter of the zfs module',
      property: 'Property of a file system',
    },
    show: 'To see what is in force:',
    default: 'Default',
    from: 'From',
    value: 'Value',
    absent: 'does not exist',
    onLine: (line: string) => (line === 'master' ? 'master' : `${line} branch`),
    linux: 'Linux',
    freebsd: 'FreeBSD',
    touches: 'Problems that it touches',
    touchesNone: 'It decides about none of these problems by itself.',
    inherits: 'A release line that is not listed has what master had where the line was cut from it.',
    commit: 'Commit',
  },
  register: {
    filter: 'Filter and sort',
    kind: 'Kind',
    status: 'Status',
    component: 'Component',
    version: 'Version',
    sort: 'Sort by',
    all: 'all',
    sortDate: 'newest first',
    sortNumber: 'number',
    sortKind: 'harm',
    count: (shown: string, all: string) => `${shown} of ${all} problems`,
    none: 'No problem fits. Take a filter away.',
    clear: 'Clear the filters',
    short: 'short entry',
    more: 'Other ways in',
  },
};

export type PageTexts = typeof english;

const chinese: PageTexts = {
  versions: {
    title: '按版本查看问题',
    description: '哪个 OpenZFS 版本有哪些问题：2.0 以来每个系列一张表。',
    lead: '哪个版本有哪些问题，由引入和修复每个缺陷的提交推算得出。表中所示是在不了解具体机器时该版本的状态；检查器能给出更准确的结论。',
    lineTitle: (line) => `OpenZFS ${line}：哪个版本有哪些问题`,
    lineDescription: (line) =>
      `OpenZFS ${line} 系列的每个正式版和候选版，按其在提交历史中的位置，列出带有哪些问题。`,
    lineLead: (line) =>
      `${line} 系列的每个正式版和候选版与全部问题的对照，依据标签在 OpenZFS 历史中的位置。软件包可能带有回移的改动。`,
    newest: '各系列的最新版本',
    allOfLine: (line) => `${line} 系列的所有版本`,
    matrix: '问题与版本对照表',
    legend:
      '“受影响”表示带有缺陷；“潜伏”表示带有缺陷，但该版本在 Linux 上的默认设置使这段代码走不到。版本本身不能确定的条件写在问题名称下面，表中按“条件成立”计。',
    problem: '问题',
    each: '逐个版本',
    has: '带有',
    dormant: '默认潜伏',
    unknown: '尚无定论',
    none: '没有这些问题。',
    released: (date) => `标签日期 ${date}`,
    freebsdOnly: '仅限 FreeBSD',
    otherLines: '其他系列',
  },
  symptoms: {
    title: '从症状找问题',
    description: '与 OpenZFS 直接 I/O 和内核内存有关的日志与错误，以及会打印它们的问题。',
    lead: '查找日志里的那一行，或机器的表现。把日志贴进检查器，可以一次对照所有这些特征。',
    lines: '日志里的行',
    linesText: '日志里的地址和数字会有不同；要看的是词句，并且要全部出现在同一份报告里。',
    specific: '特有：已知只有这个问题会打印',
    weak: '弱信号：别的故障也会打印',
    line: '日志内容',
    meaning: '含义与对应的问题',
    behaviour: '机器的表现',
    kernel: '视内核而定',
  },
  parameters: {
    title: '相关参数',
    description:
      'init_on_alloc、init_on_free、check_pages、page_poison、zfs_dio_enabled、zfs_dio_strict、direct 等：各自的作用、默认值，以及与哪些问题有关。',
    lead: '每个参数的作用、各版本的默认值，以及它决定哪些问题。',
    kinds: { kernel: '内核命令行参数', module: 'zfs 模块参数', property: '文件系统属性' },
    show: '查看实际生效的值：',
    default: '默认值',
    from: '自',
    value: '值',
    absent: '不存在',
    onLine: (line) => (line === 'master' ? 'master' : `${line} 分支`),
    linux: 'Linux',
    freebsd: 'FreeBSD',
    touches: '与它有关的问题',
    touchesNone: '它本身不决定其中任何一个问题。',
    inherits: '未列出的发布分支，沿用它从 master 分出时的值。',
    commit: '提交',
  },
  register: {
    filter: '筛选与排序',
    kind: '类型',
    status: '状态',
    component: '组件',
    version: '版本',
    sort: '排序',
    all: '全部',
    sortDate: '最近的在前',
    sortNumber: '编号',
    sortKind: '危害',
    count: (shown, all) => `共 ${all} 个问题，显示 ${shown} 个`,
    none: '没有符合的问题，请减少筛选条件。',
    clear: '清除筛选',
    short: '简短条目',
    more: '其他入口',
  },
};

/** The texts of the listing pages in one language. */
export const pageTexts = (language: SiteLanguage): PageTexts => ({ en: english, zh: chinese })[language];
