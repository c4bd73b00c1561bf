/** The checker's worker, as a file of its own. */
import { answerPage } from './answer-page.ts';

answerPage();
