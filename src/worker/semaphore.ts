/** Jobs hold permits while they run. First come, first served, so that a job that wants all permits gets them eventually. */
export class Semaphore {
  readonly size: number;
  #free: number;
  readonly #waiting: { readonly count: number; readonly start: () => void }[] = [];

  constructor(size: number) {
    this.size = size;
    this.#free = size;
  }

  /** Takes permits; resolves as soon as they are free. */
  acquire(count: number): Promise<void> {
    return new Promise((start) => {
      this.#waiting.push({ count, start });
      this.#serve();
    });
  }

  /** Gives permits back. */
  release(count: number): void {
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
