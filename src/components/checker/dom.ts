/** Builds elements from text. Pasted text only ever becomes a text node. */

type Child = Node | string | null;

/**
 * An element with a class and children.
 * @param tag its name
 * @param className empty for none
 * @param children strings become text nodes; null is left out
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}
