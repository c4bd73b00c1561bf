/** `npm run derive`: brings content/ to what a clone of OpenZFS says, or tells where they differ. */
import { runDerive } from './derive/run.ts';

process.exitCode = runDerive(process.argv.slice(2), console);
