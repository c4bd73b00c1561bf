/** The list of all problems as plain text, with their status and the addresses of their texts. */
import { interfaceTexts } from '../../i18n/interface.ts';
import { textEditionTexts } from '../../i18n/text-edition.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { SiteLanguage } from '../../paths.ts';
import { WIDTH } from './article-text.ts';
import { underlined } from './blocks.ts';
import { wrap } from './wrap.ts';

const INDENT = '       ';

/** In: the problems; the language; what makes a full address of a path without language. */
export function indexText(
  problems: readonly Problem[],
  language: SiteLanguage,
  addressOf: (path: string) => string,
  wholeFile: string,
): string {
  const words = interfaceTexts(language);
  const texts = textEditionTexts(language);
  const [first] = problems;
  const entries = problems.map(({ id, title, status }) =>
    [
      ...wrap(title[language], WIDTH - INDENT.length).map(
        (line, index) => (index === 0 ? id.padEnd(INDENT.length) : INDENT) + line,
      ),
      `${INDENT}${words.problemStatus[status]}`,
      `${INDENT}${addressOf(`/${id}.txt`)}`,
    ].join('\n'),
  );
  return `${[
    underlined([texts.indexTitle], '=').join('\n'),
    wrap(texts.indexText(addressOf(`/${first?.id ?? ''}.txt`)), WIDTH).join('\n'),
    `${INDENT}${wholeFile}`,
    ...entries,
    wrap(words.licences, WIDTH).join('\n'),
  ].join('\n\n')}\n`;
}
