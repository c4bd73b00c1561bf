import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { headersFile, policyFor, withPolicy } from '../../src/build/content-security-policy.ts';

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}<title>x</title></head><body>${body}</body></html>`;
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy of a page', () => {
  test('stands right after the charset and changes nothing else', () => {
    const { html, hashes } = withPolicy(page(''), 'index.html');
    expect(html).toBe(page(`<meta http-equiv="Content-Security-Policy" content="${policyFor(hashes)}">`));
  });

  test('names the hash of each inline script and style, in the bytes of the page', () => {
    const { hashes } = withPolicy(
      page('<script>a < b && "é"</script><style>a > b {}</style>', '<style>c{}</style>'),
      'x',
    );
    expect(hashes.scripts).toEqual([hashOf('a < b && "é"')]);
    expect(hashes.styles).toEqual([hashOf('a > b {}'), hashOf('c{}')].sort());
  });

  test('needs no hash for a script with an address or a block of data', () => {
    const { hashes } = withPolicy(
      page('<script src="/x.js"></script><script type="application/ld+json">{}</script>'),
      'x',
    );
    expect(hashes.scripts).toEqual([]);
  });

  test.each([
    ['<p style="color:red">', 'a.html:1: <p> has style="color:red", which the policy blocks'],
    ['<template><p style="x"></p></template>', 'has style="x"'],
    ['<button onclick="x()">', '<button> has onclick="…", which the policy blocks'],
    ['<a href=" javascript:x">', 'javascript: address'],
  ])('refuses %s', (body, sentence) => {
    expect(() => withPolicy(page('', body), 'a.html')).toThrow(sentence);
  });

  test('refuses a page without a charset', () => {
    expect(() => withPolicy('<!DOCTYPE html><title>x</title>', 'a.html')).toThrow(
      'a.html: the page has no <meta charset>',
    );
  });
});

test('the headers carry one policy with the hashes of all pages', () => {
  const headers = headersFile(
    [
      { scripts: ["'a'"], styles: [] },
      { scripts: ["'a'", "'b'"], styles: ["'c'"] },
    ],
    '/notes',
  );
  expect(headers).toContain("script-src 'self' 'wasm-unsafe-eval' 'a' 'b'; style-src 'self' 'c';");
  expect(headers).toContain("frame-ancestors 'none'");
  expect(headers).toContain('\n/notes/*.txt\n  Content-Type: text/plain; charset=utf-8\n');
  expect(headers).toContain('\n/notes/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
});
