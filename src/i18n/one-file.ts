/** The texts that only the one-file edition has. */
import type { SiteLanguage } from '../paths.ts';

const english = {
  title: 'OpenZFS Problem Notes in one file',
  description:
    'All problems, the checker and a search over everything in one file that works from a disk without a network.',
  lead: (problems: number) =>
    `${problems} problems, the checker, and a search over all of it. The file works from a disk without a network. It asks for nothing, and nothing that you paste leaves it.`,
  withoutScript:
    'Without JavaScript everything is here to read, one part after another. Only the search and the checker need it.',
  /** Followed by the site's address. */
  newer: 'A newer state may be at',
  contents: 'Contents',
  evidence: 'Evidence',
  evidenceText: 'The logs and transcripts that the articles quote, whole and verbatim.',
  toTop: 'Back to the top',
  onSite: 'On the web',
  checker: 'Judge this machine with the checker of this file',
};

export type OneFileTexts = typeof english;

const chinese: OneFileTexts = {
  title: 'OpenZFS 问题札记单文件版',
  description: '全部问题、检查器和全文搜索，都在这一个文件里；存到磁盘上，没有网络也能用。',
  lead: (problems) =>
    `${problems} 个问题、检查器，以及对全部内容的搜索。文件存在磁盘上就能用，不需要网络：它不发出任何请求，粘贴的内容也不会离开它。`,
  withoutScript: '不启用 JavaScript 也能读到全部内容，各部分依次排列；只有搜索和检查器需要它。',
  newer: '更新的内容可能在',
  contents: '目录',
  evidence: '证据',
  evidenceText: '文章引用的日志与实验记录，完整且未经改动。',
  toTop: '回到开头',
  onSite: '网页版',
  checker: '用本文件里的检查器判断这台机器',
};

export const oneFileTexts = (language: SiteLanguage): OneFileTexts =>
  ({ en: english, zh: chinese })[language];
