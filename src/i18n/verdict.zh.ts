import type { VerdictTexts } from './verdict-texts.ts';

/** The sentences of a verdict in Chinese. */
export const verdictTexts: VerdictTexts = {
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
    unknown: '现有证据不足以判定这台机器是否会触发这个缺陷。',
    fixed: '正在运行的内核模块已包含修复。',
    'not-affected': '正在运行的内核模块里没有这段有缺陷的代码，或所在平台用不到它。',
  },
  outcomes: {
    'silent-corruption': '静默的内存损坏',
    contained: '被拦下：写入日志，此后用未写过的内存做的直接写入失败',
    unknown: '这个内核上会怎样，无法判定',
  },
  brackets: ['（', '）'],
  grades: {
    reproduced: '我们复现过',
    upstream: '上游说明',
    source: '读源代码得出',
    reported: '用户报告',
    inferred: '推断',
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
    'before-introduction': '{version} 的提交历史里没有引入这个缺陷的提交（{introduced}）。',
    'after-fix': '{version} 位于所在分支的修复处或修复之后。',
    'has-defect': '{version} 带有这个缺陷。',
    'candidate-may-be-later':
      '没有 git 信息的构建只会打印 META 文件里的版本号，所以 {version} 也可能是更晚、已含修复的构建。',
    'versions-conflict': '文本里的内核模块版本互相矛盾：{versions}。',
    'userland-differs': '用户态工具是 {userland}，内核模块是 {module}。以内核模块为准。',
    packaged: '本判定针对上游版本。这个软件包（{packaging}）可能带有回移的改动，请查看它的变更日志。',
    'direct-io-off': '直接 I/O 处于关闭状态（{from}）。',
    'direct-io-on': '直接 I/O 处于开启状态（{from}）。',
    'direct-io-unknown': '无法判定直接 I/O 是否开启。',
    'some-datasets-disabled':
      'direct=disabled 只对这些数据集关闭了直接 I/O，其他数据集仍会走到有缺陷的代码。',
    'database-uses-direct-io': '这里的数据库设置为用 O_DIRECT 打开文件（{setting}），它的写入会走直接 I/O。',
    'kernel-decides': '内核是 {release}。零页被释放后会怎样，由内核决定。',
    'kernel-missing': '缺少内核版本；受影响的系统会怎样，由内核决定。',
    'page-checks-on': '内核在释放页面时会做检查（{from}）。',
    'page-checks-off': '内核在释放页面时不做检查（{from}）。',
    'page-checks-unknown': '现有证据无法判定这个内核在释放页面时是否做检查。',
    'command-line-missing':
      '缺少内核命令行；从 Linux 6.4 起，释放页面时是否检查由它和内核的构建选项共同决定。',
    'command-line-malformed': '内核认为 {names} 的这个写法格式错误，保持此前的状态不变。',
    'command-line-cut':
      '这一行有 {bytes} 字节。日志里的副本在约 1000 字节处（Linux 6.1 为 968 字节）截断，内核自己读取 2047 字节，因此这里可能缺少某个设置。',
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
    'version-default': '该版本的默认值',
    property: '来自数据集属性',
    'by-hand': '手工填写',
    unknown: '来源不明',
  },
  next: {
    'paste-module-version': '请粘贴正在运行的内核模块版本。',
    'paste-build-commit': '请查明构建所用的提交：在构建用的源代码目录里运行这条命令，粘贴它的输出。',
    'paste-command-line': '请粘贴内核命令行。',
    'paste-boot-log': '请粘贴启动日志里的这一行，它写明了实际生效的状态。',
    'paste-kernel-release': '请粘贴内核版本。',
    'paste-direct-io': '请确认直接 I/O 是否开启：粘贴这条命令的输出。',
    measure: '',
    'keep-closed': '升级之前保持直接 I/O 关闭（zfs_dio_enabled=0 或 direct=disabled）。',
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
    'count-beyond-line': '上游在那里从没有过这么多提交，应当是某个分叉或分支',
    'unknown-release': '未见过这样的版本',
    'newer-than-data': '它比本站的数据更新',
  },
};
