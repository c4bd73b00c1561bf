/** One line that prints everything the checker asks for. It reads only, and what is missing it leaves out. */
export const GATHER_COMMAND = [
  'uname -a',
  'grep -H . /proc/cmdline /sys/module/zfs/version /sys/module/zfs/parameters/zfs_dio_enabled',
  'zfs version',
  'zfs get -t filesystem direct',
  "dmesg | grep -E 'mem auto-init|Malformed early option|Bad page state|gup\\.c'",
].join('; ');
