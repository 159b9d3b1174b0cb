import type { OperatorList } from "./operatorList.js";
import { property } from "./untyped.js";

/**
 * Two ports within one thread: what is posted at one arrives at the other a moment later. pdf.js has such ports itself, for a parser in the
 * reading thread, but copies each operand on the way. Copying the glyphs of a page takes a third of the time needed to parse them.
 */
export function localPorts(): readonly [LocalPort, LocalPort] {
  const [one, other] = [new LocalPort(), new LocalPort()];
  one.join(other);
  other.join(one);
  return [one, other];
}

/** One of two joined ports, with the part of a browser's MessagePort that pdf.js uses. */
export class LocalPort extends EventTarget {
  #other: LocalPort = this;

  join(other: LocalPort): void {
    this.#other = other;
  }

  postMessage(message: unknown, transfer: ArrayBuffer[] = []): void {
    const event = new MessageEvent("message", { data: handedOver(message, transfer) });
    queueMicrotask(() => this.#other.dispatchEvent(event));
  }
}

/**
 * A copy of a message, which its sender may change afterwards. The parser only empties and refills the lists of a page's operators; it does
 * not change their operands.
 */
function handedOver(message: unknown, transfer: ArrayBuffer[]): unknown {
  if (!hasOperators(message)) return structuredClone(message, { transfer });
  const { chunk } = message;
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}

function hasOperators(message: unknown): message is { readonly chunk: OperatorList } {
  const chunk = property(message, "chunk");
  return Array.isArray(property(chunk, "fnArray")) && Array.isArray(property(chunk, "argsArray"));
}
