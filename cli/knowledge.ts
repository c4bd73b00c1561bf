/** Where the terminal checker gets its knowledge: from `content/`. The packed checker has it inside instead. */
import type { CheckerKnowledge } from '../src/checker/knowledge-types.ts';
import type { Language } from '../src/i18n/verdict-texts.ts';
import { checkerKnowledge } from '../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';

/** Knowledge with its texts in one language. */
export const knowledgeIn = (language: Language): CheckerKnowledge =>
  checkerKnowledge(loadKnowledge(), language);
