/** Reads many files of many commits at once. */
import type { Repository } from './git.ts';

const HEADER = /^([0-9a-f]{40,64}) (\w+) (\d+)$/;

/** From each name (`<commit>:<path>`) that exists to its object. */
function objectsOf(names: readonly string[], { git }: Repository): ReadonlyMap<string, string> {
  const answers = git(['cat-file', '--batch-check'], `${names.join('\n')}\n`).split('\n');
  return new Map(
    names.flatMap((name, index): [string, string][] => {
      const [, object, kind] = HEADER.exec(answers[index] ?? '') ?? [];
      return object === undefined || kind !== 'blob' ? [] : [[name, object]];
    }),
  );
}

/**
 * Reads files, each content once.
 * @param names `<commit>:<path>`
 * @returns from the name to the text, one character for each byte; without the names that do not exist
 */
export function readBlobs(names: readonly string[], repository: Repository): ReadonlyMap<string, string> {
  if (names.length === 0) return new Map();
  const objects = objectsOf(names, repository);
  const wanted = [...new Set(objects.values())];
  const texts = new Map<string, string>();
  const answer =
    wanted.length === 0 ? '' : repository.gitBytes(['cat-file', '--batch'], `${wanted.join('\n')}\n`);
  let position = 0;
  for (const object of wanted) {
    const start = answer.indexOf('\n', position) + 1;
    const size = Number(HEADER.exec(answer.slice(position, start - 1))?.[3] ?? 0);
    texts.set(object, answer.slice(start, start + size));
    position = start + size + 1;
  }
  return new Map([...objects].map(([name, object]) => [name, texts.get(object) ?? '']));
}
