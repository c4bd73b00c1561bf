/** Reads of a problem.yaml what its derivation needs, and nothing else: the file may still lack its texts. */
import { parse } from 'yaml';
import { parsePlace } from '../../src/knowledge/place.ts';
import { DeriveFault } from './fault.ts';

/** Where a list of commits stands in the file: `['fixed']`, `['followUp', 'fixed']`. */
export type Path = readonly (string | number)[];

export interface ListedCommit {
  readonly path: Path;
  readonly commit: string;
}

/** A problem's own defect, or its follow-up's. */
export interface ListedDefect {
  /** Empty, or `['followUp']`. */
  readonly path: Path;
  readonly introduced: readonly ListedCommit[];
  readonly fixed: readonly ListedCommit[];
  readonly assumedFrom: readonly string[];
  /** Whether it depends on the default of zfs_dio_enabled on Linux. */
  readonly directIo: boolean;
}

export interface ListedProblem {
  /** Below the content folder. */
  readonly file: string;
  readonly text: string;
  /** The parsed file. */
  readonly data: unknown;
  readonly defects: readonly ListedDefect[];
  readonly related: readonly ListedCommit[];
  /** Whether its versions are those of its windows; otherwise there are none to derive. */
  readonly hasWindows: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

const COMMIT = /^[0-9a-f]{40}$/;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether conditions ask for Direct I/O, on Linux; a defect of FreeBSD alone has no default of Linux. */
const isDirectIo = (conditions: readonly Fields[]): boolean =>
  conditions.some(({ fact }) => fact === 'direct-io') &&
  conditions.every(({ fact, is }) => fact !== 'platform' || !Array.isArray(is) || is.includes('linux'));

/** `followUp.fixed[0]` */
export const describePath = (path: Path): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');

/** The value at a path; undefined where there is none. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) => (value as Record<string | number, unknown> | undefined)?.[part],
    data,
  );

/**
 * Reads a problem.
 * @param file its name, for sentences
 * @throws DeriveFault if it is no YAML, or a commit or place in it is none
 */
export function readProblem(file: string, text: string): ListedProblem {
  const fault = (path: Path, sentence: string) =>
    new DeriveFault(`${file}: ${describePath(path)}: ${sentence}.`);
  const data = (() => {
    try {
      return parse(text);
    } catch (error) {
      throw new DeriveFault(
        `${file} cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  })();
  if (!isFields(data)) throw new DeriveFault(`${file} holds no fields.`);

  const listAt = (path: Path): readonly unknown[] => {
    const list = valueAt(data, path) ?? [];
    if (!Array.isArray(list)) throw fault(path, 'expected a list');
    return list;
  };
  const commitsAt = (path: Path): readonly ListedCommit[] =>
    listAt(path).map((entry, index) => {
      const commit = isFields(entry) ? entry.commit : undefined;
      if (typeof commit !== 'string' || !COMMIT.test(commit)) {
        throw fault(
          [...path, index, 'commit'],
          'expected a full commit hash of 40 hexadecimal digits, in quotes',
        );
      }
      return { path: [...path, index], commit };
    });
  const placesAt = (path: Path): readonly string[] =>
    listAt(path).map((place, index) => {
      try {
        parsePlace(String(place));
      } catch (error) {
        throw fault([...path, index], error instanceof Error ? error.message : String(error));
      }
      return String(place);
    });
  const defectAt = (path: Path): ListedDefect => ({
    path,
    introduced: commitsAt([...path, 'introduced']),
    fixed: commitsAt([...path, 'fixed']),
    assumedFrom: placesAt([...path, 'assumedFrom']),
    directIo: isDirectIo(listAt([...path, 'conditions']).filter(isFields)),
  });
  return {
    file,
    text,
    data,
    defects: [defectAt([]), ...(isFields(data.followUp) ? [defectAt(['followUp'])] : [])],
    related: commitsAt(['related']),
    hasWindows: (data.extent ?? 'windows') === 'windows',
  };
}
