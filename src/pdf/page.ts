import type { Box } from "../geometry/box.js";
import type { Damage } from "../model/damage.js";

/** A font as the PDF names it, without the subset prefix (`ABCDEF+`). */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * Whether a reader of the page sees what is drawn, and if not, why: `unpainted` (render mode 3, fully transparent or squeezed to a line),
 * `same-colour` (as its background), `clipped` (outside the clipping path or the page), `layer-off` (optional content that is switched
 * off).
 */
export type Visibility = "visible" | "unpainted" | "same-colour" | "clipped" | "layer-off";

/**
 * One glyph as it is drawn. Points; origin top left of the page as shown, y downwards. Its own bounding box reaches from the font's
 * descent to its ascent, over the advance.
 */
export interface Glyph extends Box {
  /**
   * What the glyph shows, in Unicode; symbol fonts are resolved. U+FFFD if neither the font nor ActualText says what it shows; empty if its
   * neighbours carry the whole text of their word.
   */
  readonly text: string;
  /** Origin of the glyph on its baseline. */
  readonly x: number;
  readonly y: number;
  /** Advance along the baseline, without character and word spacing. */
  readonly width: number;
  /** Font size as shown. */
  readonly size: number;
  /** Direction of the baseline in degrees, clockwise as shown: 0 reads from left to right, 90 downwards. */
  readonly angle: number;
  readonly font: Font;
  readonly visibility: Visibility;
  /** Set if nothing says what it shows, and its text is merely its code taken as a character. */
  readonly guessed?: true;
  /** How sure text recognition is of its word, from 0 to 100; only if it was recognised in a picture. */
  readonly confidence?: number;
}

/**
 * A gap that divides words, in font sizes. The narrowest word space of justified text is about 0.2 em, the widest kerning
 * and letter spacing of running text about 0.1 em.
 */
export const WORD_GAP = 0.15;

/** A drawn straight line: a stroke or a thin filled rectangle. */
export interface Ruling {
  readonly axis: "horizontal" | "vertical";
  /** The painted area, its thickness included. */
  readonly box: Box;
  readonly visible: boolean;
}

/** A painted area that is not a line: a background, or a bullet that is drawn instead of written. */
export interface Shape {
  readonly box: Box;
  /** `#rrggbb`, or undefined for a pattern. */
  readonly colour: string | undefined;
  readonly filled: boolean;
  readonly visible: boolean;
}

/** Ink in a picture; `text` is what it was recognised as, if it was. */
export interface SeenInk {
  readonly box: Box;
  readonly text?: string;
  /** From 0 to 100. */
  readonly confidence?: number;
}

/** How well the text of a page was recognised in its picture. */
export interface Recognition {
  readonly words: number;
  /** The mean of the words' confidences, from 0 to 100. */
  readonly confidence: number;
  /** Words that may have been misread. */
  readonly doubtful: readonly SeenInk[];
  /** What was left out: blots, and ink that is probably not text. */
  readonly ignored: readonly SeenInk[];
  /** How many specks of dust were left out. */
  readonly specks: number;
  /** How far the page as shown is askew, in degrees clockwise; all places are those of the page straightened about its middle. */
  readonly skew: number;
}

/** What one page draws, in drawing order. */
export interface PdfPage {
  /** Counted from 1. */
  readonly number: number;
  /** Size as shown, in points. */
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** How many glyphs were drawn a second time over themselves, to look bold; these are not among `glyphs`. */
  readonly doubled: number;
  readonly rulings: readonly Ruling[];
  readonly shapes: readonly Shape[];
  /** The area that pictures cover, in square points, counted twice where they overlap. They are not decoded. */
  readonly pictureArea: number;
  /** Why the page could only be read in part; undefined if nothing shows damage. */
  readonly damage: Damage | undefined;
  /** How many operators draw the page, without those of images. */
  readonly operators?: number;
  /** Only if its text was recognised in a picture. */
  readonly recognition?: Recognition;
}

/** A page that could not be read, and why. */
export interface UnreadablePage {
  readonly number: number;
  readonly reason: Damage;
}
