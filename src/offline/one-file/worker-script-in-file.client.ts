/**
 * `worker-script.client.ts` for the one-file edition. A page from a disk may not load a worker from a second file, but
 * from its own bytes: the worker is this very script, which knows by the absence of a document what it is.
 */
let address: string | null = null;

/** Throws where the script is not found; the checker then judges without a worker. */
export function workerScript(): string {
  const own = document.querySelector('script[data-worker]')?.textContent;
  if (!own) throw new Error('the file has lost its script');
  address ??= URL.createObjectURL(new Blob([own], { type: 'text/javascript' }));
  return address;
}

/** Chromium starts no module from such an address on a page from a disk. */
export const workerKind: WorkerType = 'classic';
