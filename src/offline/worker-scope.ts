/** What a service worker uses of its global scope; TypeScript's library for pages does not describe it. */

export interface Lasting extends Event {
  /** Keeps the worker alive until the promise is settled. */
  waitUntil(promise: Promise<unknown>): void;
}

export interface Fetching extends Lasting {
  readonly request: Request;
  /** The page that asks; empty for a navigation. */
  readonly clientId: string;
  respondWith(response: Promise<Response>): void;
}

export interface Receiving<Message> extends Lasting {
  readonly data: Message;
}

/** A page of the site that is open. */
export interface OpenPage {
  readonly url: string;
  postMessage(message: unknown): void;
  navigate(url: string): Promise<unknown>;
}

export interface WorkerScope<Message = never> {
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Receiving<Message>) => void): void;
  skipWaiting(): Promise<void>;
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: {
    claim(): Promise<void>;
    get(id: string): Promise<OpenPage | undefined>;
    matchAll(options?: {
      readonly type?: 'window';
      readonly includeUncontrolled?: boolean;
    }): Promise<readonly OpenPage[]>;
  };
}
