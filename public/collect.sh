#!/bin/sh
# Prints what the checker of OpenZFS Problem Notes reads. Run it with: sh collect.sh
# It only reads: it writes no file, sends nothing, and needs no root. What it cannot get it says in brackets.
#
# Every section begins with a line "== label ==", always in this order:
#   uname -a                        the running kernel
#   /etc/os-release                 ID, VERSION_ID and PRETTY_NAME of the distribution
#   cat /proc/cmdline               the kernel command line
#   cat /sys/module/zfs/version     the version of the loaded module
#   /sys/module/zfs/parameters      zfs_dio_enabled and zfs_dio_strict as they are now
#   modprobe.d                      "options" lines for zfs and spl, with the file they are in
#   modinfo zfs                     the module on disk: file, version, kernel it was built for
#   kernel log: boot                how memory is initialised, refused options, the module's own line
#   kernel log: reports             bad pages and refused references: each with the 40 lines that follow
#   my.cnf                          how MySQL or MariaDB flushes
#   zfs version                     userland and module
#   zfs get direct                  name, property, value, source of every filesystem
#   zpool status                    with the Direct I/O error counts where this version has them
#   end
# The last three talk to OpenZFS and may hang on a sick system: what stands above is printed by then.

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
printf 'Names of hosts, pools and datasets are printed. The checker hides them in its report.\n'
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

section '/sys/module/zfs/parameters'
for name in zfs_dio_enabled zfs_dio_strict; do
  lines . "no $name" "/sys/module/zfs/parameters/$name"
done

section 'modprobe.d'
lines '^[[:space:]]*options[[:space:]]+(zfs|spl)[[:space:]]' 'no options for zfs or spl' \
  /etc/modprobe.d/*.conf /run/modprobe.d/*.conf /usr/local/lib/modprobe.d/*.conf /lib/modprobe.d/*.conf

section 'modinfo zfs'
if have modinfo; then
  modinfo zfs 2>/dev/null | grep -E '^(filename|version|vermagic):' || say 'no module on disk'
fi

section 'kernel log: boot'
boot='mem auto-init|Malformed early option|Linux version|ZFS: Loaded module'
if find_log 'Linux version'; then
  log "$source" | grep -E "$boot"
elif find_log .; then
  log "$source" | grep -E "$boot"
  say "no line of Linux's start in it$as_root"
else
  say "cannot read it$as_root"
fi

section 'kernel log: reports'
reports='Bad page state|try_grab_|Bad rss-counter|Bad page map'
if find_log "$reports"; then
  log "$source" | awk -v pattern="$reports" '
    function put(line) {
      if (++printed <= 400) print line
    }
    $0 ~ pattern {
      if (!left && before ~ /cut here/) put(before)
      left = 41
    }
    left { put($0); left-- }
    /---\[ end trace/ { left = 0 }
    { before = $0 }
    END { if (printed > 400) print "(" (printed - 400) " more lines left out)" }'
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
have zfs && zfs get -H -o name,property,value,source -t filesystem direct 2>&1

section 'zpool status'
if have zpool; then
  status=$(zpool status -d 2>&1) || status=$(zpool status 2>&1)
  printf '%s\n' "$status"
fi

section 'end'
printf 'Complete: paste everything from the first line to this one.\n'
exit 0
