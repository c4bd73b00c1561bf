import type { Component, Grade } from '../knowledge/problem.ts';
import type { SiteLanguage } from '../paths.ts';

/** A text that stands between Han characters: a space where it begins or ends with a Latin word. */
const besideHan = (text: string): string =>
  `${/^[\w/]/.test(text) ? ' ' : ''}${text}${/\w$/.test(text) ? ' ' : ''}`;

/** The statuses of a version or a system, with the words shown to a reader beside each one's shape. */
export type Status = 'affected' | 'dormant' | 'fixed' | 'not-affected' | 'unknown';

/** What a claim of somebody else's article turned out to be. */
export const CLAIM_VERDICTS = [
  'true',
  'half-true',
  'imprecise',
  'not-supported',
  'misleading',
  'mostly-wrong',
  'wrong',
  'too-general',
] as const;

export type ClaimVerdict = (typeof CLAIM_VERDICTS)[number];

const english = {
  siteName: 'OpenZFS Problem Notes',
  languageName: 'English',
  skip: 'Skip to the content',
  home: 'All problems',
  mainNavigation: 'Site',
  check: 'Check a system',
  search: 'Search',
  symptoms: 'Symptoms',
  versions: 'Versions',
  parameters: 'Parameters',
  offline: 'Offline use',
  accessibility: 'Accessibility',
  moreNavigation: 'All pages',
  theme: { label: 'Theme', auto: 'Auto', light: 'Light', dark: 'Dark' },

  problem: 'Problem',
  contents: 'Contents',
  status: 'Status',
  kind: 'Kind',
  affected: 'Affected',
  buildsOfMaster: (stretch: string) => `builds of master: ${stretch}`,
  dormantByDefault: (stretch: string) => `${stretch}, only with a setting that is off by default`,
  unsettledStretch: (stretch: string) => `${stretch}: not established`,
  everyVersion: 'every version',
  versionsNotEstablished: (versions: string) => `not established; reported with ${versions}`,
  onlyFromKernel: (release: string) => `only on Linux ${release} and later`,
  onlyBeforeKernel: (release: string) => `only before Linux ${release}`,
  onlyIfOn: (name: string) => `only with ${name} on`,
  onlyIf: (clause: string) => `only if ${clause}`,
  similarReports: 'similar:',
  relatedProblems: 'Related problems',
  relation: {
    'caused-by': 'Caused by',
    'same-cause': 'Same cause',
    'same-signature': 'Same line in the log',
    'fixed-by-same-release': 'Fixed by the same release',
    'see-also': 'See also',
  },
  runInstead: 'Fixed in',
  fix: 'The fix',
  reports: 'Reports',
  listSeparator: ', ',
  clauseSeparator: ', ',
  stretchesUnder: (only: string, stretches: readonly string[]) => `${only}: ${stretches.join('; ')}`,
  colon: ': ',
  /** Between two sentences. */
  sentenceSpace: ' ',

  problemStatus: {
    fixed: 'Fixed upstream',
    'partly-fixed': 'Partly fixed',
    open: 'Not fixed',
    'by-design': 'Works as designed',
  },
  problemKind: {
    'memory-corruption': 'Memory corruption',
    panic: 'Kernel panic',
    hang: 'Hang',
    'data-error': 'Wrong data',
    performance: 'Performance',
    'behaviour-change': 'Changed behaviour',
  },
  component: {
    'direct-io': 'Direct I/O',
    'memory-mapped-files': 'Memory-mapped files',
    'block-cloning': 'Block cloning',
    arc: 'ARC',
    'disk-io': 'Disk I/O',
    zvol: 'zvol',
    dmu: 'Data management unit',
    vfs: 'File system interface',
    deduplication: 'Deduplication',
    kernel: 'Linux kernel',
  } satisfies Record<Component, string>,
  platform: { linux: 'Linux', freebsd: 'FreeBSD' },
  statusName: {
    affected: 'Affected',
    dormant: 'Dormant',
    fixed: 'Fixed',
    'not-affected': 'Not affected',
    unknown: 'Unknown',
  },
  statusMeaning: {
    affected: 'The running module has the defect, and everything it needs is in place.',
    dormant: 'The defect is there, but a setting keeps the way to it closed.',
    fixed: 'The build is at or after the fix on its own branch.',
    'not-affected':
      'The build does not contain the commit that introduced the defect, or its platform does not have the code.',
    unknown: 'The evidence does not settle it. This is never good news.',
  },
  grade: {
    reproduced: 'reproduced',
    upstream: 'upstream',
    source: 'source code',
    reported: 'reported',
    inferred: 'inferred',
  },
  gradeLetter: { reproduced: 'R', upstream: 'U', source: 'S', reported: 'P', inferred: 'I' },
  gradeMeaning: {
    reproduced: 'We ran it and saw it. Where a transcript was kept, it is on this site.',
    upstream: 'A commit, issue or document of OpenZFS, Linux or a distribution says it.',
    source: 'Read in the source code, with file and line.',
    reported: 'A person who met the problem reported it.',
    inferred: 'Our conclusion from the others.',
  },

  windowsOfMaster: 'Builds of master',
  windowsOfTags: 'Releases and candidates',
  builds: 'Builds',
  tags: 'Tags',
  beginsWith: 'Begins with',
  directIoDefault: '`zfs_dio_enabled` by default',
  noDirectIo: 'no Direct I/O',
  defaultOn: '1 (on)',
  defaultOff: '0 (off)',
  before: (place: string) => `before ${place}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  upToBefore: (from: string, until: string) => `${from} up to before ${until}`,
  fromOn: (from: string) => `${from} and later`,
  withoutFurtherEvidence: 'Status without further evidence',
  ifConditionsHold: 'Status where the conditions hold',

  undo: 'To undo',
  effect: 'What it does',
  measures: { immediate: 'Immediate measures', lasting: 'Lasting measures' },

  logLine: 'In the log',
  meaning: 'What it means',
  strength: { specific: 'Specific to this problem', weak: 'Weak: other faults print it too' },
  alsoInReport: 'and, in the same report:',

  kernel: 'Kernel',
  experimentParameters: 'Parameters',
  noParameters: 'none given',
  memAutoInit: 'Initialised at alloc/free',
  firstWrite: 'At the first write',
  afterwards: 'Afterwards',
  result: 'Result',
  module: {
    faulty: 'With the defect',
    fixed: 'With the fix',
    'faulty-direct-io-off': 'With the defect, Direct I/O off',
  },
  experimentResult: {
    silent: 'Silent corruption',
    contained: 'Caught and logged',
    nothing: 'Nothing happens',
  },
  transcript: 'Transcript',
  notEstablished: 'Not established',

  claim: {
    number: 'No.',
    said: 'The article says',
    verdict: 'Verdict',
    truth: 'What is true',
    verdicts: {
      true: 'True',
      'half-true': 'Half true',
      imprecise: 'Imprecise',
      'not-supported': 'Not supported',
      misleading: 'Misleading',
      'mostly-wrong': 'Mostly wrong',
      wrong: 'Wrong',
      'too-general': 'Too general',
    } satisfies Record<ClaimVerdict, string>,
  },

  sourceLink: 'source',
  whyLine: 'What this line says',
  evidenceWhole: 'The whole file',
  linesLeftOut: (count: number) => `… ${count} ${count === 1 ? 'line' : 'lines'} left out …`,

  builder: 'Who',
  named: 'Named or shipped',
  period: 'When',
  note: { note: 'Note', warning: 'Warning' },

  homeTitle: 'OpenZFS Problem Notes: is this system affected, what to do now, why it happened',
  homeDescription:
    'Problems of OpenZFS on Linux around Direct I/O and kernel memory: which builds are affected, what to do, why it happened, with the evidence for every statement.',
  homeHeading: 'Am I affected, what do I do now, and why did it happen?',
  homeLead:
    'Notes on problems of OpenZFS on Linux around Direct I/O and kernel memory. Each one was read in the source, reproduced where we could, and says how well every statement is supported.',
  homeCheckHeading: 'Check a system',
  homeCheckText:
    'Paste what these two commands print, and the checker says which of these problems reach this machine and what to do. It runs in the browser; nothing is sent anywhere.',
  homeCheckLink: 'Open the checker',
  homeProblemsHeading: 'The problems',
  homeGradesHeading: 'How to read the notes',
  homeGradesText:
    'A raised letter behind a statement names the kind of evidence it rests on; the numbers lead to the sources.',
  homeStatusHeading: 'What a verdict means',

  checkTitle: 'Check a system',
  checkDescription:
    'Paste a kernel command line and the output of zfs version, and learn which OpenZFS problems affect the system, why, and what to do.',
  checkLead:
    'Paste what the machine prints. The verdict appears as you type, with the piece of your text that each reason rests on. Everything happens in this page; nothing is sent anywhere.',

  notFoundTitle: 'Page not found',
  notFoundHeading: 'There is no page at this address',
  notFoundNearest: 'Perhaps you are looking for:',
  notFoundText: 'Problems are filed under the number of the upstream issue. These exist:',

  independent: 'Independent of the OpenZFS project. OpenZFS is a trademark of its owners.',
  builtFrom: (built: string, state: string, place: string) =>
    `Built on ${built} from OpenZFS’s history as of ${state} (master at ${place}).`,
  reportError:
    'Found an error? Open an issue in this project’s repository with the page’s address, the sentence, and a source that says otherwise.',
  licences: 'Text: CC BY 4.0. Code: MIT. Quoted logs and source code belong to their authors.',
};

/** The texts of the interface in one language; both languages have exactly the same keys. */
export type InterfaceTexts = typeof english;

const chinese: InterfaceTexts = {
  siteName: 'OpenZFS 问题札记',
  languageName: '中文',
  skip: '跳到正文',
  home: '全部问题',
  mainNavigation: '站点',
  check: '检查系统',
  search: '搜索',
  symptoms: '症状',
  versions: '版本',
  parameters: '参数',
  offline: '离线使用',
  accessibility: '无障碍',
  moreNavigation: '全部页面',
  theme: { label: '外观', auto: '自动', light: '浅色', dark: '深色' },

  problem: '问题',
  contents: '目录',
  status: '状态',
  kind: '类型',
  affected: '受影响',
  buildsOfMaster: (stretch) => `master 的构建：${stretch}`,
  dormantByDefault: (stretch) => `${stretch}，仅当手动打开默认关闭的设置时`,
  unsettledStretch: (stretch) => `${stretch}：尚无定论`,
  everyVersion: '所有版本',
  versionsNotEstablished: (versions) => `尚未查明；有人在 ${versions} 上报告`,
  onlyFromKernel: (release) => `仅限 Linux ${release} 及以后的内核`,
  onlyBeforeKernel: (release) => `仅限 Linux ${release} 之前的内核`,
  onlyIfOn: (name) => `仅当 ${name} 开启时`,
  onlyIf: (clause) => `仅当${besideHan(clause)}时`,
  similarReports: '类似报告',
  relatedProblems: '相关问题',
  relation: {
    'caused-by': '起因',
    'same-cause': '原因相同',
    'same-signature': '日志相同',
    'fixed-by-same-release': '同一版本修复',
    'see-also': '另见',
  },
  runInstead: '修复版本',
  fix: '修复提交',
  reports: '报告',
  listSeparator: '、',
  clauseSeparator: '，',
  stretchesUnder: (only, stretches) => `${only}：${stretches.join('；')}`,
  colon: '：',
  sentenceSpace: '',

  problemStatus: {
    fixed: '上游已修复',
    'partly-fixed': '部分修复',
    open: '尚未修复',
    'by-design': '设计如此',
  },
  problemKind: {
    'memory-corruption': '内存损坏',
    panic: '内核崩溃',
    hang: '卡死',
    'data-error': '数据错误',
    performance: '性能',
    'behaviour-change': '行为变化',
  },
  component: {
    'direct-io': '直接 I/O',
    'memory-mapped-files': '内存映射文件',
    'block-cloning': '块克隆',
    arc: 'ARC',
    'disk-io': '磁盘 I/O',
    zvol: 'zvol',
    dmu: '数据管理单元（DMU）',
    vfs: '文件系统接口',
    deduplication: '去重',
    kernel: 'Linux 内核',
  },
  platform: { linux: 'Linux', freebsd: 'FreeBSD' },
  statusName: {
    affected: '受影响',
    dormant: '潜伏',
    fixed: '已修复',
    'not-affected': '不受影响',
    unknown: '无法判定',
  },
  statusMeaning: {
    affected: '运行中的模块有这个缺陷，触发所需的条件也都具备。',
    dormant: '带有缺陷，但由于某项设置，走不到这段代码。',
    fixed: '该构建位于所在分支的修复处或修复之后。',
    'not-affected': '该构建不含引入缺陷的提交，或所在平台没有这段代码。',
    unknown: '现有证据不足以判定。这绝不等于没有问题。',
  },
  grade: {
    reproduced: '实测复现',
    upstream: '上游说明',
    source: '源代码',
    reported: '用户报告',
    inferred: '推断',
  },
  gradeLetter: { reproduced: '测', upstream: '游', source: '码', reported: '报', inferred: '推' },
  gradeMeaning: {
    reproduced: '我们运行过，亲眼看到；留有记录的，可在本站查看。',
    upstream: 'OpenZFS、Linux 或发行版的提交、issue 或文档里写明。',
    source: '从源代码读出，给出文件与行号。',
    reported: '遇到问题的用户的报告。',
    inferred: '我们根据其他依据得出的结论。',
  },

  windowsOfMaster: 'master 的构建',
  windowsOfTags: '正式版与候选版',
  builds: '构建',
  tags: '标签',
  beginsWith: '起始提交',
  directIoDefault: '`zfs_dio_enabled` 默认值',
  noDirectIo: '没有直接 I/O',
  defaultOn: '1（开）',
  defaultOff: '0（关）',
  before: (place) => `${place} 之前`,
  fromTo: (from, to) => `${from} 至 ${to}`,
  upToBefore: (from, until) => `${from} 起，${until} 之前`,
  fromOn: (from) => `${from} 及以后`,
  withoutFurtherEvidence: '没有其他证据时的状态',
  ifConditionsHold: '条件具备时的状态',

  undo: '撤销',
  effect: '作用',
  measures: { immediate: '立即措施', lasting: '长期措施' },

  logLine: '日志内容',
  meaning: '含义',
  strength: { specific: '此问题特有', weak: '弱信号：别的故障也会打印' },
  alsoInReport: '同一份报告里还有：',

  kernel: '内核',
  experimentParameters: '参数',
  noParameters: '未指定',
  memAutoInit: '分配/释放时初始化',
  firstWrite: '第一次写入时',
  afterwards: '之后',
  result: '结果',
  module: { faulty: '有缺陷的模块', fixed: '修复后的模块', 'faulty-direct-io-off': '有缺陷、直接 I/O 关闭' },
  experimentResult: { silent: '静默损坏', contained: '被拦下并记录', nothing: '没有异常' },
  transcript: '运行记录',
  notEstablished: '尚未查明',

  claim: {
    number: '序号',
    said: '原文说法',
    verdict: '判定',
    truth: '事实',
    verdicts: {
      true: '正确',
      'half-true': '半对',
      imprecise: '不准确',
      'not-supported': '无依据',
      misleading: '误导',
      'mostly-wrong': '大部分错误',
      wrong: '错误',
      'too-general': '过于笼统',
    },
  },

  sourceLink: '来源',
  whyLine: '这一行说明什么',
  evidenceWhole: '完整文件',
  linesLeftOut: (count) => `……略去 ${count} 行……`,

  builder: '构建者',
  named: '版本名称',
  period: '时间',
  note: { note: '说明', warning: '警告' },

  homeTitle: 'OpenZFS 问题札记：我受影响吗，现在怎么办，为什么会这样',
  homeDescription:
    '关于 OpenZFS on Linux 在直接 I/O 与内核内存方面的问题：哪些构建受影响、该怎么办、为什么会发生，每条陈述都给出依据。',
  homeHeading: '我受影响吗？现在怎么办？为什么会这样？',
  homeLead:
    '这里记录 OpenZFS on Linux 在直接 I/O 与内核内存方面的问题。每个问题都读过源代码，能复现的都复现过，并标明每条陈述的依据有多可靠。',
  homeCheckHeading: '检查系统',
  homeCheckText:
    '把下面两条命令的输出贴进检查器，它会说明这台机器受哪些问题影响、该怎么办。检查在浏览器里完成，不会发送任何内容。',
  homeCheckLink: '打开检查器',
  homeProblemsHeading: '问题列表',
  homeGradesHeading: '怎样阅读',
  homeGradesText: '陈述之后的上标字标明依据的种类，数字链接到来源。',
  homeStatusHeading: '判定的含义',

  checkTitle: '检查系统',
  checkDescription:
    '粘贴内核命令行与 zfs version 的输出，即可得知系统受哪些 OpenZFS 问题影响、原因和处理办法。',
  checkLead:
    '把命令的输出和日志贴进来。判定随输入即时出现，每条理由都标明依据的是粘贴内容的哪一段。检查全部在本页完成，不会发送任何内容。',

  notFoundTitle: '没有这个页面',
  notFoundHeading: '这个地址没有页面',
  notFoundNearest: '要找的也许是：',
  notFoundText: '问题按上游 issue 的编号存放。现有：',

  independent: '本站独立于 OpenZFS 项目。OpenZFS 是其所有者的商标。',
  builtFrom: (built, state, place) =>
    `构建于 ${built}，依据截至 ${state} 的 OpenZFS 历史（master 位于 ${place}）。`,
  reportError: '发现错误？请在本项目的仓库里提交 issue，附上页面地址、有问题的句子，以及能说明问题的来源。',
  licences: '文字：CC BY 4.0；代码：MIT。引用的日志与源代码归各自作者所有。',
};

const texts: Record<SiteLanguage, InterfaceTexts> = { en: english, zh: chinese };

/** The interface texts of a language. */
export function interfaceTexts(language: SiteLanguage): InterfaceTexts {
  return texts[language];
}

/** A grade's word and its one-character mark. */
export function gradeTexts(language: SiteLanguage, grade: Grade): { word: string; mark: string } {
  const { grade: words, gradeLetter } = texts[language];
  return { word: words[grade], mark: gradeLetter[grade] };
}
