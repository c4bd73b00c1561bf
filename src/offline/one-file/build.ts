/** Makes the one-file editions from the finished site. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type InlineHashes, withPolicy } from '../../build/content-security-policy.ts';
import { assemble } from './assemble.ts';
import { bundleFor } from './bundle.ts';
import { EDITIONS } from './editions.ts';
import { refuseLeftovers } from './leftovers.ts';
import { policyOfFile } from './policy.ts';

/** The frames by the name of their edition. */
export type Frames = ReadonlyMap<string, string>;

/** Where Astro renders the frames. */
const FRAMES = 'one-file';

/** Takes the frames out of `dist/`, before a step sees them that works on pages. */
export async function takeFrames(dist: string): Promise<Frames> {
  const frames = await Promise.all(
    EDITIONS.map(
      async ({ name }) => [name, await readFile(join(dist, FRAMES, name, 'index.html'), 'utf8')] as const,
    ),
  );
  await rm(join(dist, FRAMES), { recursive: true });
  return new Map(frames);
}

/** A file that was written, with its sizes in bytes. */
export interface WrittenEdition extends InlineHashes {
  readonly file: string;
  readonly bytes: number;
  readonly brotli: number;
}

/**
 * Writes every edition into `dist/`, with its own policy. The pages must be final.
 * In: the folder; the frames; the site's address; its base path without trailing slash.
 */
export async function writeOneFileEditions(
  dist: string,
  frames: Frames,
  site: URL,
  base: string,
): Promise<WrittenEdition[]> {
  const pageAt = (path: string) => readFile(join(dist, path.slice(base.length), 'index.html'), 'utf8');
  const written: WrittenEdition[] = [];
  for (const edition of EDITIONS) {
    const { name, file } = edition;
    const frame = frames.get(name);
    if (frame === undefined) throw new Error(`There is no frame for ${file}.`);
    const script = await bundleFor(edition, `${site.origin}${base}`);
    const assembled = await assemble({ frame, pageAt, origin: site.origin, base, script });
    const { html, hashes } = withPolicy(assembled, file, policyOfFile);
    refuseLeftovers(html, file);
    await writeFile(join(dist, file), html);
    const bytes = Buffer.from(html);
    written.push({ file, bytes: bytes.length, brotli: brotliSize(bytes), ...hashes });
  }
  return written;
}

const brotliSize = (bytes: Buffer): number =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }).length;

/** The sizes of an edition in a line of the build's output. */
export const sizesOf = ({ file, bytes, brotli }: WrittenEdition): string =>
  `${file}: ${bytes.toLocaleString('en')} bytes, ${brotli.toLocaleString('en')} with Brotli`;
