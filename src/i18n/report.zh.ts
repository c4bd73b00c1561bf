import type { ReportTexts } from './report-texts.ts';

/** The sentences of a report in Chinese. */
export const reportTexts: ReportTexts = {
  title: 'OpenZFS Problem Notes：一台机器的检查报告',
  verdict: '判定',
  expect: '会发生什么',
  facts: '识别出的信息',
  reasons: '理由',
  asked: '还缺什么才能判定',
  links: '相关章节',
  module: '内核模块',
  userland: '用户态工具',
  kernel: '内核',
  distribution: '发行版',
  architecture: '架构',
  directIo: '直接 I/O',
  initOnAlloc: 'init_on_alloc',
  initOnFree: 'init_on_free',
  pageChecks: '页面检查',
  on: '开启',
  off: '关闭',
  notKnown: '未知',
  notFound: '未找到',
  amIAffected: '我受影响吗？',
  whatToDo: '现在怎么办',
  readFrom: '依据：',
  colon: '：',
  opening: '（',
  closing: '）',
  redacted:
    '标识信息（名称、地址、序列号、密钥等）已隐去，发送者选择保留的除外；同一个词总是换成同一个代号，例如 [host-1]。',
  madeBy: (address, version, date) => `由 ${address} 生成，版本 ${version}，日期 ${date}。`,
};
