import { indexBy } from "../geometry/groups.js";
import type { PixelBox } from "./raster.js";

/** Boxes by their places, so that those near one are found without looking at all. */
export class Neighbours<T extends PixelBox> {
  readonly #squares: ReadonlyMap<string, readonly T[]>;
  readonly #side: number;

  /** @param scale The size of most boxes. */
  constructor(boxes: readonly T[], scale: number) {
    this.#side = Math.max(8, 4 * scale);
    this.#squares = indexBy(boxes, (box) => this.#keysOf(box, 0));
  }

  /** The boxes no further than `reach` from a box in both directions. */
  around(box: PixelBox, reach: number): T[] {
    const found = new Set<T>();
    for (const key of this.#keysOf(box, reach)) {
      for (const other of this.#squares.get(key) ?? []) {
        const isNear = other.x0 <= box.x1 + reach && other.x1 >= box.x0 - reach && other.y0 <= box.y1 + reach && other.y1 >= box.y0 - reach;
        if (isNear) found.add(other);
      }
    }
    return [...found];
  }

  *#keysOf({ x0, y0, x1, y1 }: PixelBox, reach: number): Generator<string> {
    const side = this.#side;
    for (let row = Math.floor((y0 - reach) / side); row <= Math.floor((y1 + reach) / side); row++) {
      for (let column = Math.floor((x0 - reach) / side); column <= Math.floor((x1 + reach) / side); column++) yield `${row},${column}`;
    }
  }
}
