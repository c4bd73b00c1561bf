import type { SiteLanguage } from '../paths.ts';

interface AccessibilityTexts {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly items: readonly string[];
  }[];
  readonly reportHeading: string;
  readonly report: string;
}

const english: AccessibilityTexts = {
  title: 'Accessibility',
  description:
    'What was tested so that everybody can use these notes, what was not, and where to report a barrier.',
  lead: 'The aim is WCAG 2.2 at level AA. Nobody outside the project has audited it.',
  sections: [
    {
      id: 'tested',
      heading: 'What is tested with every change',
      items: [
        'axe finds no violation on any page in either language at a width of 360 pixels, and none of contrast or target size in the dark theme on a wide screen. No page scrolls sideways at 360 pixels. All of it in Chromium.',
        'Reading, checking a system, searching and following a source work with the keyboard alone.',
        'At a width of 320 pixels, which is a window of 1280 pixels at 400 % zoom, and with the text spacing of WCAG 1.4.12, no page of any kind scrolls sideways or loses text.',
        'Text and status colours have a contrast of 4.5 to 1 or more in both themes, computed from the style sheet; 7 to 1 where the system asks for more contrast. Each status has a shape and a word besides its colour.',
        'Everything can be read without JavaScript. The checker and the search need it; the questions that lead to a verdict by hand do not.',
      ],
    },
    {
      id: 'not-tested',
      heading: 'What is not tested',
      items: [
        'No screen reader has been used by hand.',
        'Firefox and Safari have not been used.',
        'Speech control, switches and braille displays have not been used.',
      ],
    },
    {
      id: 'limits',
      heading: 'Known limits',
      items: [
        'Quotations from kernel logs and source code are in English on the Chinese pages too; they are marked as such.',
        'Long lines of a log scroll within their block unless “Wrap lines” is chosen.',
        'On wide pages the margin repeats sources for the eye; a screen reader finds them in the list of sources.',
      ],
    },
  ],
  reportHeading: 'Report a barrier',
  report:
    'A page that you cannot use is a defect. Say which page, what you wanted to do and what you use, in an issue of the project.',
};

const chinese: AccessibilityTexts = {
  title: '无障碍',
  description: '为了让每个人都能使用本站，测试了什么，没有测试什么，遇到障碍往哪里反馈。',
  lead: '目标是 WCAG 2.2 的 AA 级。没有项目以外的人审核过。',
  sections: [
    {
      id: 'tested',
      heading: '每次改动都会测试的',
      items: [
        '两种语言的每个页面在宽度 360 像素下，axe 都没有发现违规；在宽屏深色主题下，对比度和目标大小也没有违规。宽度 360 像素时，没有页面横向滚动。全部在 Chromium 中进行。',
        '只用键盘就能阅读、检查机器、搜索、查看来源。',
        '宽度 320 像素，相当于 1280 像素的窗口放大到 400%，以及 WCAG 1.4.12 规定的文字间距下，每类页面都不会横向滚动，也不会丢失文字。',
        '两种主题下，文字和状态颜色的对比度都不低于 4.5:1，由样式表计算得出；系统要求更高对比度时不低于 7:1。除了颜色，每种状态还有自己的形状和文字。',
        '没有 JavaScript 也能读到全部内容。检查器和搜索需要它；手工判断用的表格不需要。',
      ],
    },
    {
      id: 'not-tested',
      heading: '没有测试的',
      items: [
        '没有人用屏幕阅读器实际读过。',
        '没有在 Firefox 和 Safari 中用过。',
        '没有用过语音控制、开关设备和盲文点显器。',
      ],
    },
    {
      id: 'limits',
      heading: '已知的局限',
      items: [
        '中文页面引用的内核日志和源代码仍是英文，并标明了语言。',
        '日志里的长行在各自的框内横向滚动；选“自动换行”则折行显示。',
        '在宽屏上，页边会重复列出来源，只供眼睛看；屏幕阅读器请到来源列表中查看。',
      ],
    },
  ],
  reportHeading: '反馈障碍',
  report: '有页面用不了，就是缺陷。请在项目的 issue 里说明：哪个页面、想做什么、用的是什么。',
};

/** The texts of the accessibility statement. */
export const accessibilityTexts = (language: SiteLanguage): AccessibilityTexts =>
  language === 'zh' ? chinese : english;
