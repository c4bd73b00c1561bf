import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CONTENT_DIRECTORY, loadKnowledge } from '../../src/knowledge/load.ts';
import { type Answers, filesOf, writeProblem } from '../../tools/new-problem/template.ts';

const content = mkdtempSync(join(tmpdir(), 'content-'));
cpSync(CONTENT_DIRECTORY, content, { recursive: true });
afterAll(() => rmSync(content, { recursive: true }));

const answers: Answers = {
  id: '99999',
  words: 'example',
  title: { en: 'An example: "quoted"', zh: '示例' },
  kind: 'panic',
  component: 'arc',
  form: 'full',
  isPullRequest: false,
};

describe('a new problem', () => {
  it.each([
    ['full', answers],
    ['short', { ...answers, id: '99998', form: 'short', isPullRequest: true } satisfies Answers],
  ] as const)('in %s form is valid from the first moment, in both languages', (form, given) => {
    writeProblem(content, given, filesOf(given, '2.4.4'));
    const problem = loadKnowledge(content).problems.find(({ id }) => id === given.id);
    expect(problem).toMatchObject({ form, title: given.title, extent: 'not-established' });
    expect(problem?.articles.zh.headingIds).toEqual(problem?.articles.en.headingIds);
    expect(problem?.articles.zh.components).toEqual(problem?.articles.en.components);
  });

  it('asks its questions where facts are missing', () => {
    const files = filesOf(answers, '2.4.4');
    for (const text of Object.values(files)) expect(text).toContain('TODO');
  });

  it('does not write over a folder that is there', () => {
    expect(() => writeProblem(content, answers, filesOf(answers, '2.4.4'))).toThrow(/EEXIST/);
  });
});
