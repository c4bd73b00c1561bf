/** What was typed survives when a page is loaded anew for a new version. It never leaves the tab. */
const key = 'carried-text';

const boxes = (): HTMLTextAreaElement[] => [
  ...document.querySelectorAll<HTMLTextAreaElement>('textarea:not([readonly])'),
];

/** Keeps what stands in the boxes for the next load. Out: false if there is no room for it. */
export function carryText(): boolean {
  const texts = boxes().map(({ value }) => value);
  if (texts.every((text) => text === '')) return true;
  try {
    sessionStorage.setItem(key, JSON.stringify(texts));
    return true;
  } catch {
    return false;
  }
}

/** Puts back what was kept, and forgets it. */
export function putTextBack(): void {
  let texts: unknown;
  try {
    texts = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  if (!Array.isArray(texts)) return;
  for (const [index, box] of boxes().entries()) {
    const text: unknown = texts[index];
    if (typeof text !== 'string' || text === '' || box.value !== '') continue;
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
