/**
 * Reads `content/` from the disk and checks it: each file against its schema, then the files against each other.
 * Used by the build, the terminal checker and the tests; the browser gets the result.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'astro/zod';
import { parse } from 'yaml';
import { type ArticleOutline, outlineOf } from './article-outline.ts';
import { contradictions } from './contradictions.ts';
import { distributionsSchema } from './distributions.ts';
import { type Parameter, parametersSchema } from './parameters.ts';
import { type Problem, problemSchema } from './problem.ts';
import { type Releases, releasesSchema } from './releases.ts';

export interface LoadedProblem extends Problem {
  /** Name of its folder in `content/problems/`. */
  readonly folder: string;
  /** Names of the files in its `evidence/`. */
  readonly evidenceFiles: readonly string[];
  readonly articles: Readonly<Record<'en' | 'zh', ArticleOutline>>;
}

export interface Knowledge {
  readonly problems: readonly LoadedProblem[];
  readonly releases: Releases;
  readonly distributions: z.infer<typeof distributionsSchema>;
  readonly parameters: readonly Parameter[];
}

/** The project's own `content/` folder. */
export const CONTENT_DIRECTORY = fileURLToPath(new URL('../../content/', import.meta.url));

/** Thrown when content is wrong; the message has one sentence a line, each naming the file. */
export class ContentError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ContentError';
  }
}

/** Data against a schema; its faults become sentences that name the file. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  file: string,
): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  throw new ContentError(
    result.error.issues.map((issue) => {
      const where = issue.path.length === 0 ? 'the file' : issue.path.join('.');
      return `${file}: ${where}: ${issue.message}.`;
    }),
  );
}

/** Names in a folder, sorted; none if the folder does not exist. */
function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

function readArticle(directory: string, folder: string, language: 'en' | 'zh'): ArticleOutline {
  const file = `${directory}/${language}.mdx`;
  if (existsSync(file)) return outlineOf(readFileSync(file, 'utf8'));
  throw new ContentError([`problems/${folder}: ${language}.mdx is missing; an article has both languages.`]);
}

/** Reads a file of data; its faults become sentences that name it. */
export function parsed(contentDirectory: string, file: string): unknown {
  const path = `${contentDirectory}/${file}`;
  if (!existsSync(path)) throw new ContentError([`${file} is missing.`]);
  const text = readFileSync(path, 'utf8');
  const format = file.endsWith('.json') ? 'JSON' : 'YAML';
  try {
    return format === 'JSON' ? JSON.parse(text) : parse(text);
  } catch (error) {
    throw new ContentError([
      `${file} cannot be read as ${format}: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
}

function loadProblem(contentDirectory: string, folder: string): LoadedProblem {
  if (!statSync(`${contentDirectory}/problems/${folder}`).isDirectory()) {
    throw new ContentError([`problems/${folder} is no folder; problems/ holds one folder for each problem.`]);
  }
  const file = `problems/${folder}/problem.yaml`;
  const problem = checked(problemSchema, parsed(contentDirectory, file), file);
  const directory = `${contentDirectory}/problems/${folder}`;
  return {
    ...problem,
    folder,
    evidenceFiles: namesIn(`${directory}/evidence`),
    articles: { en: readArticle(directory, folder, 'en'), zh: readArticle(directory, folder, 'zh') },
  };
}

/**
 * Reads and checks everything that the site knows.
 * @param contentDirectory the folder with `problems/`, `openzfs-releases.json`, `distributions.yaml` and `parameters.yaml`
 * @returns the knowledge, problems in ascending order of their folder names
 * @throws ContentError with sentences that say which file is wrong and why
 */
export function loadKnowledge(contentDirectory: string = CONTENT_DIRECTORY): Knowledge {
  const releases = checked(
    releasesSchema,
    parsed(contentDirectory, 'openzfs-releases.json'),
    'openzfs-releases.json',
  );
  const distributions = checked(
    distributionsSchema,
    parsed(contentDirectory, 'distributions.yaml'),
    'distributions.yaml',
  );
  const { parameters } = checked(
    parametersSchema,
    parsed(contentDirectory, 'parameters.yaml'),
    'parameters.yaml',
  );
  const problems = namesIn(`${contentDirectory}/problems`).map((folder) =>
    loadProblem(contentDirectory, folder),
  );
  const found = contradictions({ problems, releases, distributions, parameters });
  if (found.length > 0) throw new ContentError(found);
  return { problems, releases, distributions, parameters };
}
