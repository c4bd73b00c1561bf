import type { FoundValue, KernelLogReading, Span } from '../types.ts';
import { type PastedText, sourceSpan } from './pasted-text.ts';
import { plainPastedText } from './plain-lines.ts';

/**
 * The three lines that mm/mm_init.c and init/main.c print about page initialisation, in the order in which one boot
 * prints them: malformed options, then poisoning, then the state in force. `slub_debug`'s line about SLAB_POISON is
 * another one and changes nothing (rules 9, 11 and 13 of the command line's rules).
 */
const LOG_LINE =
  /Malformed early option '([^'\n]{0,256})'|(mem auto-init: CONFIG_PAGE_POISONING is on, will take precedence)|mem auto-init: stack:[^,\n]{1,40},\s{1,8}heap alloc:(on|off),\s{1,8}heap free:(on|off)(?![|\w])/g;

interface Boot {
  memAutoInit: KernelLogReading['memAutoInit'];
  poisoningTakesPrecedence: Span | null;
  malformed: FoundValue[];
}

function emptyBoot(): Boot {
  return { memAutoInit: null, poisoningTakesPrecedence: null, malformed: [] };
}

/** Adds what one line says. The line with the state ends a boot's report, so a second one begins another boot. */
function addLine(boot: Boot, match: RegExpMatchArray, span: Span): void {
  const [, malformed, poisoning, alloc, free] = match;
  if (malformed !== undefined) boot.malformed.push({ name: malformed, value: '', span });
  else if (poisoning !== undefined) boot.poisoningTakesPrecedence = span;
  else boot.memAutoInit = { heapAlloc: alloc === 'on', heapFree: free === 'on', span };
}

/** Splits the matches into boots: whatever follows a `mem auto-init: stack:` line belongs to the next boot. */
function readBoots(pasted: PastedText): Boot[] {
  const boots = [emptyBoot()];
  for (const match of pasted.clean.matchAll(LOG_LINE)) {
    const span = sourceSpan(pasted, match.index, match.index + match[0].length);
    let boot = boots.at(-1) ?? emptyBoot();
    if (boot.memAutoInit !== null) {
      boot = emptyBoot();
      boots.push(boot);
    }
    addLine(boot, match, span);
  }
  return boots;
}

/**
 * Reads what the kernel itself said about page initialisation, whatever stands in front of the lines (time stamps,
 * journal prefixes, colours, quote marks).
 * @param text any text; linear in its length, never throws
 * @returns the last boot in the text that printed its state, with its malformed options; lines that stand behind
 *   that state without one of their own (a second paste of the same boot) are added to it
 */
export function readKernelLog(text: string): KernelLogReading {
  const boots = readBoots(plainPastedText(text));
  const last = boots.at(-1) ?? emptyBoot();
  const previous = boots.at(-2);
  if (last.memAutoInit !== null || previous === undefined) return last;
  return {
    memAutoInit: previous.memAutoInit,
    poisoningTakesPrecedence: last.poisoningTakesPrecedence ?? previous.poisoningTakesPrecedence,
    malformed: [...previous.malformed, ...last.malformed],
  };
}
