/**
 * `worker-script.client.ts` for the one-file edition. A page from a disk may not load a worker from a second file, but
 * from its own bytes: the worker is this very script, which knows by the absence of a document what it is.
 */
const own = globalThis.document?.currentScript?.textContent ?? '';

let address: string | null = null;

export function workerScript(): string {
  address ??= URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
  return address;
}

/** Chromium starts no module from such an address on a page from a disk. */
export const workerKind: WorkerType = 'classic';
