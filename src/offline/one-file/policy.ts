import type { InlineHashes } from '../../build/content-security-policy.ts';

/** The policy of a one-file edition: its own script and style sheet, and nothing from anywhere. */
export const policyOfFile = ({ scripts, styles }: InlineHashes): string =>
  [
    "default-src 'none'",
    ['script-src', ...scripts].join(' '),
    ['style-src', ...styles].join(' '),
    'img-src data:',
    // The checker's worker, made from the file's own script.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types site',
  ].join('; ');
