import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute } from '../../src/build/html.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { columnsOf } from '../../src/offline/text/columns.ts';
import { dist, internalTarget, pageAt } from './dist.ts';

const { problems } = loadKnowledge();
const texts = problems
  .flatMap(({ id }) => [
    { id, language: 'en' as const, path: `/${id}.txt` },
    { id, language: 'zh' as const, path: `/zh/${id}.txt` },
  ])
  .map((text) => ({ ...text, content: readFileSync(join(dist, text.path), 'utf8') }));

/** Code and logs are indented, addresses cannot be broken. */
const mayBeLong = (line: string): boolean =>
  /^ {4}/.test(line) || /^\s*\S+$/.test(line) || line.includes('://');

describe.each(texts)('$path', ({ id, language, content }) => {
  test('has no line over 78 columns but code, logs and addresses', () => {
    expect(content.split('\n').filter((line) => columnsOf(line) > 78 && !mayBeLong(line))).toEqual([]);
  });

  test('begins no line with closing punctuation', () => {
    expect(content.match(/^ *[，。、；：？！）」』】》”]/gmu)).toBeNull();
  });

  test('holds the title, the address, the status, the date and the licence before the first section', () => {
    const [head = ''] = content.split(/\n-+\n/);
    const problem = problems.find((candidate) => candidate.id === id);
    const inOneLine = head.replace(/\n */g, language === 'zh' ? '' : ' ');
    expect(inOneLine.replaceAll(' ', '')).toContain(problem?.title[language].replaceAll(' ', ''));
    expect(head).toMatch(new RegExp(`https?://\\S+${language === 'zh' ? '/zh' : ''}/${id}/\n`));
    expect(head).toMatch(/CC BY 4\.0/);
    expect(head).toMatch(/\d{4}-\d\d-\d\d/);
    expect(head).toMatch(language === 'zh' ? /^状态：/m : /^Status: /m);
  });

  test('is plain: no markup, no entity, no space before a line’s end', () => {
    const prose = content.replace(/^ {4}.*$/gm, '');
    expect(
      prose
        .replace(/`[^`]*`/g, '')
        .match(/<\/?(?:p|a|div|span|code|strong|li|td|small)\b|&(?:amp|lt|gt|quot|#\d+);/g),
    ).toBeNull();
    expect(prose.match(/[ \t]+$/gm)).toBeNull();
    expect(content.endsWith('\n') && !content.endsWith('\n\n')).toBe(true);
  });

  test('is named by its page, in the head and in sight', () => {
    const page = pageAt(language === 'zh' ? `/zh/${id}/` : `/${id}/`);
    const leading = page.elements.filter((element) => {
      const href = attribute(element, 'href');
      return (
        href !== null &&
        internalTarget(page, href)?.path === (language === 'zh' ? `/zh/${id}.txt` : `/${id}.txt`)
      );
    });
    expect(leading.map(({ tagName }) => tagName)).toEqual(['link', 'a']);
  });
});

test.each(['/16689.txt', '/zh/16689.txt'])('%s keeps every command of its page as it is', (path) => {
  const content = readFileSync(join(dist, path), 'utf8');
  for (const { commands } of problems.find(({ id }) => id === '16689')?.measures ?? []) {
    for (const command of commands) expect(content).toContain(`# ${command}`);
  }
});

test.each(['/index.txt', '/zh/index.txt'])('%s lists every problem with its status and address', (path) => {
  const content = readFileSync(join(dist, path), 'utf8');
  for (const { id } of problems)
    expect(content).toMatch(new RegExp(`^${id} .*\\n(?: .*\\n)+? +\\S+/${id}\\.txt$`, 'm'));
});

test('the headers name the type and the encoding of texts', () => {
  const headers = readFileSync(join(dist, '_headers'), 'utf8');
  expect(headers).toMatch(/\/\*\.txt\n {2}Content-Type: text\/plain; charset=utf-8/);
});
