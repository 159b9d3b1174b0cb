import type { Box } from "../../geometry/box.js";
import { type Matrix, compose, identity, scaleOf } from "../../geometry/matrix.js";
import type { Glyph, Visibility } from "../page.js";
import { numbers } from "../pdfjs/untyped.js";
import type { LoadedFont } from "./fonts.js";
import type { GraphicsState } from "./graphicsState.js";

/** Whether ink in a box of the page as shown can be seen. */
export type VisibilityAt = (box: Box) => Visibility;

/** What the glyphs of one showing operator have in common. */
interface ShownText {
  /** From text space to the page as shown. */
  readonly matrix: Matrix;
  readonly font: LoadedFont;
  readonly size: number;
  readonly angle: number;
  readonly visibilityAt: VisibilityAt;
}

/** The glyphs of a page, and the indices of those whose text is a guess or unknown. */
export interface DrawnText {
  readonly glyphs: Glyph[];
  readonly uncertain: Set<number>;
}

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

  /**
   * Tj and TJ: `entries` are pdf.js glyphs and kerning numbers (thousandths of the font size, subtracted). The glyphs are added to `drawn`;
   * `visibilityAt` says for the box of each whether it is visible.
   */
  show(entries: readonly unknown[], state: GraphicsState, visibilityAt: VisibilityAt, { glyphs, uncertain }: DrawnText): void {
    const { font, fontSize, charSpacing, wordSpacing, horizontalScale, rise } = state;
    if (font === undefined) return;
    const matrix = compose(this.#matrix, state.ctm);
    const along = Math.hypot(matrix[0], matrix[1]);
    const em = fontSize * font.em;
    const size = Math.abs(em) * Math.hypot(matrix[2], matrix[3]);
    const angle = angleOf(matrix, fontSize * horizontalScale, font.vertical);
    const isFlat = em * horizontalScale * scaleOf(matrix) === 0;
    const shown = { matrix, font, size, angle, visibilityAt: isFlat ? unpainted : visibilityAt };
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (typeof entry === "number") {
        this.#advance((-entry / 1000) * fontSize, font.vertical ? 1 : horizontalScale, font.vertical);
        continue;
      }
      if (!isGlyph(entry)) continue;
      const advance = widthOf(entry) * font.unit * fontSize;
      const spacing = charSpacing + (entry.isSpace === true ? wordSpacing : 0);
      if (font.vertical) {
        const [down, right, up] = verticalMetricsOf(entry, font);
        const unit = font.unit * fontSize;
        const height = Math.abs(down * unit);
        const place = { x: this.#x - right * unit, y: this.#y + rise - up * unit, bottom: this.#y - height, extent: advance, height };
        glyphs.push(glyphAt(place, advance * along, entry, shown));
        this.#advance(down * unit - spacing, 1, true);
      } else {
        const extent = advance * horizontalScale;
        const y = this.#y + rise;
        const place = { x: this.#x, y, bottom: y + font.descent * em, extent, height: (font.ascent - font.descent) * em };
        glyphs.push(glyphAt(place, Math.abs(extent) * along, entry, shown));
        this.#advance(advance + spacing, horizontalScale, false);
      }
      if (font.uncertain.size > 0 && font.uncertain.has(entry.originalCharCode)) uncertain.add(glyphs.length - 1);
    }
  }

  #advance(distance: number, scale: number, vertical: boolean): void {
    if (vertical) this.#y += distance;
    else this.#x += distance * scale;
  }
}

/** Text squeezed to a line or a point paints nothing. */
const unpainted: VisibilityAt = () => "unpainted";

/** The visibility of a glyph while its box is not known. */
const HIDDEN: Visibility = "unpainted";

/** The properties of pdf.js' glyphs that are used here; they are not part of its typed interface. */
interface PdfjsGlyph {
  readonly originalCharCode?: unknown;
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly isSpace?: unknown;
  readonly vmetric?: unknown;
}

function isGlyph(entry: unknown): entry is PdfjsGlyph {
  return typeof entry === "object" && entry !== null;
}

/** The place of a glyph in text space: its origin, and a rectangle from the origin's x and `bottom` on, whose sides may be negative. */
interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly bottom: number;
  readonly extent: number;
  readonly height: number;
}

/** A glyph at a place, with its width as shown. Its box is the smallest one around the image of the rectangle. */
function glyphAt({ x, y, bottom, extent, height }: TextPlace, width: number, entry: PdfjsGlyph, shown: ShownText): Glyph {
  const { matrix, font, size, angle, visibilityAt } = shown;
  const alongX = matrix[0] * extent;
  const alongY = matrix[1] * extent;
  const acrossX = matrix[2] * height;
  const acrossY = matrix[3] * height;
  const cornerX = matrix[0] * x + matrix[2] * bottom + matrix[4];
  const cornerY = matrix[1] * x + matrix[3] * bottom + matrix[5];
  const x0 = cornerX + Math.min(alongX, 0) + Math.min(acrossX, 0);
  const y0 = cornerY + Math.min(alongY, 0) + Math.min(acrossY, 0);
  const x1 = cornerX + Math.max(alongX, 0) + Math.max(acrossX, 0);
  const y1 = cornerY + Math.max(alongY, 0) + Math.max(acrossY, 0);
  const glyph = {
    text: font.textOf(entry.unicode, entry.originalCharCode, widthOf(entry)),
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5],
    width,
    size,
    angle,
    font: font.font,
    visibility: HIDDEN,
    x0,
    y0,
    x1,
    y1,
  };
  // The glyph serves as its own box: making another for every glyph takes time.
  glyph.visibility = visibilityAt(glyph);
  return glyph;
}

/** The direction in which the text runs, in whole degrees clockwise as shown. */
function angleOf(matrix: Matrix, direction: number, vertical: boolean): number {
  if (vertical) return 0;
  const sign = direction < 0 ? -1 : 1;
  const degrees = Math.round((Math.atan2(sign * matrix[1], sign * matrix[0]) * 180) / Math.PI);
  return (degrees + 360) % 360;
}

function widthOf({ width }: PdfjsGlyph): number {
  return typeof width === "number" && Number.isFinite(width) ? width : 0;
}

function verticalMetricsOf(glyph: PdfjsGlyph, font: LoadedFont): readonly [number, number, number] {
  const [down, right, up] = numbers(glyph.vmetric);
  if (down !== undefined && right !== undefined && up !== undefined) return [down, right, up];
  return [font.verticalMetrics[0], widthOf(glyph) / 2, font.verticalMetrics[2]];
}
