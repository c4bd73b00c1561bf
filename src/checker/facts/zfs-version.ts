/**
 * Reads OpenZFS versions out of whatever people paste: the two lines of `zfs version` (or `-j`), the module's line in
 * the kernel log, /sys/module/zfs/version, modinfo, package names, rows of issue templates, links. The spellings come
 * from OpenZFS's config/zfs-meta.m4 (ZFS_META_ALIAS = name-version-release; in a git tree the release is what
 * `git describe` adds) and from what packagers put in the place of the release.
 */

import type {
  ConflictingZfsVersion,
  FoundZfsVersion,
  Platform,
  Span,
  ZfsVersion,
  ZfsVersionReading,
} from '../types.ts';
import { cleanPastedText, sourceSpan } from './pasted-text.ts';
import { plainText } from './plain-text.ts';

/** No version is longer; keeps hostile words short. */
const LONGEST_VERSION = 128;

const RELEASE = /^\d{1,2}\.\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?!\d|\.\d)/;
/** `-rc3`; `~rc3` (Debian); `rc14` (Windows); `_rc3` (Gentoo's file names); `-0.rc3`, `-0.1.rc3` (RPM). */
const CANDIDATE = /^(?:[-~_.]?|[-_.]0\.(?:\d{1,2}\.)?)rc(\d{1,3})(?!\d)/i;
/**
 * `-90_g38c0324c0f`, `-970.g03b02eb4a4` (since OpenZFS 03b02eb4a4), `_33_gb673bcba4d`, `-170-FreeBSD_g34205715e`, also
 * with the hash cut off. `-1.gcc13` is a packager's.
 */
const DESCRIBED =
  /^[-_.](\d{1,5})(?:[-_](FreeBSD)(?:[-_](?:g([0-9a-f]{0,40}))?)?|[-_]g([0-9a-f]{0,40})|\.g(?!cc)([0-9a-f]{0,40})|_)(?![0-9A-Za-z])/;
/** Arch's VCS packages: `.r34.g152ae5c9bc`. */
const DESCRIBED_BY_ARCH = /^[-._]r(\d{1,5})[._-]g([0-9a-f]{0,40})(?![0-9A-Za-z])/;
/** FreeBSD's base system without a count: `-FreeBSD_ge269af1b3`. */
const FREEBSD_COMMIT = /^[-_](FreeBSD)[-_]g([0-9a-f]{0,40})(?![0-9A-Za-z])/;
const PACKAGING = /^(?:[-~+_.:]|(?=p\d))([A-Za-z0-9](?:[A-Za-z0-9.~+_:-]*[A-Za-z0-9])?)$/;
/** `2.3.0-r`, `2.3.0-rc`, `2.3.0-rcN`: a candidate that broke off or a placeholder, and taking it for 2.3.0 would be wrong. */
const BROKEN_PACKAGING = /^(?:r|rc(?!\d).*|[nxyz])$/i;
/** git abbreviates a commit to at least four digits (core.abbrev). */
const SHORTEST_COMMIT = 4;

interface Described {
  readonly length: number;
  readonly commits: number | null;
  readonly commit: string | null;
  readonly packaging: string | null;
}

function readDescribed(rest: string): Described | null {
  const commitOf = (hash: string | undefined) =>
    hash !== undefined && hash.length >= SHORTEST_COMMIT ? hash : null;
  const described = DESCRIBED.exec(rest);
  if (described !== null) {
    const [all, count, freeBsd, freeBsdHash, hash, newerHash] = described;
    const commit = commitOf(freeBsdHash ?? hash ?? newerHash);
    return { length: all.length, commits: Number(count), commit, packaging: freeBsd ?? null };
  }
  const arch = DESCRIBED_BY_ARCH.exec(rest);
  if (arch !== null) {
    return { length: arch[0].length, commits: Number(arch[1]), commit: commitOf(arch[2]), packaging: null };
  }
  const freeBsd = FREEBSD_COMMIT.exec(rest);
  if (freeBsd !== null) {
    const [all, packaging, hash] = freeBsd;
    return { length: all.length, commits: null, commit: commitOf(hash), packaging: packaging ?? null };
  }
  return null;
}

/**
 * Takes one version apart.
 * @param text a version without `zfs-`, `zfs-kmod-` or `v` in front and with nothing around it
 * @returns its parts; null for anything else, among it placeholders (`2.1.x`) and versions that break off (`2.3.`,
 *   `2.3.0-`, `2.3.0-rc`). A hash that was cut leaves the count whole (`2.3.99-90_g`). A bare number after the
 *   release (`2.3.99-34`) is packaging, never a count.
 */
