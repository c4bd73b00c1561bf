import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/checker/judge.ts';
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
    expect(found.conflicting).toEqual([]);
    expect(found.wrapper).toBe(expected.commandLine === null ? null : 'prompt');
  });

  it.each(names)('is read from %s the same with a terminal’s prompt, CR LF and a fence around it', (name) => {
    const text = read(`${name}.txt`);
    const wrapped = `user@host:~$ sh collect.sh\r\n\`\`\`\r\n${text.replaceAll('\n', '\r\n')}\`\`\`\r\n`;
    expect(judged(wrapped)).toEqual(judged(text));
  });
});
