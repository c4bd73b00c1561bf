import type { VerdictTexts } from './verdict-texts.ts';

/** The sentences of a verdict in English. */
export const verdictTexts: VerdictTexts = {
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
    dormant:
      'The running kernel module has this defect, but a condition that it needs is not met here, so it is not reached.',
    unknown: 'The evidence does not settle whether this system can meet the defect.',
    fixed: 'The running kernel module contains the fix.',
    'not-affected':
      'The running kernel module does not contain the defect, or this kernel or platform cannot meet it.',
  },
  outcomes: {
    'silent-corruption': 'Silent memory corruption',
    contained: 'Contained: logged, then direct writes from untouched memory fail',
    crash: 'The kernel stops or a process dies in it',
    hang: 'Processes or the machine hang',
    'wrong-data': 'Wrong data is read or written',
    'io-errors': 'I/O errors',
    'failed-requests': 'Requests fail that should succeed',
    'false-alarms': 'Errors are reported where the data is good',
    slow: 'The system is slower than it should be',
    warning: 'Warnings in the log',
    unknown: 'What it does cannot be told',
  },
  brackets: [' (', ')'],
  and: ' and ',
  grades: {
    reproduced: 'reproduced by us',
    upstream: 'said by upstream',
    source: 'read in source code',
    reported: 'reported by a user',
    inferred: 'inferred',
  },
  reasons: {
    'other-platform': 'This is {platform}. The defect can be met on {platforms} only.',
    'platform-needed': 'The defect can be met on {platforms} only. The evidence does not tell the platform.',
    'kernel-too-new': 'The kernel is {release}. From Linux {from} on the defect cannot be met: {because}',
    'kernel-too-old': 'The kernel is {release}. Before Linux {from} the defect cannot be met: {because}',
    'kernel-may-carry-it':
      'The kernel is {release}, older than Linux {from}. {because} Whether this kernel carries that change as a backport is not known.',
    'kernel-new-enough': 'The kernel is {release}. {because}',
    'kernel-needed-old':
      'The kernel release is missing. The defect can be met only before Linux {from}: {because}',
    'kernel-old-enough': 'The kernel is {release}, older than Linux {from}. {because}',
    'kernel-needed':
      'The kernel release is missing. Linux {from} or later is needed to meet the defect: {because}',
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
    'version-unsettled': 'For {version} nobody has established whether it has the defect: {because}',
    'start-not-established':
      'Where the defect begins is not established; {version} is older than the versions that are known to have it.',
    'extent-not-established': 'Which versions have this problem is not established.',
    'every-version': 'Every version known to this site has this; there is no version without it.',
    'before-introduction':
      'The history of {version} does not contain the commit that introduced the defect ({introduced}).',
    'after-fix': '{version} is at or after the fix on its line.',
    'has-defect': '{version} has the defect.',
    'lacks-fix':
      '{version} does not contain the fix. Where the defect begins is not established, so every version without the fix counts.',
    'has-follow-up': 'This problem has two defects; this is about the second.',
    'candidate-may-be-later':
      'A build made without git data prints only the version in its META file, so {version} may also be a later build that already has the fix.',
    'candidate-may-have-it':
      'A build made without git data prints only the version in its META file. {version} itself does not have the defect; later builds that print the same do.',
    'beyond-known-history':
      '{version} is newer than anything in the data of this site ({last}). Up to there the defect is not repaired; whether this build has the repair is not known.',
    'versions-conflict': 'The text has contradicting versions of the kernel module: {versions}.',
    'userland-differs': 'Userland is {userland}, the kernel module {module}. The module decides.',
    packaged:
      'The verdict is about the upstream version. The package ({packaging}) may carry backported changes; its changelog tells.',
    'direct-io-off': 'Direct I/O is off ({from}).',
    'direct-io-on': 'Direct I/O is on ({from}).',
    'direct-io-unknown': 'Whether Direct I/O is on cannot be told.',
    'some-datasets-disabled':
      'direct=disabled keeps Direct I/O from these datasets only. Any other dataset still reaches the defect.',
    'parameter-closes': '{name} is {value} ({from}), which keeps the path closed.',
    'parameter-opens': '{name} is {value} ({from}).',
    'parameter-absent': 'This version has no {name}, so nothing can be switched off with it.',
    'parameter-unknown': 'What {name} is set to cannot be told.',
    'only-configured':
      'A configuration file sets {name}. It counts from the next time the module is loaded, so it does not say what is in force now.',
    'init-on-alloc-on': 'The kernel fills memory with zeros as it is allocated ({from}).',
    'init-on-alloc-off': 'The kernel does not fill memory with zeros as it is allocated ({from}).',
    'init-on-alloc-unknown':
      'Whether the kernel fills memory with zeros as it is allocated (init_on_alloc) cannot be told.',
    'usage-decides': 'It can be met only if {when}. The evidence does not tell.',
    'usage-met': 'Here {when}.',
    'usage-not-met': 'It can be met only if {when}. The evidence says otherwise.',
    'database-uses-direct-io':
      'A database here is set to open its files with O_DIRECT ({setting}), so its writes go through Direct I/O.',
    'kernel-decides': 'The kernel is {release}. It decides what happens when the zero page is freed.',
    'kernel-missing': 'The kernel release is missing; it decides what an affected system does.',
    'page-checks-on': 'The kernel checks pages when they are freed ({from}).',
    'page-checks-off': 'The kernel does not check pages when they are freed ({from}).',
    'page-checks-unknown':
      'Whether this kernel checks pages when they are freed cannot be told from the evidence.',
    'command-line-missing':
      'The kernel command line is missing; from Linux 6.4 on it decides, together with how the kernel was built, whether freed pages are checked.',
    'command-line-malformed':
      'The kernel rejects this setting of {names} as malformed and keeps what was in force before.',
    'command-line-cut':
      'The line has {bytes} bytes. The log’s copy ends at about 1000 bytes (968 on Linux 6.1) and the kernel itself reads 2047, so a setting may be missing here.',
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
    configuration: 'from the module’s configuration',
    'version-default': 'the default of this version',
    property: 'from the dataset property',
    'by-hand': 'entered by hand',
    unknown: 'origin not known',
  },
  next: {
    'paste-module-version': 'Paste the version of the running module.',
    'paste-build-commit':
      'Find the commit that was built: run this in the source tree of the build and paste what it prints.',
    'paste-command-line': 'Paste the kernel command line.',
    'paste-boot-log': 'Paste this line of the boot log; it says what is in force.',
    'paste-kernel-release': 'Paste the kernel release.',
    'paste-kernel-build': 'Paste which system this is.',
    'paste-direct-io': 'Check whether Direct I/O is on: paste what this prints.',
    'paste-parameter': 'Check the module parameter: paste what this prints.',
    'look-for-usage': 'Look whether {when}.',
    measure: '',
    'keep-closed': 'Leave Direct I/O switched off until the upgrade (zfs_dio_enabled=0, or direct=disabled).',
    upgrade: 'Which versions to run: {fixedIn}',
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
    'count-beyond-line': 'upstream never had that many commits there, so it is a fork or a branch',
    'unknown-release': 'no such release is known',
    'newer-than-data': 'it is newer than the data of this site',
  },
};
