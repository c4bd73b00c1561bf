/**
 * `kstrtobool()` of lib/kstrtox.c, by which Linux reads `init_on_alloc` and its relatives.
 */

/** `words`: the reading since Linux 6.16, which also takes `e`(nable) and `d`(isable) (commit ae5b3500856f). */
export type LinuxBooleanRules = 'letters' | 'words';

const ON = new Set('yYtT1');
const OFF = new Set('nNfF0');
const ON_AS_WORD = new Set('eE');
const OFF_AS_WORD = new Set('dD');
const AFTER_O = new Map([
  ['n', true],
  ['N', true],
  ['f', false],
  ['F', false],
]);

/**
 * Reads a switch by its first one or two characters, as the kernel does; whatever follows is ignored (`01` and `none`
 * are off, `10` and `only` are on).
 * @param first the first two bytes of the value as characters; fewer if it is shorter
 * @returns the switch, or null where the kernel answers `-EINVAL` (`2`, empty)
 */
export function readLinuxBoolean(first: string, rules: LinuxBooleanRules): boolean | null {
  const letter = first.charAt(0);
  if (letter === 'o' || letter === 'O') {
    return AFTER_O.get(first.charAt(1)) ?? null;
  }
  if (ON.has(letter) || (rules === 'words' && ON_AS_WORD.has(letter))) {
    return true;
  }
  return OFF.has(letter) || (rules === 'words' && OFF_AS_WORD.has(letter)) ? false : null;
}
