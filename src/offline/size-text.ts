/** A size as a reader sees it, in both languages: `640 kB`, `3.8 MB` (1 MB = 1,000,000 bytes). */
export function sizeText(bytes: number): string {
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
