/** Judges short pastes at once and long ones in a worker, so that typing is never held up by a long log. */
import { type Corrections, NO_CORRECTIONS } from '../../checker/corrections.ts';
import type { Paste } from '../../checker/input.ts';
import { type Judgement, judge, type Unusable } from '../../checker/judge.ts';
import type { CheckerKnowledge } from '../../checker/knowledge-types.ts';
import type { Identifier } from '../../checker/redact.ts';
import { checkerWorkerUrl, trustedUrl } from '../../scripts/trusted-url.client.ts';
import type { WorkerMessage } from './answer-page.ts';
import { workerKind } from './worker-script.client.ts';

/** A judged paste. A long one comes with what a report must not name, since finding it takes long too. */
export interface Judged {
  readonly result: Judgement | Unusable;
  readonly identifiers: readonly Identifier[] | null;
}

/**
 * Judges a paste; of several requests only the newest is answered.
 * @returns the answer, or null where a newer request has taken its place
 */
export type JudgeSoon = (paste: Paste, corrections?: Corrections) => Promise<Judged | null>;

interface Request {
  readonly paste: Paste;
  readonly corrections: Corrections;
  readonly answer: (answer: Judged | null) => void;
}

/**
 * UTF-16 units in all boxes that are judged at once: a kernel log of this length takes 3 ms, the worst text known to
 * `npm run bench` 16 ms, which is one frame.
 */
const LONGEST_AT_ONCE = 8_000;

const lengthOf = (paste: Paste): number =>
  Object.values(paste).reduce((sum, text) => sum + (text?.length ?? 0), 0);

/** A worker that has its knowledge, or null where the browser refuses to make one. */
function startWorker(knowledge: CheckerKnowledge): Worker | null {
  try {
    const worker = new Worker(trustedUrl(checkerWorkerUrl()), { type: workerKind });
    worker.postMessage({ knowledge } satisfies WorkerMessage);
    return worker;
  } catch {
    return null;
  }
}

/**
 * The judge of one checker. The worker is made for the first long paste. Without one, long pastes are judged on the
 * main thread: slower, never wrong.
 * @param knowledge in the language of the page; sent to the worker once
 */
export function judgeInWorker(knowledge: CheckerKnowledge): JudgeSoon {
  /** undefined: not needed yet; null: there is none. */
  let worker: Worker | null | undefined;
  /** One paste is with the worker at a time; while it works, only the newest of the others waits. */
  let working: Request | null = null;
  let waiting: Request | null = null;
  let newest: Request | null = null;

  const settle = (request: Request, answer: Judged): void =>
    request.answer(request === newest ? answer : null);
  const judgeHere = (request: Request): void =>
    settle(request, {
      result: judge(request.paste, knowledge, request.corrections),
      identifiers: null,
    });

  const send = (to: Worker, request: Request): void => {
    working = request;
    const { paste, corrections } = request;
    to.postMessage({ paste, corrections } satisfies WorkerMessage);
  };

  const answered = (from: Worker, answer: Judged): void => {
    if (working !== null) settle(working, answer);
    working = null;
    const next = waiting;
    waiting = null;
    if (next !== null) send(from, next);
  };

  /** The script was blocked, or the worker ended: what it still owes is judged here. */
  const failed = (): void => {
    worker = null;
    const owed = waiting ?? working;
    if (owed !== working) working?.answer(null);
    working = null;
    waiting = null;
    if (owed !== null) judgeHere(owed);
  };

  const start = (): Worker | null => {
    const started = startWorker(knowledge);
    started?.addEventListener('message', ({ data }: MessageEvent<Judged>) => answered(started, data));
    started?.addEventListener('error', failed);
    started?.addEventListener('messageerror', failed);
    return started;
  };

  const take = (request: Request): void => {
    newest = request;
    waiting?.answer(null);
    waiting = null;
    if (lengthOf(request.paste) <= LONGEST_AT_ONCE) {
      judgeHere(request);
      return;
    }
    if (worker === undefined) worker = start();
    if (worker === null) judgeHere(request);
    else if (working === null) send(worker, request);
    else waiting = request;
  };

  return (paste, corrections = NO_CORRECTIONS) =>
    new Promise((answer) => take({ paste, corrections, answer }));
}
