import type { Item, ItemColumn } from "../../../src/index.js";

/** A matrix to be drawn, as plain values: fast-check draws them at random and makes them smaller where a case fails. */
export interface Recipe {
  readonly paper: Paper;
  readonly font: FontName;
  /** Font size in points; made smaller where the columns are too narrow for their longest word. */
  readonly size: number;
  /** Line height in font sizes. */
  readonly leading: number;
  /** White space between letters beyond their own, in font sizes. */
  readonly tracking: number;
  readonly columns: readonly RecipeColumn[];
  readonly rules: Rules;
  readonly headers: Headers;
  readonly rows: Rows;
  readonly lists: ListStyle;
  readonly drawing: Drawing;
  readonly furniture: readonly ("number" | "page of" | "running")[];
  /** Whether words are cut at line ends. */
  readonly cutsWords: boolean;
  readonly justified: boolean;
  readonly title: boolean;
  readonly meetings: readonly RecipeMeeting[];
}

/** One of the standard fonts without pictograms, or "embedded". */
export type FontName = "Helvetica" | "Times-Roman" | "Courier" | "embedded";

/** The lines between cells. */
export interface Rules {
  readonly between: "cells" | "rows" | "columns" | "nothing";
  /** How they are drawn; "boxes" is one rectangle a cell, "apart" with white space around each. */
  readonly as: "strokes" | "boxes" | "apart" | "filled" | "dotted" | "dashed";
  readonly colour: string;
  /** Points. */
  readonly width: number;
  /** Whether a line is drawn where a row breaks at the end of a page. */
  readonly closedBreaks: boolean;
}

/** The names of the columns. */
export interface Headers {
  readonly on: "every page" | "first page";
  readonly centred: boolean;
  /** Each word on a line of its own. */
  readonly stacked: boolean;
  readonly bottom: boolean;
  /** The colour behind them; undefined for none. */
  readonly fill: string | undefined;
}

export interface Rows {
  /** Where in their row the cells stand that say which meeting it is: of a row over several pages, on the page with its middle. */
  readonly keys: "top" | "middle";
  /** The same for the items, in rows that do not break. */
  readonly items: "top" | "middle";
  /** White space around the text of a cell, in points. */
  readonly padding: number;
  /** Points below the highest cell. */
  readonly spare: number;
  readonly breaks: "anywhere" | "where needed";
}

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
  /** Points in a unit of the page's own coordinates. */
  readonly unit: number;
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
  readonly bullets: BulletLook;
  /** Whether numbers end at one x instead of starting there. */
  readonly flushNumbers: boolean;
}

/** What bullets are: signs of the text's font, of Symbol or Dingbats, glyphs that a Type 3 font draws, or shapes. */
export type BulletLook = "text" | "Symbol" | "ZapfDingbats" | "Type 3" | "disc" | "circle" | "square";

export interface Drawing {
  readonly unit: "line" | "word" | "glyph";
  readonly order: "by cell" | "by line" | "random";
  /** What the random order depends on. */
  readonly seed: number;
}

export interface RecipeMeeting {
  readonly label: string;
  readonly number: number;
  /** What the NO cell says. */
  readonly printed: string;
  /** Words; with quotes around them where `quotes` has some. */
  readonly theme: readonly string[];
  readonly quotes: readonly [string, string];
  /** Whether theme, place and date start lines of their own, or each goes on where the text before it ends. */
  readonly ownLines: boolean;
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
