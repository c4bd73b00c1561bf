/** The script of the checker's worker: a file of its own on the site. The one-file edition has another form of this. */
import url from './checker.worker.ts?worker&url';

export const workerScript = (): string => url;

export const workerKind: WorkerType = 'module';
