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

/** The same element with attributes, none of which is ever pasted text. */
export function withAttributes<Made extends Element>(
  made: Made,
  attributes: Readonly<Record<string, string>>,
): Made {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
