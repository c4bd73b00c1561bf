import type { Status } from '../i18n/interface.ts';

/** The tone of each status: the class that colours it. */
export const STATUS_TONE: Readonly<Record<Status, string>> = {
  affected: 'affected',
  dormant: 'dormant',
  fixed: 'good',
  'not-affected': 'good',
  unknown: 'unknown',
};

/** The id of the symbol that draws a status; `StatusShapes.astro` holds the symbols. */
export const shapeId = (status: Status): string => `shape-${status}`;
