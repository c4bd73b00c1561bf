import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import Checker from '../checker/Checker.astro';
import DecisionPath from '../checker/DecisionPath.astro';
import Mechanism from '../figures/Mechanism.astro';
import ZeroPageLife from '../figures/ZeroPageLife.astro';
import Builders from './Builders.astro';
import Claim from './Claim.astro';
import Claims from './Claims.astro';
import Commit from './Commit.astro';
import Evidence from './Evidence.astro';
import Fact from './Fact.astro';
import Grades from './Grades.astro';
import Kernel from './Kernel.astro';
import LineNotes from './LineNotes.astro';
import Measures from './Measures.astro';
import NotEstablished from './NotEstablished.astro';
import Note from './Note.astro';
import OutcomeMatrix from './OutcomeMatrix.astro';
import type { ArticleContext } from './references.ts';
import Said from './Said.astro';
import Signatures from './Signatures.astro';
import Source from './Source.astro';
import SourceList from './SourceList.astro';
import Steps from './Steps.astro';
import Terms from './Terms.astro';
import Version from './Version.astro';
import Windows from './Windows.astro';

/**
 * A component that is always given certain properties, so that an article can write `<Fact name="…" />` and import
 * nothing. It copies the three fields by which Astro recognises a component; they are Astro's internals, which is why
 * this happens in one place only.
 */
function bind(component: AstroComponentFactory, given: Record<string, unknown>): AstroComponentFactory {
  const bound: AstroComponentFactory = (result, props, slots) =>
    component(result, { ...props, ...given }, slots);
  return Object.assign(bound, {
    isAstroComponentFactory: true,
    moduleId: component.moduleId,
    propagation: component.propagation,
  });
}

/** The words an article may use as components, each knowing the problem and the language. */
export function articleComponents(article: ArticleContext): Record<string, AstroComponentFactory> {
  const { language, problem } = article;
  const inArticle = {
    Builders,
    Claim,
    Claims,
    Commit,
    Evidence,
    Fact,
    Grades,
    Kernel,
    LineNotes,
    Measures,
    Mechanism,
    NotEstablished,
    Note,
    OutcomeMatrix,
    Said,
    Signatures,
    Source,
    SourceList,
    Steps,
    Terms,
    Version,
    Windows,
    ZeroPageLife,
  };
  const ofChecker = { Checker, DecisionPath };
  return Object.fromEntries([
    ...Object.entries(inArticle).map(([name, component]) => [name, bind(component, { article })]),
    ...Object.entries(ofChecker).map(([name, component]) => [name, bind(component, { language, problem })]),
  ]);
}
