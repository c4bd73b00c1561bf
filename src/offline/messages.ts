/** What the pages and the service worker say to each other. */
import type { SiteLanguage } from '../paths.ts';

/** What a page asks of the worker. `tell` asks for the state; `takeOver` lets a waiting version replace the old one. */
export type Order =
  | { readonly save: SiteLanguage }
  | { readonly remove: SiteLanguage }
  | { readonly tell: true }
  | { readonly takeOver: true };

/** A language that is saved whole. */
export interface SavedCopy {
  /** When, as ISO 8601. */
  readonly when: string;
  /** What it takes on this device. */
  readonly bytes: number;
}

/** What the worker says to all pages of the site. `failed` is the name of the browser's error. */
export type Report =
  | { readonly saved: Readonly<Record<SiteLanguage, SavedCopy | null>> }
  | { readonly language: SiteLanguage; readonly done: number; readonly total: number }
  | { readonly language: SiteLanguage; readonly failed: string }
  | { readonly updateFailed: true };

/** What the build writes into the worker. */
export interface Build {
  /** The base path with its last slash. */
  readonly base: string;
  /** Changes with every saved byte and with the worker's own code. */
  readonly version: string;
  readonly lists: Readonly<Record<SiteLanguage, { readonly integrity: string; readonly bytes: number }>>;
}

/** What is saved of a language: paths under the base (empty for the home page), each with its hash as `integrity`. */
export type SavedList = Readonly<Record<string, string>>;
