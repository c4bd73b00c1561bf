import { resolve } from 'node:path';
import { type Knowledge, loadKnowledge } from '../knowledge/load.ts';

let loaded: Knowledge | undefined;

/**
 * Everything in `content/`, read once per build. The folder is found from the project's root, since a bundled page
 * no longer stands beside `src/`.
 */
export function siteKnowledge(): Knowledge {
  loaded ??= loadKnowledge(resolve('content'));
  return loaded;
}
