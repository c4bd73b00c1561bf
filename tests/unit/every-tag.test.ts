import { describe, expect, it } from 'vitest';
import { assess } from '../../src/checker/assess.ts';
import { readDefect } from '../../src/checker/defect-state.ts';
import { readSystem, type System } from '../../src/checker/system.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { defectsOf } from '../../src/knowledge/problem.ts';

/** Every release and candidate from 2.0.0 on, as OpenZFS itself prints it, against every problem. No exceptions. */

const loaded = loadKnowledge();
const knowledge = checkerKnowledge(loaded, 'en');
const tags = loaded.releases.tags.map(({ place }) => place).filter((place) => !/\.99$/.test(place));

function systemOf(tag: string): System {
  const read = readSystem({ zfsVersion: `zfs-${tag}\nzfs-kmod-${tag}` }, knowledge);
  if ('fault' in read) throw new Error(`${tag} is not understood: ${read.fault}`);
  return read.system;
}
const systems = new Map(tags.map((tag) => [tag, systemOf(tag)]));

/** The tags at which the checker says that a defect is there. */
function tagsWithDefect(id: string): string[] {
  const problem = knowledge.problems.find((candidate) => candidate.id === id);
  if (problem === undefined) throw new Error(`there is no problem ${id}`);
  return [...systems].flatMap(([tag, system]) => {
    const states = problem.defects.map((defect) => readDefect(system, problem, defect, knowledge).state);
    return states.includes('present') ? [tag] : [];
  });
}

describe('the checker’s “has the defect” and the affected tags of the data', () => {
  it('look at every tag from 2.0.0 to the newest', () => {
    expect(tags.length).toBeGreaterThan(70);
    expect(tags).toContain('2.0.0');
    expect(tags).toContain('2.4.4');
  });

  it.each(loaded.problems.map((problem) => [problem.id, problem] as const))(
    'are the same for %s',
    (id, problem) => {
      const listed = defectsOf(problem).flatMap(({ affectedTags }) => affectedTags);
      const expected = problem.extent === 'every-version' ? tags : tags.filter((tag) => listed.includes(tag));
      expect(tagsWithDefect(id)).toEqual(expected);
    },
  );

  it.each(loaded.problems.map(({ id }) => [id] as const))(
    'lead for %s to no “fixed” or “not affected” at a tag of which nothing is established',
    (id) => {
      const problem = knowledge.problems.find((candidate) => candidate.id === id);
      if (problem === undefined) throw new Error(`there is no problem ${id}`);
      for (const [tag, system] of systems) {
        const states = problem.defects.map((defect) => readDefect(system, problem, defect, knowledge).state);
        if (!states.includes(null)) continue;
        const onLinux: System = {
          ...system,
          platform: problem.defects[0]?.conditions.some(
            (condition) => condition.fact === 'platform' && condition.is.includes('linux'),
          )
            ? 'linux'
            : 'freebsd',
        };
        expect(['unknown', 'affected', 'dormant'], `${id} at ${tag}`).toContain(
          assess(onLinux, problem, knowledge).status,
        );
      }
    },
  );
});
