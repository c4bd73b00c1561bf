/**
 * Finds what names a person or a machine in a pasted text, and puts numbered words in its place. Two steps: the places
 * where terminals, logs and configuration print identifiers (`identifier-patterns.ts`), then every other place where
 * the same words stand. Versions, kernel releases and the names of parameters and functions are left alone.
 */
import { unwrapTypography, type WrappedText } from './facts/wrapped-text.ts';
import { IDENTIFIER_PATTERNS, type IdentifierKind } from './identifier-patterns.ts';

export type { IdentifierKind } from './identifier-patterns.ts';

/** One place that is hidden: `text === source.slice(start, end)`. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `[host-1]`: the same for the same words, so that a reader can follow. */
  readonly replacement: string;
}

const LABELS: Readonly<Record<IdentifierKind, string>> = {
  'host-name': 'host',
  'user-name': 'user',
  uuid: 'uuid',
  serial: 'serial',
  'mac-address': 'mac',
  'ip-address': 'ip',
  'host-id': 'hostid',
  luks: 'luks',
  iscsi: 'iscsi',
  token: 'secret',
  'pool-or-dataset': 'dataset',
  email: 'email',
};

const PLACEHOLDER = new RegExp(`\\[(?:${Object.values(LABELS).join('|')})-\\d{1,6}\\]`, 'g');

/** A place in the clean text. */
interface Place {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

/** Names that are found only where something says that they are names: they are words of every log as well. */
const ORDINARY_WORDS = new Set(
  `localhost host hostname server client desktop laptop workstation machine node vm test user users admin guest nobody
  system debian ubuntu arch archlinux archiso fedora centos rocky alma almalinux nixos gentoo alpine void suse opensuse
  manjaro proxmox pve truenas freebsd linux kernel zfs openzfs spl root boot home var usr etc tmp srv opt mnt media dev
  proc sys run lib bin sbin data pool backup backups storage local default none auto files file disk disks mirror
  cache log logs special spare default version module modules parameters memory page pages init free alloc heap stack
  direct read write error errors state bad process warning info debug trace call name size type value source property
  used avail available status online degraded mount mounted import export command line image console quiet splash
  true false yes not the and for with from this that will can has was are all any one new old set get list show
  secret password passwd token key pass prompt systemd sudo bash dash zsh fish rootfs swap vfio pci usb net`.split(
    /\s+/,
  ),
);

/** Pools called like this are also found in paths. */
const ORDINARY_POOLS = new Set([
  'data',
  'pool',
  'backup',
  'backups',
  'storage',
  'media',
  'disk',
  'disks',
  'local',
  'files',
]);

/** Names of parameters and functions: what a log or a command line says about the problem. */
const TECHNICAL_NAME =
  /^(?:__|zfs_|spl_|dmu_|zio_|arc_|vdev_|txg_|spa_|zil_|dbuf_|abd_|zpl_|init_on_|page_|debug_|check_|slab_|mem_|sys_|do_|vfs_|bad_|get_|pin_|try_|gup_|CONFIG_)/;

const isName = (kind: IdentifierKind): boolean =>
  kind === 'host-name' || kind === 'user-name' || kind === 'pool-or-dataset';

/** Whether the words are hidden wherever they stand, not only where a pattern finds them. */
function isEverywhere({ kind }: Pick<Place, 'kind'>, text: string): boolean {
  if (text.length < 3 || !/[\p{L}\d]/u.test(text) || TECHNICAL_NAME.test(text)) return false;
  if (/^[\d.]+$/.test(text) && (isName(kind) || text.length < 6)) return false;
  return !ORDINARY_WORDS.has(text.toLowerCase());
}

/** Versions of anything and kernel releases, with what packagers add: no name is looked for inside. */
const VERSION =
  /(?<![\w.])v?\d{1,3}\.\d{1,4}(?:\.\d{1,4}){0,2}(?=[-_+~.\s]|$|[^\w])(?:[-_+~.][\w+~]{1,40}){0,10}/g;
const MODULE_PREFIX = /(?:zfs|kmod|spl)-\d[\w.+~-]{1,100}/g;

/** Marks each unit of the text that belongs to a match. */
function markMatches(text: string, patterns: readonly RegExp[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) marks.fill(1, match.index, match.index + match[0].length);
  }
  return marks;
}

