import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTENT_DIRECTORY, ContentError, loadKnowledge } from '../../src/knowledge/load.ts';

const FOLDER = 'problems/16689-zero-page';
const YAML = `${FOLDER}/problem.yaml`;
const INTRODUCING = 'a10e552b9992673626f7a2ffcc234337f23410c9';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(CONTENT_DIRECTORY, directory, { recursive: true });
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Replaces the first occurrence; a text that is not there would make the test mean nothing. */
function change(file: string, from: string, to: string): void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(path, text.replace(from, to));
}

/** The sentences of the ContentError that loading ends with. */
function sentences(): string[] {
  try {
    loadKnowledge(directory);
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('one defect in a copy of the content', () => {
  it('none: the copy loads', () => {
    expect(sentences()).toEqual([]);
  });

  it.each(['en', 'zh'])('an article without %s.mdx', (language) => {
    rmSync(join(directory, FOLDER, `${language}.mdx`));
    expect(sentences()).toEqual([`${FOLDER}: ${language}.mdx is missing; an article has both languages.`]);
  });

  it.each([
    ['digits and an e', '12e34567'],
    ['digits only', '1234567890123456789012345678901234567890'],
  ])('a commit without quotes that YAML reads as a number: %s', (_, commit) => {
    change(YAML, INTRODUCING, commit);
    expect(sentences()).toEqual([
      `${YAML}: introduced.0.commit: expected a commit in quotes (YAML reads 12e34567 as a number).`,
    ]);
  });

  it('a shortened commit', () => {
    change(YAML, INTRODUCING, INTRODUCING.slice(0, 10));
    expect(sentences()).toEqual([
      `${YAML}: introduced.0.commit: expected a full commit hash of 40 hexadecimal digits.`,
    ]);
  });

  it('a field that the schema does not know, at the top and inside', () => {
    change(YAML, 'kind: memory-corruption', 'kind: memory-corruption\ncolour: red');
    change(YAML, 'place: 2.2.99-700', 'place: 2.2.99-700\n    weight: 3');
    const found = sentences();
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(expect.stringMatching(`^${YAML}: the file: .*"colour"`));
    expect(found).toContainEqual(expect.stringMatching(`^${YAML}: introduced\\.0: .*"weight"`));
  });

  it.each(['zfs-2.2.99-700', '2.2.99_700', '2.3', 'v2.3.0'])('a place in the wrong notation: %s', (place) => {
    change(YAML, 'place: 2.2.99-700', `place: "${place}"`);
    expect(sentences()).toEqual([
      `${YAML}: introduced.0.place: expected a place in OpenZFS history such as "2.2.99-700", "2.3.0-rc3-33" or "2.3.0".`,
    ]);
  });

  it('a place in the wrong notation in the releases', () => {
    change('openzfs-releases.json', '"place": "2.3.0-rc1"', '"place": "zfs-2.3.0-rc1"');
    expect(sentences()).toContainEqual(
      expect.stringMatching(
        /^openzfs-releases\.json: tags\.\d+\.place: expected a place such as "2\.2\.99-700"\.$/,
      ),
    );
  });

  it('a folder whose name does not begin with the id', () => {
    renameSync(join(directory, FOLDER), join(directory, 'problems/zero-page'));
    expect(sentences()).toEqual([
      'problems/zero-page/problem.yaml: the folder "zero-page" does not begin with the id 16689.',
    ]);
  });

  it('a text that is missing in one language', () => {
    change(YAML, '  zh: 直接 I/O 写入把内核零页的引用计数多减了一次\n', '');
    expect(sentences()).toEqual([`${YAML}: title.zh: expected a text in Chinese.`]);
  });

  it('an id and a date that are no text, each with its own sentence', () => {
    change(YAML, 'id: "16689"', 'id: 16689');
    change(YAML, 'date: "2024-09-14"', 'date: 14 September');
    expect(sentences()).toEqual([
      `${YAML}: id: expected the id in quotes.`,
      `${YAML}: introduced.0.date: expected a date such as "2024-09-14".`,
    ]);
  });

  it('a word outside a closed set: the sentence lists the set', () => {
    change(YAML, 'kind: memory-corruption', 'kind: crash');
    const [sentence] = sentences();
    expect(sentence).toMatch(new RegExp(`^${YAML}: kind: `));
    for (const word of ['memory-corruption', 'panic', 'data-error', 'performance', 'behaviour-change']) {
      expect(sentence).toContain(word);
    }
  });

  it('a build option of a distribution that is neither true nor false', () => {
    change('distributions.yaml', 'vendorBackports: false', 'vendorBackports: perhaps');
    expect(sentences()).toEqual([
      'distributions.yaml: distributions.0.vendorBackports: expected true or false.',
    ]);
  });

  // Known gaps: these end the build with an error that names no file of the content, or no cause.
  it('YAML that cannot be read', () => {
    change(YAML, 'kind: memory-corruption', 'kind: [memory-corruption');
    expect(sentences()).toContainEqual(expect.stringContaining(YAML));
  });

  it('JSON that cannot be read', () => {
    writeFileSync(join(directory, 'openzfs-releases.json'), '{');
    expect(sentences()).toContainEqual(expect.stringContaining('openzfs-releases.json'));
  });

  it('a problem without problem.yaml', () => {
    rmSync(join(directory, YAML));
    expect(sentences()).toContainEqual(expect.stringContaining(YAML));
  });

  it('a stray file among the problems', () => {
    writeFileSync(join(directory, 'problems/notes.txt'), '');
    expect(sentences()).toContainEqual(expect.stringContaining('problems/notes.txt'));
  });

  it('a window whose place is on another line than it says', () => {
    change(YAML, '{ line: master, from: 2.2.99-700', '{ line: "2.3", from: 2.2.99-700');
    expect(sentences()).toContainEqual(expect.stringContaining('says line 2.3 but the place is on master'));
  });
});
