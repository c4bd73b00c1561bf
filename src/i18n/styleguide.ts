import type { SiteLanguage } from '../paths.ts';

const english = {
  title: 'Style guide',
  description:
    'Type, colours, spacing and components of these notes, in every state, for those who work on the site.',
  lead: 'For those who work on the site: what there is, and when to use it. Colours are named by what they mean; each is a pair for the light and the dark theme in tokens.css.',
  type: 'Type',
  typeText:
    'Prose is set in a serif for English and in the system’s sans-serif for Chinese; everything else in the system’s sans-serif. A line of prose has about 70 Latin letters or 40 Han characters.',
  heading2: 'Heading of a section',
  heading3: 'Heading of a subsection',
  stressed: 'stressed',
  before: 'Direct I/O writes from untouched memory can free the zero page. A word can be ',
  after: '; a name is code: ',
  small: 'Small print: captions, hints, notes.',
  colours: 'Colours',
  coloursText:
    'Every text colour has 4.5 to 1 on paper and panel; a test computes it. Where the system asks for more contrast it is 7 to 1; with forced colours the system’s own are used.',
  light: 'Light',
  dark: 'Dark',
  statuses: 'Statuses',
  statusesText: 'A shape, a word and a colour; the first two are enough.',
  spacing: 'Spacing',
  spacingText:
    'The unit is 1rem. Between paragraphs 1, around tables and figures 1.5, above a section 3. Nothing is separated by boxes; a thin rule or space is enough.',
  parts: 'Components',
  note: 'Note',
  noteText: 'A remark set apart from the text.',
  warning: 'Warning',
  warningText: 'Something that costs data or availability.',
  action: 'The one action of a page',
  cite: 'A statement with its grade and its source.',
  log: 'A log with a marked line and what it says. ',
  logNote: 'A mark on pages that an ordinary put must never free.',
  whyLine: 'What this line says',
  change: 'A change, added and removed lines',
  table: 'A table',
  meaning: 'Meaning',
  form: 'Fields',
  field: 'A field at rest',
  faulty: 'A field with a fault',
  fault: 'The sentence that says what is wrong, tied to the field.',
  fold: 'A fold',
  folded: 'What it holds.',
  source: 'OpenZFS issue 16689',
  sources: 'List of sources',
};

export type StyleguideTexts = typeof english;

const chinese: StyleguideTexts = {
  title: '样式指南',
  description: '本站的字体、颜色、间距和组件，以及它们的各种状态，供维护本站的人查阅。',
  lead: '供维护本站的人查阅：有哪些东西，什么时候用。颜色按含义命名，每种都是 tokens.css 里浅色与深色主题的一对值。',
  type: '字体',
  typeText:
    '英文正文用衬线体，中文正文用系统的无衬线体，其余一律用系统的无衬线体。正文一行约 70 个拉丁字母，或 40 个汉字。',
  heading2: '节的标题',
  heading3: '小节的标题',
  stressed: '强调',
  before: '从未写过的内存发起直接 I/O 写入，可能释放零页。词语可以',
  after: '；名称用代码体：',
  small: '小字：图注、提示、说明。',
  colours: '颜色',
  coloursText:
    '每种文字颜色在纸面和面板上的对比度都不低于 4.5:1，由测试计算。系统要求更高对比度时不低于 7:1；强制颜色模式下用系统自己的颜色。',
  light: '浅色',
  dark: '深色',
  statuses: '状态',
  statusesText: '形状、文字和颜色；有前两样就够了。',
  spacing: '间距',
  spacingText: '以 1rem 为单位：段落之间 1，表格和图的前后 1.5，节之前 3。不用方框分隔，细线或留白就够了。',
  parts: '组件',
  note: '说明',
  noteText: '与正文分开的一句话。',
  warning: '警告',
  warningText: '会让人丢数据或停机的事。',
  action: '页面上唯一的主要操作',
  cite: '一句陈述，附证据等级和来源。',
  log: '日志，有一行标出并加以说明。',
  logNote: '带这个标志的页面，普通的 put 绝不能释放。',
  whyLine: '这一行说明什么',
  change: '改动，增加和删除的行',
  table: '表格',
  meaning: '含义',
  form: '输入框',
  field: '平常的输入框',
  faulty: '有错的输入框',
  fault: '说明错在哪里的句子，与输入框关联。',
  fold: '折叠块',
  folded: '里面的内容。',
  source: 'OpenZFS issue 16689',
  sources: '来源列表',
};

/** The texts of the style guide. */
export const styleguideTexts = (language: SiteLanguage): StyleguideTexts =>
  language === 'zh' ? chinese : english;