const touches = (marks: Uint8Array, start: number, end: number): boolean =>
  marks.subarray(start, end).includes(1);

/** Punctuation of a sentence that a value picked up, and the partition behind a disk's name. */
function trimmedEnd(kind: IdentifierKind, text: string): number {
  if (kind === 'ip-address') return text.length;
  const end = text.length - (/[.,;:!?)\]}>，。；、]{1,8}$/.exec(text)?.[0].length ?? 0);
  if (kind !== 'serial') return end;
  return end - (/-part\d{1,3}$/.exec(text.slice(0, end))?.[0].length ?? 0);
}

interface Found {
  readonly places: readonly Place[];
  /** The words that are to be looked for everywhere. */
  readonly words: ReadonlyMap<string, IdentifierKind>;
}

/** First step: what the patterns find. */
function findByPatterns(text: string, hidden: Uint8Array): Found {
  const places: Place[] = [];
  const words = new Map<string, IdentifierKind>();
  const addWord = (word: string, kind: IdentifierKind): void => {
    if (!words.has(word) && isEverywhere({ kind }, word)) words.set(word, kind);
  };
  for (const { pattern, groups, everywhere } of IDENTIFIER_PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      for (let index = 1; index < match.length; index += 1) {
        const found = match[index];
        const from = match.indices?.[index]?.[0];
        if (found === undefined || from === undefined) continue;
        const meaning = groups[index - 1] ?? groups[groups.length - 1] ?? groups[0];
        const kind = typeof meaning === 'function' ? meaning(found, match) : meaning;
        if (kind === null) continue;
        const leading = found.length - found.trimStart().length;
        const length = trimmedEnd(kind, found.trimEnd());
        const place = { kind, start: from + leading, end: from + length };
        if (place.end <= place.start || touches(hidden, place.start, place.end)) continue;
        places.push(place);
        if (everywhere === false) continue;
        const word = text.slice(place.start, place.end);
        addWord(word, kind);
        const pool = kind === 'pool-or-dataset' ? /^([A-Za-z][\w.:-]{0,254})[/@]/.exec(word)?.[1] : undefined;
        if (pool !== undefined) addWord(pool, kind);
      }
    }
  }
  return { places, words };
}

/** Words, and every other character alone. */
const TOKEN = /[A-Za-z0-9_]+|[\s\S]/g;
/** Longer words are hidden where the patterns find them; keeps the search linear. */
const MOST_TOKENS = 48;

interface TrieNode {
  kind: IdentifierKind | null;
  readonly next: Map<string, TrieNode>;
}

const newNode = (): TrieNode => ({ kind: null, next: new Map() });

function buildTrie(words: ReadonlyMap<string, IdentifierKind>): TrieNode {
  const root = newNode();
  for (const [word, kind] of words) {
    const tokens = word.slice(0, 16 * 1024).match(TOKEN) ?? [];
    if (tokens.length > MOST_TOKENS || word.length > 16 * 1024) continue;
    let node = root;
    for (const token of tokens) {
      const next = node.next.get(token) ?? newNode();
      node.next.set(token, next);
      node = next;
    }
    node.kind ??= kind;
  }
  return root;
}

