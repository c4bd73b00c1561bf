/**
 * Pages for the other numbers of a problem: its further issues and its pull requests lead to it. They are pages and no
 * server's rules, so that they work wherever the files lie.
 */
import type { SiteLanguage } from '../paths.ts';
import { joinBase } from '../paths.ts';

/** What a redirect needs to know of a problem. */
export interface Numbered {
  readonly id: string;
  readonly issues: readonly number[];
  readonly pullRequests: readonly number[];
}

export interface RedirectPage {
  /** Under the folder of the site: `16642/index.html`, `zh/16642/index.html`. */
  readonly file: string;
  readonly html: string;
}

const WORDS: Readonly<Record<SiteLanguage, { lang: string; text: (from: number, to: string) => string }>> = {
  en: { lang: 'en', text: (from, to) => `${from} is filed under ${to}` },
  zh: { lang: 'zh-Hans', text: (from, to) => `${from} 收在 ${to} 之下` },
};

function page(number: number, id: string, language: SiteLanguage, base: string, site: URL): RedirectPage {
  const prefix = language === 'en' ? '' : `${language}/`;
  const target = joinBase(base, `/${prefix}${id}/`);
  const { lang, text } = WORDS[language];
  const words = text(number, id);
  return {
    file: `${prefix}${number}/index.html`,
    html:
      `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width"><title>${words}</title>` +
      `<meta http-equiv="refresh" content="0; url=${target}"><meta name="robots" content="noindex">` +
      `<link rel="canonical" href="${new URL(target, site).href}"></head>` +
      `<body><main><h1>${words}</h1><p><a href="${target}">${id}</a></p></main></body></html>`,
  };
}

/**
 * The pages that lead from other numbers to the problems.
 * @param base the base path of the site, `/` or `/notes/`
 * @param site its address
 * @returns pages in both languages, none for an id itself
 */
export function redirectPages(problems: readonly Numbered[], base: string, site: URL): RedirectPage[] {
  return problems.flatMap(({ id, issues, pullRequests }) =>
    [...new Set([...issues, ...pullRequests])]
      .filter((number) => String(number) !== id)
      .flatMap((number) => [page(number, id, 'en', base, site), page(number, id, 'zh', base, site)]),
  );
}