export function parseZfsVersion(text: string): ZfsVersion | null {
  if (text.length > LONGEST_VERSION) return null;
  const release = RELEASE.exec(text)?.[0];
  if (release === undefined) return null;
  let rest = text.slice(release.length);
  const candidateMatch = CANDIDATE.exec(rest);
  const candidate = candidateMatch === null ? null : Number(candidateMatch[1]);
  rest = rest.slice(candidateMatch?.[0].length ?? 0);
  const described = readDescribed(rest);
  rest = rest.slice(described?.length ?? 0);
  const packaging = PACKAGING.exec(rest)?.[1] ?? null;
  const isBroken = packaging === null ? rest !== '' : BROKEN_PACKAGING.test(packaging);
  if (isBroken && described === null) return null;
  return {
    text,
    release,
    candidate,
    commits: described?.commits ?? null,
    commit: described?.commit ?? null,
    packaging: described?.packaging ?? packaging,
  };
}

type Half = 'userland' | 'module';

/** How well a finding shows what runs; the highest decides. */
const RUNNING = 3;
const STATED = 2;
const PACKAGED = 1;
type Strength = typeof RUNNING | typeof STATED | typeof PACKAGED;

interface Finding {
  readonly half: Half;
  readonly strength: Strength;
  /** The offset of the line, or one of the two below: what stands in one group for one half has to agree. */
  readonly group: number;
  readonly found: FoundZfsVersion;
}

const VERSION_BOX = -1;
/** The exception: of two loads the later one is in force. */
const KERNEL_LOG = -2;

/** Names that versions are attached to. */
const NAME =
  /^(?:open)?(zfs-kmod-zfswin|zfs-kmod(?:-zfs)?-macos|zfs-kmod|zfs-macos|zfs-windows|zfs-win|zfswin|zfs-dkms(?:-git)?|zfs-utils(?:-git)?|zfsutils-linux|kmod-zfs|zfs)[-_]v?(?=\d|x\.)/i;
const NAME_OF_MODULE = /kmod|dkms/i;
const NAME_OF_PACKAGE = /dkms|utils|^kmod-/i;
/** A second name glued to a version, where the line break between them was lost. */
const GLUED_NAME = /zfs-(?=kmod-|\d)/g;

/** Ends of file names and of what `rpm -qa` prints. Archives of sources say nothing about a system. */
const ARCHIVE_FILE = /(?:\.tar(?:\.\w{1,4})?|\.tgz|\.zip|\.dsc|\.patch|\.diff)$/;
const PACKAGE_FILE = /(?:\.src)?\.(?:rpm|deb|pkg\.tar(?:\.\w{1,4})?|pkg|txz|exe|msi|ebuild)$/;
const ARCHITECTURE = /[._-](?:x86_64|amd64|aarch64|arm64|noarch|all|any|i686|ppc64le|ppc64el|s390x|riscv64)$/;
/** What RPM adds for the distribution; the module itself prints the version without it. */
const DISTRIBUTION_TAG = /\.(?:el|fc|amzn|lp)\d[\w.]*$/;

