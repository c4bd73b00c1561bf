/** The sentences of a verdict, in both languages. `{name}` is replaced by the reason's value of that name. */
import type { NextStep, Reason, ReasonCode, Status } from '../checker/assess.ts';
import type { Origin } from '../checker/effective.ts';
import type { InputFault } from '../checker/input.ts';
import type { Outcome } from '../knowledge/problem.ts';

export type Language = 'en' | 'zh';

interface VerdictTexts {
  readonly statuses: Readonly<Record<Status, string>>;
  /** One sentence that says what the status means for this reader. */
  readonly leads: Readonly<Record<Status, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly origins: Readonly<Record<Origin | 'unknown', string>>;
  readonly next: Readonly<Record<NextStep['code'], string>>;
  readonly faults: Readonly<Record<InputFault, string>>;
  readonly platforms: Readonly<Record<string, string>>;
  /** Why a version lies outside the known history. */
  readonly outside: Readonly<Record<string, string>>;
}

const en: VerdictTexts = {
  statuses: {
    affected: 'Affected',
    dormant: 'Dormant',
    unknown: 'Unknown',
    fixed: 'Fixed',
    'not-affected': 'Not affected',
  },
  leads: {
    affected:
      'The running kernel module has this defect, and nothing in the evidence keeps it from being met.',
    dormant: 'The running kernel module has this defect, but Direct I/O is off, so its code is not reached.',
    unknown: 'The evidence does not settle whether the running kernel module has this defect.',
    fixed: 'The running kernel module contains the fix.',
    'not-affected': 'The running kernel module does not contain the defective code.',
  },
  outcomes: {
    'silent-corruption': 'Silent memory corruption',
    contained: 'Contained: logged, then direct writes fail',
    unknown: 'Cannot be told for this kernel',
  },
  reasons: {
    'other-platform': 'This is {platform}. The defective code exists on Linux only.',
    'module-missing':
      'The version of the kernel module is missing. The module decides, not userland, and the two can differ.',
    'only-mentioned':
      '{version} is named in a link, a package or a sentence. That does not say which module is running.',
    'version-ambiguous': 'The text names several versions and does not say which one is running.',
    'version-incomplete':
      '“{text}” is not a whole version. Expected something like 2.3.4-1 or 2.3.99-90_g38c0324c0f.',
    'version-outside': '{version} cannot be placed in the history of OpenZFS: {why}.',
    'version-without-count':
      '{version} does not say how many commits after {release} it was built; some builds of that line have the defect and others do not. A whole development version looks like 2.3.99-90_g38c0324c0f.',
    'before-introduction': '{version} is older than the introduction of the defect ({introduced}).',
    'after-fix': '{version} is at or after the fix on its line.',
    'has-defect': '{version} has the defect.',
    'candidate-may-be-later':
      'A build made without git data prints only the name of the last tag, so {version} may also be a later build that already has the fix.',
    'versions-conflict': 'The text has contradicting versions of the kernel module: {versions}.',
    'userland-differs': 'Userland is {userland}, the kernel module {module}. The module decides.',
    packaged:
      'The verdict is about the upstream version. The package ({packaging}) may carry backported changes; its changelog tells.',
    'direct-io-off': 'Direct I/O is off ({from}).',
    'direct-io-on': 'Direct I/O is on ({from}).',
    'direct-io-unknown': 'Whether Direct I/O is on cannot be told.',
    'some-datasets-disabled':
      'direct=disabled keeps Direct I/O from these datasets only. Any other dataset still reaches the defect.',
    'kernel-decides': 'The kernel is {release}. It decides what happens when the zero page is freed.',
    'kernel-missing': 'The kernel release is missing; it decides what an affected system does.',
    'page-checks-on': 'The kernel checks pages when they are freed ({from}).',
    'page-checks-off': 'The kernel does not check pages when they are freed ({from}).',
    'page-checks-unknown':
      'Whether this kernel checks pages when they are freed cannot be told from the evidence.',
    'command-line-missing':
      'The kernel command line is missing; on this kernel it decides whether freed pages are checked.',
    'command-line-malformed':
      'The kernel rejects this setting of {names} as malformed and keeps what was in force before.',
    'command-line-cut':
      'The line has {bytes} bytes. The log’s copy ends near 1000 bytes and the kernel itself reads 2047, so a setting may be missing here.',
    'command-line-configuration':
      'This is configuration, not what the running kernel was given. /proc/cmdline is the authority.',
    'log-against-version':
      'The log contradicts the version: {version} does not print this. The log may come from before an upgrade, or from a module that is still loaded. Leave the log out if it is from an earlier boot.',
    'signature-specific': 'The log shows what this problem prints ({signature}).',
    'signature-weak': 'The log has a line that fits ({signature}), but other faults print it too.',
  },
  origins: {
    'boot-log': 'from the boot log',
    'command-line': 'from the kernel command line',
    'distribution-default': 'the stock kernel’s default',
    'module-parameter': 'from the module parameter',
    'version-default': 'the default of this version',
    property: 'from the dataset property',
    unknown: 'origin not known',
  },
  next: {
    'paste-module-version': 'Paste the version of the running module.',
    'paste-build-commit':
      'Find the commit that was built: run this in the source tree of the build and paste what it prints.',
    'paste-command-line': 'Paste the kernel command line.',
    'paste-boot-log': 'Paste this line of the boot log; it says what is in force.',
    'paste-kernel-release': 'Paste the kernel release.',
    'paste-direct-io': 'Check that nobody switched Direct I/O on: paste what this prints.',
    measure: '',
    'keep-closed': 'Leave zfs_dio_enabled at 0 until the upgrade.',
    upgrade: 'Upgrade to a current 2.3.x or 2.4.x release.',
  },
  faults: {
    empty:
      'Nothing was pasted. Expected the output of cat /proc/cmdline and zfs version, or any log that holds them.',
    'too-long':
      'The text is longer than 1 MiB. Expected a command line, versions or an excerpt of a log; paste the part around the first error.',
    binary:
      'This is not text: it holds NUL bytes or control characters. Expected the output of a command, such as cat /proc/cmdline or zfs version.',
    'nothing-recognised':
      'Nothing in this text was recognised. Expected a kernel command line (BOOT_IMAGE=… init_on_alloc=0), a version (zfs-kmod-2.3.4-1), uname -a or lines of a kernel log.',
  },
  platforms: { linux: 'Linux', freebsd: 'FreeBSD', windows: 'Windows', macos: 'macOS' },
  outside: {
    'count-beyond-line': 'master never had that many commits on this line, so it is a fork or a branch',
    'unknown-release': 'no such release is known',
    'newer-than-data': 'it is newer than the data of this site',
  },
};

