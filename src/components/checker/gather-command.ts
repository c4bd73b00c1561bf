/**
 * What the checker needs most, in one line, for machines that a script cannot be brought to; `collect.sh` prints more.
 * It reads only, and prints every module parameter that a condition of a problem asks for. The kernel command line comes last and nothing is piped behind it: its output is then the exact line.
 */
export const GATHER_COMMAND = [
  "dmesg | grep 'mem auto-init'",
  'zfs version',
  'uname -a',
  "grep -rs . /sys/module/zfs/parameters | grep -E 'dio|bclone|shrinker'",
  'cat /proc/cmdline',
].join('; ');
