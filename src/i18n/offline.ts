/** The texts of the page about offline use. */
import type { ONE_FILE_EDITIONS } from '../offline/downloads.ts';
import type { SiteLanguage } from '../paths.ts';

type Edition = (typeof ONE_FILE_EDITIONS)[number];

const english = {
  title: 'Offline use',
  description:
    'Read these notes, check a system and search without a network: from a browser that was here once, from one file on a USB stick, or from an archive with a web server.',
  heading: 'Without a network',
  lead: 'Three ways to have all of these notes, the checker and the search at hand when the network or the server is down. Prepare one of them beforehand.',
  notSaved: 'This address is not saved',
  notHere:
    'The server cannot be reached, and the address that you opened is not among what this browser has saved. What is saved opens as usual, and the search finds it.',
  search: 'Search the notes',

  browserHeading: 'A browser that was here once',
  browserText:
    'After the first visit to any page the browser fetches everything in that page’s language in the background: all pages, the checker, the search. From then on every address of the site opens without a network, in this browser on this device.',
  needsScript: 'Saving needs JavaScript. The files below do not.',
  takes: (saved: string, sent: string) => `Takes ${saved} on the device; about ${sent} to download.`,
  save: 'Save',
  remove: 'Remove',
  progress: (language: string) => `Saving: ${language}`,
  updates:
    'A saved page stays as it was until a new version of the site has been fetched whole; then a notice asks before it changes. Where every tab of the site is closed, the next visit opens the new version.',
  limits:
    'A copy in a browser is a convenience, not a backup. Private windows forget it when they are closed, a browser may delete it when space gets short, and Safari does after seven days of use without a visit to the site.',
  limitsSource: 'Safari’s rule, in WebKit’s words.',
  off: 'Saving in the browser is switched off at present; what was saved has been removed. Take one of the files below.',
  archived:
    'This copy of the site comes from the archive. It lies on a server of yours and needs no saving, so that it leaves nothing in the browser. The downloads are where the archive came from.',

  fileHeading: 'One file on a USB stick',
  fileText:
    'All notes with the checker and a search, in one HTML file. It opens from the disk in any browser, with no server and no network; reading needs no JavaScript.',
  editions: {
    'openzfs-problem-notes.en.html': 'English',
    'openzfs-problem-notes.zh.html': 'Chinese',
    'openzfs-problem-notes.html': 'both languages',
  } satisfies Record<Edition, string>,

  archiveHeading: 'An archive with a web server',
  archiveText:
    'The whole site as files, for a network without access to the internet. It needs a web server, since browsers load neither the checker nor the search of a page that was opened as a file. Python brings one:',
  archiveOpen: (address: string) => `Then open ${address} in a browser.`,
  archiveRoot: (base: string) =>
    `The unpacked folder may lie anywhere. The folder “site” must be the root of the server: links begin with “${base}”, so from a sub-folder of another site they lead nowhere.`,
  archiveName: 'The site as a ZIP archive',

  terminalHeading: 'A terminal without a browser',
  terminalText:
    'Every problem is also a plain text of 78 columns. The pages themselves can be read in w3m and lynx.',

  checksumsHeading: 'Checksums',
  checksumsText: (file: string) =>
    `${file} lists the SHA-256 sums of all downloads. In the folder with both:`,
  sha256: 'SHA-256',
};

export type OfflineTexts = typeof english;

const chinese: OfflineTexts = {
  title: '离线使用',
  description:
    '没有网络也能阅读札记、检查系统、搜索：用访问过本站的浏览器，用 U 盘里的一个文件，或用压缩包加一个 Web 服务器。',
  heading: '没有网络的时候',
  lead: '网络断了、服务器停了，也能用上全部札记、检查器和搜索。办法有三种，请事先备好一种。',
  notSaved: '这个地址没有保存',
  notHere:
    '现在连不上服务器，要打开的地址也不在这个浏览器保存的内容里。已经保存的页面照常打开，搜索也照常可用。',
  search: '搜索札记',

  browserHeading: '访问过本站的浏览器',
  browserText:
    '只要打开过任意一页，浏览器就会在后台取回该语言的全部内容：所有页面、检查器和搜索。之后即使没有网络，在这台设备的这个浏览器里，站内任何地址都能打开。',
  needsScript: '保存到浏览器需要 JavaScript；下面的文件则不需要。',
  takes: (saved, sent) => `在设备上占用 ${saved}，下载约 ${sent}。`,
  save: '保存',
  remove: '删除',
  progress: (language) => `正在保存：${language}`,
  updates:
    '已保存的页面会保持原样；网站的新版本完整取回之后，页面上会先询问，再切换过去。如果本站的标签页都已关闭，下次访问打开的就是新版本。',
  limits:
    '浏览器里的副本只是图个方便，不能当作备份：无痕窗口一关就没了；空间紧张时浏览器可能会删掉它；使用 Safari 时，连续七天没有访问本站，副本也会被删除。',
  limitsSource: 'Safari 的规定见 WebKit 的说明。',
  off: '目前已停用保存到浏览器的功能，此前保存的内容已经删除。请使用下面的文件。',
  archived:
    '这是压缩包里的副本，由自己的服务器提供，无需再保存，也不会在浏览器里留下什么。下载文件请到取得压缩包的地方。',

  fileHeading: 'U 盘里的一个文件',
  fileText:
    '全部札记连同检查器和搜索，都在一个 HTML 文件里。用任何浏览器从磁盘打开即可，不需要服务器，也不需要网络；单纯阅读不需要 JavaScript。',
  editions: {
    'openzfs-problem-notes.en.html': '英文版',
    'openzfs-problem-notes.zh.html': '中文版',
    'openzfs-problem-notes.html': '中英双语版',
  },

  archiveHeading: '压缩包加 Web 服务器',
  archiveText:
    '以文件形式提供的整个网站，适合连不上互联网的内网。它需要一个 Web 服务器，因为直接以文件方式打开页面时，浏览器不会载入检查器和搜索。Python 自带服务器：',
  archiveOpen: (address) => `然后用浏览器打开 ${address}。`,
  archiveRoot: (base) =>
    `解压后的文件夹放在哪里都可以，但其中的“site”必须是服务器的根目录：站内链接都以“${base}”开头，放进其他网站的子目录，链接就会失效。`,
  archiveName: '整个网站的 ZIP 压缩包',

  terminalHeading: '没有浏览器的终端',
  terminalText: '每个问题都另有一份纯文本，每行不超过 78 列。各个页面也可以用 w3m、lynx 阅读。',

  checksumsHeading: '校验和',
  checksumsText: (file) =>
    `${file} 列出了全部下载文件的 SHA-256 校验和。把它和下载的文件放在同一个文件夹里，运行：`,
  sha256: 'SHA-256',
};

/** The texts of the page in one language. */
export const offlineTexts = (language: SiteLanguage): OfflineTexts =>
  ({ en: english, zh: chinese })[language];
