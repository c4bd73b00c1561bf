import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
import { findIdentifiers, redact } from '../../src/checker/redact.ts';
import { systemObject } from '../../src/checker/report.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

/** What `collect.sh` prints is read by the checker: facts and verdicts. The texts are written by collect-script.test.ts. */

const FOLDER = 'tests/fixtures/collected';
const knowledge = checkerKnowledge(loadKnowledge(), 'en');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', ''));

const read = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');

function judged(text: string) {
  const judgement = judge({ text }, knowledge);
  if ('fault' in judgement) throw new Error(`unusable: ${judgement.fault}`);
  const { system, assessments } = judgement;
  return {
    system: systemObject(system),
    commandLine: system.commandLine?.evidence.text ?? null,
    direct: Object.fromEntries(system.direct.map(({ dataset, value }) => [dataset, value])),
    usage: Object.fromEntries(system.usage.map(({ id, value }) => [id, value])),
    signatures: system.signatures.map(({ id }) => id),
    verdicts: Object.fromEntries(
      assessments.map(({ problem, status, outcome }) => [problem, { status, outcome }]),
    ),
    conflicting: system.zfs.conflicting.map(({ version }) => version.text),
    wrapper: system.commandLine?.wrapper ?? null,
  };
}

describe('the output of collect.sh', () => {
  it.each(names)('is read from %s as its fixture expects', (name) => {
    const { expected } = JSON.parse(read(`${name}.json`));
    const found = judged(read(`${name}.txt`));
    expect(found).toMatchObject(expected);
    expect(found.usage).toEqual(expected.usage);
    expect(found.conflicting).toEqual([]);
    expect(found.wrapper).toBe(expected.commandLine === null ? null : 'prompt');
  });

  it.each(names)('is read from %s the same with a terminal’s prompt, CR LF and a fence around it', (name) => {
    const text = read(`${name}.txt`);
    const wrapped = `user@host:~$ sh collect.sh\r\n\`\`\`\r\n${text.replaceAll('\n', '\r\n')}\`\`\`\r\n`;
    expect(judged(wrapped)).toEqual(judged(text));
  });

  it.each([
    ['arch-2.2.1-everything', ['styx', 'vault', '3f0c7a52', 'cryptroot']],
    ['debian-13-2.3.99-90', ['db1', 'tank', 'vg0', 'wwn-']],
    ['freebsd-14.1', ['nas', 'zroot']],
    ['ubuntu-24.04-2.3.0-rc2', ['rpool', '7kq2xw', 'b1f7c9b2', 'photos']],
  ])('is hidden of %s where it names something', (name, secrets) => {
    const text = read(`${name}.txt`);
    const hidden = redact(text, findIdentifiers(text), new Set());
    for (const secret of secrets) expect(text).toContain(secret);
    expect(secrets.filter((secret) => new RegExp(`\\b${secret}`).test(hidden))).toEqual([]);
  });
});
