import { decode } from "./decode.js";
import { type Dictionary, type Resolve, Stream, isArray } from "./objects.js";

/**
 * A page's streams as one; a token never continues in the next.
 *
 * @throws Unreadable if one cannot be decoded.
 */
export function contentOf(page: Dictionary, resolve: Resolve): Uint8Array {
  const contents = resolve(page.get("Contents"));
  const streams = (isArray(contents) ? contents.map(resolve) : [contents]).filter((stream) => stream instanceof Stream);
  return Buffer.concat(streams.flatMap((stream) => [decode(stream, resolve), Buffer.from("\n")]));
}
