import { inflateSync } from "node:zlib";
import { property } from "./untyped.js";

/**
 * Makes pdf.js inflate streams at once, in this thread. pdf.js uses the browser's class DecompressionStream, which Node builds from web
 * streams on top of its own streams and zlib: for the small streams of a PDF, these layers, and loading them, take most of the time. This
 * replaces a class of Node's: call it only in threads that are this program's own.
 *
 * @param onDamage Called with the reason why a stream is not what was written, by its checksum or otherwise. pdf.js makes the best of it,
 * and does not report a letter that became another. A stream that only ends early is not reported: pdf.js gets all of it that is there.
 */
export function inflateAtOnce(onDamage: (reason: string) => void): void {
  tellDamage = onDamage;
  Object.defineProperty(globalThis, "DecompressionStream", { value: WholeInflater, configurable: true, writable: true });
}

let tellDamage: (reason: string) => void = () => undefined;

/** The part of a DecompressionStream that pdf.js uses: everything is written at once, then closed, then read. */
class WholeInflater {
  #given: (compressed: Uint8Array) => void = () => undefined;
  readonly #compressed = new Promise<Uint8Array>((resolve) => {
    this.#given = resolve;
  });

  /** @throws TypeError for another format than zlib's, as the class of Node 20 does. */
  constructor(format: string) {
    if (format !== "deflate") throw new TypeError(`Unexpected format ${format}, expected deflate`);
  }

  readonly writable = {
    getWriter: (): { ready: Promise<void>; write: (compressed: Uint8Array) => Promise<void>; close: () => Promise<void> } => ({
      ready: Promise.resolve(),
      write: (compressed) => {
        this.#given(compressed);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    }),
  };

  readonly readable = {
    [Symbol.asyncIterator]: (): AsyncGenerator<Uint8Array> => inflated(this.#compressed),
  };
}

async function* inflated(compressed: Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield inflatedWhole(await compressed);
}

function inflatedWhole(compressed: Uint8Array): Uint8Array {
  try {
    return inflateSync(compressed);
  } catch (error) {
    if (property(error, "code") === "Z_DATA_ERROR") tellDamage(`${String(property(error, "message"))} in a deflated stream`);
    throw error;
  }
}
