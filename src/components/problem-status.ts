import type { Status } from '../i18n/interface.ts';
import type { Problem } from '../knowledge/problem.ts';

/** The shape that marks whether upstream has fixed a problem; its word is of its own. */
export const PROBLEM_STATUS_SHAPE: Readonly<Record<Problem['status'], Status>> = {
  fixed: 'fixed',
  'partly-fixed': 'dormant',
  open: 'affected',
  'by-design': 'unknown',
};
