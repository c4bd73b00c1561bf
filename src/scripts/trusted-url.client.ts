/**
 * The one Trusted Types policy of the site. Its name can be used once for each document, so whoever starts a script from
 * an address asks here.
 */
import checkerWorkerUrl from '../components/checker/checker.worker.ts?worker&url';
import { pathTo } from '../paths.ts';

/** What the browser has of Trusted Types; TypeScript's DOM does not describe it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { readonly createScriptURL: (url: string) => string };
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The scripts that are started from an address; the policy knows no others. */
export const scriptUrls = { checkerWorker: checkerWorkerUrl, serviceWorker: pathTo('/sw.js') };

function onlyOwn(url: string): string {
  if (!Object.values(scriptUrls).includes(url)) throw new TypeError(`${url} is none of the site's workers`);
  return url;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** An address of `scriptUrls` in the form that the browser accepts. Throws for any other. */
export function trustedUrl(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('site', { createScriptURL: onlyOwn });
  return policy?.createScriptURL(url) ?? onlyOwn(url);
}
