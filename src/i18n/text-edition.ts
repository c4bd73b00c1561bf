/** The words that only the text editions have. */
import type { SiteLanguage } from '../paths.ts';

const english = {
  /** The link in an article to its text edition. */
  link: 'Text',
  address: 'Address',
  date: 'As of',
  licence: 'Licence',
  marks: 'Marks',
  marksText: '[U 3] names the kind of evidence and the number of the source. ',
  links: 'Links',
  otherLanguage: '中文',
  checker: 'Checker',
  indexTitle: 'OpenZFS Problem Notes: all problems',
  indexText: (example: string) =>
    `Every problem as plain text, at its number: ${example}. All of it in one file, with the checker and a search:`,
};

export type TextEditionTexts = typeof english;

const chinese: TextEditionTexts = {
  link: '纯文本',
  address: '网址',
  date: '日期',
  licence: '许可',
  marks: '标记',
  marksText: '[游 3] 表示证据的种类和来源的编号。',
  links: '链接',
  otherLanguage: 'English',
  checker: '检查器',
  indexTitle: 'OpenZFS 问题札记：全部问题',
  indexText: (example) =>
    `每个问题都有纯文本版，网址就是它的编号，例如 ${example}。全部内容连同检查器和搜索也有单文件版：`,
};

export const textEditionTexts = (language: SiteLanguage): TextEditionTexts =>
  ({ en: english, zh: chinese })[language];
