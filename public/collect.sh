#!/bin/sh
# Prints what the checker of OpenZFS Problem Notes reads. Run it with: sh collect.sh
# It only reads: it writes no file, sends nothing, and needs no root. What it cannot get it says in brackets.
#
# Every section begins with a line "== label ==", always in this order:
#   uname -a
#   /etc/os-release
#   cat /proc/cmdline
#   cat /sys/module/zfs/version
#   parameters                       of the module: those that decide about a problem, as they are now
#   modprobe.d                       "options" lines for zfs and spl, with the file they are in
#   modinfo zfs                      the module on disk
#   swap
#   lsblk -o NAME,TYPE,FSTYPE
#   losetup                          loop devices: direct mode, number of the device with the file; no paths
#   kernel log: boot                 how memory is initialised, refused options, the module's own line
#   kernel log: reports              faults and hung tasks: each with the 40 lines that follow
#   my.cnf                           how MySQL or MariaDB flushes
#   zfs version
#   zfs get direct                   where it is not "standard"
#   zfs get encryption,dedup         how many filesystems and volumes have which; no names
#   zpool get feature@block_cloning
#   zpool list -v                    sizes of pools and devices
#   zpool status                     with the Direct I/O error counts where this version has them
#   zpool events                     direct reads and writes that failed verification
#   end
# The last eight talk to OpenZFS and may hang on a sick system: what stands above is printed by then.

set -u
LC_ALL=C
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin
export LC_ALL PATH

as_root='; root may get it'
[ "$(id -u)" = 0 ] && as_root=''

section() { printf '\n== %s ==\n' "$1"; }
say() { printf '(%s)\n' "$1"; }

# Whether there is such a command; says so if not.
have() {
  command -v "$1" >/dev/null 2>&1 && return
  say "no command $1"
  return 1
}

# Prints a file.
show() {
  if [ -r "$1" ]; then
    cat "$1" 2>/dev/null || say "cannot read $1$as_root"
  elif [ -e "$1" ]; then
    say "cannot read $1$as_root"
  else
    say "no $1"
  fi
}

# Prints the lines with the pattern $1, each after the name of its file; $2 says that there are none.
lines() {
  pattern=$1
  none=$2
  shift 2
  for file in "$@"; do
    [ -e "$file" ] && [ ! -r "$file" ] && say "cannot read $file$as_root"
  done
  # With one file missing grep fails, whatever it found in the others.
  found=$(grep -E "$pattern" /dev/null "$@" 2>/dev/null)
  if [ "$found" ]; then printf '%s\n' "$found"; else say "$none"; fi
}

# Prints at most $1 lines of what it reads, and how many it left out; $2 says that there are none.
most() {
  awk -v most="$1" -v none="$2" '
    NR <= most
    END { if (most < NR) print "(" (NR - most) " more lines left out)"; else if (!NR) print "(" none ")" }'
}

log() {
  case $1 in
    dmesg) dmesg ;;
    journal) journalctl -k -q --no-pager ;;
  esac 2>/dev/null
}

# Sets "source" to the first log that has the pattern $1.
find_log() {
  for source in dmesg journal; do
    log "$source" | grep -Eq "$1" && return
  done
  return 1
}

printf 'OpenZFS Problem Notes, collect.sh, format 1\n'
printf 'Names of hosts, pools, datasets and devices are printed. The checker hides them in its report.\n'
[ "$as_root" ] && printf 'Run without root.\n'

section 'uname -a'
have uname && uname -a

section '/etc/os-release'
if [ -r /etc/os-release ]; then
  grep -E '^(ID|VERSION_ID|PRETTY_NAME)=' /etc/os-release
else
  show /etc/os-release
fi

section 'cat /proc/cmdline'
show /proc/cmdline

section 'cat /sys/module/zfs/version'
show /sys/module/zfs/version

section 'parameters'
for name in zfs_dio_enabled zfs_dio_strict zfs_dio_write_verify_events_per_second zfs_bclone_enabled \
  zfs_dmu_offset_next_sync zfs_arc_shrinker_limit zfs_arc_pc_percent zfs_vdev_disk_classic \
  zfs_vdev_aggregation_limit zfs_vdev_aggregation_limit_non_rotating; do
  if [ -d /sys/module ]; then
    lines . "no $name" "/sys/module/zfs/parameters/$name"
  else # FreeBSD
    sysctl "vfs.zfs.${name#zfs_}" 2>/dev/null || say "no $name"
  fi
done

