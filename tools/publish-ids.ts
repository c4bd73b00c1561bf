/**
 * `npm run publish-ids`: writes the ids of all problems and the anchors of their sections to `content/published.json`.
 * They are addresses that others link to. An id or an anchor that was on the list and is gone ends the run; nothing is
 * taken off the list.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CONTENT_DIRECTORY, loadKnowledge } from '../src/knowledge/load.ts';

type Published = Record<string, readonly string[]>;

const file = `${CONTENT_DIRECTORY}/published.json`;
const before: Published = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const now: Published = Object.fromEntries(
  loadKnowledge().problems.map(({ id, articles }) => [id, articles.en.headingIds]),
);

/** Addresses that were published and would lead nowhere. */
const gone = Object.entries(before).flatMap(([id, anchors]) => {
  const present = now[id];
  if (present === undefined) return [`/${id}/`];
  return anchors.filter((anchor) => !present.includes(anchor)).map((anchor) => `/${id}/#${anchor}`);
});

if (gone.length > 0) {
  console.error(`Published addresses are gone; bring them back:\n${gone.join('\n')}`);
  process.exitCode = 1;
} else {
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  console.log(`${Object.keys(now).length} problems are on the list.`);
}
