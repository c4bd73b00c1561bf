/**
 * What Linux makes of a kernel command line: the parameters its page initialisation depends on, read byte by byte by
 * the kernel's own rules (Linux 6.12.117; `lib/cmdline.c`, `lib/kstrtox.c`, `kernel/params.c`, `init/main.c`,
 * `mm/mm_init.c`), which 928 boots of Debian's kernels confirmed.
 */
import type {
  CommandLineReading,
  KernelVersion,
  MemoryParameter,
  MemoryParameterReading,
  Span,
  Switch,
} from '../types.ts';
import { commandLineBytes, PARSED_BYTES } from './command-line-bytes.ts';
import { type LinuxBooleanRules, readLinuxBoolean } from './linux-boolean.ts';
import { type LinuxArgument, nextLinuxArgument, skipLinuxSpaces } from './linux-next-arg.ts';
import { canonicalParameterName } from './linux-parameter-name.ts';

/** `kstrtobool()` takes `enable` and `disable` from here on (commit ae5b3500856f, 6.16-rc1). */
const WORDS_SINCE: KernelVersion = [6, 16, 0];
/** `check_pages` exists from here on (commit 83c8f7b5e194). */
const CHECK_PAGES_SINCE: KernelVersion = [6, 19, 0];

const MEMORY_PARAMETERS: readonly MemoryParameter[] = [
  'init_on_alloc',
  'init_on_free',
  'page_poison',
  'check_pages',
  'debug_pagealloc',
];

const MODULE_PARAMETER = /^(?:zfs|spl)\.(.+)$/s;

/** What decided about a parameter so far. */
interface Decision {
  readonly value: boolean;
  readonly span: Span;
}

/** The decisions by both readings of a switch; they differ only where `enable` or `disable` was typed. */
type Decisions = Readonly<Record<LinuxBooleanRules, Decision | null>>;

