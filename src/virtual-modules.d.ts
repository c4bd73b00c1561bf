/** Made by `src/build/checker-knowledge-plugin.ts` from `content/`. */
declare module 'virtual:checker-knowledge/en' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  export default knowledge;
}

declare module 'virtual:checker-knowledge/zh' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  export default knowledge;
}

/** A style sheet as text, for a script that brings it along. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
