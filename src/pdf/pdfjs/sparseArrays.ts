/** From this length on, an array of codes has mostly holes: a font has at most 65,536 glyphs. */
const SPARSE_LENGTH = 0x1_0000;

/**
 * Makes searches through sparse arrays fast. pdf.js puts glyph names at the index that a font program gives, which may be two billion, and
 * searches the array for each glyph: V8 would visit every hole, 20 seconds each time, and nothing can end a thread meanwhile. This replaces
 * a method of Node's: call it only in threads that are this program's own.
 */
export function searchSparsely(): void {
  const { indexOf } = Array.prototype;
  Object.defineProperty(Array.prototype, "indexOf", {
    value(this: readonly unknown[], sought: unknown, ...from: number[]): number {
      if (this.length <= SPARSE_LENGTH || from.length > 0) return indexOf.call(this, sought, ...from);
      return indexAmongKeys(this, sought);
    },
    configurable: true,
    writable: true,
  });
}

/** Searches the properties that an array has, in the order of their indices. */
function indexAmongKeys(array: object, sought: unknown): number {
  for (const key in array) if (Reflect.get(array, key) === sought) return Number(key);
  return -1;
}
