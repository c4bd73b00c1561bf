/** What a verdict is made of: reasons, each with a code for its sentence and the text it rests on, and next steps. */
import type { Evidence, Platform } from './types.ts';

/** One reason of a verdict: a code that names the rule, values for its sentence, and the text it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

export type ReasonCode =
  | 'other-platform'
  | 'platform-needed'
  | 'kernel-too-old'
  | 'kernel-too-new'
  | 'kernel-may-carry-it'
  | 'kernel-new-enough'
  | 'kernel-needed'
  | 'kernel-needed-old'
  | 'kernel-old-enough'
  | 'module-missing'
  | 'only-mentioned'
  | 'version-ambiguous'
  | 'version-incomplete'
  | 'version-outside'
  | 'version-without-count'
  | 'version-unsettled'
  | 'start-not-established'
  | 'extent-not-established'
  | 'every-version'
  | 'before-introduction'
  | 'after-fix'
  | 'has-defect'
  | 'lacks-fix'
  | 'has-follow-up'
  | 'candidate-may-be-later'
  | 'candidate-may-have-it'
  | 'beyond-known-history'
  | 'versions-conflict'
  | 'userland-differs'
  | 'packaged'
  | 'direct-io-off'
  | 'direct-io-on'
  | 'direct-io-unknown'
  | 'some-datasets-disabled'
  | 'database-uses-direct-io'
  | 'parameter-closes'
  | 'parameter-opens'
  | 'parameter-absent'
  | 'parameter-unknown'
  | 'only-configured'
  | 'init-on-alloc-on'
  | 'init-on-alloc-off'
  | 'init-on-alloc-unknown'
  | 'usage-decides'
  | 'usage-met'
  | 'usage-not-met'
  | 'kernel-decides'
  | 'kernel-missing'
  | 'page-checks-on'
  | 'page-checks-off'
  | 'page-checks-unknown'
  | 'command-line-missing'
  | 'command-line-malformed'
  | 'command-line-cut'
  | 'command-line-configuration'
  | 'log-against-version'
  | 'signature-specific'
  | 'signature-weak';

/** What to do or to paste next. `command` is for a shell; null where words are all there is. */
export interface NextStep {
  readonly code:
    | 'paste-module-version'
    | 'paste-build-commit'
    | 'paste-command-line'
    | 'paste-boot-log'
    | 'paste-kernel-release'
    | 'paste-kernel-build'
    | 'paste-direct-io'
    | 'paste-parameter'
    | 'look-for-usage'
    | 'measure'
    | 'keep-closed'
    | 'upgrade';
  /** The measure's id, for `measure`; the condition's id, for `look-for-usage`. */
  readonly measure: string | null;
  readonly command: string | null;
}

/** A reason; pieces of evidence that are null are left out. */
export const reason = (
  code: ReasonCode,
  values: Record<string, string> = {},
  ...evidence: readonly (Evidence | null)[]
): Reason => ({ code, values, evidence: evidence.filter((piece) => piece !== null) });

/** A next step. */
export const step = (
  code: NextStep['code'],
  command: string | null = null,
  measure: string | null = null,
): NextStep => ({ code, measure, command });

export const PASTE_MODULE_VERSION = step('paste-module-version', 'cat /sys/module/zfs/version');
export const PASTE_COMMAND_LINE = step('paste-command-line', 'cat /proc/cmdline');
export const PASTE_BOOT_LOG = step('paste-boot-log', "dmesg | grep 'mem auto-init'");
export const PASTE_KERNEL_RELEASE = step('paste-kernel-release', 'uname -r');
export const PASTE_KERNEL_BUILD = step('paste-kernel-build', 'uname -a');
/** The command that prints a parameter of the zfs module; FreeBSD has it as a sysctl. */
export const showParameter = (name: string, platform: Platform | null): string =>
  platform === 'freebsd'
    ? `sysctl ${name.replace(/^zfs_/, 'vfs.zfs.')}`
    : `cat /sys/module/zfs/parameters/${name}`;
export const pasteDirectIo = (platform: Platform | null): NextStep =>
  step('paste-direct-io', showParameter('zfs_dio_enabled', platform));
export const PASTE_BUILD_COMMIT = step('paste-build-commit', "git describe --long --match 'zfs-*'");

/** Whether a step asks for more evidence, as opposed to something to do. */
export const isQuestion = ({ code }: NextStep): boolean =>
  code.startsWith('paste-') || code === 'look-for-usage';

/** The steps without repetitions, in order. */
export const uniqueSteps = (steps: readonly NextStep[]): NextStep[] =>
  steps.filter(
    (one, index) =>
      steps.findIndex(
        ({ code, measure, command }) =>
          code === one.code && measure === one.measure && command === one.command,
      ) === index,
  );