function isAtLeast(kernel: KernelVersion, since: KernelVersion): boolean {
  return (kernel[0] - since[0] || kernel[1] - since[1] || kernel[2] - since[2]) >= 0;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function settle({ letters, words }: Decisions): MemoryParameterReading {
  const dependsOnKernel = letters?.value !== words?.value;
  return {
    value: dependsOnKernel ? null : (letters?.value ?? null),
    dependsOnKernel,
    span: (dependsOnKernel ? words : letters)?.span ?? null,
  };
}

/**
 * Whether a kernel reports a bad value of this parameter as `Malformed early option`. Stock kernels are built without
 * CONFIG_DEBUG_PAGEALLOC and say nothing about a name they do not know, and so do those before `check_pages`.
 */
function isReported(parameter: MemoryParameter, kernel: KernelVersion | null): boolean {
  if (parameter === 'check_pages') {
    return kernel === null || isAtLeast(kernel, CHECK_PAGES_SINCE);
  }
  return parameter !== 'debug_pagealloc';
}

/**
 * Reads a kernel command line as the kernel does.
 * @param line the line itself, without a wrapper; a text is read as its UTF-8 bytes. Nothing is trimmed or repaired
 * @param kernel decides whether `enable` and `disable` are values. If it is null and the outcome depends on it, the
 *   parameter's value is null, `dependsOnKernel` is true, `span` is the token in question, and `malformed` is silent
 * @returns the reading. Spans are UTF-16 offsets into a text, byte offsets (with `text` as Latin-1) into bytes.
 *   `malformed` has the names a kernel with CONFIG_PAGE_POISONING reports; a kernel without it ignores `page_poison`.
 *   `check_pages` and `debug_pagealloc` are read whether or not this kernel knows them. Of `zfs.NAME=VALUE`, `name` is
 *   NAME. Never throws
 */
export function parseKernelCommandLine(
  line: string | Uint8Array,
  kernel: KernelVersion | null,
): CommandLineReading {
  const { bytes, offsets, byteLength } = commandLineBytes(line);
  const slice = (start: number, end: number): string =>
    typeof line === 'string' ? line.slice(start, end) : latin1(line, start, end);
  const spanOf = (start: number, end: number): Span => {
    const from = offsets[start] ?? 0;
    const to = offsets[end] ?? from;
    return { start: from, end: to, text: slice(from, to) };
  };
  const rulesFor = (rules: LinuxBooleanRules): LinuxBooleanRules => {
    if (kernel === null) {
      return rules;
    }
    return isAtLeast(kernel, WORDS_SINCE) ? 'words' : 'letters';
  };

  const decisions = new Map<string, Decisions>(
    MEMORY_PARAMETERS.map((parameter) => [parameter, { letters: null, words: null }]),
  );
  const malformed: string[] = [];
  const moduleParameters = new Map<string, CommandLineReading['moduleParameters'][number]>();

  const apply = (parameter: MemoryParameter, name: string, argument: LinuxArgument): void => {
    const previous = decisions.get(parameter) ?? { letters: null, words: null };
    const { value } = argument;
    // Without `=` the kernel hands over a null pointer, which is as invalid as an empty string.
    const first = value === null ? '' : latin1(bytes, value.start, Math.min(value.start + 2, value.end));
    const span = spanOf(argument.start, argument.end);
    const decide = (rules: LinuxBooleanRules): Decision | null => {
      const read = readLinuxBoolean(first, rulesFor(rules));
      return read === null ? null : { value: read, span };
    };
    const letters = decide('letters');
    const words = decide('words');
    decisions.set(parameter, { letters: letters ?? previous.letters, words: words ?? previous.words });
    if (letters === null && words === null && isReported(parameter, kernel)) {
      malformed.push(name);
    }
  };

  let position = skipLinuxSpaces(bytes, 0);
  while (position < bytes.length) {
    const argument = nextLinuxArgument(bytes, position);
    const name = latin1(bytes, argument.nameStart, argument.nameEnd);
    if (argument.value === null && name === '--') {
      break;
    }
    const canonical = canonicalParameterName(name);
    const parameter = MEMORY_PARAMETERS.find((candidate) => candidate === canonical);
    const moduleName = MODULE_PARAMETER.exec(canonical)?.[1];
    if (parameter !== undefined) {
      apply(parameter, name, argument);
    } else if (moduleName !== undefined && argument.value !== null) {
      moduleParameters.delete(canonical);
      moduleParameters.set(canonical, {
        name: moduleName,
        value: spanOf(argument.value.start, argument.value.end).text,
        span: spanOf(argument.start, argument.end),
      });
    }
    position = argument.next;
  }

  const read = (parameter: MemoryParameter): MemoryParameterReading =>
    settle(decisions.get(parameter) ?? { letters: null, words: null });
  return {
    parameters: {
      init_on_alloc: read('init_on_alloc'),
      init_on_free: read('init_on_free'),
      page_poison: read('page_poison'),
      check_pages: read('check_pages'),
      debug_pagealloc: read('debug_pagealloc'),
    },
    malformed,
    moduleParameters: [...moduleParameters.values()],
    byteLength,
    cut: byteLength > PARSED_BYTES,
  };
}

/** How a kernel was built, as far as page initialisation depends on it; null: not known. */
export interface MemoryConfiguration {
  /** CONFIG_INIT_ON_ALLOC_DEFAULT_ON */
  readonly initOnAllocDefaultOn: boolean | null;
  /** CONFIG_INIT_ON_FREE_DEFAULT_ON */
  readonly initOnFreeDefaultOn: boolean | null;
  /** CONFIG_PAGE_POISONING */
  readonly pagePoisoning: boolean | null;
}

/** What `mem auto-init: … heap alloc:…, heap free:…` says in the end; null: cannot be told. */
export interface MemoryInitialisation {
  readonly heapAlloc: Switch;
  readonly heapFree: Switch;
  /** `mem auto-init: CONFIG_PAGE_POISONING is on, will take precedence over init_on_alloc and init_on_free` */
  readonly poisoningTakesPrecedence: Switch;
}

function and(left: Switch, right: Switch): Switch {
  if (left === false || right === false) {
    return false;
  }
  return left === null || right === null ? null : true;
}

function not(value: Switch): Switch {
  return value === null ? null : !value;
}

function withDefault(parameter: MemoryParameterReading, defaultOn: Switch): Switch {
  return parameter.dependsOnKernel ? null : (parameter.value ?? defaultOn);
}

/**
 * The state in force after all parameters were read: poisoning, if it is built in and ends up on, switches both
 * initialisations off, whatever the order on the line (`mem_debugging_and_hardening_init()`, mm/mm_init.c).
 * @param reading the command line
 * @param configuration the kernel's build options
 * @returns three-valued: null wherever the answer hangs on something that is not known
 */
export function resolveMemoryInitialisation(
  reading: CommandLineReading,
  configuration: MemoryConfiguration,
): MemoryInitialisation {
  const { init_on_alloc, init_on_free, page_poison } = reading.parameters;
  const alloc = withDefault(init_on_alloc, configuration.initOnAllocDefaultOn);
  const free = withDefault(init_on_free, configuration.initOnFreeDefaultOn);
  const poisoning = and(configuration.pagePoisoning, withDefault(page_poison, false));
  const eitherOn = not(and(not(alloc), not(free)));
  return {
    heapAlloc: and(alloc, not(poisoning)),
    heapFree: and(free, not(poisoning)),
    poisoningTakesPrecedence: and(poisoning, eitherOn),
  };
}
