/** The links of a text, numbered in the order in which they occur; one address has one number. */
export class LinkNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #page: string;

  /** @param page the full address of the page that the links stand on */
  constructor(page: string) {
    this.#page = page;
  }

  /** The number of an address; null for a place on the same page, which a text has no way to link to. */
  numberOf(href: string): number | null {
    if (href.startsWith('#')) return null;
    const address = new URL(href, this.#page).href;
    const known = this.#numbers.get(address) ?? this.#numbers.size + 1;
    this.#numbers.set(address, known);
    return known;
  }

  /** A full address, where a list shows it instead of a number. */
  addressOf(href: string): string {
    return new URL(href, this.#page).href;
  }

  /** Every address with its number, a line each. Addresses are never broken. */
  lines(): string[] {
    return [...this.#numbers].map(([address, number]) => `<${number}> ${address}`);
  }
}
