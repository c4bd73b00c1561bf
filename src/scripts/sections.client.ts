/** Marks the current section in the table of contents and lets the language switch lead to the same section. */
export function followSections(): void {
  const contents = document.querySelector<HTMLDetailsElement>('.toc');
  const wide = matchMedia('(width >= 64rem)');
  const unfold = () => {
    if (contents) contents.open = wide.matches;
  };
  wide.addEventListener('change', unfold);
  unfold();

  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const headings = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
  let current = '';
  const mark = () => {
    const line = innerHeight / 3;
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
    const heading = atEnd ? headings.at(-1) : passed.at(-1);
    current = heading ? `#${heading.id}` : '';
    for (const link of links) {
      if (link.hash === current) link.ariaCurrent = 'true';
      else link.removeAttribute('aria-current');
    }
  };
  // Two thirds from below: a heading is current once it has come into the upper third. The observer is told while the
  // page still moves, so the end of a scroll counts as well.
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -67% 0px' });
  for (const heading of headings) observer.observe(heading);
  addEventListener('scrollend', mark);

  const languageSwitch = document.querySelector<HTMLAnchorElement>('[data-language-switch]');
  languageSwitch?.addEventListener('click', () => {
    languageSwitch.hash = current || location.hash;
  });

  // A phone folds the table of contents away after a choice.
  contents?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement && !wide.matches) contents.open = false;
  });
}
