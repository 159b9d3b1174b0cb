import type { KeptStrip } from "../matrix/strip.js";

/** Where a row starts: the line of its key cells. */
export interface RowKey {
  /** Baseline of the key's first line, in points on the upright page. */
  readonly baseline: number;
  readonly size: number;
  /** Distinguishes the row from others; the same id on the next page means that the row continues there. */
  readonly id: string;
  /** The column that it is in, if it is the first line of a text there. */
  readonly field?: string;
  /** Whether there is no evidence of where its row starts. */
  readonly undecided?: boolean;
}

/** The keys that a strip shows, from top to bottom; `index` is the strip's index. */
export type KeysOf = (strip: KeptStrip, index: number) => readonly RowKey[];

/** How far a row's text extends above its key's line, in font sizes, if the row starts there: half a line. */
const ABOVE = 0.7;

/** Where a row starts if it starts with its key: the y above which text belongs to the row before. */
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
  /** The index of the strip in which it starts: that of its key, or an earlier one. */
  readonly strip: number;
  /** The y in that strip above which text belongs to the row before; -Infinity at the strip's top. */
  readonly y: number;
  /** Whether it starts above its key and the columns show that it does not start with it. */
  readonly aboveKey?: boolean;
}
