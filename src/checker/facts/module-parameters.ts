import type { FoundValue } from '../types.ts';
import { type Line, linesOf, type PastedText, sourceSpan } from './pasted-text.ts';
import { plainPastedText } from './plain-lines.ts';

/** A parameter of the zfs or spl module, and whether the text shows the running module or a configuration file. */
export interface FoundModuleParameter extends FoundValue {
  /** `configuration`: an `options zfs …` line of modprobe.d, which counts from the next time the module is loaded. */
  readonly origin: 'running' | 'configuration';
}

/** With what the names of the two modules' parameters begin (zfs(4), spl(4)); other names are no parameters. */
const NAME_PREFIXES =
  'brt|dbuf|ddt|dmu|icp|l2arc|metaslab|raidz|reference|send|spa|spl|vdev|zap|zfetch|zfs|zil|zio|zstd|zvol';
const NAME = `(?:${NAME_PREFIXES})_[a-z0-9_]{1,80}`;
const VALUE = '[-+\\w.,/]{1,100}';
const DIRECTORY = '/sys/module/(?:zfs|spl)/parameters/';

/** `/sys/module/zfs/parameters/zfs_dio_enabled:1`, `zfs_dio_enabled = 1`, also after `# ` of a quoted comment. */
const ASSIGNMENT = new RegExp(`^(?:# )?(?:${DIRECTORY})?(${NAME})\\s*(?:[:=]|->|→)\\s*["']?(${VALUE})["']?$`);

/** Two columns, as `arc_summary` prints the tunables. */
const COLUMNS = new RegExp(`^(${NAME})(?:\\t| {2})\\s*(${VALUE})$`);

/** `==> /sys/module/zfs/parameters/zfs_dio_enabled <==`, which `head` and `tail` print over a file. */
const FILE_HEADER = new RegExp(`^==> (?:${DIRECTORY})?(${NAME}) <==$`);

/** A command that prints files, up to the end of that command: `cat /sys/…/a /sys/…/b`. */
const PRINT_COMMAND = /(?:^|[\s`$(])(?:cat|head|tail|more|grep \.)\s([^;|&<>\n]*)/;
const PRINTED_FILE = new RegExp(`(?<![\\w./])(?:${DIRECTORY})?(${NAME})(?![\\w*?[{:=])`, 'g');
const ONLY_VALUE = new RegExp(`^${VALUE}$`);

/** `options zfs a=0 b=1`, also after the file name that `grep` prints. */
const OPTIONS = /^(?:[\w./-]{1,200}:)?\s*options\s+(?:zfs|spl)\s/;
const OPTION = new RegExp(`(?<=\\s)(${NAME})=["']?(${VALUE})`, 'g');

/**
 * FreeBSD's name of `zfs_NAME` (`ZFS_MODULE_PARAM` in include/os/freebsd/spl/sys/mod.h): `sysctl` prints it with a
 * colon, and with an arrow where it was changed; with `=` it stands in sysctl.conf or loader.conf.
 */
const SYSCTL = new RegExp(`^vfs\\.zfs\\.([a-z0-9_.]{1,80})(?:: (?:${VALUE} -> )?|(=))"?(${VALUE})"?$`);

/** A name whose value is expected in one of the next lines. */
interface Printed {
  readonly name: string;
  readonly start: number;
}

function readOptions(pasted: PastedText, line: Line): FoundModuleParameter[] {
  if (!OPTIONS.test(line.text)) return [];
  return [...line.text.matchAll(OPTION)].map((match) => ({
    name: match[1] ?? '',
    value: match[2] ?? '',
    span: sourceSpan(pasted, line.start + match.index, line.start + match.index + match[0].length),
    origin: 'configuration',
  }));
}

function readAssignment(pasted: PastedText, line: Line): FoundModuleParameter[] {
  const match = ASSIGNMENT.exec(line.text) ?? COLUMNS.exec(line.text);
  if (match === null) return [];
  const span = sourceSpan(pasted, line.start, line.start + line.text.length);
  return [{ name: match[1] ?? '', value: match[2] ?? '', span, origin: 'running' }];
}

function readSysctl(pasted: PastedText, line: Line): FoundModuleParameter[] {
  const match = SYSCTL.exec(line.text);
  if (match === null) return [];
  const [, name = '', assigned, value = ''] = match;
  return [
    {
      name: `zfs_${name.replaceAll('.', '_')}`,
      value,
      span: sourceSpan(pasted, line.start, line.start + line.text.length),
      origin: assigned === undefined ? 'running' : 'configuration',
    },
  ];
}

/** The names whose values a command or a file header announces. */
function printedFiles(line: Line): Printed[] {
  const header = FILE_HEADER.exec(line.text);
  if (header !== null) return [{ name: header[1] ?? '', start: line.start }];
  const command = PRINT_COMMAND.exec(line.text);
  if (command === null) return [];
  const files = command[1] ?? '';
  const filesStart = line.start + command.index + command[0].length - files.length;
  return [...files.matchAll(PRINTED_FILE)].map((match) => ({
    name: match[1] ?? '',
    start: filesStart + match.index,
  }));
}

/**
 * Finds parameters of the zfs and spl modules: the output of `grep . /sys/module/zfs/parameters/*`, `cat` of one or
 * more of these files with the values below, `name=value` and `name value` on a line of their own, and `options zfs`
 * of modprobe.d, FreeBSD's `vfs.zfs.name: value`. Commands that set a parameter (`echo 0 > …`) and the kernel command line's `zfs.name=value` are not
 * read. A commented `options` line sets nothing and is not read either.
 * @param text any text; linear in its length, never throws
 * @returns the values in the order of the text, repeated ones too; the span covers name and value
 */
export function readModuleParameters(text: string): FoundModuleParameter[] {
  const pasted = plainPastedText(text);
  const found: FoundModuleParameter[] = [];
  let awaited: Iterator<Printed> = [].values();
  let next = awaited.next();
  for (const line of linesOf(pasted)) {
    if (line.text === '') continue;
    if (!next.done && ONLY_VALUE.test(line.text)) {
      const span = sourceSpan(pasted, next.value.start, line.start + line.text.length);
      found.push({ name: next.value.name, value: line.text, span, origin: 'running' });
    } else {
      awaited = printedFiles(line).values();
      for (const parameter of readAssignment(pasted, line)) found.push(parameter);
      for (const parameter of readOptions(pasted, line)) found.push(parameter);
      for (const parameter of readSysctl(pasted, line)) found.push(parameter);
    }
    next = awaited.next();
  }
  return found;
}
