import type { ReportTexts } from './report-texts.ts';

/** The sentences of a report in English. */
export const reportTexts: ReportTexts = {
  title: 'OpenZFS Problem Notes: check of one system',
  verdict: 'Verdict',
  expect: 'What to expect',
  facts: 'What was read',
  reasons: 'Why',
  asked: 'What would settle it',
  links: 'Read on',
  module: 'Kernel module',
  userland: 'Userland',
  kernel: 'Kernel',
  distribution: 'Distribution',
  architecture: 'Architecture',
  directIo: 'Direct I/O',
  initOnAlloc: 'init_on_alloc',
  initOnFree: 'init_on_free',
  pageChecks: 'Page checks',
  on: 'on',
  off: 'off',
  notKnown: 'not known',
  notFound: 'not found',
  amIAffected: 'Am I affected?',
  whatToDo: 'What to do',
  readFrom: 'read: ',
  colon: ': ',
  opening: ' (',
  closing: ')',
  redacted:
    'Identifiers (names, addresses, serial numbers, keys) are redacted unless the sender chose to leave one in; the same word always has the same replacement, such as [host-1].',
  madeBy: (address, version, date) => `Made with ${address}, version ${version}, on ${date}.`,
};
