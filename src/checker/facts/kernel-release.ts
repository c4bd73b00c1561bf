import type { FoundKernelRelease, KernelVersion, Platform, Span } from '../types.ts';
import { distributionOf, isDistinctiveRelease } from './kernel-distributions.ts';
import { type PastedText, sourceSpan } from './pasted-text.ts';
import { plainPastedText } from './plain-lines.ts';
import { remembered } from './remembered.ts';

/** How well a release says what the machine runs. Only the best kind found in a text is reported. */
const KINDS = ['stated', 'mentioned', 'installed'] as const;
type Kind = (typeof KINDS)[number];

/** Anything that begins like a version and stands at the beginning of a word or behind a hyphen, `/` or `(`. */
const CANDIDATE = /(?<![\w.+~])\d{1,2}\.\d[\w.+~-]*/g;

/** The numbers at the beginning of a release, and that nothing like a fourth number or a longer one follows. */
const NUMBERS = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{1,4}))?(?![\d])(?!\.\d+$)/;

/** `14.1-RELEASE-p5`, `15.0-CURRENT`: FreeBSD's kernel in a table that asks for the kernel's version. */
const FREEBSD_RELEASE = /^\d+\.\d+-(?:RELEASE|STABLE|CURRENT|PRERELEASE|RC\d|BETA\d|ALPHA\d)/;

/** A release without a distribution's addition: a kernel built from the unchanged source. */
const PLAIN_RELEASE = /^\d+\.\d+\.\d+$/;
const THREE_NUMBERS = /^\d+\.\d+\.\d+/;

/** Numbers among numbers are decided at once: without a word in front nothing makes them a kernel's. */
const ONLY_NUMBERS = /^[\d.]+$/;
const HAS_WORD = /\p{Letter}/u;

/** Endings that file names add to a release. */
const FILE_ENDING = /(?:\.efi\.signed|\.efi|\.img|\.conf|\.gz|-initrd)+$/;

/** Punctuation of a sentence. */
const PUNCTUATION = /[.+~_-]+$/;

/** The longest release that is looked at; Linux itself allows 64 bytes (`__NEW_UTS_LEN`). */
const LONGEST_RELEASE = 100;
const LOOK_BEHIND = 120;
const LOOK_AHEAD = 300;
const LINES_AHEAD = 3;

/** `Rocky Linux 9.5`, `Linux Mint 21.3`: names of distributions, whose numbers are no kernel's. */
const DISTRIBUTION_NAME =
  /\b(?:AlmaLinux|Alma|Alpine|Amazon|Arch|Azure|Clear|Enterprise|Kali|Manjaro|Oracle|Rocky|Scientific|Void)\s+Linux\s+(?:version\s+|release\s+)?$|\bLinux\s+(?:Mint|Lite)\s+$/i;

/** `Darwin Kernel Version 24.1.0`, `FreeBSD kernel`, `kernel module: 2.3.1`: a kernel, but not Linux's version. */
const OTHER_SYSTEM = /\b(?:Darwin|FreeBSD|NT)\b[^\n]{0,40}$/i;

