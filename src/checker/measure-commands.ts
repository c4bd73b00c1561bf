/**
 * The commands of a measure as they must be typed on one system. The data has Linux's; FreeBSD has the same parameters
 * as sysctls (`ZFS_MODULE_PARAM` in include/os/freebsd/spl/sys/mod.h), and a version may not have a parameter at all.
 */
import type { CheckerKnowledge } from './knowledge-types.ts';
import { parameterInForce } from './parameter-in-force.ts';
import type { System } from './system.ts';

const SET_NOW = /^echo (\S+) > \/sys\/module\/zfs\/parameters\/zfs_(\w+)$/;
const SET_AT_BOOT = /^echo 'options zfs zfs_(\w+)=(\S+)' >> \/etc\/modprobe\.d\/zfs\.conf$/;

/** A command of Linux in the words of FreeBSD; null where it has no counterpart. */
function onFreeBsd(command: string): string | null {
  const now = SET_NOW.exec(command);
  if (now !== null) return `sysctl vfs.zfs.${now[2]}=${now[1]}`;
  const atBoot = SET_AT_BOOT.exec(command);
  if (atBoot !== null) return `echo 'vfs.zfs.${atBoot[1]}=${atBoot[2]}' >> /etc/sysctl.conf`;
  return /\/(?:sys|proc)\/|modprobe/.test(command) ? null : command;
}

/** The module parameter that a command sets; null for other commands. */
function parameterSetBy(command: string): string | null {
  const name = SET_NOW.exec(command)?.[2] ?? SET_AT_BOOT.exec(command)?.[1];
  return name === undefined ? null : `zfs_${name}`;
}

/**
 * The commands of a measure for one system.
 * @param commands as in the problem's data, for Linux
 * @returns one command a line, null where the measure has none; undefined where the measure cannot be taken here
 */
export function commandsFor(
  commands: readonly string[],
  system: System,
  knowledge: CheckerKnowledge,
): string | null | undefined {
  if (commands.length === 0) return null;
  const isMissing = (command: string) => {
    const name = parameterSetBy(command);
    return (
      name !== null &&
      knowledge.parameterDefaults[name] !== undefined &&
      parameterInForce(name, system, knowledge).exists === false
    );
  };
  if (commands.some(isMissing)) return undefined;
  const own = system.platform === 'freebsd' ? commands.map(onFreeBsd) : commands;
  const usable = own.filter((command) => command !== null);
  return usable.length < commands.length ? undefined : usable.join('\n');
}
