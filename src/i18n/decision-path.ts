/** The texts of the decision path that does the checker's work without JavaScript. */
import type { Language } from './verdict-texts.ts';

const en = {
  caption: 'The same rules by hand: at each question the first line that fits counts',
  colon: ': ',
  module: 'The running kernel module',
  hasDefect: 'It has the defect, and',
  kernel: 'The running kernel is',
  cannotTell: 'Cannot be told',
  whatToDo: 'What to do',
  inDoubt: 'In doubt: what to do',
  otherwise: 'or ',
  anythingElse: 'it is none of these',
  platform: (names: string) => `is not on ${names}`,
  noCount: (tags: readonly string[]) =>
    `names a build of ${tags.join(' or ')} without a commit count and a hash, such as ${tags.at(-1)}-1`,
  bareCandidate: (tag: string) =>
    `prints ${tag} and no commit count: without git data later builds, which have the defect, print the same`,
  neverUpstream: 'is a version that upstream never had, or one newer than these data',
  master: (from: string, until: string) => `is a build of master from ${from} up to, not including, ${until}`,
  line: (from: string, until: string) => `is ${from} or a later build before ${until} on its release branch`,
  afterMaster: (place: string) => `is ${place} or a later build of master`,
  afterLine: (place: string, line: string) => `is ${place} or later on the ${line} branch`,
  later: (line: string) => `is a release or candidate of a line newer than ${line}`,
  before: (place: string) => `comes before ${place} on master, or is of an older release line`,
  lineOpen: (from: string, line: string) => `is ${from} or anything later on the ${line} branch`,
  beforeOnLine: (place: string, line: string) => `comes before ${place} on the ${line} branch`,
  unsettled: (line: string, from: string | null, until: string | null) => {
    const where = line === 'master' ? 'of master' : `of the ${line} branch`;
    const begin = from === null ? '' : ` from ${from} on`;
    const end = until === null ? '' : ` before ${until}`;
    return `is any other build ${where}${begin}${end}; nobody has established it for these`;
  },
  olderKernel: (from: string) => `runs on a kernel older than Linux ${from}`,
  newerKernel: (until: string) => `runs on Linux ${until} or later`,
  parameterZero: (name: string) => `${name} is 0`,
  parameterNotZero: (name: string) => `${name} is not 0`,
  initOnAllocOn: 'init_on_alloc is on',
  initOnAllocOff: 'init_on_alloc is off',
  notSo: (clause: string) => `not: ${clause}`,
  and: ' and ',
  or: ' or ',
  dioOn: 'zfs_dio_enabled is 1',
  dioOff: 'zfs_dio_enabled is 0',
  vendor: 'of EL7, EL8 or EL9 (Oracle UEK too), or a SLE or Leap kernel of 5.x or older (vendor backports)',
  debugVm: 'built with CONFIG_DEBUG_VM',
  range: (from: string, until: string) => `Linux ${from} up to, not including, ${until}`,
  from: (from: string) => `Linux ${from} and later`,
  checksOn: 'with init_on_alloc, init_on_free or a working page_poison on (from 6.19 also check_pages)',
  checksOff: 'with all of these, and debug_pagealloc, off',
  unlessDebugged: 'whatever init_on_alloc, init_on_free and page_poison say, without debug_pagealloc on',
  otherKernel: 'any other',
};

const zh: typeof en = {
  caption: '同样的规则，供手工判断：每一问都以第一条符合的为准',
  colon: '：',
  module: '正在运行的内核模块',
  hasDefect: '有缺陷，并且',
  kernel: '正在运行的内核',
  cannotTell: '无法判定',
  whatToDo: '现在怎么办',
  inDoubt: '拿不准时怎么办',
  otherwise: '或者',
  anythingElse: '不属于以上情况',
  platform: (names) => `不在 ${names} 上运行`,
  noCount: (tags) => `是 ${tags.join(' 或 ')} 的构建，但没有写提交数和哈希，例如 ${tags.at(-1)}-1`,
  bareCandidate: (tag) => `只打印 ${tag}，没有提交数：没有 git 信息时，更晚、带有缺陷的构建也这样打印`,
  neverUpstream: '是上游从未有过的版本，或比这里的数据更新的版本',
  master: (from, until) => `是 master 上从 ${from} 起、${until} 之前的构建`,
  line: (from, until) => `是 ${from}，或它所在发布分支上 ${until} 之前的后续构建`,
  afterMaster: (place) => `是 master 上 ${place} 或更晚的构建`,
  afterLine: (place, line) => `是 ${line} 分支上 ${place} 或更晚的版本`,
  later: (line) => `是比 ${line} 更新的系列的正式版或候选版`,
  before: (place) => `在 master 上早于 ${place}，或属于更老的系列`,
  lineOpen: (from, line) => `是 ${from}，或 ${line} 分支上任何更晚的版本`,
  beforeOnLine: (place, line) => `在 ${line} 分支上早于 ${place}`,
  unsettled: (line, from, until) => {
    const where = line === 'master' ? 'master 上' : `${line} 分支上`;
    const begin = from === null ? '' : `从 ${from} 起、`;
    const end = until === null ? '' : `${until} 之前的`;
    return `是 ${where}${begin}${end}其他构建，这些构建尚无定论`;
  },
  olderKernel: (from) => `运行在早于 Linux ${from} 的内核上`,
  newerKernel: (until) => `运行在 Linux ${until} 或更新的内核上`,
  parameterZero: (name) => `${name} 为 0`,
  parameterNotZero: (name) => `${name} 不为 0`,
  initOnAllocOn: 'init_on_alloc 开启',
  initOnAllocOff: 'init_on_alloc 关闭',
  notSo: (clause) => `不满足：${clause}`,
  and: '，并且 ',
  or: '，或 ',
  dioOn: 'zfs_dio_enabled 为 1',
  dioOff: 'zfs_dio_enabled 为 0',
  vendor: 'EL7、EL8、EL9（含 Oracle UEK），或 SLE、Leap 的 5.x 及更早的内核（厂商回移）',
  debugVm: '以 CONFIG_DEBUG_VM 构建',
  range: (from, until) => `Linux ${from} 起、${until} 之前`,
  from: (from) => `Linux ${from} 及以后`,
  checksOn: 'init_on_alloc、init_on_free 或有效的 page_poison 至少一个开启（6.19 起还有 check_pages）',
  checksOff: '以上以及 debug_pagealloc 全部关闭',
  unlessDebugged: 'init_on_alloc、init_on_free、page_poison 怎么设都一样，debug_pagealloc 未开启',
  otherKernel: '其他',
};

export const DECISION_PATH_TEXTS: Readonly<Record<Language, typeof en>> = { en, zh };

export type PathTexts = typeof en;