/** What belongs to a name: the rest of a path below a pool, the domain behind a host. */
const BELOW_POOL = /[/@][^\s"'`()<>|;,*]{0,1024}/y;
const DOMAIN = /(?:\.[A-Za-z][A-Za-z0-9-]{0,62}){1,8}(?![\w])/y;

/** A kernel's file below a pool: its release is a fact. */
const KERNEL_FILE = /\/(?:vmlinu[xz]|initrd|initramfs|kernel)[^/]*$/;

function extended(kind: IdentifierKind, text: string, end: number): number {
  const rest = kind === 'pool-or-dataset' ? BELOW_POOL : kind === 'host-name' ? DOMAIN : null;
  // GRUB's `/ROOT/ubuntu@` ends the dataset; the path behind it is one inside.
  if (rest === null || text.charAt(end - 1) === '@') return end;
  rest.lastIndex = end;
  const found = (rest.exec(text)?.[0] ?? '').replace(KERNEL_FILE, '');
  return end + trimmedEnd(kind, found);
}

/** Second step: every other place with the same words, the longest of them. */
function findWords(
  text: string,
  words: ReadonlyMap<string, IdentifierKind>,
  isFree: (start: number, end: number) => boolean,
) {
  const places: Place[] = [];
  if (words.size === 0) return places;
  const root = buildTrie(words);
  const tokens = text.match(TOKEN) ?? [];
  let start = 0;
  let reached = 0;
  for (let first = 0; first < tokens.length; first += 1) {
    let node = root.next.get(tokens[first] ?? '');
    let end = start + (tokens[first]?.length ?? 0);
    let best: Place | null = null;
    for (let last = first + 1; node !== undefined && start >= reached; last += 1) {
      if (node.kind !== null) best = { kind: node.kind, start, end };
      const token = tokens[last];
      if (token === undefined) break;
      node = node.next.get(token);
      end += token.length;
    }
    if (best !== null && isFree(best.start, best.end)) {
      const place = { ...best, end: extended(best.kind, text, best.end) };
      places.push(place);
      reached = place.end;
    }
    start += tokens[first]?.length ?? 0;
  }
  return places;
}

/** Ordinary words that name a pool here are also found in paths: `data/vm-100`, `/data/vm-100`. */
function findOrdinaryPools(text: string, known: ReadonlySet<string>): Place[] {
  const names = [...ORDINARY_POOLS].filter((name) => known.has(name));
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w.-])(?:${names.join('|')})[/@][^\\s"'\`()<>|;,*]{1,1024}`, 'g');
  return [...text.matchAll(pattern)].map((match) => ({
    kind: 'pool-or-dataset',
    start: match.index,
    end: match.index + trimmedEnd('pool-or-dataset', match[0]),
  }));
}

/** No two places overlap afterwards: the first and longest wins, and what sticks out behind it is a place too. */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const ordered = places
    .map((place, order) => ({ place, order }))
    .sort((a, b) => a.place.start - b.place.start || b.place.end - a.place.end || a.order - b.order);
  const kept: Place[] = [];
  let reached = 0;
  for (const { place } of ordered) {
    if (place.end <= reached) continue;
    kept.push(place.start >= reached ? place : { ...place, start: reached });
    reached = place.end;
  }
  return kept;
}

function locate(
  text: string,
  given: ReadonlyMap<string, IdentifierKind>,
  names: ReadonlySet<string>,
): Place[] {
  const hidden = markMatches(text, [PLACEHOLDER]);
  const versions = markMatches(text, [VERSION, MODULE_PREFIX]);
  const { places, words } = findByPatterns(text, hidden);
  const all = new Map([...given].filter(([word, kind]) => isEverywhere({ kind }, word)));
  for (const [word, kind] of words) if (!all.has(word)) all.set(word, kind);
  const isFree = (start: number, end: number) =>
    !touches(hidden, start, end) && !touches(versions, start, end);
  const pools = new Set([
    ...names,
    ...places
      .filter(({ kind }) => kind === 'pool-or-dataset')
      .map(({ start, end }) => text.slice(start, end)),
  ]);
  const inPaths = findOrdinaryPools(text, pools).filter(({ start, end }) => isFree(start, end));
  return withoutOverlaps([...places, ...findWords(text, all, isFree), ...inPaths]);
}

