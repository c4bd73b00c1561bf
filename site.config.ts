/** Where the site lives when `SITE_URL` does not say otherwise, without a trailing slash. */
export const defaultSiteUrl = 'https://openzfs-problem-notes.example';

/**
 * The languages: the key is the address prefix (English has none), the value is the `lang` of its pages.
 * Pagefind makes one index per distinct tag, so every place that names a tag reads it here.
 */
export const siteLanguages = { en: 'en', zh: 'zh-Hans' } as const;
