/** Bytes from standard input or a file, as text. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { MAXIMUM_BYTES } from '../src/checker/input.ts';

/** Bytes that are no UTF-8 are read as Latin-1: a command line may hold any byte, and none may be lost. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** A stream of bytes as text; reading stops once it is certainly too long for the checker. */
export async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAXIMUM_BYTES) break;
  }
  return decode(Buffer.concat(chunks));
}

/** A file as text, or the code of the error that keeps it from being read (`ENOENT`, `EISDIR`). */
export async function readFileText(file: string): Promise<{ text: string } | { code: string }> {
  try {
    return { text: await readText(createReadStream(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return { code: typeof code === 'string' ? code : 'unknown' };
  }
}
