/** Judges long pastes off the page's main thread. The first message brings the knowledge, every other one a paste. */
import type { Corrections } from '../../checker/corrections.ts';
import type { Paste } from '../../checker/input.ts';
import { judge } from '../../checker/judge.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';

export type WorkerMessage =
  | { readonly knowledge: CheckerKnowledge }
  | { readonly paste: Paste; readonly corrections: Corrections };

let knowledge: CheckerKnowledge | null = null;

self.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
  if ('knowledge' in data) knowledge = data.knowledge;
  else if (knowledge !== null) self.postMessage(judge(data.paste, knowledge, data.corrections));
});