const CHUNK = /[^\s|()[\]<>{}"'`,;]+/g;
const WORD = /[A-Za-z0-9][A-Za-z0-9._~+-]*/g;
/** Commands after which a name is a tag or a directory. */
const COMMAND_BEFORE =
  /(?:^|\s)(?:cd|ls|checkout|switch|branch|tag|-b|reset|--hard|describe|fetch|merge|rebase)\s+$/;
/** What stands after the directory in the prompts `[root@host zfs-2.0.0]#` and `zfs-2.0.0 $`, before it in `➜  zfs-2.0.0`. */
const PROMPT_AFTER = /^(?:\]\s?[#$%]|\s[$%❯])/;
const PROMPT_BEFORE = /^\s*[➜❯]\s+$/;
const CONTEXT = 16;

const MODULE_IN_LOG = /ZFS:\s{1,80}Loaded\s{1,80}module\s{1,80}v\s{0,80}(?=\d)/g;
/** The rest of a version that a terminal broke in two; the module's line always goes on after the version. */
const WRAPPED_REST = /^\n[ \t]{0,80}([\w.~+-]{1,60})(?:, ZFS pool| \(DEBUG)/;
const WRAPPED_LENGTH = 160;

/** Longer lines are read for names and the module's log line only. */
const LONGEST_LINE = 1000;
const PROMPT = /^[^@]{0,64}@[^$#>%]{0,200}[$#>%]\s{1,8}\w/;
const MODULE_FILE = '/sys/module/zfs/version';
const AFTER_MODULE_FILE = /^[\s:='"`<>|-]{0,40}v?(?=\d)/;
const MODINFO_COMMAND = /\bmodinfo\b.{0,200}\bzfs\b/;
const MODINFO_FILE = /^\W*filename:\s+\S/;
const MODINFO_ZFS_FILE = /\/zfs\.ko(?:\.\w{2,4})?\s*$/;
const MODINFO_VERSION = /^\W*version:\s+v?(?=\d)/;
const MODINFO_ZFS_MARK = /^\W*(?:license:\s+CDDL|author:\s+OpenZFS|description:\s+ZFS)\s*$/;
/** Lines from `version:` to `license: CDDL` in modinfo's output. */
const MODINFO_DISTANCE = 3;
/** The kernel on the left, OpenZFS on the right; read as userland's, whose tool prints it. */
const ARC_SUMMARY_HEADER = /^\W*(?:Linux|FreeBSD)\s+\d\S*\s+v?(?=\d[\w.~+-]*\s*$)/;
const DKMS_STATUS = /^\W*zfs(?:\/|,\s)v?(?=\d[\w.~+-]*[,:])/;
/** `dpkg -l` and `pacman -Q`. */
const INSTALLED_PACKAGE =
  /^(?:ii\s+|\s*)(zfs-dkms|zfs-dkms-git|zfs-utils|zfs-utils-git|zfsutils-linux)(?::\w+)?\s+(?:\d:)?(?=\d)/;
/** `OpenZFS Version |`, `| ZFS version |`, `**ZFS version**:`. */
const ROW_LABEL = /^[\s|>*_`#-]*(?:open)?zfs(?: on linux)?( version| release)?[\s*_`]*([|\t:=])/i;
const ROW_START = /^[\s*_`"'[(~=:-]*v?\d/;
const HEADING = /^[\s#*_|-]*(?:open)?zfs version[\s:*_|?]*$/i;
const BARE_LINE = /^[\s#>*`"'$|=-]*v?(?=\d[\w.~+-]*[\s`"'|*,:…]*$)/;
const IN_WORDS: readonly (readonly [RegExp, Half])[] = [
  [/\b(?:kernel[ -]modules?|kmods?|zfs[ -]modules?)(?: version)?[\s:=|*`"'(]{1,20}v?(?=\d)/gi, 'module'],
  [/\b(?:userland|user[ -]?space)(?: tools| version)?[\s:=|*`"'(]{1,20}v?(?=\d)/gi, 'userland'],
];
const IN_SENTENCE = /\b(?:open)?zfs(?: version| release| on linux)?[\s:=*`"'(]{1,20}v?(?=\d)/gi;
/** What may stand beside a bare version in the version box. */
const BOX_WORD = /^(?:(?:open)?zfs|version|release|the|is|kernel|module|loaded|running|on|linux|or|and)$/i;

/**
 * Bare numbers that can be OpenZFS: it has been 0.6 to 0.8 and 2.x. Bare numbers of kernels (2.6.32 among them) and
 * of other tools stand in the same places.
 */
const PLAUSIBLE = /^(?:0\.[4-8]|2\.(?!6\.(?:32|18)(?!\d))\d{0,2})(?!\d)/;
const PLAUSIBLE_LENGTH = 10;
/** Lines between a command or a heading and the version that answers it: fences, `Example output:`. */
const LONGEST_WAIT = 8;

const VERSION_WORD = /\d[\w.~+-]*/y;

interface NamedVersion {
  readonly name: string;
  /** Without the name before and the architecture and file ending after it. */
  readonly version: string;
  readonly offset: number;
  /** Of an RPM package: `.fc40`. */
  readonly distributionTag: string;
  readonly kind: 'output' | 'package' | 'archive';
}

/** Takes apart a word such as `zfs-kmod-2.2.4-1.fc40.src.rpm`; null if it names no version. */
function readNamedWord(word: string): NamedVersion | null {
  const match = NAME.exec(word);
  if (match === null) return null;
  const name = match[1] ?? '';
  const offset = match[0].length;
  const whole = word.slice(offset);
  const isPackageFile = PACKAGE_FILE.test(whole);
  if (!isPackageFile && ARCHIVE_FILE.test(whole)) {
    return { name, version: whole.replace(ARCHIVE_FILE, ''), offset, distributionTag: '', kind: 'archive' };
  }
  const tagged = whole.replace(PACKAGE_FILE, '').replace(ARCHITECTURE, '');
  const distributionTag = tagged === whole ? '' : (DISTRIBUTION_TAG.exec(tagged)?.[0] ?? '');
  const version = tagged.slice(0, tagged.length - distributionTag.length);
  const kind = tagged !== whole || NAME_OF_PACKAGE.test(name) ? 'package' : 'output';
  return { name, version, offset, distributionTag, kind };
}

/** The words of a line that may name a version, with where they stand. */
interface PlacedWord {
  readonly text: string;
  /** Offset in the line. */
  readonly start: number;
  readonly chunk: string;
  readonly startInChunk: number;
  /** Whether the chunk is a web address. */
  readonly isLink: boolean;
}

function* wordsOf(line: string): Generator<PlacedWord> {
  for (const { 0: chunk, index } of line.matchAll(CHUNK)) {
    const isLink = chunk.includes('://') || chunk.startsWith('github.com/');
    for (const { 0: word, index: wordIndex } of chunk.matchAll(WORD)) {
      let from = 0;
      const cuts = NAME.test(word) ? [...word.matchAll(GLUED_NAME)].map((match) => match.index) : [];
      for (const to of [...cuts.filter((cut) => /\w/.test(word.charAt(cut - 1))), word.length]) {
        const startInChunk = wordIndex + from;
        yield { text: word.slice(from, to), start: index + startInChunk, chunk, startInChunk, isLink };
        from = to;
      }
    }
  }
}

/** Whether a name in a line is a directory, in a path or in a prompt. */
function isDirectory(line: string, { text, start, chunk, startInChunk }: PlacedWord): boolean {
  const isInPath =
    chunk[startInChunk - 1] === '/' && !NAME.test(chunk) && !chunk.endsWith('sys-fs/', startInChunk);
  const end = start + text.length;
  return (
    isInPath ||
    PROMPT_AFTER.test(line.slice(end, end + CONTEXT)) ||
    (start <= CONTEXT && PROMPT_BEFORE.test(line.slice(0, start)))
  );
}

/** Whether two versions name different upstream builds. Packaging does not matter, nor a hash that was cut. */
function contradicts(a: ZfsVersion, b: ZfsVersion): boolean {
  return a.release !== b.release || a.candidate !== b.candidate || a.commits !== b.commits;
}

function platformOf(name: string, version: ZfsVersion): Platform | null {
  if (version.packaging === 'FreeBSD') return 'freebsd';
  if (/win/i.test(name)) return 'windows';
  return /macos/i.test(name) ? 'macos' : null;
}

/** Reads one text. Offsets that its methods take are offsets in `text`, the plain form of the source. */
class Reader {
  readonly text: string;
  readonly findings: Finding[] = [];
  readonly links: FoundZfsVersion[] = [];
  readonly mentions: FoundZfsVersion[] = [];
  readonly incomplete: Span[] = [];
  readonly #isBox: boolean;
  readonly #spanOf: (start: number, end: number) => Span;
  /** A command or heading whose answer is a bare version on a line of its own. */
  #waiting: { half: Half; strength: Strength; lines: number } | null = null;
  #isInModinfo = false;
  #modinfoVersion: { found: FoundZfsVersion; group: number; lines: number } | null = null;

  constructor(source: string, isBox: boolean) {
    const pasted = cleanPastedText(source);
    const plain = plainText(pasted.clean);
    this.text = plain.text;
    this.#isBox = isBox;
    this.#spanOf = (start, end) =>
      sourceSpan(pasted, plain.originalOffset(start), plain.originalOffset(end - 1) + 1);
  }

  #wordAt(offset: number): string {
    VERSION_WORD.lastIndex = offset;
    return (VERSION_WORD.exec(this.text)?.[0] ?? '').slice(0, LONGEST_VERSION + 1);
  }

  /**
   * Reads the version at an offset; one that breaks off or is a placeholder is noted as incomplete.
   * @param spanStart where the evidence begins: at the version, or at the name before it
   * @param word the version, if it is not the whole word at the offset
   */
  #read(spanStart: number, offset: number, name = '', word = this.#wordAt(offset)): FoundZfsVersion | null {
    const text = word.replace(/\.{1,4}$/, '');
    const version = parseZfsVersion(text);
    const end = offset + word.length;
    const isElided = word.length - text.length > 1 || this.text[end] === '…';
    if (version !== null && (!isElided || version.commits !== null)) {
      return {
        version,
        platform: platformOf(name, version),
        span: this.#spanOf(spanStart, offset + text.length),
      };
    }
    // `zfs-2.3-release` is a branch, and a number without dots is a pool's version.
    if (/^[\dx]{1,2}\.(?!\d{1,3}[-_][A-Za-z0-9])/i.test(word)) {
      this.incomplete.push(this.#spanOf(spanStart, end));
    }
    return null;
  }

  /** Like `#read`, for a number that has no name in front. */
  #readBare(offset: number): FoundZfsVersion | null {
    const isPlausible = PLAUSIBLE.test(this.text.slice(offset, offset + PLAUSIBLE_LENGTH));
    return isPlausible ? this.#read(offset, offset) : null;
  }

  #add(half: Half, strength: Strength, group: number, found: FoundZfsVersion | null): void {
    if (found !== null) this.findings.push({ half, strength, group, found });
  }

  /** `ZFS: Loaded module v2.3.1-1, ZFS pool version 5000, …`, also broken by a terminal. */
  readKernelLog(): void {
    for (const match of this.text.matchAll(MODULE_IN_LOG)) {
      const offset = match.index + match[0].length;
      const word = this.#wordAt(offset);
      const end = offset + word.length;
      const rest = WRAPPED_REST.exec(this.text.slice(end, end + WRAPPED_LENGTH));
      const wrapped = rest === null ? null : parseZfsVersion(word + (rest[1] ?? ''));
      const found: FoundZfsVersion | null =
        rest === null || wrapped === null
          ? this.#read(match.index, offset, '', word)
          : {
              version: wrapped,
              platform: platformOf('', wrapped),
              span: this.#spanOf(
                match.index,
                end + rest[0].lastIndexOf(rest[1] ?? '') + (rest[1] ?? '').length,
              ),
            };
      this.#add('module', RUNNING, KERNEL_LOG, found);
    }
  }

  readLines(): void {
    let start = 0;
    for (const line of this.text.split('\n')) {
      this.#readNames(line, start);
      if (line.length <= LONGEST_LINE) this.#readLine(line, start);
      start += line.length + 1;
    }
  }

  /** `zfs-2.3.1-1`, `zfs-kmod-2.3.1-1` and the like: output, file names, links. */
  #readNames(line: string, lineStart: number): void {
    if (!/zfs/i.test(line)) return;
    for (const placed of wordsOf(line)) {
      if (placed.text.length > LONGEST_VERSION) continue;
      const named = readNamedWord(placed.text);
      if (named === null) continue;
      const { isLink } = placed;
      if (named.kind !== 'package' && !isLink && isDirectory(line, placed)) continue;

      // `_zfs-2.3.1_` and `~~zfs-2.3.1~~` are Markdown.
      const before = placed.chunk[placed.startInChunk - 1] ?? '';
      const version =
        before === '_' || before === '~' ? named.version.replace(/[_~]{1,4}$/, '') : named.version;
      const wordStart = lineStart + placed.start;
      const read = this.#read(wordStart, wordStart + named.offset, named.name, version);
      if (read === null) continue;
      const packaging =
        named.distributionTag === ''
          ? read.version.packaging
          : (parseZfsVersion(version + named.distributionTag)?.packaging ?? read.version.packaging);
      const found: FoundZfsVersion = { ...read, version: { ...read.version, packaging } };

      const lineBefore = line.slice(Math.max(0, placed.start - CONTEXT), placed.start);
      if (isLink) this.links.push(found);
      else if (named.kind === 'archive' || COMMAND_BEFORE.test(lineBefore)) this.mentions.push(found);
      else {
        const half = NAME_OF_MODULE.test(named.name) ? 'module' : 'userland';
        const isPackage = named.kind === 'package' || before === '/';
        this.#add(half, isPackage ? PACKAGED : RUNNING, lineStart, found);
      }
    }
  }

  #readLine(line: string, start: number): void {
    if (PROMPT.test(line)) {
      this.#waiting = null;
      this.#isInModinfo = false;
    }
    this.#readModuleFile(line, start);
    this.#readModinfo(line, start);
    this.#readAfter(ARC_SUMMARY_HEADER, line, start, (found) => this.#add('userland', STATED, start, found));
    this.#readAfter(DKMS_STATUS, line, start, (found) => this.mentions.push(found));
    this.#readAfter(INSTALLED_PACKAGE, line, start, (found, name) =>
      this.#add(NAME_OF_MODULE.test(name) ? 'module' : 'userland', PACKAGED, start, found),
    );
    if (this.#readBareLine(line, start) || this.#readRow(line, start) || this.#readWords(line, start)) return;
    if (this.#isBox && this.#readBoxLine(line, start)) return;
    for (const match of line.matchAll(IN_SENTENCE)) {
      const offset = start + match.index + match[0].length;
      const version = parseZfsVersion(this.#wordAt(offset).replace(/\.{1,4}$/, ''));
      const found = version === null ? null : this.#readBare(offset);
      if (found !== null) this.mentions.push(found);
    }
    if (HEADING.test(line)) this.#waiting ??= { half: 'userland', strength: STATED, lines: LONGEST_WAIT };
  }

  /** Hands on the bare version that follows the match of a pattern, and the pattern's first group. */
  #readAfter(
    pattern: RegExp,
    line: string,
    start: number,
    use: (found: FoundZfsVersion, group: string) => void,
  ): void {
    const match = pattern.exec(line);
    const found = match === null ? null : this.#readBare(start + match[0].length);
    if (found !== null) use(found, match?.[1] ?? '');
  }

  #readModuleFile(line: string, start: number): void {
    const index = line.indexOf(MODULE_FILE);
    if (index === -1) return;
    const after = index + MODULE_FILE.length;
    const match = AFTER_MODULE_FILE.exec(line.slice(after));
    if (match === null) this.#waiting = { half: 'module', strength: RUNNING, lines: LONGEST_WAIT };
    else this.#add('module', RUNNING, start, this.#readBare(start + after + match[0].length));
  }

  /** modinfo reads the file on disk, which need not be the module that is loaded. */
  #readModinfo(line: string, start: number): void {
    if (MODINFO_COMMAND.test(line)) {
      this.#isInModinfo = true;
      this.#waiting = { half: 'module', strength: STATED, lines: LONGEST_WAIT };
    }
    if (MODINFO_FILE.test(line)) this.#isInModinfo = MODINFO_ZFS_FILE.test(line);
    const pending = this.#modinfoVersion;
    this.#modinfoVersion =
      pending === null || pending.lines === 0 ? null : { ...pending, lines: pending.lines - 1 };
    this.#readAfter(MODINFO_VERSION, line, start, (found) => {
      if (this.#isInModinfo) this.#add('module', STATED, start, found);
      else this.#modinfoVersion = { found, group: start, lines: MODINFO_DISTANCE };
    });
    if (pending !== null && MODINFO_ZFS_MARK.test(line)) {
      this.#add('module', STATED, pending.group, pending.found);
      this.#modinfoVersion = null;
    }
  }

  #readBareLine(line: string, start: number): boolean {
    const waiting = this.#waiting;
    if (waiting === null) return false;
    const match = BARE_LINE.exec(line);
    if (match === null) {
      this.#waiting = waiting.lines === 0 ? null : { ...waiting, lines: waiting.lines - 1 };
      return false;
    }
    this.#add(waiting.half, waiting.strength, start, this.#readBare(start + match[0].length));
    this.#waiting = null;
    return true;
  }

  /** `| ZFS version | 0.8.2-1 |`: what an issue template's row or a table says about userland. */
  #readRow(line: string, start: number): boolean {
    const label = ROW_LABEL.exec(line);
    if (label === null) return false;
    const [all, word, separator] = label;
    const isTable = separator === '|' || separator === '\t';
    if (!isTable && (word === undefined || this.#isBox)) return false;
    const cell = line.slice(all.length).split('|', 1)[0] ?? '';
    if (!ROW_START.test(cell)) return false;
    this.#readBareWords(cell, start + all.length, (found) => this.#add('userland', STATED, start, found));
    return true;
  }

  #readBareWords(text: string, start: number, use: (found: FoundZfsVersion) => void): void {
    for (const placed of wordsOf(text)) {
      const match = /^v?(?=\d)/.exec(placed.text);
      if (match === null || placed.isLink) continue;
      const found = this.#readBare(start + placed.start + match[0].length);
      if (found !== null) use(found);
    }
  }

  /** `userland 2.4.1 (…), kernel module 2.2.2`. */
  #readWords(line: string, start: number): boolean {
    if (!this.#isBox && !/zfs/i.test(line)) return false;
    let isRead = false;
    for (const [pattern, half] of IN_WORDS) {
      for (const match of line.matchAll(pattern)) {
        const found = this.#readBare(start + match.index + match[0].length);
        this.#add(half, STATED, start, found);
        isRead ||= found !== null;
      }
    }
    return isRead;
  }

  /** In the version box a number without a name is the module's, as /sys/module/zfs/version prints it. */
  #readBoxLine(line: string, start: number): boolean {
    const words = [...wordsOf(line)].map(({ text }) => text);
    const isNumber = (word: string) => PLAUSIBLE.test(word.replace(/^v/, ''));
    if (!words.some(isNumber) || !words.every((word) => isNumber(word) || BOX_WORD.test(word))) return false;
    this.#readBareWords(line, start, (found) => this.#add('module', STATED, VERSION_BOX, found));
    return true;
  }
}

