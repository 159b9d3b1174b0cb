import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { type DrawnPage, type PlacedRun, type SetRecipe, setPages } from "./pages.js";
import type { Recipe } from "./recipe.js";

const EMBEDDED = fileURLToPath(new URL("../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf", import.meta.url));

/** A recipe as a PDF. */
interface DrawnRecipe {
  readonly bytes: Uint8Array;
  readonly set: SetRecipe;
}

/** Draws a recipe; undefined where its words have no room in its columns. The same bytes each time. */
export async function drawRecipe(recipe: Recipe): Promise<DrawnRecipe | undefined> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  pdf.font(recipe.font === "embedded" ? EMBEDDED : recipe.font);
  const set = setPages(recipe, measureWith(pdf, recipe));
  if (set === undefined) return undefined;
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  set.pages.forEach((page, i) => {
    addPage(pdf, recipe);
    const runs = [...page.runs, ...furniture(pdf, recipe, i + 1, set)];
    const strokes = [...runs.map((run) => () => drawRun(pdf, recipe, run)), () => drawRules(pdf, recipe, page, set.edges)];
    for (const stroke of shuffled(strokes, recipe.drawing.shuffle)) stroke();
  });
  pdf.end();
  await ended;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), set };
}

function measureWith(pdf: PDFKit.PDFDocument, recipe: Recipe): (text: string, size: number) => number {
  const widths = new Map<string, number>();
  const measure = (text: string, size: number): number => {
    const known = widths.get(text) ?? pdf.fontSize(1000).widthOfString(text);
    widths.set(text, known);
    return (known * size) / 1000;
  };
  if (recipe.drawing.unit !== "glyph") return measure;
  return (text, size) => [...text].reduce((sum, character) => sum + measure(character, size), 0);
}

/** Adds a page whose top left corner, as shown or as read, is the origin of what is drawn. */
function addPage(pdf: PDFKit.PDFDocument, { paper }: Recipe): void {
  const { width, height, turn, turnedBack, crop } = paper;
  const sideways = turn % 180 !== 0;
  const [w, h] = sideways ? [height, width] : [width, height];
  pdf.addPage({ size: [w + 2 * crop, h + 2 * crop], margin: 0 });
  const entries: unknown = pdf.page.dictionary.data;
  if (typeof entries !== "object" || entries === null) throw new TypeError("Unexpected page without a dictionary");
  if (crop > 0) Reflect.set(entries, "CropBox", [crop, crop, crop + w, crop + h]);
  if (turnedBack && turn !== 0) Reflect.set(entries, "Rotate", turn);
  pdf.translate(crop, crop);
  // Against the clock: the page is turned back by as much, or is shown sideways.
  if (turn === 90) pdf.transform(0, -1, 1, 0, 0, width);
  if (turn === 180) pdf.transform(-1, 0, 0, -1, width, height);
  if (turn === 270) pdf.transform(0, 1, -1, 0, height, 0);
}

function furniture(pdf: PDFKit.PDFDocument, recipe: Recipe, page: number, set: SetRecipe): PlacedRun[] {
  const { width, height } = recipe.paper;
  const size = Math.min(set.size, 9);
  const run = (text: string, y: number): PlacedRun => ({ text, x: (width - pdf.fontSize(size).widthOfString(text)) / 2, y, size, raise: 0 });
  switch (recipe.furniture) {
    case "none":
      return [];
    case "number":
      return [run(String(page), height - 12)];
    case "page of":
      return [run(`Page ${page} of ${set.pages.length}`, height - 12)];
    case "running":
      // On a single page nothing tells it from the title.
      return set.pages.length < 2 ? [] : [run("Decisions of the ministers", 16)];
  }
}

function drawRun(pdf: PDFKit.PDFDocument, recipe: Recipe, { text, x, y, size }: PlacedRun): void {
  pdf.fontSize(size);
  const draw = (piece: string, at: number): void => void pdf.text(piece, at, y, { lineBreak: false, baseline: "alphabetic" });
  if (recipe.drawing.unit !== "glyph") return draw(text, x);
  let at = x;
  for (const character of text) {
    if (character !== " ") draw(character, at);
    at += pdf.widthOfString(character);
  }
}

/** Half the thickness of a filled ruling, in points. */
const HALF = 0.25;

function drawRules(pdf: PDFKit.PDFDocument, { rules }: Recipe, page: DrawnPage, edges: readonly number[]): void {
  if (rules === "none") return;
  const [left, right] = [edges[0]!, edges.at(-1)!];
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    if (rules === "filled") pdf.rect(x0 - HALF, y0 - HALF, x1 - x0 + 2 * HALF, y1 - y0 + 2 * HALF).fill("black");
    else pdf.moveTo(x0, y0).lineTo(x1, y1).stroke();
  };
  pdf.save().lineWidth(0.5);
  if (rules === "dotted") pdf.dash(1, { space: 2 });
  for (const { top, bottom, closedTop, closedBottom } of page.bands) {
    if (rules === "rectangles") {
      edges.slice(1).forEach((x, i) => pdf.rect(edges[i]!, top, x - edges[i]!, bottom - top).stroke());
      continue;
    }
    for (const x of edges) line(x, top, x, bottom);
    if (closedTop) line(left, top, right, top);
    if (closedBottom) line(left, bottom, right, bottom);
  }
  pdf.restore();
}

/** The values in an order that the seed tells; as they are without one. */
function shuffled<T>(values: readonly T[], seed: number | undefined): T[] {
  const mixed = [...values];
  if (seed === undefined) return mixed;
  let state = seed + 1;
  for (let i = mixed.length - 1; i > 0; i--) {
    // The generator of Park and Miller.
    state = (state * 48271) % 2147483647;
    const k = state % (i + 1);
    [mixed[i], mixed[k]] = [mixed[k]!, mixed[i]!];
  }
  return mixed;
}
