/**
 * What the checker needs most, in one line, for machines that a script cannot be brought to; `collect.sh` prints more.
 * It reads only. The kernel command line comes last and nothing is piped behind it: its output is then the exact line.
 */
export const GATHER_COMMAND = [
  "dmesg | grep 'mem auto-init'",
  'zfs version',
  'uname -a',
  'grep -H . /sys/module/zfs/parameters/zfs_dio_*',
  'cat /proc/cmdline',
].join('; ');
