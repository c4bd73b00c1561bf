/** What names a person or a machine in a whole paste. */
import { BOX_NAMES, type Paste } from '../../checker/input.ts';
import { findIdentifiers, type Identifier } from '../../checker/redact.ts';

/**
 * Every identifier of a paste, once each. The boxes are searched as one text, so that the same name has the same
 * replacement everywhere; the offsets are those of that text.
 */
export function identifiersIn(paste: Paste): readonly Identifier[] {
  const found = findIdentifiers(BOX_NAMES.map((box) => paste[box] ?? '').join('\n'));
  return [...new Map(found.map((identifier) => [identifier.text, identifier])).values()];
}
