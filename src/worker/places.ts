/** Places that jobs take while they run: first come, first served, so that a job that wants them all gets them in the end. */
export class Places {
  readonly size: number;
  #free: number;
  readonly #waiting: { readonly count: number; readonly start: () => void }[] = [];

  constructor(size: number) {
    this.size = size;
    this.#free = size;
  }

  /** Takes so many places as soon as they are free. */
  take(count: number): Promise<void> {
    return new Promise((start) => {
      this.#waiting.push({ count, start });
      this.#serve();
    });
  }

  /** Gives so many back. */
  give(count: number): void {
    this.#free += count;
    this.#serve();
  }

  #serve(): void {
    for (let first = this.#waiting[0]; first !== undefined && first.count <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= first.count;
      first.start();
    }
  }
}
