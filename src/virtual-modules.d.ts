/** Made by `src/build/checker-knowledge-plugin.ts` from `content/`. */
declare module 'virtual:checker-knowledge/en' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  export default knowledge;
}

declare module 'virtual:checker-knowledge/zh' {
  const knowledge: import('./checker/knowledge-types.ts').CheckerKnowledge;
  export default knowledge;
}

/** Made by `src/build/figure-dates-plugin.ts` from `content/`. */
declare module 'virtual:figure-dates' {
  const dates: Readonly<Record<string, string>>;
  export default dates;
}
