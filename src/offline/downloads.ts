/** What can be downloaded for offline use, under the site's root. */

/** The site as files, for a web server. */
export const ARCHIVE = 'openzfs-problem-notes.zip';

/** Everything in one HTML file that needs no server: English, Chinese, both. */
export const ONE_FILE_EDITIONS = [
  'openzfs-problem-notes.en.html',
  'openzfs-problem-notes.zh.html',
  'openzfs-problem-notes.html',
] as const;

/** The checksums of all of these. */
export const CHECKSUMS = 'SHA256SUMS';
