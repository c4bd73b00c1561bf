/** The files of a new problem: valid from the first moment, with a question wherever a fact is missing. */
import { mkdirSync, writeFileSync } from 'node:fs';

export interface Answers {
  /** The number of the upstream issue or pull request. */
  readonly id: string;
  /** The words of the folder's name. */
  readonly words: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly kind: string;
  readonly component: string;
  readonly form: 'full' | 'short';
  readonly isPullRequest: boolean;
}

type Language = 'en' | 'zh';
type Section = readonly [id: string, heading: Readonly<Record<Language, string>>, questions: string];

const SECTIONS: Readonly<Record<Answers['form'], readonly Section[]>> = {
  full: [
    [
      'am-i-affected',
      { en: 'Am I affected?', zh: '我受影响吗' },
      'Which versions, on which platform, under which conditions?',
    ],
    [
      'what-to-do',
      { en: 'What to do', zh: '现在怎么办' },
      'What stops the damage now, what lasts, what does each not do?',
    ],
    ['background', { en: 'Background', zh: '背景' }, 'Which terms and which history does the reader need?'],
    ['mechanism', { en: 'Mechanism', zh: '机制' }, 'What happens, step by step, in which function?'],
    ['symptoms', { en: 'Symptoms', zh: '症状' }, 'What does one see, which lines are in the log, verbatim?'],
    ['root-cause', { en: 'Root cause', zh: '根因' }, 'Which lines of code, brought by which commit?'],
    ['fix', { en: 'Fix', zh: '修复' }, 'Which commit on which branch, first in which tag?'],
    ['best-practices', { en: 'Best practices', zh: '最佳实践' }, 'What follows for running such systems?'],
    [
      'reproduction',
      { en: 'Reproduction', zh: '复现' },
      'Who reproduced it and how? What is not established?',
    ],
    ['summary', { en: 'Summary', zh: '小结' }, 'The whole in four sentences.'],
  ],
  short: [
    [
      'am-i-affected',
      { en: 'Am I affected?', zh: '我受影响吗' },
      'Which versions, on which platform, under which conditions?',
    ],
    [
      'what-to-do',
      { en: 'What to do', zh: '现在怎么办' },
      'What stops it, what lasts? None established: say so.',
    ],
    ['symptoms', { en: 'Symptoms', zh: '症状' }, 'What does one see, which lines are in the log, verbatim?'],
    ['what-is-known', { en: 'What is known', zh: '已知情况' }, 'Cause, commits, what is not established?'],
  ],
};

const LAST = {
  en: ['Sources', 'Everything above rests on these.'],
  zh: ['来源', '以上内容依据这些来源。'],
} as const;

const quoted = (text: string): string => JSON.stringify(text);

const sourceOf = ({ id, isPullRequest }: Answers): string => `${isPullRequest ? 'pull' : 'issue'}-${id}`;

function facts(answers: Answers, reportedIn: string): string {
  const { id, title, kind, component, form, isPullRequest } = answers;
  const kindOfPage = isPullRequest ? 'pull' : 'issues';
  return `# Everything established about OpenZFS ${id}. The article and the verdict are made from this file; its fields are
# documented in src/knowledge/problem.ts. Set extent to windows as soon as an introducing or fixing commit is known; then
# name the commits and run npm run derive -- --openzfs CLONE, which computes places, windows and affected tags.
id: ${quoted(id)}
form: ${form}
title:
  en: ${quoted(title.en)}
  zh: ${quoted(title.zh)}
summary:
  en: "TODO: the answer in one sentence"
  zh: "TODO：一句话说明结论"
kind: ${kind}
status: open
component: ${component}
platforms: [linux]
issues: [${isPullRequest ? '' : id}]
pullRequests: [${isPullRequest ? id : ''}]
similarReports: []
lastSeen: null
extent: not-established
reportedIn: [${quoted(reportedIn)}] # TODO: the versions that the report names
introduced: []
fixed: []
windows: []
affectedTags: []
affectedBaseTags: []
conditions:
  - { fact: platform, is: [linux], otherwise: not-affected }
related: []
unsettled: []
relations: []
buildsNamed: []
kernelsNamed: []
facts: {}
outcomes:
  - id: expected
    when: {}
    outcome: unknown
    grade: reported
    expect:
      en: "TODO: what the reader will see"
      zh: "TODO：读者会看到什么"
    sources: [${sourceOf(answers)}]
signatures: []
measures: []
fixedIn:
  en: "TODO: which versions to run"
  zh: "TODO：该运行哪些版本"
notEstablished:
  - en: "TODO: what nobody has established"
    zh: "TODO：哪些尚未查明"
sources:
  - id: ${sourceOf(answers)}
    title:
      en: "OpenZFS ${isPullRequest ? 'pull request' : 'issue'} ${id}"
      zh: "OpenZFS ${isPullRequest ? 'pull request' : 'issue'} ${id}"
    url: https://github.com/openzfs/zfs/${kindOfPage}/${id}
`;
}

function article(answers: Answers, language: Language): string {
  const [heading, sentence] = LAST[language];
  const source = `<Source ids="${sourceOf(answers)}" grade="reported" />`;
  const sections = SECTIONS[answers.form].map(([id, headings, questions]) =>
    [
      `## ${headings[language]} [#${id}]`,
      `{/* ${questions} */}`,
      language === 'en' ? `TODO ${source}` : `TODO${source}`,
      ...(id === 'am-i-affected' ? ['<Checker />'] : []),
      ...(id === 'reproduction' || id === 'what-is-known' ? ['<NotEstablished />'] : []),
    ].join('\n\n'),
  );
  return [
    `---\ntitle: ${quoted(answers.title[language])}\ndescription: "TODO"\n---`,
    ...sections,
    `## ${heading} [#sources]`,
    sentence,
    '<SourceList />',
    '',
  ].join('\n\n');
}

/**
 * The files of a new problem by name.
 * @param reportedIn a version that stands in until the report's own is written, such as the newest tag
 */
export const filesOf = (answers: Answers, reportedIn: string): Readonly<Record<string, string>> => ({
  'problem.yaml': facts(answers, reportedIn),
  'en.mdx': article(answers, 'en'),
  'zh.mdx': article(answers, 'zh'),
});

/**
 * Writes the files into a folder of their own.
 * @returns the folder
 * @throws Error if the folder is there already
 */
export function writeProblem(
  contentDirectory: string,
  { id, words }: Answers,
  files: Readonly<Record<string, string>>,
): string {
  const folder = `${contentDirectory.replace(/\/$/, '')}/problems/${id}-${words}`;
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  return folder;
}
