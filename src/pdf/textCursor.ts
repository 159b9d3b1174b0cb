import type { Box } from "../geometry/box.js";
import { type Matrix, compose, identity, mapPoint } from "../geometry/matrix.js";
import { type LoadedFont, numbers, property } from "./fonts.js";
import type { GraphicsState } from "./graphicsState.js";
import type { Glyph } from "./page.js";
import { resolveSymbols } from "./symbols.js";

/** A glyph with its place; whether it can be seen is for the interpreter to say. */
export type PlacedGlyph = Omit<Glyph, "visibility">;

/** Where text goes next: the text matrix and the line matrix (ISO 32000-1, 9.4.2). */
export class TextCursor {
  #matrix: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;

  /** Tm, and BT with the identity. */
  setMatrix(matrix: Matrix): void {
    this.#matrix = matrix;
    this.#lineX = this.#lineY = this.#x = this.#y = 0;
  }

  /** Td: to the start of the next line, offset from the start of this one. */
  moveLine(dx: number, dy: number): void {
    this.#x = this.#lineX += dx;
    this.#y = this.#lineY += dy;
  }

  /** Tj and TJ: `entries` are pdf.js glyphs and kerning numbers (thousandths of the font size, subtracted). */
  show(entries: readonly unknown[], state: GraphicsState): PlacedGlyph[] {
    const { font, fontSize, charSpacing, wordSpacing, horizontalScale, rise } = state;
    if (font === undefined) return [];
    const matrix = compose(this.#matrix, state.ctm);
    const along = Math.hypot(matrix[0], matrix[1]);
    const across = Math.hypot(matrix[2], matrix[3]);
    const size = Math.abs(fontSize) * font.em * across;
    const angle = angleOf(matrix, fontSize * horizontalScale, font.vertical);
    const placed: PlacedGlyph[] = [];
    for (const entry of entries) {
      if (typeof entry === "number") {
        this.#advance((-entry / 1000) * fontSize, font.vertical ? 1 : horizontalScale, font.vertical);
        continue;
      }
      const advance = glyphWidth(entry) * font.unit * fontSize;
      const spacing = charSpacing + (property(entry, "isSpace") === true ? wordSpacing : 0);
      const text = textOf(entry, font);
      if (font.vertical) {
        const [down, right, up] = verticalMetricsOf(entry, font);
        const origin = mapPoint(
          matrix,
          this.#x - right * font.unit * fontSize,
          this.#y + rise - up * font.unit * fontSize,
        );
        const height = Math.abs(down * font.unit * fontSize) * across;
        const box = boxAround(matrix, this.#x - (right * font.unit * fontSize), this.#y - height / across, advance, height / across);
        placed.push({ text, ...origin, width: advance * along, size, angle, font: font.font, box });
        this.#advance(down * font.unit * fontSize - spacing, 1, true);
        continue;
      }
      const origin = mapPoint(matrix, this.#x, this.#y + rise);
      const extent = advance * horizontalScale;
      const em = fontSize * font.em;
      const box = boxAround(matrix, this.#x, this.#y + rise + font.descent * em, extent, (font.ascent - font.descent) * em);
      placed.push({ text, ...origin, width: Math.abs(extent) * along, size, angle, font: font.font, box });
      this.#advance(advance + spacing, horizontalScale, false);
    }
    return placed;
  }

  #advance(distance: number, scale: number, vertical: boolean): void {
    if (vertical) this.#y += distance;
    else this.#x += distance * scale;
  }
}

function boxAround(matrix: Matrix, x: number, y: number, width: number, height: number): Box {
  const a = mapPoint(matrix, x, y);
  const b = mapPoint(matrix, x + width, y);
  const c = mapPoint(matrix, x, y + height);
  const d = mapPoint(matrix, x + width, y + height);
  return {
    x0: Math.min(a.x, b.x, c.x, d.x),
    y0: Math.min(a.y, b.y, c.y, d.y),
    x1: Math.max(a.x, b.x, c.x, d.x),
    y1: Math.max(a.y, b.y, c.y, d.y),
  };
}

/** The direction in which the text runs, in whole degrees clockwise as shown. */
function angleOf(matrix: Matrix, direction: number, vertical: boolean): number {
  if (vertical) return 0;
  const sign = direction < 0 ? -1 : 1;
  const degrees = Math.round((Math.atan2(sign * matrix[1], sign * matrix[0]) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

function glyphWidth(glyph: unknown): number {
  const width = property(glyph, "width");
  return typeof width === "number" && Number.isFinite(width) ? width : 0;
}

function verticalMetricsOf(glyph: unknown, font: LoadedFont): readonly [number, number, number] {
  const own = numbers(property(glyph, "vmetric"));
  const [down, right, up] = own;
  if (down !== undefined && right !== undefined && up !== undefined) return [down, right, up];
  return [font.verticalMetrics[0], glyphWidth(glyph) / 2, font.verticalMetrics[2]];
}

const BLANK = /^\s+$/u;
/** Controls and noncharacters: what a font without a usable map to Unicode gives. */
const UNMAPPED = /[\u0000-\u001F\u007F-\u009F\uFFFD-\uFFFF]/gu;

function textOf(glyph: unknown, font: LoadedFont): string {
  const unicode = property(glyph, "unicode");
  if (typeof unicode !== "string" || unicode === "") return "\uFFFD";
  if (BLANK.test(unicode)) return " ";
  return resolveSymbols(unicode, font.font.name).replace(UNMAPPED, "\uFFFD");
}
