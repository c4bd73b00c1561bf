/** What stops a derivation: a folder that is no clone, a commit that it lacks. The message is a sentence. */
export class DeriveFault extends Error {}