section 'modprobe.d'
lines '^[[:space:]]*options[[:space:]]+(zfs|spl)[[:space:]]' 'no options for zfs or spl' \
  /etc/modprobe.d/*.conf /run/modprobe.d/*.conf /usr/local/lib/modprobe.d/*.conf /lib/modprobe.d/*.conf

section 'modinfo zfs'
if have modinfo; then
  modinfo zfs 2>/dev/null | grep -E '^(filename|version|vermagic):' || say 'no module on disk'
fi

section 'swap'
if [ -r /proc/swaps ]; then show /proc/swaps; elif have swapinfo; then swapinfo 2>&1; fi

section 'lsblk -o NAME,TYPE,FSTYPE'
have lsblk && lsblk -o NAME,TYPE,FSTYPE 2>&1 | most 300 'no devices'

section 'losetup'
have losetup && losetup -n -O NAME,DIO,BACK-MAJ:MIN 2>&1 | most 100 'no loop devices'

section 'kernel log: boot'
boot='mem auto-init|Malformed early option|Linux version|ZFS: Loaded module'
whole=''
if find_log 'Linux version'; then
  whole=$source
  log "$source" | grep -E "$boot"
elif find_log .; then
  log "$source" | grep -E "$boot"
  say "no line of Linux's start in it$as_root"
else
  say "cannot read it$as_root"
fi

section 'kernel log: reports'
reports='BUG: [^ ]*( [^ ]+)?( [^ ]+)?|WARNING: |WARNING: .*(try_grab_|writeback_iter)|kernel BUG at|VERIFY|PANIC at'
reports="$reports|#PF: |general protection fault|usercopy: |use-after-free in|Unexpected gfp|invoked oom-killer"
reports="$reports|blocked for more than|task (zvol_tq|kswapd)"
frames='kswapd|folio_wait_writeback|arc_buf_size|cv_wait_common|zfs_rangelock_enter_impl'
single='zio pool=|segfault at|exited with'
if [ "$whole" ] || find_log "$reports|$frames|$single"; then
  log "${whole:-$source}" | awk -v reports="$reports" -v frames="$frames" -v single="$single" '
    # Whether the line begins one of the first ten of its kind.
    function begins(pattern) {
      return match($0, pattern) && ++seen[substr($0, RSTART, RLENGTH)] <= 10
    }
    function put(line) {
      if (++printed > 500) { cut++; return }
      if (gap && printed > 1) print "(lines left out)"
      gap = 0
      print line
    }
    $0 ~ reports || (!left && $0 ~ frames) {
      if (begins(reports "|" frames)) {
        if (!left && before ~ /cut here/) put(before)
        left = 41
      } else if (!left) skipped++
    }
    !left && $0 ~ single { if (begins(single)) left = 1; else skipped++ }
    { if (left) { left--; put($0) } else gap = 1 }
    /---\[ end trace/ { left = 0 }
    { before = $0 }
    END {
      if (skipped) print "(" skipped " more of these left out)"
      if (cut) print "(" cut " more lines left out)"
      if (!printed) print "(none)"
    }'
elif find_log .; then
  say 'none'
else
  say "cannot read it$as_root"
fi

section 'my.cnf'
lines '^[[:space:]]*innodb[-_](flush[-_]method|use[-_]native[-_]aio)' 'no flush settings' \
  /etc/my.cnf /etc/my.cnf.d/*.cnf /etc/mysql/my.cnf /etc/mysql/*.conf.d/*.cnf /etc/mysql/conf.d/*.cnf \
  /usr/local/etc/mysql/my.cnf /usr/local/etc/mysql/conf.d/*.cnf

section 'zfs version'
have zfs && zfs version 2>&1

section 'zfs get direct'
have zfs && zfs get -H -o name,property,value,source -t filesystem direct 2>&1 | awk -F '\t' '
  $3 != "standard"
  $3 == "standard" { standard++ }
  END { if (standard) print "(" standard " with the value standard)" }' | most 300 'no filesystems'

section 'zfs get encryption,dedup'
have zfs && zfs get -H -o property,value -t filesystem,volume encryption,dedup 2>&1 | awk -F '\t' '
  $1 == "encryption" { encryption = $2; next }
  $1 == "dedup" { count["encryption=" encryption " dedup=" $2]++; next }
  { print }
  END { for (settings in count) print count[settings], settings }' | sort | most 50 'no filesystems'

section 'zpool get feature@block_cloning'
have zpool && zpool get -H -o name,property,value,source feature@block_cloning 2>&1

section 'zpool list -v'
have zpool && zpool list -vLp -o name,size 2>&1 | most 300 'nothing'

section 'zpool status'
if have zpool; then
  status=$(zpool status -d 2>&1) || status=$(zpool status 2>&1)
  printf '%s\n' "$status"
fi

section 'zpool events'
if have zpool; then
  if events=$(zpool events -H 2>/dev/null); then
    printf '%s\n' "$events" | grep 'fs\.zfs\.dio_verify_' | most 5 'none of these'
  else
    say "cannot read them$as_root"
  fi
fi

section 'end'
printf 'Complete: paste everything from the first line to this one.\n'
exit 0
