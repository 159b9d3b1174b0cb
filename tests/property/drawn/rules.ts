import type { DrawnPage } from "./pages.js";
import type { Recipe } from "./recipe.js";

/** White space around each cell whose box is drawn apart, in points. */
const APART = 1;

/** Fills the header with its colour. */
export function fillBands(pdf: PDFKit.PDFDocument, { headers: { fill } }: Recipe, page: DrawnPage, edges: readonly number[]): void {
  if (fill === undefined) return;
  for (const { top, bottom, isHeader } of page.bands) {
    if (!isHeader) continue;
    edges.slice(1).forEach((x, i) => pdf.rect(edges[i]!, top, x - edges[i]!, bottom - top).fill(fill));
  }
}

/** Draws the lines between the cells of a page. */
export function ruleBands(pdf: PDFKit.PDFDocument, { rules }: Recipe, page: DrawnPage, edges: readonly number[]): void {
  if (rules.between === "nothing") return;
  const [left, right] = [edges[0]!, edges.at(-1)!];
  const half = rules.width / 2;
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    if (rules.as === "filled") pdf.rect(x0 - half, y0 - half, x1 - x0 + 2 * half, y1 - y0 + 2 * half).fill(rules.colour);
    else pdf.moveTo(x0, y0).lineTo(x1, y1).stroke(rules.colour);
  };
  pdf.save().lineWidth(rules.width);
  if (rules.as === "dotted") pdf.dash(1, { space: 2 });
  if (rules.as === "dashed") pdf.dash(4, { space: 3 });
  for (const { top, bottom, closedTop, closedBottom } of page.bands) {
    if (rules.between === "cells" && (rules.as === "boxes" || rules.as === "apart")) {
      const space = rules.as === "apart" ? APART : 0;
      edges.slice(1).forEach((x, i) => pdf.rect(edges[i]! + space, top + space, x - edges[i]! - 2 * space, bottom - top - 2 * space).stroke(rules.colour));
      continue;
    }
    if (rules.between !== "rows") for (const x of edges) line(x, top, x, bottom);
    if (rules.between === "columns") continue;
    if (closedTop) line(left, top, right, top);
    if (closedBottom) line(left, bottom, right, bottom);
  }
  pdf.restore();
}
