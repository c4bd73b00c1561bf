/** The texts of the figures in English; the shape of the Chinese ones. */
export const figureTexts = {
  windows: {
    caption: 'The defect in the history of OpenZFS',
    scale: 'Time runs downwards, in order and not to scale. Defaults are those of Linux.',
    present: 'has the defect',
    presentDirectIo: 'has the defect, Direct I/O on by default',
    closed: 'has the defect, a default keeps it closed',
    closedDirectIo: 'has the defect, Direct I/O off by default',
    without: 'does not have it',
    unsettled: 'not established',
    event: {
      affected: 'has the defect',
      directIoOn: 'Direct I/O on by default',
      dormant: 'closed by default',
      directIoOff: 'Direct I/O off by default',
      fixed: 'fixed',
      'not-affected': 'does not have it',
      unknown: 'not established',
    },
    introduced: 'introduced by',
    by: 'by',
    leaves: (line: string) => `${line} leaves master`,
    leaveInTurn: (line: string) => `${line} leaves master, newer lines after it`,
    asOf: (date: string) => `As of ${date}`,
    notFixed: (lines: string) => `not fixed: ${lines}`,
    newerLines: (line: string) => `${line}+`,
    olderLines: (line: string) => `≤ ${line}`,
    colon: ': ',
    separator: ', ',
    here: 'your build',
    heading: 'Where this build stands',
    marked: 'The build is marked in the figure above.',
    nowhere: {
      range: (version: string, from: string, until: string) =>
        `${version} names no commit: it stands somewhere from ${from} to before ${until}, so no point is marked.`,
      open: (version: string, from: string) =>
        `${version} names no commit: it stands somewhere from ${from} on, so no point is marked.`,
      outside: (version: string) => `${version} has no place in the history of OpenZFS that these data know.`,
      older: (version: string) => `${version} is older than everything in the figure.`,
    },
  },
};

export type FigureTexts = typeof figureTexts;
