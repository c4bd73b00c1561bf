/** Reads the default of a module parameter from C source. */

export type Platform = 'linux' | 'freebsd';

const PLATFORM_MACROS: Readonly<Record<string, Platform>> = {
  __FreeBSD__: 'freebsd',
  __linux__: 'linux',
};

const DIRECTIVE = /^\s*#\s*(ifdef|ifndef|if|elif|else|endif)\b(.*)$/;
const PLATFORM_TEST = /^\s*(!?)\s*(?:defined\s*\(?\s*)?(\w+)\s*\)?\s*$/;

const NUMBERS: Readonly<Record<string, number>> = { B_FALSE: 0, B_TRUE: 1 };

/** Whether a condition holds on a platform; null where it asks something else. */
function holds(directive: string, condition: string, platform: Platform): boolean | null {
  const [, not = '', macro = ''] = PLATFORM_TEST.exec(condition.replace(/\/\*.*?\*\//g, '')) ?? [];
  const named = PLATFORM_MACROS[macro];
  if (named === undefined) return null;
  return (named === platform) !== ((directive === 'ifndef') !== (not === '!'));
}

/** One open `#if`: whether its present branch is compiled, and whether a branch of it has been. */
interface Branch {
  readonly active: boolean;
  readonly taken: boolean;
}

/** The lines that are compiled on a platform. Conditions about anything else count as met in all their branches. */
function* compiledLines(source: string, platform: Platform): Generator<string> {
  const open: Branch[] = [];
  for (const line of source.split('\n')) {
    const [, directive, condition = ''] = DIRECTIVE.exec(line) ?? [];
    if (directive === undefined) {
      if (open.every(({ active }) => active)) yield line;
      continue;
    }
    const before = directive.startsWith('e') ? open.pop() : undefined;
    if (directive === 'endif') continue;
    const met = directive === 'else' ? true : holds(directive, condition, platform);
    const active = before?.taken !== true && met !== false;
    open.push({ active, taken: before?.taken === true || (active && met === true) });
  }
}

/**
 * The value that a C file gives a variable where it defines it: `static int zfs_dio_enabled = 1;`.
 * @param name of the variable
 * @returns null where the file does not define it with a number
 */
export function definedDefault(source: string, name: string, platform: Platform): number | null {
  if (!source.includes(name)) return null;
  const definition = new RegExp(`^(?:\\w+\\s+)+${name}\\s*=\\s*(-?\\d+|B_TRUE|B_FALSE)\\s*;`);
  for (const line of compiledLines(source, platform)) {
    const value = definition.exec(line)?.[1];
    if (value !== undefined) return NUMBERS[value] ?? Number(value);
  }
  return null;
}
