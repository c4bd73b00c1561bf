import type { Plugin } from 'vite';
import { datesOf } from '../components/figures/dates.ts';
import { loadKnowledge } from '../knowledge/load.ts';

const name = 'virtual:figure-dates';

/** The module `virtual:figure-dates`: when each place that a figure names was tagged or committed, by place. */
export const figureDates = (contentDirectory: string): Plugin => ({
  name,
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) =>
    id === `\0${name}`
      ? `export default ${JSON.stringify(Object.fromEntries(datesOf(loadKnowledge(contentDirectory))))};`
      : undefined,
});