/** Numbers each identifier by its label and words, in the order of their first appearance. */
class Numbering {
  readonly #byWords = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Takes over a number, unless other words have it already: two texts that were searched apart both begin with 1. */
  know({ kind, text, replacement }: Identifier): void {
    const label = LABELS[kind];
    const key = `${label} ${text}`;
    if (this.#byWords.has(key) || this.#taken.has(replacement)) return;
    const number = Number(/-(\d{1,6})\]$/.exec(replacement)?.[1] ?? 0);
    this.#byWords.set(key, replacement);
    this.#taken.add(replacement);
    this.#counts.set(label, Math.max(this.#counts.get(label) ?? 0, number));
  }

  replacementOf(kind: IdentifierKind, text: string): string {
    const label = LABELS[kind];
    const key = `${label} ${text}`;
    const known = this.#byWords.get(key);
    if (known !== undefined) return known;
    const number = (this.#counts.get(label) ?? 0) + 1;
    const replacement = `[${label}-${number}]`;
    this.#counts.set(label, number);
    this.#byWords.set(key, replacement);
    return replacement;
  }
}

interface Located {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The words without escape sequences and typography; they decide the number. */
  readonly words: string;
}

function locateInSource(
  { source, text, offsets }: WrappedText,
  given: ReadonlyMap<string, IdentifierKind>,
  names: ReadonlySet<string>,
): Located[] {
  return locate(text, given, names).map(({ kind, start, end }) => {
    const from = offsets[start] ?? source.length;
    const to = (offsets[end - 1] ?? source.length - 1) + 1;
    return { kind, start: from, end: to, text: source.slice(from, to), words: text.slice(start, end) };
  });
}

const poolOf = (name: string): string => name.split(/[/@]/, 1)[0] ?? '';

/**
 * Finds what names a person or a machine.
 * @param text any text; linear in its length, never throws
 * @param context `datasets`: names of datasets and pools that are known from elsewhere
 * @returns every place in the order of the text, none overlapping another
 */
export function findIdentifiers(
  text: string,
  context: { readonly datasets?: readonly string[] } = {},
): readonly Identifier[] {
  const names = new Set((context.datasets ?? []).flatMap((name) => [name, poolOf(name)]));
  const given = new Map([...names].map((name) => [name, 'pool-or-dataset'] as const));
  const numbering = new Numbering();
  return locateInSource(unwrapTypography(text), given, names).map(
    ({ kind, start, end, text: found, words }) => ({
      kind,
      start,
      end,
      text: found,
      replacement: numbering.replacementOf(kind, words),
    }),
  );
}

/**
 * Prepares the redaction of several pieces of one paste; their new identifiers are numbered together.
 * @param identifiers what `findIdentifiers` found in the whole paste. Their words are hidden wherever they stand, and so
 *   is anything else that the patterns recognise in a piece
 * @param keep the `text` of identifiers that the person chose to leave in
 * @returns a function from a piece to the piece without identifiers; linear in its length, never throws
 */
export function redactorOf(
  identifiers: readonly Identifier[],
  keep: ReadonlySet<string>,
): (text: string) => string {
  const numbering = new Numbering();
  const given = new Map<string, IdentifierKind>();
  for (const identifier of identifiers) {
    const words = unwrapTypography(identifier.text).text;
    numbering.know({ ...identifier, text: words });
    if (!keep.has(identifier.text) && !given.has(words)) given.set(words, identifier.kind);
  }
  const names = new Set(given.keys());
  return (text) => {
    const pieces: string[] = [];
    let copied = 0;
    for (const place of locateInSource(unwrapTypography(text), given, names)) {
      if (keep.has(place.text) || keep.has(place.words)) continue;
      pieces.push(text.slice(copied, place.start), numbering.replacementOf(place.kind, place.words));
      copied = place.end;
    }
    return [...pieces, text.slice(copied)].join('');
  };
}

/**
 * A text without the identifiers: `redactorOf` for one piece.
 * @param text the text that was searched, or any piece quoted from it
 */
export const redact = (text: string, identifiers: readonly Identifier[], keep: ReadonlySet<string>): string =>
  redactorOf(identifiers, keep)(text);
