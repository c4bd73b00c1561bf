/** The texts around the script that gathers everything the checker reads. */
import type { Language } from './verdict-texts.ts';

const en = {
  lead: 'Or let a script gather everything. It only reads, needs no root, and says what it could not get.',
  paste: 'Paste everything it prints into the checker.',
  root: 'As root it also gets the kernel log where a system hides that from users.',
  summary: (lines: number) => `Read the script first (${lines} lines)`,
  download: 'Download collect.sh',
  names: 'It prints the names of this host, of its pools and devices, and of datasets that set direct.',
};

type CollectTexts = typeof en;

const zh: CollectTexts = {
  lead: '也可以让一个脚本把所需的信息一次收集齐。它只读取，不需要 root，取不到的会写明。',
  paste: '把它的全部输出粘贴到检查器里。',
  root: '有些系统不让普通用户看内核日志，以 root 运行就能取到。',
  summary: (lines) => `先读一读脚本（${lines} 行）`,
  download: '下载 collect.sh',
  names: '输出里有本机的主机名、存储池和设备的名称，以及设置了 direct 的数据集的名称。',
};

export const COLLECT_TEXTS: Readonly<Record<Language, CollectTexts>> = { en, zh };
