/** Numbers from 0, each in a set of its own until it is joined with others (union-find). */
export class DisjointSets {
  readonly #parents: number[] = [];

  constructor(size = 0) {
    this.growTo(size);
  }

  /** How many numbers there are. */
  get size(): number {
    return this.#parents.length;
  }

  growTo(size: number): void {
    for (let number = this.size; number < size; number++) this.#parents.push(number);
  }

  /** Joins the sets of two numbers. */
  join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The smallest number in the set of a number. */
  rootOf(number: number): number {
    let root = number;
    for (let up = this.#up(root); up !== root; up = this.#up(root)) {
      // Halves the way up: in a set of many numbers it would be long.
      this.#parents[root] = this.#up(up);
      root = this.#up(root);
    }
    return root;
  }

  #up(number: number): number {
    return this.#parents[number] ?? number;
  }
}
