/**
 * The words the checker's files share. A reader (`facts/*.ts`) turns text into one of these; `system.ts` puts them
 * together; `assess.ts` judges. Offsets count UTF-16 code units, as JavaScript strings do.
 */

/** Which of the three boxes a text came from. A terminal paste has only `text`. */
export type BoxName = 'commandLine' | 'zfsVersion' | 'text';

/** A piece of pasted text that a statement rests on: `text === box.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A span together with the box it stands in; `byHand` where the reader entered or corrected the fact. */
export interface Evidence extends Span {
  readonly box: BoxName | 'byHand';
}

/** The three numbers of a kernel version; missing ones are 0 (`6.12` is `[6, 12, 0]`). */
export type KernelVersion = readonly [number, number, number];

export type Platform = 'linux' | 'freebsd' | 'windows' | 'macos';

/** One version as OpenZFS prints it, taken apart. `text` has no `zfs-` or `zfs-kmod-` in front. */
export interface ZfsVersion {
  /** As pasted: `2.3.99-90_g38c0324c0f`, `2.2.2-0ubuntu9.4`, `2.3.0~rc3-1`. */
  readonly text: string;
  /** The numbers: `2.3.99`, `2.3.0`, `0.6.5.3`. */
  readonly release: string;
  /** The number of a release candidate: 3 for `-rc3` and Debian's `~rc3`. Gentoo's `-r0-gentoo` is not one. */
  readonly candidate: number | null;
  /** Commits since the tag, only where the text says so (`-90_g…`, `.r34.g…`, `-rc3_33_g…`). */
  readonly commits: number | null;
  /** The abbreviated commit, without the `g`. */
  readonly commit: string | null;
  /** What the packager added: `1`, `0ubuntu9.4`, `pve1`, `2~bpo12+1`, `r0-gentoo`, `FreeBSD`. */
  readonly packaging: string | null;
}

export interface FoundZfsVersion {
  readonly version: ZfsVersion;
  /** Only where the spelling tells it (`FreeBSD`, `zfswin-`, `zfs-macOS-`); null otherwise. */
  readonly platform: Platform | null;
  readonly span: Span;
}

/** A version that contradicts the one chosen for its half. */
export interface ConflictingZfsVersion extends FoundZfsVersion {
  readonly half: 'userland' | 'module';
  /** True if it says less about what is running: modinfo and package names against the loaded module. */
  readonly weaker: boolean;
}

/** What one text says about the two halves of OpenZFS. */
export interface ZfsVersionReading {
  readonly userland: FoundZfsVersion | null;
  /** The kernel module. The verdict rests on this one. */
  readonly module: FoundZfsVersion | null;
  /** A version named in a link or a sentence, which is no evidence about a running system. */
  readonly mentioned: FoundZfsVersion | null;
  /** Every further version that contradicts the one chosen for its half. */
  readonly conflicting: readonly ConflictingZfsVersion[];
  /** The text names several versions and none can be chosen (`2.3.1-1 / 2.3.2-1`); the halves are then null. */
  readonly ambiguous: boolean;
  /** A version that breaks off or is a placeholder (`2.3.`, `2.3.0-rc`, `2.1.x`): what it was and where. */
  readonly incomplete: readonly Span[];
}

/** What the kernel's own parser makes of one parameter on one line. */
export type Switch = boolean | null;

/** The parameters that the kernel's page initialisation and page checks depend on. */
export type MemoryParameter =
  | 'init_on_alloc'
  | 'init_on_free'
  | 'page_poison'
  | 'check_pages'
  | 'debug_pagealloc';

export interface MemoryParameterReading {
  /** The last valid value; null: not given, only malformed, or dependent on the unknown kernel version. */
  readonly value: Switch;
  /** True if another kernel version would read it otherwise (`enable`, `d`) and the version is not known. */
  readonly dependsOnKernel: boolean;
  /** The token that decided, in the text given to the parser; null where nothing decided. */
  readonly span: Span | null;
}

export interface CommandLineReading {
  readonly parameters: Readonly<Record<MemoryParameter, MemoryParameterReading>>;
  /** Names as typed in `Malformed early option '…'`, in the order in which the kernel reports them. */
  readonly malformed: readonly string[];
  /** `zfs.NAME=VALUE` (and `spl.`) for modprobe, last one wins; names with `_`. Read up to `--` like the rest. */
  readonly moduleParameters: readonly {
    readonly name: string;
    readonly value: string;
    readonly span: Span;
  }[];
  /** Length of the line in bytes, and whether it exceeds the 2047 bytes that are parsed. */
  readonly byteLength: number;
  readonly cut: boolean;
}

/** How a command line was found in a text; decides how much may be concluded from what is *not* on it. */
export type CommandLineWrapper =
  /** The whole text is the line (`/proc/cmdline`, or the box for it). */
  | 'exact'
  /** After a shell prompt or a command such as `cat /proc/cmdline`. */
  | 'prompt'
  /** `Command line:` or `Kernel command line:` in a log, which the kernel cuts (rule 14). */
  | 'log'
  /** A line with `BOOT_IMAGE=` or other parameters, found in noise. */
  | 'line'
  /** A boot loader's entry: systemd-boot `options`, GRUB's `linux /vmlinuz …`. */
  | 'boot-loader'
  /** `GRUB_CMDLINE_LINUX(_DEFAULT)="…"`, NixOS lists and other configuration: not what the running kernel got. */
  | 'configuration';

export interface FoundCommandLine {
  readonly wrapper: CommandLineWrapper;
  /** The line as the kernel would get it, without the wrapper. */
  readonly line: string;
  /** Offset in the source text of each UTF-16 unit of `line`; same length as `line`. */
  readonly offsets: readonly number[];
  readonly span: Span;
}

export interface FoundKernelRelease {
  /** `6.12.85+deb13-amd64`, as pasted. */
  readonly release: string;
  readonly version: KernelVersion;
  /** Key into `content/distributions.yaml`, or null where the release does not tell. */
  readonly distribution: string | null;
  readonly span: Span;
}

export interface FoundValue {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface FoundDatasetProperty extends FoundValue {
  readonly dataset: string;
  /** `local`, `default`, `inherited from tank`, `received`; null if not printed. */
  readonly source: string | null;
}

export interface KernelLogReading {
  /** `mem auto-init: … heap alloc:on, heap free:off`: the state in force. */
  readonly memAutoInit: {
    readonly heapAlloc: boolean;
    readonly heapFree: boolean;
    readonly span: Span;
  } | null;
  /** `mem auto-init: CONFIG_PAGE_POISONING is on, will take precedence …` */
  readonly poisoningTakesPrecedence: Span | null;
  /** Names in `Malformed early option '…'`. */
  readonly malformed: readonly FoundValue[];
}
