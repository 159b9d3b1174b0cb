/**
 * Follows the marked content of a page for layers that are switched off (optional content; ISO 32000-1, 8.11). Marked content of every
 * kind nests and ends with the same operator, so all of it is counted.
 */
export class OptionalContent {
  readonly #shown: boolean[] = [];
  #hidden = 0;

  /** @param isOn Whether a group of optional content is switched on. */
  constructor(readonly isOn: (group: unknown) => boolean) {}

  /** Whether what is drawn now belongs to a layer that is switched off. */
  get isHidden(): boolean {
    return this.#hidden > 0;
  }

  /** BMC: begins marked content that belongs to no layer. */
  begin(): void {
    this.#shown.push(true);
  }

  /** BDC: begins marked content, which is a layer if its tag is OC. */
  beginTagged(tag: unknown, group: unknown): void {
    const isShown = tag !== "OC" || this.isOn(group);
    this.#shown.push(isShown);
    if (!isShown) this.#hidden += 1;
  }

  /** EMC: ends the innermost marked content; one too many is ignored. */
  end(): void {
    if (this.#shown.pop() === false) this.#hidden -= 1;
  }
}
