/**
 * The one Trusted Types policy of the site. Its name can be used once for each document, so whoever starts a script from
 * an address asks here.
 */
import { workerScript } from '../components/checker/worker-script.client.ts';
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
export const checkerWorkerUrl = workerScript;
export const serviceWorkerUrl = (): string => pathTo('/sw.js');

function onlyOwn(url: string): string {
  if (url !== checkerWorkerUrl() && url !== serviceWorkerUrl())
    throw new TypeError(`${url} is none of the site's workers`);
  return url;
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** One of these addresses in the form that the browser accepts. Throws for any other. */
export function trustedUrl(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('site', { createScriptURL: onlyOwn });
  return policy?.createScriptURL(url) ?? onlyOwn(url);
}