/** What stands in front of a release that names the kernel of the machine: logs, labels, tables, `uname -r`. */
const STATED_BEFORE: readonly RegExp[] = [
  /\bLinux version\s+$/,
  /\b[Tt]ainted:?[ A-Z-]{1,40}$/,
  /\bkernel(?:[ _-]?(?:version|release))?(?:\s*\(uname -r\))?[ \t]*[\n|:=*"'#][\s|:=*`"'#-]{0,16}(?:Linux\s+)?$/i,
  /内核(?:版本)?[\s|:：=*`"'-]{1,16}(?:Linux\s+)?$/,
  /\buname(?: -\w+)?`?\s*(?:[:=|]|->|→)\s*[`"']?(?:Linux\s+)?$/,
  /\buname -r\s*\n\s*$/,
];

/** A sentence that names a kernel: `on kernel 7.0.14-12-pve`, `with Linux 6.11.9`. */
const MENTIONED_BEFORE = /\b(?:kernel(?: version)?|Linux)\s+[`"'*]{0,3}$/i;

/** A line that begins with it states it; inside a sentence a bare number (`fixed in Linux 6.12.1`) says nothing. */
const LINE_BEGINS_WITH = /(?:^|\n)[ \t*-]*(?:kernel(?: version)?|Linux)[ \t]+[`"'*]{0,3}$/i;

/** `uname -a` without its build string: `Linux R`, `Linux host R`, `Linux/x86_64 host R`. */
const SYSTEM_NAME_BEFORE = /\bLinux(?:\/\w+)?\s+(?:[\w.-]+\s+)?$/;

/** `#66-Ubuntu SMP`, `#1-NixOS`, `#1  Debian 6.12.117-1`, `#1 ZEN SMP`, `#1 PREEMPT(lazy)`. */
const BUILD_AFTER = /^[`*]*\s+#\d+(?:[-~]|\s+(?:SMP|PREEMPT|ZEN|NOPREEMPT|Debian|PMX|tag)\b)/;

/** Files and packages of a kernel, and command lines that name the file: installed, not necessarily running. */
const INSTALLED_BEFORE =
  /(?:vmlinu[zx]-|bzImage-|initrd\.img-|initramfs-|initrd-linux-|\/modules\/|\/src\/(?:linux|kernels)[\w/-]*[-/]|System\.map-|\/config-|\b(?:linux|kernel)-(?:[a-z]+-)*|vermagic[=:]\s*)$/;

/** `Debian 6.1.76-1 (2024-02-01)`, `PMX 6.8.8-2`: the package's version, in a build string without its release. */
const PACKAGE_BEFORE = /#\d+ [^\n]{0,60}\b(?:Debian|PMX) $/;

/** The same names directly in front, whatever stands before them. */
const PACKAGE_NAME_BEFORE = /\b(?:Debian|PMX)\s+$/;

interface Candidate extends FoundKernelRelease {
  readonly kind: Kind;
}

/** The first lines that follow an offset: at most three, up to an empty one, at most 300 characters. */
function lookAhead(clean: string, offset: number): string {
  const paragraph = clean.slice(offset, offset + LOOK_AHEAD).split(/\n\s*\n/, 1)[0] ?? '';
  return paragraph.split('\n').slice(0, LINES_AHEAD).join('\n');
}

/** Reads the numbers of a release and refuses those that Linux never had (0.x, 1.x, 2.0 to 2.5, IP addresses). */
function kernelVersion(release: string): KernelVersion | null {
  const match = NUMBERS.exec(release);
  if (match === null || FREEBSD_RELEASE.test(release)) return null;
  const version: KernelVersion = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const [major, minor] = version;
  if (major === 2) return minor === 6 && match[3] !== undefined ? version : null;
  return major >= 3 && major <= 19 && minor <= 40 ? version : null;
}

/** Whether the release has its line for itself, as `uname -r` prints it. */
function isAlone(before: string, after: string): boolean {
  return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(after);
}

/** A release together with the text around it. */
interface Surroundings {
  readonly release: string;
  readonly before: string;
  readonly after: string;
  /** The whole text is this release. */
  readonly whole: boolean;
}

/** Whether `Linux R` or `kernel R` speaks of one machine's kernel. */
function isStatement(release: string, before: string): boolean {
  return LINE_BEGINS_WITH.test(before) ? THREE_NUMBERS.test(release) : /^\d+\.\d+\.\d+-/.test(release);
}

/** What kind of statement a release makes where it stands, or null if it is not a kernel's. */
function kindOf({ release, before, after, whole }: Surroundings): Kind | null {
  if (DISTRIBUTION_NAME.test(before) || OTHER_SYSTEM.test(before)) return null;
  const known = distributionOf({ release, build: '', before: '' }) !== null;
  if (/(?:^|[\s`*"'|(])$/.test(before) && BUILD_AFTER.test(after)) return 'stated';
  if (STATED_BEFORE.some((pattern) => pattern.test(before)) || PACKAGE_BEFORE.test(before)) return 'stated';
  if (SYSTEM_NAME_BEFORE.test(before) && known) return 'stated';
  if (isAlone(before, after) && (known || (whole && PLAIN_RELEASE.test(release)))) return 'stated';
  if (MENTIONED_BEFORE.test(before)) return known || isStatement(release, before) ? 'mentioned' : null;
  if (INSTALLED_BEFORE.test(before)) return 'installed';
  return !/[-/\\:@=]$/.test(before) && isDistinctiveRelease(release) ? 'mentioned' : null;
}

function readCandidate(pasted: PastedText, token: string, start: number): Candidate | null {
  if (token.length > LONGEST_RELEASE) return null;
  const { clean } = pasted;
  const before = clean.slice(Math.max(0, start - LOOK_BEHIND), start);
  const trimmed = token.replace(PUNCTUATION, '');
  const release = INSTALLED_BEFORE.test(before) ? trimmed.replace(FILE_ENDING, '') : trimmed;
  const version = kernelVersion(release);
  if (version === null) return null;
  const end = start + release.length;
  const after = lookAhead(clean, end);
  const whole = clean.length <= LOOK_AHEAD && clean.trim() === release;
  const isBuilt = whole || BUILD_AFTER.test(after);
  if (ONLY_NUMBERS.test(release) && !isBuilt && !HAS_WORD.test(before)) return null;
  const kind = kindOf({ release, before, after, whole });
  if (kind === null) return null;
  const packageName = PACKAGE_NAME_BEFORE.exec(before)?.[0] ?? '';
  const build = packageName + (packageName === '' ? after : `${release} ${after}`);
  const distribution = distributionOf({ release, build, before });
  return { release, version, distribution, span: sourceSpan(pasted, start, end), kind };
}

/** Whether a package's version (`Debian 6.12.74-2`) only repeats the release in front of it. */
function isPackageOfSameBuild(clean: string, start: number, previousEnd: number): boolean {
  const between = clean.slice(Math.max(previousEnd, start - LOOK_AHEAD), start);
  return previousEnd > 0 && start - previousEnd < LOOK_AHEAD && PACKAGE_NAME_BEFORE.test(between);
}

function readReleases(text: string): FoundKernelRelease[] {
  const pasted = plainPastedText(text);
  const found: Candidate[] = [];
  let previousEnd = 0;
  for (const match of pasted.clean.matchAll(CANDIDATE)) {
    const candidate = readCandidate(pasted, match[0], match.index);
    if (candidate === null || isPackageOfSameBuild(pasted.clean, match.index, previousEnd)) continue;
    found.push(candidate);
    previousEnd = match.index + candidate.release.length;
  }
  const best = KINDS.find((kind) => found.some((candidate) => candidate.kind === kind));
  return found
    .filter(({ kind }) => kind === best)
    .map(({ release, version, distribution, span }) => ({ release, version, distribution, span }));
}

/**
 * Finds the kernel releases in a text: `uname -a`, `uname -r`, the first line of a kernel log, the header of a
 * kernel warning, tables of an issue template. A file or package name (`BOOT_IMAGE=/vmlinuz-…`, `/lib/modules/…`)
 * counts only if nothing better is there. Versions of ZFS and of other software are not releases.
 * @param text any text, also quoted, coloured or wrapped; linear in its length, never throws
 * @returns the releases in the order of the text, only those of the best kind; repeated ones are kept
 */
export const readKernelReleases: (text: string) => readonly FoundKernelRelease[] = remembered(readReleases);

/** `#28~24.04.1-Ubuntu SMP`, `#1-NixOS SMP`, `#1-Alpine SMP`. */
const BUILD_STRING = /#\d+(?:~[\d.]+)?-(?:Ubuntu|NixOS|Alpine|vpsAdminOS)\b/;

/**
 * The distribution where only the build string was pasted (`uname -v`), which has no release.
 * @param text any text
 * @returns a key of `content/distributions.yaml` with the place, or null
 */
export function readKernelBuild(text: string): { readonly distribution: string; readonly span: Span } | null {
  const pasted = plainPastedText(text);
  const match = BUILD_STRING.exec(pasted.clean);
  if (match === null) return null;
  const distribution = distributionOf({ release: '', build: match[0], before: '' });
  if (distribution === null) return null;
  return { distribution, span: sourceSpan(pasted, match.index, match.index + match[0].length) };
}

/** What each operating system's own output looks like; Linux is recognised by its kernel release. */
const PLATFORM_RULES: readonly { readonly platform: Platform; readonly pattern: RegExp }[] = [
  {
    platform: 'freebsd',
    pattern: /\bFreeBSD\s(?:[\w.-]{1,64}\s)?\d+\.\d+-(?:RELEASE|STABLE|CURRENT|RC\d|BETA\d|ALPHA\d)/,
  },
  {
    platform: 'windows',
    pattern: /\bMicrosoft Windows (?:\[Version|NT|\d|Server)|\bOS Name:\s+Microsoft Windows/,
  },
  {
    platform: 'macos',
    pattern:
      /\bDarwin\s(?:[\w.-]{1,64}\s)?\d+\.\d+\.\d+|\bDarwin Kernel Version\b|\bProductName:\s+(?:macOS|Mac OS X)/,
  },
];

/**
 * The operating system that a text was pasted from.
 * @param text any text
 * @returns null where nothing tells, or where two systems appear; Linux wins over Windows, since WSL shows both
 */
export function detectPlatform(text: string): Platform | null {
  const { clean } = plainPastedText(text);
  const platforms = PLATFORM_RULES.filter(({ pattern }) => pattern.test(clean)).map(
    ({ platform }) => platform,
  );
  const isLinux = readKernelReleases(text).length > 0 || readKernelBuild(text) !== null;
  if (isLinux) return platforms.every((platform) => platform === 'windows') ? 'linux' : null;
  return platforms.length === 1 ? (platforms[0] ?? null) : null;
}