const zh: VerdictTexts = {
  statuses: {
    affected: '受影响',
    dormant: '潜伏',
    unknown: '无法判定',
    fixed: '已修复',
    'not-affected': '不受影响',
  },
  leads: {
    affected: '正在运行的内核模块带有这个缺陷，现有证据里没有任何因素能阻止它被触发。',
    dormant: '正在运行的内核模块带有这个缺陷，但直接 I/O 已关闭，走不到这段代码。',
    unknown: '现有证据不足以判定正在运行的内核模块是否带有这个缺陷。',
    fixed: '正在运行的内核模块已包含修复。',
    'not-affected': '正在运行的内核模块里没有这段有缺陷的代码。',
  },
  outcomes: {
    'silent-corruption': '静默的内存损坏',
    contained: '被拦住：写入日志，此后直接写入失败',
    unknown: '这个内核上会怎样，无法判定',
  },
  reasons: {
    'other-platform': '这是 {platform}。有缺陷的代码只存在于 Linux。',
    'module-missing': '缺少内核模块的版本。起决定作用的是内核模块而不是用户态工具，两者可能不同。',
    'only-mentioned': '{version} 出现在链接、软件包名或叙述里，说明不了正在运行的是哪个模块。',
    'version-ambiguous': '文本里有多个版本，没有说明正在运行的是哪一个。',
    'version-incomplete': '“{text}”不是完整的版本号。完整的版本号形如 2.3.4-1 或 2.3.99-90_g38c0324c0f。',
    'version-outside': '{version} 在 OpenZFS 的历史里找不到位置：{why}。',
    'version-without-count':
      '{version} 没有写明是 {release} 之后第几个提交；同一条开发线上有的构建带缺陷，有的不带。完整的开发版版本号形如 2.3.99-90_g38c0324c0f。',
    'before-introduction': '{version} 早于缺陷引入的位置（{introduced}）。',
    'after-fix': '{version} 位于所在分支的修复处或修复之后。',
    'has-defect': '{version} 带有这个缺陷。',
    'candidate-may-be-later':
      '没有 git 信息的构建只会打印上一个标签的名字，所以 {version} 也可能是更晚、已含修复的构建。',
    'versions-conflict': '文本里的内核模块版本互相矛盾：{versions}。',
    'userland-differs': '用户态工具是 {userland}，内核模块是 {module}。以内核模块为准。',
    packaged: '本判定针对上游版本。这个软件包（{packaging}）可能带有回移的改动，请查看它的变更日志。',
    'direct-io-off': '直接 I/O 处于关闭状态（{from}）。',
    'direct-io-on': '直接 I/O 处于开启状态（{from}）。',
    'direct-io-unknown': '无法判定直接 I/O 是否开启。',
    'some-datasets-disabled':
      'direct=disabled 只对这些数据集关闭了直接 I/O，其他数据集仍会走到有缺陷的代码。',
    'kernel-decides': '内核是 {release}。零页被释放后会怎样，由内核决定。',
    'kernel-missing': '缺少内核版本；受影响的系统会怎样，由内核决定。',
    'page-checks-on': '内核在释放页面时会做检查（{from}）。',
    'page-checks-off': '内核在释放页面时不做检查（{from}）。',
    'page-checks-unknown': '现有证据无法判定这个内核在释放页面时是否做检查。',
    'command-line-missing': '缺少内核命令行；在这个内核上，释放页面时是否检查由它决定。',
    'command-line-malformed': '内核认为 {names} 的这个写法格式错误，保持此前的状态不变。',
    'command-line-cut':
      '这一行有 {bytes} 字节。日志里的副本在约 1000 字节处截断，内核自己读取 2047 字节，因此这里可能缺少某个设置。',
    'command-line-configuration': '这是配置文件，不是正在运行的内核实际拿到的命令行。以 /proc/cmdline 为准。',
    'log-against-version':
      '日志与版本矛盾：{version} 不会打印这些内容。日志可能来自升级之前，或来自仍在运行的旧模块。如果日志属于以前某次开机，请去掉它再试。',
    'signature-specific': '日志里有这个问题特有的输出（{signature}）。',
    'signature-weak': '日志里有一行吻合（{signature}），但别的故障也会打印它。',
  },
  origins: {
    'boot-log': '来自启动日志',
    'command-line': '来自内核命令行',
    'distribution-default': '发行版内核的默认值',
    'module-parameter': '来自模块参数',
    'version-default': '该版本的默认行为',
    property: '来自数据集属性',
    unknown: '来源不明',
  },
  next: {
    'paste-module-version': '请粘贴正在运行的内核模块版本。',
    'paste-build-commit': '请查明构建所用的提交：在构建用的源代码目录里运行这条命令，粘贴它的输出。',
    'paste-command-line': '请粘贴内核命令行。',
    'paste-boot-log': '请粘贴启动日志里的这一行，它写明了实际生效的状态。',
    'paste-kernel-release': '请粘贴内核版本。',
    'paste-direct-io': '请确认没有人手工开启直接 I/O：粘贴这条命令的输出。',
    measure: '',
    'keep-closed': '升级之前让 zfs_dio_enabled 保持为 0。',
    upgrade: '升级到当前的 2.3.x 或 2.4.x 正式版。',
  },
  faults: {
    empty: '没有粘贴任何内容。这里需要 cat /proc/cmdline 和 zfs version 的输出，或包含它们的日志。',
    'too-long': '文本超过 1 MiB。这里需要命令行、版本或一段日志；请只粘贴第一个错误前后的部分。',
    binary:
      '这不是文本：里面有 NUL 字节或控制字符。这里需要某条命令的输出，例如 cat /proc/cmdline 或 zfs version。',
    'nothing-recognised':
      '没有从这段文本里识别出任何内容。这里需要内核命令行（BOOT_IMAGE=… init_on_alloc=0）、版本（zfs-kmod-2.3.4-1）、uname -a 或内核日志。',
  },
  platforms: { linux: 'Linux', freebsd: 'FreeBSD', windows: 'Windows', macos: 'macOS' },
  outside: {
    'count-beyond-line': 'master 的这条开发线上从没有过这么多提交，应当是某个分叉或分支',
    'unknown-release': '没有这样的正式版本',
    'newer-than-data': '它比本站的数据更新',
  },
};

export const VERDICT_TEXTS: Readonly<Record<Language, VerdictTexts>> = { en, zh };

/** Values that are codes themselves, and the table that words them. */
function wordValue(name: string, value: string, texts: VerdictTexts): string {
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    from: texts.origins,
    why: texts.outside,
    platform: texts.platforms,
  };
  return tables[name]?.[value] ?? value;
}

/**
 * One reason as a sentence.
 * @param reason from an assessment
 * @param language of the sentence; pasted text stays as it is
 */
export function describeReason({ code, values }: Reason, language: Language): string {
  const texts = VERDICT_TEXTS[language];
  return texts.reasons[code].replace(/\{(\w+)\}/g, (_, name: string) =>
    wordValue(name, values[name] ?? '', texts),
  );
}
