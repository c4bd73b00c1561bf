/**
 * `/etc/os-release`: shell assignments that name the distribution (os-release(5)). FreeBSD and illumos have the file too.
 */
import type { Span } from '../types.ts';
import { plainLinesOf } from './plain-lines.ts';

export interface FoundOsRelease {
  /** `ID`: `ubuntu`, `nixos`, `freebsd`; null if the field was not pasted. */
  readonly id: string | null;
  /** `VERSION_ID`: `24.04`; rolling distributions have none. */
  readonly versionId: string | null;
  /** `PRETTY_NAME`, or what the other fields make of it: `Ubuntu 24.04.1 LTS`, `freebsd 14.1`. */
  readonly name: string;
  /** From the first to the last of the fields. */
  readonly span: Span;
}

/** What `grep` prints before the field may stand in front. */
const FIELD = /^(?:\/[\w./-]{1,100}:)?([A-Z][A-Z0-9_]{1,40})=(.{0,400})$/;
const QUOTED = /^(["'])(.*)\1$/;
const SHELL_ESCAPE = /\\(["'\\$`])/g;
const IDENTIFIER = /^[a-z0-9._-]{1,64}$/;

interface Block {
  readonly fields: Map<string, string>;
  readonly start: number;
  readonly end: number;
}

function shellValue(written: string): string {
  const text = written.trim();
  return (QUOTED.exec(text)?.[2] ?? text).replace(SHELL_ESCAPE, '$1').trim();
}

/** A lone `ID=…` can be anything, so one of the other fields has to stand beside it. */
function nameOf({ fields }: Block): string | null {
  const pretty = fields.get('PRETTY_NAME') ?? '';
  if (pretty !== '') return pretty;
  const name = fields.get('NAME') ?? fields.get('ID') ?? '';
  const version = fields.get('VERSION_ID') ?? '';
  return name !== '' && fields.has('ID') && version !== '' ? `${name} ${version}` : null;
}

/**
 * Finds the contents of `os-release` files, whole or a few of their lines.
 * @param text any text; linear in its length, never throws
 * @returns one entry for each file in the order of the text; a file ends at a line that is no assignment, or where a
 *   field comes again
 */
export function readOsReleases(text: string): FoundOsRelease[] {
  const { lines, spanOf } = plainLinesOf(text);
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of lines) {
    const match = FIELD.exec(line.text);
    if (match === null) {
      open = null;
      continue;
    }
    const [, field = '', written = ''] = match;
    if (open?.fields.has(field)) open = null;
    const end = line.start + line.text.length;
    const block: Block = { fields: open?.fields ?? new Map(), start: open?.start ?? line.start, end };
    block.fields.set(field, shellValue(written));
    if (open !== null) blocks.pop();
    blocks.push(block);
    open = block;
  }
  return blocks.flatMap((block) => {
    const name = nameOf(block);
    if (name === null) return [];
    const id = block.fields.get('ID') ?? null;
    return [
      {
        id: id !== null && IDENTIFIER.test(id) ? id : null,
        versionId: block.fields.get('VERSION_ID') ?? null,
        name,
        span: spanOf(block.start, block.end),
      },
    ];
  });
}
