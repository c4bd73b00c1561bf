/** A problem's article as plain text for a terminal, made from the built page. */
import { elementsIn, type HtmlElement, parsePage } from '../../build/html.ts';
import { gradeTexts, interfaceTexts } from '../../i18n/interface.ts';
import { textEditionTexts } from '../../i18n/text-edition.ts';
import { GRADES } from '../../knowledge/problem.ts';
import type { SiteLanguage } from '../../paths.ts';
import { linesIn, underlined } from './blocks.ts';
import { LinkNumbers } from './link-numbers.ts';
import { hasClass } from './nodes.ts';
import { wrap } from './wrap.ts';

/** Columns of a line; two fewer than a terminal usually has. */
export const WIDTH = 78;

/** Before the further lines of an entry at the top. */
const HANGING = '    ';

export interface ArticlePage {
  readonly html: string;
  readonly language: SiteLanguage;
  /** The full address of the page. */
  readonly address: string;
  /** The full address of the text in the other language, and of the checker. */
  readonly otherText: string;
  readonly checker: string;
  /** The day of the build. */
  readonly date: string;
}

/** The text of an article, with a newline at its end. Throws if the page lacks a part that every article has. */
export function articleText({ html, language, address, otherText, checker, date }: ArticlePage): string {
  const elements = elementsIn(parsePage(html));
  const part = (what: string, fits: (element: HtmlElement) => boolean): HtmlElement => {
    const found = elements.find(fits);
    if (found === undefined)
      throw new Error(`The page ${address} has no ${what}, which its text edition needs.`);
    return found;
  };
  const article = part('article', ({ tagName }) => tagName === 'article');
  const words = interfaceTexts(language);
  const texts = textEditionTexts(language);
  const style = {
    width: WIDTH,
    links: new LinkNumbers(address),
    checker: `${texts.checker}${words.colon}${checker}`,
    colon: words.colon,
  };
  const [head, ...rest] = elementsIn(article).filter(
    (element) => element.parentNode === article && !hasClass(element, 'toc'),
  );
  if (head === undefined) throw new Error(`The article of ${address} is empty.`);
  const title = part('h1', ({ tagName }) => tagName === 'h1');
  const lead = part('lead', (element) => hasClass(element, 'lead'));
  const summary = part('summary', (element) => hasClass(element, 'summary'));
  const grades = GRADES.map((grade) => {
    const { mark, word } = gradeTexts(language, grade);
    return `${mark} ${word}`;
  }).join(words.listSeparator);
  const frame = [
    [texts.address, address],
    [texts.otherLanguage, otherText],
    [texts.checker, checker],
    [texts.date, date],
    [texts.licence, words.licences],
    [texts.marks, texts.marksText + grades],
  ].flatMap(([name, value]) =>
    wrap(`${name}${words.colon}${value}`, WIDTH - HANGING.length).map((line, index) =>
      index === 0 ? line : HANGING + line,
    ),
  );
  const body = [
    linesIn({ ...title, childNodes: [title] } as HtmlElement, style),
    frame,
    linesIn({ ...summary, childNodes: [summary] } as HtmlElement, style),
    linesIn(lead, style),
    ...rest.map((block) => linesIn(block, style)),
  ];
  const links = style.links.lines();
  const ending = links.length === 0 ? [] : [...underlined([texts.links], '-'), '', ...links];
  return `${[...body, ending]
    .filter(({ length }) => length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
