/** Where there is room, the contents of each article stand beside it, unfolded. */
export function unfoldContents(): void {
  const wide = matchMedia('(width >= 64rem)');
  const unfold = (): void => {
    for (const contents of document.querySelectorAll<HTMLDetailsElement>('.toc'))
      contents.open = wide.matches;
  };
  wide.addEventListener('change', unfold);
  unfold();
}
