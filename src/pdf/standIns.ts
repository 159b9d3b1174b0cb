/**
 * pdf.js wants the browser's drawing classes to exist when it is loaded, though reading text never draws. Its optional canvas
 * package brings them; without that package these empty ones keep it loadable. Imported for its effect, before pdf.js.
 */
class StandIn {}

for (const name of ["DOMMatrix", "ImageData", "Path2D"]) {
  if (!(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value: StandIn, configurable: true, writable: true });
  }
}
