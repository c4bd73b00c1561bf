/**
 * Judges long pastes off the page's main thread, and finds in them what a report must not name. The first message
 * brings the knowledge, every other one a paste.
 */
import type { Corrections } from '../../checker/corrections.ts';
import type { Paste } from '../../checker/input.ts';
import { judge } from '../../checker/judge.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import { identifiersIn } from './identifiers-in-paste.ts';
import type { Judged } from './judge-in-worker.client.ts';

export type WorkerMessage =
  | { readonly knowledge: CheckerKnowledge }
  | { readonly paste: Paste; readonly corrections: Corrections };

/** Makes the worker that this runs in answer the page that made it. */
export function answerPage(): void {
  let knowledge: CheckerKnowledge | null = null;
  self.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    if ('knowledge' in data) knowledge = data.knowledge;
    else if (knowledge !== null) {
      const result = judge(data.paste, knowledge, data.corrections);
      const identifiers = 'fault' in result ? [] : identifiersIn(data.paste);
      self.postMessage({ result, identifiers } satisfies Judged);
    }
  });
}
