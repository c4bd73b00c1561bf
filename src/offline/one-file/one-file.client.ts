/**
 * Everything that the one-file edition does, in one script. The checker's worker is made from the same script: where
 * there is no document, this is the worker.
 */
import { answerPage } from '../../components/checker/answer-page.ts';
import { prepareCheckers } from '../../components/checker/checker-loader.client.ts';
import { addCodeButtons } from '../../scripts/copy.client.ts';
import { openLogNotes } from '../../scripts/log-notes.client.ts';
import { filterRegisters } from '../../scripts/register.client.ts';
import { turnSteps } from '../../scripts/step.client.ts';
import { addThemeSwitch } from '../../scripts/theme.client.ts';
import { addSearchField } from './search-field.client.ts';
import { unfoldContents } from './unfold-contents.client.ts';

if (globalThis.document === undefined) {
  answerPage();
} else {
  addThemeSwitch();
  addCodeButtons();
  unfoldContents();
  filterRegisters();
  openLogNotes();
  prepareCheckers();
  turnSteps();
  addSearchField();
}
