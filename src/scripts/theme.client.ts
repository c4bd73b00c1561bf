const themes = ['auto', 'light', 'dark'] as const;

/** Makes the button in the header go through the three themes; the choice is kept where storage is allowed. */
export function addThemeSwitch(): void {
  const button = document.querySelector<HTMLElement>('[data-theme-switch]');
  const name = button?.querySelector('[data-theme-name]');
  if (!button || !name) return;
  const root = document.documentElement;
  let theme = themes.find((candidate) => candidate === root.dataset.theme) ?? 'auto';
  const show = () => {
    name.textContent = button.dataset[theme] ?? '';
  };
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
    root.dataset.theme = theme;
    show();
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // Storage is blocked: the theme holds for this page.
    }
  });
  show();
}
