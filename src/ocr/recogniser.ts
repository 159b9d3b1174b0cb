import type { Grey, PixelBox } from "./raster.js";

/** A word that was recognised, in pixels of its picture. */
export interface ReadWord {
  readonly text: string;
  /** How sure the recogniser is, from 0 to 100. */
  readonly confidence: number;
  readonly box: PixelBox;
}

/** A line that was recognised. */
export interface ReadLine {
  readonly words: readonly ReadWord[];
  /** The y of the line that the words are on. */
  readonly baseline: number;
  /** From the foot of a p to the top of an l. */
  readonly height: number;
}

/** The dots an inch that pictures are recognised at: small letters of 8 points are then 23 pixels high. */
export const DOTS_PER_INCH = 400;

/** Reads the text of a picture. */
export interface Recogniser {
  /** The lines of a block of text, from top to bottom. */
  readonly read: (picture: Grey) => Promise<readonly ReadLine[]>;
  readonly close: () => Promise<void>;
}
