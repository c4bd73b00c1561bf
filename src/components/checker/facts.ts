/** The facts that the table shows, in order, and how each can be corrected. */
export const FACTS = [
  { name: 'module', control: 'text' },
  { name: 'userland', control: null },
  { name: 'kernel', control: 'text' },
  { name: 'directIo', control: 'switch' },
  { name: 'initOnAlloc', control: 'switch' },
  { name: 'initOnFree', control: 'switch' },
  { name: 'pageChecks', control: 'switch' },
] as const;

export type FactName = (typeof FACTS)[number]['name'];
