import { type SKRSContext2D, createCanvas } from "@napi-rs/canvas";
import type { CheckFinding } from "../../check/model.js";
import type { Inspection, SeenPage } from "../../inspect.js";
import type { Bbox } from "../../model/place.js";
import type { Glyph } from "../../pdf/page.js";
import { type FindingMark, type Mark, frameAround, marksOf, placeOfFinding } from "./marks.js";
import { SANS, SERIF } from "./pageStyle.js";
import { isSerif } from "./pageSvg.js";
import { COLUMN_COLOURS, SEVERITY_COLOURS, colourIndex } from "./palette.js";

/** Pixels a point: text of 8 points can be read. */
const SCALE = 2;

/** The longest side, in pixels: the picture of a poster would take all memory. */
const LONGEST_SIDE = 10_000;

/** A picture of a page. */
export interface PagePicture {
  /** Counted from 1. */
  readonly page: number;
  readonly png: Uint8Array;
}

/**
 * The pages of an inspection as PNG: glyphs and rulings, over them cells and items by the colours of their columns, and findings. Letters
 * are drawn in the fonts of the machine.
 */
export function* inspectionToPng(inspection: Inspection, findings: readonly CheckFinding[]): Generator<PagePicture> {
  const fields = inspection.columns.map(({ field }) => field);
  const marks = marksOf(inspection.document, findings);
  const colourOf = (field: string): string => COLUMN_COLOURS[colourIndex(fields, field)]?.light ?? "";
  for (const page of inspection.pages) {
    const { number } = page.drawn;
    yield {
      page: number,
      png: pictureOf(
        page,
        marks.filter((mark) => mark.page === number),
        colourOf,
      ),
    };
  }
}

function pictureOf(page: SeenPage, marks: readonly Mark[], colourOf: (field: string) => string): Uint8Array {
  const { width, height, shapes, rulings, glyphs } = page.drawn;
  const scale = Math.min(SCALE, LONGEST_SIDE / width, LONGEST_SIDE / height);
  const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  fill(context, "#ffffff", 1, [0, 0, width, height]);
  for (const { visible, filled, colour, box } of shapes) {
    if (visible && filled && colour !== undefined) fill(context, colour, 0.5, [box.x0, box.y0, box.x1, box.y1]);
  }
  for (const { visible, box } of rulings) if (visible) fill(context, "#595959", 1, [box.x0, box.y0, box.x1, box.y1]);
  for (const { field, bbox } of page.cells) fill(context, colourOf(field), 0.07, bbox);
  for (const mark of marks) {
    if (mark.kind !== "item") continue;
    fill(context, colourOf(mark.column), 0.16, mark.bbox);
    frame(context, colourOf(mark.column), 0.5, mark.bbox);
  }
  for (const glyph of glyphs) if (glyph.visibility === "visible" && glyph.text !== " ") drawGlyph(context, glyph);
  for (const mark of marks) if (mark.kind === "finding") drawFinding(context, mark, width);
  // Encoding in a thread of its own crashed the process in one run of ten.
  return canvas.toBuffer("image/png");
}

function fill(context: SKRSContext2D, colour: string, alpha: number, [x0, y0, x1, y1]: Bbox): void {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fillRect(x0, y0, x1 - x0, y1 - y0);
  context.globalAlpha = 1;
}

function frame(context: SKRSContext2D, colour: string, width: number, [x0, y0, x1, y1]: Bbox): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.strokeRect(x0, y0, x1 - x0, y1 - y0);
}

/** A glyph where the PDF puts it; it is narrowed if the substitute font is wider. */
function drawGlyph(context: SKRSContext2D, { text, x, y, size, width, angle, font }: Glyph): void {
  context.save();
  context.translate(x, y);
  context.rotate((angle * Math.PI) / 180);
  context.fillStyle = "#1b1b1b";
  context.font = `${font.italic ? "italic " : ""}${font.bold ? "bold " : ""}${size}px ${isSerif(font) ? SERIF : SANS}`;
  context.fillText(text, 0, 0, width > 0 ? width : undefined);
  context.restore();
}

function drawFinding(context: SKRSContext2D, mark: FindingMark, width: number): void {
  const { finding, number } = mark;
  const place = placeOfFinding(mark, width);
  const [x0, y0] = place;
  const colour = SEVERITY_COLOURS[finding.severity].light;
  context.setLineDash([3, 1.5]);
  frame(context, colour, 0.9, frameAround(place));
  context.setLineDash([]);
  fill(context, colour, 1, [x0 - 7, y0 - 6, x0 - 3 + 4 * String(number).length, y0 + 2]);
  context.fillStyle = "#ffffff";
  context.font = `bold 6.5px ${SANS}`;
  context.fillText(String(number), x0 - 5, y0 + 0.2);
}
