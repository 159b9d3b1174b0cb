import type { Item, ItemColumn } from "../../../src/index.js";

/** A matrix to be drawn, as plain values: fast-check draws them at random and makes them smaller where a case fails. */
export interface Recipe {
  readonly paper: Paper;
  readonly font: FontName;
  /** Font size in points; made smaller where the columns are too narrow for their longest word. */
  readonly size: number;
  /** Line height in font sizes. */
  readonly leading: number;
  readonly columns: readonly RecipeColumn[];
  readonly rules: "grid" | "rectangles" | "filled" | "dotted" | "none";
  /** Whether a line is drawn where a row breaks at the end of a page. */
  readonly closedBreaks: boolean;
  readonly headers: "every page" | "first page";
  readonly centredHeaders: boolean;
  readonly lists: ListStyle;
  readonly drawing: Drawing;
  readonly furniture: "none" | "number" | "page of" | "running";
  /** Whether words are cut at line ends. */
  readonly cutsWords: boolean;
  readonly justified: boolean;
  readonly title: boolean;
  readonly meetings: readonly RecipeMeeting[];
}

export type FontName = "Helvetica" | "Times-Roman" | "Courier" | "embedded";

/** Points; `turn` in degrees clockwise. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** Whether the page is turned back by its /Rotate entry, or shows its text sideways. */
  readonly turnedBack: boolean;
  /** Paper around the crop box. */
  readonly crop: number;
}

export interface RecipeColumn {
  readonly field: "number" | "themes" | ItemColumn;
  /** Header wordings, taken in turn by the pages. */
  readonly names: readonly string[];
  readonly weight: number;
}

/** Lengths in font sizes. */
export interface ListStyle {
  readonly hanging: boolean;
  /** From a marker to its text. */
  readonly hang: number;
  /** From a marker to those nested under it. */
  readonly indent: number;
  /** White space between items beyond the leading. */
  readonly gap: number;
}

export interface Drawing {
  readonly unit: "line" | "word" | "glyph";
  /** The seed of the order in which things are drawn; undefined draws them in reading order. */
  readonly shuffle: number | undefined;
}

export interface RecipeMeeting {
  readonly label: string;
  readonly number: number;
  /** What the NO cell says. */
  readonly printed: string;
  /** Words; with quotes around them where `quotes` has some. */
  readonly theme: readonly string[];
  readonly quotes: readonly [string, string];
  readonly city: string;
  readonly country: string;
  readonly date: RecipeDate;
  readonly cells: Readonly<Record<ItemColumn, RecipeCell>>;
}

export interface RecipeDate {
  readonly text: string;
  readonly start: string;
  readonly end: string;
}

/** One cell's items from top to bottom. */
export type RecipeCell = readonly RecipeItem[];

export interface RecipeItem {
  readonly kind: Item["marker"];
  /** What is printed before the text; "" for none. */
  readonly marker: string;
  readonly number?: number;
  /** Each a list of words. `8^th` is a superscript, `conven|tion` may be cut at the stroke. */
  readonly paragraphs: readonly (readonly string[])[];
  readonly children: readonly RecipeItem[];
}
