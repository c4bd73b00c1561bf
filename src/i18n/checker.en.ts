/** The interface texts of the checker in English; the shape of the Chinese ones. */
export const checkerTexts = {
  heading: 'Check a system',
  commandLine: 'Kernel command line',
  commandLineHint:
    'What cat /proc/cmdline prints. The line from a log or a boot loader’s file is understood too.',
  zfsVersion: 'zfs version',
  zfsVersionHint: 'Both lines if you have them. The one with zfs-kmod decides.',
  anything: 'Anything else',
  anythingHint:
    'uname -a, module parameters, zfs get direct, lines of the kernel log. One paste with everything is fine.',
  gather:
    'Run this and paste all of it into the last box, or fill the boxes one by one. It reads only; dmesg may need root.',
  private: 'Nothing you paste leaves this page.',
  clear: 'Clear all boxes',
  needsScript: 'The checker needs JavaScript. Without it, use the decision path of each problem.',
  empty: 'The verdict appears here as you type.',
  loading: 'Loading the checker…',
  failed:
    'The checker could not be loaded. Check the connection and type again; the decision path works without it.',
  verdict: 'Verdict',
  expect: 'What to expect',
  why: 'Why',
  next: 'What to do',
  settle: 'What to paste next',
  readFrom: 'read: ',
  facts: 'What was read',
  fact: 'Fact',
  value: 'Value',
  source: 'From',
  module: 'Kernel module',
  userland: 'Userland',
  kernel: 'Kernel',
  initOnAlloc: 'init_on_alloc',
  initOnFree: 'init_on_free',
  pageChecks: 'Page checks',
  directIo: 'Direct I/O',
  on: 'on',
  off: 'off',
  notKnown: 'not known',
  notFound: 'not found',
  article: 'The whole analysis',
  boxes: {
    commandLine: 'from the box “Kernel command line”',
    zfsVersion: 'from the box “zfs version”',
    text: 'from the box “Anything else”',
    byHand: 'entered by hand',
  },
  correct: 'Correct it',
  asRead: 'as read',
  inPlace: 'In the pasted text',
  insteadOf: 'was believed, not',
  conflicts: {
    'module-versions':
      'The paste has several versions of the kernel module. A running module is believed before a package or a file name: ',
    'log-against-command-line':
      'The boot log and the command line disagree. The boot log says what is in force: ',
    'parameter-against-command-line':
      'The parameter was changed after the boot. The running value is believed: ',
  },
  unreadable: {
    module:
      'This is not a version of OpenZFS. Expected something like 2.3.4-1 or 2.3.99-90_g38c0324c0f; the correction is not used.',
    kernel:
      'This is not a kernel release. Expected what uname -r prints, such as 6.12.85+deb13-amd64; the correction is not used.',
  },
  report: {
    heading: 'Take a report away',
    hint: 'For an issue or a forum. Names and identifiers are replaced; tick one to leave it as it is. Nothing is sent.',
    format: 'Format',
    formats: { markdown: 'GitHub Markdown', plain: 'Plain text', header: 'Header of the OpenZFS bug report' },
    language: 'Language',
    redacted: 'Replaced; tick what may stay',
    nothingRedacted: 'Nothing in the quoted words had to be replaced.',
    preview: 'The report',
    copy: 'Copy the report',
    copyLink: 'Copy a link with the facts',
    linkHint: 'The link holds versions and switches only, no pasted text.',
  },
  upgrades: {
    heading: 'Where an upgrade leads',
    lead: 'The same evidence, judged with the newest release of this line and of each later one.',
    clear: 'none of the problems above affects it any more',
    remaining: 'still affected by',
    added: 'newly affected by',
    opened: 'to be looked at',
  },
  others: 'The other problems',
  standings: {
    affected: 'Affects this system',
    'seen-in-log': 'Seen in the log',
    'hinted-in-log': 'A line of the log fits, but other faults print it too',
    dormant: 'There, but kept closed',
    'open-question': 'Cannot be told yet',
    'depends-on-use': 'Depends on how the machine is used',
    'not-established': 'Not established by anyone',
    clear: 'Fixed, or does not concern this system',
  },
  announceAll: (counts: string) => `Verdict: ${counts}.`,
  announce: (status: string, lead: string) => `Verdict: ${status}. ${lead}`,
};

export type CheckerTexts = typeof checkerTexts;
