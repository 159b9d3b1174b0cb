import type { GraphicsState } from "./graphicsState.js";
import type { Subpath } from "./paths.js";
import type { TextCursor } from "./textCursor.js";

/**
 * What a page is drawn on. The interpreter keeps the graphics state, and calls a method for everything that is drawn in it; a device leaves
 * out those for what it does not record.
 */
export interface Device {
  /** Begins coordinates in which nothing is drawn yet. */
  beginCoordinates?(): void;
  /** Ends or changes the coordinates of a state. */
  endCoordinates?(state: GraphicsState): void;
  /** Begins a group that is a soft mask. */
  beginMask?(): void;
  endMask?(): void;
  /** Paints a path, by the operator that ends it. */
  path?(operator: number, subpaths: readonly Subpath[], state: GraphicsState): void;
  /** Paints a shading over all that the clipping path lets through. */
  shading?(state: GraphicsState): void;
  /** Paints images, by an operator of pdf.js and its operands. */
  image?(operator: number, args: readonly unknown[], state: GraphicsState): void;
  /** Shows glyphs of pdf.js, with kerning numbers between them, from where the cursor is. */
  text?(entries: unknown, state: GraphicsState, cursor: TextCursor): void;
}
