/**
 * `npm run new-problem -- 18051`: asks for what a new problem needs and writes its folder: `problem.yaml` and the
 * articles in both languages, with the questions to answer. A question that is left open ends `npm test`.
 */
import { readFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { CONTENT_DIRECTORY, loadKnowledge } from '../src/knowledge/load.ts';
import { COMPONENTS, KINDS } from '../src/knowledge/problem.ts';
import { type Answers, filesOf, writeProblem } from './new-problem/template.ts';

/** Asks until the answer fits. Ends the run if the input ends first. */
async function ask(input: Interface, question: string, fits: (answer: string) => boolean): Promise<string> {
  for (;;) {
    const answer = (await input.question(`${question}: `)).trim();
    if (fits(answer)) return answer;
    console.log('That does not fit.');
  }
}

const oneOf =
  (words: readonly string[]) =>
  (answer: string): boolean =>
    words.includes(answer);
const notEmpty = (answer: string): boolean => answer !== '';

async function answersFor(id: string, input: Interface): Promise<Answers> {
  return {
    id,
    words: await ask(input, 'Words for the folder (small letters, hyphens)', (answer) =>
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(answer),
    ),
    title: {
      en: await ask(input, 'Title in English', notEmpty),
      zh: await ask(input, 'Title in Chinese', notEmpty),
    },
    kind: await ask(input, `Kind (${KINDS.join(', ')})`, oneOf(KINDS)),
    component: await ask(input, `Component (${COMPONENTS.join(', ')})`, oneOf(COMPONENTS)),
    form: (await ask(input, 'Form (full, short)', oneOf(['full', 'short']))) === 'full' ? 'full' : 'short',
    isPullRequest:
      (await ask(input, 'Is the number a pull request (yes, no)', oneOf(['yes', 'no']))) === 'yes',
  };
}

const [id = ''] = process.argv.slice(2);
const { problems, releases } = loadKnowledge();
const taken = problems.find((problem) =>
  [problem.id, ...problem.issues.map(String), ...problem.pullRequests.map(String)].includes(id),
);
const newest = releases.tags.at(-1)?.place ?? '';

if (!/^\d+$/.test(id)) {
  console.error('usage: npm run new-problem -- NUMBER, the number of the upstream issue or pull request');
  process.exitCode = 2;
} else if (taken !== undefined) {
  console.error(`${id} is filed under ${taken.id} already: content/problems/${taken.folder}.`);
  process.exitCode = 2;
} else {
  const input = createInterface({ input: process.stdin, output: process.stdout });
  const answers = await answersFor(id, input);
  input.close();
  const folder = writeProblem(CONTENT_DIRECTORY, answers, filesOf(answers, newest));
  console.log(`${folder} is written. Answer what says TODO, then run npm run publish-ids and npm test.`);
  console.log(
    readFileSync(`${folder}/problem.yaml`, 'utf8').split('\n').length,
    'lines of facts to look through.',
  );
}