/** Findings of one group that contradict each other say nothing; a kernel log is read to its end. */
function withoutUndecided(findings: readonly Finding[]): Finding[] {
  const firsts = new Map<string, ZfsVersion>();
  const undecided = new Set<string>();
  const keyOf = ({ group, half, strength }: Finding) => `${group} ${half} ${strength}`;
  for (const finding of findings) {
    const key = keyOf(finding);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, finding.found.version);
    else if (finding.group !== KERNEL_LOG && contradicts(first, finding.found.version)) undecided.add(key);
  }
  return findings.filter((finding) => !undecided.has(keyOf(finding)));
}

/** The finding that decides for a half: the strongest; of equally strong ones the first, in a kernel log the last. */
function decide(findings: readonly Finding[], half: Half): FoundZfsVersion | null {
  const ofHalf = findings.filter((finding) => finding.half === half);
  const strongest = ofHalf.reduce((most, { strength }) => Math.max(most, strength), 0);
  const deciding = ofHalf.filter(({ strength }) => strength === strongest);
  const first = deciding.find(({ group }) => group !== KERNEL_LOG) ?? deciding.at(-1);
  return first?.found ?? null;
}

/** Every version that contradicts the one chosen for its half, each text once. */
function contradictionsOf(
  findings: readonly Finding[],
  chosen: Readonly<Record<Half, FoundZfsVersion | null>>,
) {
  const byText = new Map<string, ConflictingZfsVersion>();
  const strongest = (half: Half) =>
    findings.reduce((most, finding) => (finding.half === half ? Math.max(most, finding.strength) : most), 0);
  const strength = { userland: strongest('userland'), module: strongest('module') };
  for (const finding of findings) {
    const { half, found } = finding;
    const decided = chosen[half];
    if (decided === null || !contradicts(decided.version, found.version)) continue;
    const key = `${half} ${found.version.text}`;
    const weaker = finding.strength < strength[half];
    const known = byText.get(key);
    if (known === undefined || (known.weaker && !weaker)) byText.set(key, { ...found, half, weaker });
  }
  return [...byText.values()];
}

/**
 * Reads what a text says about the versions of OpenZFS's two halves.
 * @param text whatever was pasted
 * @param options `box`: the text comes from the box for versions, where a number without a name is the module's
 * @returns the reading; spans are pieces of `text`, `version.text` is the plain spelling (ASCII, unwrapped, an RPM
 *   package's without the distribution's tag). What runs (the module's log line, `zfs-kmod-…`,
 *   /sys/module/zfs/version) decides over what is stated (modinfo, tables), and that over package names. Never
 *   throws; linear in the text.
 */
export function readZfsVersions(text: string, options: { readonly box: boolean }): ZfsVersionReading {
  const reader = new Reader(text, options.box);
  reader.readKernelLog();
  reader.readLines();
  const decided = withoutUndecided(reader.findings);
  const userland = decide(decided, 'userland');
  const module = decide(decided, 'module');
  return {
    userland,
    module,
    mentioned: reader.links[0] ?? reader.mentions[0] ?? null,
    conflicting: contradictionsOf(reader.findings, { userland, module }),
    ambiguous: decided.length < reader.findings.length && userland === null && module === null,
    incomplete: reader.incomplete,
  };
}
