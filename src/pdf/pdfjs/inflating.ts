import { inflateSync } from "node:zlib";
import { property } from "./untyped.js";

/**
 * Has pdf.js inflate streams at once, in this thread. It asks for the browser's class DecompressionStream, which Node builds out of web streams
 * over its own streams over zlib: for the small streams of a PDF most of the time goes to these layers, and to loading them. It replaces a
 * class of Node's: this is for threads that are this program's own.
 *
 * @param onDamage Told why a stream is not what was written, by its checksum or before. pdf.js makes of it what it can, and says nothing of a letter
 * that became another one. A stream that only ends early is not told: pdf.js has all of it that is there.
 */
export function inflateAtOnce(onDamage: (reason: string) => void): void {
  tellDamage = onDamage;
  Object.defineProperty(globalThis, "DecompressionStream", { value: WholeInflater, configurable: true, writable: true });
}

let tellDamage: (reason: string) => void = () => undefined;

/** What pdf.js uses of a DecompressionStream: everything is written at once, then closed, then read. */
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
