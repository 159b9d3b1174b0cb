import type { UprightPage } from "../../src/layout/upright.js";
import type { Glyph, Ruling } from "../../src/pdf/page.js";

const FONT = { name: "Helvetica", bold: false, italic: false };

/** The properties of a glyph that a test sets. */
export type GlyphChange = Partial<Pick<Glyph, "size" | "width" | "angle" | "visibility" | "font">>;

/** A glyph of the given size (10 points) whose origin is at x, y: half an em wide. */
export function glyphAt(text: string, x: number, y: number, change: GlyphChange = {}): Glyph {
  const { size = 10, width = size / 2, angle = 0, visibility = "visible", font = FONT } = change;
  return { text, x, y, width, size, angle, font, visibility, x0: x, y0: y - 0.9 * size, x1: x + width, y1: y + 0.2 * size };
}

/** Glyphs side by side, each half an em wide. */
export function textAt(text: string, x: number, y: number, change: GlyphChange = {}): Glyph[] {
  const step = change.width ?? (change.size ?? 10) / 2;
  return [...text].map((character, i) => glyphAt(character, x + i * step, y, change));
}

/** A page of 600 by 400 points. */
export function pageOf(glyphs: readonly Glyph[], rulings: readonly Ruling[] = []): UprightPage {
  return { number: 1, width: 600, height: 400, glyphs, rulings, shapes: [], doubled: 0, pictureArea: 0, toShown: (box) => box };
}
