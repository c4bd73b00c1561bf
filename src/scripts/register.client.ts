/** Filters and sorts the list of problems. What was chosen stands in the address, so that it can be sent to somebody. */

type Order = (a: HTMLElement, b: HTMLElement) => number;

const number = (item: HTMLElement): number => Number(item.dataset.number ?? 0);
const byDate: Order = (a, b) => (b.dataset.date ?? '').localeCompare(a.dataset.date ?? '');

const ORDERS: Readonly<Record<string, Order>> = {
  number: (a, b) => number(a) - number(b),
  kind: (a, b) => Number(a.dataset.harm ?? 0) - Number(b.dataset.harm ?? 0) || byDate(a, b),
};

const FILTERS = ['kind', 'status', 'component', 'version'] as const;

/** Does an item fit what was chosen? A filter that is empty fits everything. */
const fits = (item: HTMLElement, chosen: URLSearchParams): boolean =>
  FILTERS.every((name) => {
    const wanted = chosen.get(name) ?? '';
    return wanted === '' || (item.dataset[name] ?? '').split(' ').includes(wanted);
  });

/** What the form says, without what is left at its default. */
function chosenIn(form: HTMLFormElement): URLSearchParams {
  const chosen = new URLSearchParams();
  for (const select of form.querySelectorAll('select')) {
    if (select.value !== '') chosen.set(select.name, select.value);
  }
  return chosen;
}

/** Sets the form to what an address says; words that it does not know are left out. */
function choose(form: HTMLFormElement, fragment: string): void {
  const wanted = new URLSearchParams(fragment.replace(/^#/, ''));
  for (const select of form.querySelectorAll('select')) {
    const value = wanted.get(select.name) ?? '';
    select.value = [...select.options].some((option) => option.value === value) ? value : '';
  }
}

function show(form: HTMLFormElement, list: HTMLElement): void {
  const chosen = chosenIn(form);
  const items = [...list.querySelectorAll<HTMLElement>('li[data-number]')];
  const shown = items.filter((item) => {
    item.hidden = !fits(item, chosen);
    return !item.hidden;
  });
  list.append(...items.sort(ORDERS[chosen.get('sort') ?? ''] ?? byDate));
  const count = form.querySelector<HTMLElement>('[data-register-count]');
  if (count === null) return;
  const { text = '', none = '' } = count.dataset;
  count.textContent =
    shown.length === 0
      ? none
      : text.replace('{shown}', String(shown.length)).replace('{all}', String(items.length));
}

/** Makes the form of each list on the page work. */
export function filterRegisters(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-register-filter]')) {
    const list = form.nextElementSibling;
    if (list instanceof HTMLElement) connect(form, list);
  }
}

function connect(form: HTMLFormElement, list: HTMLElement): void {
  const write = (): void => {
    const chosen = chosenIn(form).toString();
    history.replaceState(null, '', chosen === '' ? location.pathname + location.search : `#${chosen}`);
    show(form, list);
  };
  const read = (): void => {
    if (location.hash.includes('=') || location.hash === '') choose(form, location.hash);
    show(form, list);
  };
  form.addEventListener('change', write);
  // A form's reset event comes before its fields are empty.
  form.addEventListener('reset', () => setTimeout(write));
  addEventListener('hashchange', read);
  read();
}
