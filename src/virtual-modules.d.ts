/** Made by `src/build/checker-knowledge-plugin.ts` from `content/`. */
declare module 'virtual:checker-knowledge/en' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  /** When each place that a figure names was tagged or committed, by place. */
  export const dates: Readonly<Record<string, string>>;
  export default knowledge;
}

declare module 'virtual:checker-knowledge/zh' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  /** When each place that a figure names was tagged or committed, by place. */
  export const dates: Readonly<Record<string, string>>;
  export default knowledge;
}

/** A style sheet as text, for a script that brings it along. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
