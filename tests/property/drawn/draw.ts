import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import { BulletDrawer } from "./bullets.js";
import { type PlacedRun, type SetRecipe, setPages } from "./pages.js";
import type { Drawing, Recipe } from "./recipe.js";
import { fillBands, ruleBands } from "./rules.js";

const EMBEDDED = fileURLToPath(new URL("../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf", import.meta.url));

/** A recipe as a PDF. */
interface DrawnRecipe {
  readonly bytes: Uint8Array;
  readonly set: SetRecipe;
}

/**
 * Draws a recipe; undefined where its words have no room in its columns. The same bytes each time.
 *
 * @param embedded The path of the font that is embedded.
 */
export async function drawRecipe(recipe: Recipe, embedded = EMBEDDED): Promise<DrawnRecipe | undefined> {
  const pdf = new PDFDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } });
  pdf.font(recipe.font === "embedded" ? embedded : recipe.font);
  const set = setPages(recipe, measureWith(pdf, recipe));
  if (set === undefined) return undefined;
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  const bullets = new BulletDrawer(pdf);
  set.pages.forEach((page, i) => {
    addPage(pdf, recipe);
    fillBands(pdf, recipe, page, set.edges);
    const runs = inOrder([...page.runs, ...furniture(pdf, recipe, i + 1, set)], recipe.drawing);
    const strokes = runs.map((run) => () => (run.bullet === undefined ? drawRun(pdf, recipe, run) : bullets.draw({ ...run, look: run.bullet })));
    const rules = (): void => ruleBands(pdf, recipe, page, set.edges);
    const all = recipe.drawing.order === "random" ? shuffled([...strokes, rules], recipe.drawing.seed) : [...strokes, rules];
    for (const stroke of all) stroke();
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
  const tracked = (text: string, size: number): number => measure(text, size) + [...text].length * recipe.tracking * size;
  if (recipe.drawing.unit !== "glyph") return tracked;
  return (text, size) => [...text].reduce((sum, character) => sum + tracked(character, size), 0);
}

/** Adds a page whose top left corner, as shown or as read, is the origin of what is drawn. */
function addPage(pdf: PDFKit.PDFDocument, { paper }: Recipe): void {
  const { width, height, turn, turnedBack, crop, unit } = paper;
  const sideways = turn % 180 !== 0;
  const [w, h] = sideways ? [height, width] : [width, height];
  pdf.addPage({ size: [(w + 2 * crop) / unit, (h + 2 * crop) / unit], margin: 0 });
  const entries: unknown = pdf.page.dictionary.data;
  if (typeof entries !== "object" || entries === null) throw new TypeError("Unexpected page without a dictionary");
  if (crop > 0) Reflect.set(entries, "CropBox", [crop / unit, crop / unit, (crop + w) / unit, (crop + h) / unit]);
  if (turnedBack && turn !== 0) Reflect.set(entries, "Rotate", turn);
  if (unit !== 1) Reflect.set(entries, "UserUnit", unit);
  pdf.scale(1 / unit);
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
  return recipe.furniture.flatMap((kind): PlacedRun[] => {
    switch (kind) {
      case "number":
        return [run(String(page), height - 12)];
      case "page of":
        return [run(`Page ${page} of ${set.pages.length}`, height - 12)];
      case "running":
        // On a single page nothing tells it from the title.
        return set.pages.length < 2 ? [] : [run("Decisions of the ministers", 16)];
    }
  });
}

function drawRun(pdf: PDFKit.PDFDocument, recipe: Recipe, { text, x, y, size }: PlacedRun): void {
  pdf.fontSize(size).fillColor("black");
  const characterSpacing = recipe.tracking * size;
  const draw = (piece: string, at: number): void => void pdf.text(piece, at, y, { lineBreak: false, baseline: "alphabetic", characterSpacing });
  if (recipe.drawing.unit !== "glyph") return draw(text, x);
  let at = x;
  for (const character of text) {
    if (character !== " ") draw(character, at);
    at += pdf.widthOfString(character) + characterSpacing;
  }
}

function inOrder(runs: readonly PlacedRun[], { order }: Drawing): PlacedRun[] {
  return order === "by line" ? runs.toSorted((a, b) => a.y - b.y || a.x - b.x) : [...runs];
}

/** The values in an order that the seed tells. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const mixed = [...values];
  let state = seed + 1;
  for (let i = mixed.length - 1; i > 0; i--) {
    // The generator of Park and Miller.
    state = (state * 48271) % 2147483647;
    const k = state % (i + 1);
    [mixed[i], mixed[k]] = [mixed[k]!, mixed[i]!];
  }
  return mixed;
}
