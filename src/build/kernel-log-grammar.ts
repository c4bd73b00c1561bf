import type { LanguageRegistration } from 'shiki';

/** A TextMate grammar for kernel logs: time stamps, the line that says what went wrong, symbols with an offset. */
export const kernelLog: LanguageRegistration = {
  name: 'kernel-log',
  scopeName: 'text.kernel-log',
  aliases: ['log'],
  patterns: [
    {
      name: 'comment.timestamp.kernel-log',
      match: '^\\s*(?:<\\d+>)?(?:\\w{3} +\\d+ [\\d:]+ \\S+ kernel: ?)?\\[[^\\]]*\\d[:.]\\d[^\\]]*\\]',
    },
    {
      name: 'invalid.kernel-log',
      match: '\\b(?:BUG|WARNING|Oops|Kernel panic|kernel BUG at|general protection fault)\\b.*$',
    },
    {
      match: '([A-Za-z_][\\w.]*)\\+0x[0-9a-f]+(?:/0x[0-9a-f]+)?',
      captures: { 1: { name: 'entity.name.function.kernel-log' } },
    },
  ],
  repository: {},
};
