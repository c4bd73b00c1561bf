import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModuleParameters } from '../../src/checker/facts/module-parameters.ts';

const PATH = '/sys/module/zfs/parameters/zfs_dio_enabled';
const read = (text: string) =>
  readModuleParameters(text).map(({ name, value, origin }) => `${name}=${value} ${origin}`);

test.each([
  ['grep -H', `${PATH}:1`],
  ['grep in the folder', 'zfs_dio_enabled:1'],
  ['an assignment', 'zfs_dio_enabled=1'],
  ['an assignment with blanks', '  zfs_dio_enabled = 1'],
  ['an arrow', `${PATH} -> 1`],
  ['a comment', `# ${PATH}:1`],
  ['arc_summary', '        zfs_dio_enabled                                                1'],
  ['cat', `root@elm:~# cat ${PATH}\n1\nroot@elm:~#`],
  ['sudo cat', `$ sudo cat ${PATH}\r\n1\r\n`],
  ['grep of one file', `$ grep . ${PATH}\n1`],
  ['cat in the folder', '[root@elm parameters]# cat zfs_dio_enabled\n1'],
  ['tail of several files', `==> ${PATH} <==\n1`],
  ['cat after echo', `# echo 1 > ${PATH}; cat ${PATH}\n1`],
])('the running value is read from %s', (_, text) => {
  expect(read(text)).toEqual(['zfs_dio_enabled=1 running']);
});

test('one cat of several files gives their values in order', () => {
  const text = `$ cat ${PATH} /sys/module/zfs/parameters/zfs_abd_scatter_enabled\n0\n1\n`;
  expect(read(text)).toEqual(['zfs_dio_enabled=0 running', 'zfs_abd_scatter_enabled=1 running']);
});

test('options of modprobe.d are configuration, not the running value', () => {
  const text = '/etc/modprobe.d/zfs.conf:options zfs zfs_dio_enabled=0 zfs_arc_max="8589934592"';
  expect(read(text)).toEqual(['zfs_dio_enabled=0 configuration', 'zfs_arc_max=8589934592 configuration']);
});

test.each([
  ['sysctl', 'vfs.zfs.dio_enabled: 1', 'zfs_dio_enabled=1 running'],
  ['sysctl that changed it', 'vfs.zfs.dio_enabled: 0 -> 1', 'zfs_dio_enabled=1 running'],
  ['sysctl -e and sysctl.conf', 'vfs.zfs.bclone_enabled=0', 'zfs_bclone_enabled=0 configuration'],
  ['loader.conf', 'vfs.zfs.vdev.max_active="1000"', 'zfs_vdev_max_active=1000 configuration'],
])('FreeBSD’s name of a parameter is read from %s', (_, text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  ['a command that sets it', `# echo 0 > ${PATH}\n# `],
  ['tee, which repeats what it wrote', `$ echo 0 | sudo tee ${PATH}\n0`],
  ['the kernel command line', 'root=/dev/sda1 zfs.zfs_dio_enabled=0 quiet'],
  ['a line of the kernel command line', 'zfs.zfs_dio_enabled=0'],
  ['a commented option', '# options zfs zfs_dio_enabled=0'],
  ['a command that writes an option', "echo 'options zfs zfs_dio_enabled=0' >> /etc/modprobe.d/zfs.conf"],
  ['options of another module', 'options kvm zfs_dio_enabled=0'],
  ['a missing file', `$ cat ${PATH}\ncat: ${PATH}: No such file or directory\n1`],
  ['a prompt behind cat', `$ cat ${PATH}\nroot@elm:~#`],
  ['a pattern of files', `$ cat /sys/module/zfs/parameters/zfs_dio_*\n1`],
  ['another parameter', 'init_on_alloc=1'],
  ['a sentence', 'zfs_dio_enabled: it should be 0 on this machine'],
  ['lsmod', 'zfs                  5902336  0'],
])('%s is not a value', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('the span covers name and value', () => {
  const text = `> $ cat ${PATH}\n> 1\n`;
  const [found] = readModuleParameters(text);
  expect(found?.span.text).toBe(`${PATH}\n> 1`);
  expect(text.slice(found?.span.start, found?.span.end)).toBe(found?.span.text);
});

test.each([
  ['quote marks', (text: string) => text.replaceAll(/^/gm, '>> ')],
  ['indentation', (text: string) => text.replaceAll(/^/gm, '\t')],
  ['colours', (text: string) => text.replace('zfs_dio', '\u001b[31mzfs_dio\u001b[0m')],
])('%s change nothing', (_, disturb) => {
  expect(read(disturb(`${PATH}:0\n$ cat ${PATH}\n1`))).toEqual([
    'zfs_dio_enabled=0 running',
    'zfs_dio_enabled=1 running',
  ]);
});

const pieces = [
  'cat ',
  PATH,
  '\n',
  ':1',
  ' = ',
  '1',
  'options zfs ',
  'zfs_dio_enabled',
  '=0 ',
  '==> ',
  ' <==',
  '> ',
  '\u001b[1m',
  ';',
];

test('any text is read without an error, and every span is a piece of it', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const { span, value } of readModuleParameters(text)) {
        expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(value).not.toBe('');
      }
    }),
  );
});

test.each([
  'cat ',
  'zfs_',
  'options zfs ',
  ' zfs_a=1',
  `cat ${PATH} `,
  '/',
  'grep . zfs_a ',
  `${PATH}:1\n`,
  ' ',
  '==> zfs_',
])(
  'a megabyte of %j is read in seconds',
  (piece) => {
    readModuleParameters(piece.repeat(1_000_000 / piece.length));
    readModuleParameters(`options zfs ${piece.repeat(1_000_000 / piece.length)}`);
  },
  20_000,
);
