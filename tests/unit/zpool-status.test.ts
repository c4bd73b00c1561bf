import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPools } from '../../src/checker/facts/zpool-status.ts';

const TANK = `  pool: tank
 state: DEGRADED
status: One or more devices has experienced an unrecoverable error.
action: Determine if the device needs to be replaced.
  scan: scrub repaired 0B in 01:12:00 with 0 errors on Sun Nov 10 01:36:01 2024
config:

\tNAME        STATE     READ WRITE CKSUM   DIO
\ttank        DEGRADED     0     0     0     -
\t  mirror-0  DEGRADED     0     0     0     3
\t    sda     ONLINE       0     0     0     -
\t    sdb     FAULTED      0    12     0     -  too many errors
\t  mirror-1  ONLINE       0     0     0  1.2K
\tspares
\t  sdz       AVAIL

errors: No known data errors
`;

const RPOOL = `  pool: rpool
 state: ONLINE
config:

\tNAME        STATE     READ WRITE CKSUM
\trpool       ONLINE       0     0     0
\t  nvme0n1   ONLINE       0     0     7

errors: 2 data errors, use '-v' for a list
`;

const read = (text: string) => readPools(text).map(({ span: _, ...pool }) => pool);

const TANK_READ = {
  name: 'tank',
  state: 'DEGRADED',
  errors: 'No known data errors',
  directIoErrors: [
    { device: 'mirror-0', count: '3' },
    { device: 'mirror-1', count: '1.2K' },
  ],
};
const RPOOL_READ = {
  name: 'rpool',
  state: 'ONLINE',
  errors: "2 data errors, use '-v' for a list",
  directIoErrors: [],
};

describe('zpool-status(8)', () => {
  test('the DIO column of -d is read per device, a dash is no count', () => {
    expect(read(TANK)).toEqual([TANK_READ]);
  });

  test('without -d there is no such column', () => {
    expect(read(RPOOL)).toEqual([RPOOL_READ]);
  });

  test('several pools stand below each other', () => {
    expect(read(`${RPOOL}\n${TANK}`)).toEqual([RPOOL_READ, TANK_READ]);
  });

  test('the column is found by its heading where -s and -e add others', () => {
    const text =
      '  pool: p\n state: ONLINE\n\tNAME STATE READ WRITE CKSUM SLOW DIO\n\tp ONLINE 0 0 0 - -\n\t  sda ONLINE 0 0 0 8 5\n';
    expect(read(text)).toMatchObject([{ directIoErrors: [{ device: 'sda', count: '5' }] }]);
  });

  test('quoting, colours, CR LF and a cut end change nothing', () => {
    const quoted = RPOOL.split('\n').map((line) => `> \u001b[1m${line}\u001b[0m`);
    expect(read(quoted.join('\r\n'))).toEqual([RPOOL_READ]);
    expect(read(TANK.slice(0, 40))).toEqual([
      { name: 'tank', state: 'DEGRADED', errors: null, directIoErrors: [] },
    ]);
  });

  test.each([
    'pool: tank',
    'pool: https://example.org',
    'My pool: state: ONLINE',
    'pool:\nstate: ONLINE',
    '',
  ])('%j is no pool', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('any text is read without an error, and every span is a piece of it', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            'pool: a\n',
            'state: ONLINE\n',
            'NAME STATE READ WRITE CKSUM DIO\n',
            'a ONLINE 0 0 0 1\n',
            '> ',
          ),
          fc.string(),
        ),
      )
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (pasted) => {
        for (const { span } of readPools(pasted)) expect(pasted.slice(span.start, span.end)).toBe(span.text);
      }),
    );
  });
});
