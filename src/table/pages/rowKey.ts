import type { KeptStrip } from "../matrix/strip.js";

/** Where a row starts: the line of its key cells. */
export interface RowKey {
  /** Baseline of the key's first line, in points on the upright page. */
  readonly baseline: number;
  readonly size: number;
  /** What tells the row from others; the same on the next page means that the row goes on. */
  readonly id: string;
  /** The column that it stands in, where it is the first line of a text there. */
  readonly field?: string;
  /** Whether nothing tells where its row starts. */
  readonly undecided?: boolean;
}

/** The keys that a strip shows, from top to bottom; `index` is its place among the strips. */
export type KeysOf = (strip: KeptStrip, index: number) => readonly RowKey[];

/** A row's text stands this far above its key's line, in font sizes, where the row starts there: half a line. */
const ABOVE = 0.7;

/** Where a row starts that starts with its key: the y above which text is of the row before. */
export function topOf(key: RowKey): number {
  return key.baseline - ABOVE * key.size;
}

/** A strip and the keys that it shows, from top to bottom. */
export interface KeyedStrip {
  readonly strip: KeptStrip;
  readonly keys: readonly RowKey[];
}

/** Where a row starts. */
export interface RowStart {
  readonly key: RowKey;
  /** The place of the strip in which it starts: that of its key, or one before. */
  readonly strip: number;
  /** The y in that strip above which text is of the row before; -Infinity at the strip's top. */
  readonly y: number;
}
