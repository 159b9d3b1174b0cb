import type { Recipe, RecipeColumn } from "./recipe.js";
import { type Measure, type Run, type SetLine, TooNarrow, Typesetter } from "./typeset.js";

/** A run of text on a page: `x` its start and `y` its baseline, in points from the top left corner. */
export interface PlacedRun extends Run {
  readonly y: number;
}

/** A row of cells as one page shows it, between `top` and `bottom`. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly closedTop: boolean;
  readonly closedBottom: boolean;
}

export interface DrawnPage {
  readonly runs: PlacedRun[];
  readonly bands: Band[];
}

/** A recipe set on its pages, with the pages (from 1) on which each item and each meeting has text. */
export interface SetRecipe {
  readonly pages: readonly DrawnPage[];
  /** The x of the columns' edges. */
  readonly edges: readonly number[];
  readonly size: number;
  readonly pagesOf: ReadonlyMap<object, ReadonlySet<number>>;
}

/** Smaller print is not drawn: the recipe is given up. */
const SMALLEST = 4;

/** Sets a recipe in its font size, or in the largest one below it that has room for every word; undefined where none has. */
export function setPages(recipe: Recipe, measure: Measure): SetRecipe | undefined {
  for (let size = recipe.size; size >= SMALLEST; size -= 1) {
    try {
      return new Paginator(recipe, measure, size).set();
    } catch (error) {
      if (!(error instanceof TooNarrow)) throw error;
    }
  }
  return undefined;
}

interface CellFlow {
  readonly left: number;
  readonly lines: readonly SetLine[];
  next: number;
}

class Paginator {
  readonly #pages: DrawnPage[] = [];
  readonly #pagesOf = new Map<object, Set<number>>();
  readonly #typesetter: Typesetter;
  readonly #edges: readonly number[];
  readonly #pad: number;
  readonly #lineHeight: number;
  #y = 0;

  constructor(
    readonly recipe: Recipe,
    readonly measure: Measure,
    readonly size: number,
  ) {
    this.#typesetter = new Typesetter(recipe, measure, size);
    this.#pad = recipe.rules === "none" ? 0.8 * size : 4;
    this.#lineHeight = recipe.leading * size;
    this.#edges = columnEdges(recipe, size);
  }

  set(): SetRecipe {
    this.#newPage();
    for (const meeting of this.recipe.meetings) {
      const cells = this.recipe.columns.map((column, i): CellFlow => {
        const left = this.#edges[i]! + this.#pad;
        const width = this.#edges[i + 1]! - this.#pad - left;
        return { left, lines: this.#linesOf(column, meeting, width), next: 0 };
      });
      const keys = cells.filter((_, i) => !isItems(this.recipe.columns[i]!));
      const needed = Math.max(...keys.map((cell) => this.#heightOf(cell.lines))) + 2 * this.#pad;
      if (this.#y + needed > this.#bottom) this.#newPage();
      if (this.#y + needed > this.#bottom) throw new TooNarrow();
      this.#row(cells, meeting);
    }
    return { pages: this.#pages, edges: this.#edges, size: this.size, pagesOf: this.#pagesOf };
  }

  get #bottom(): number {
    return this.recipe.paper.height - this.recipe.paper.margin;
  }

  #linesOf({ field }: RecipeColumn, meeting: Recipe["meetings"][number], width: number): SetLine[] {
    if (field === "number") return meeting.printed === "" ? [] : this.#typesetter.paragraph([meeting.printed], { x: 0, width });
    if (field === "themes") return this.#typesetter.meeting(meeting, width);
    return this.#typesetter.items(meeting.cells[field], width);
  }

  #heightOf(lines: readonly SetLine[]): number {
    return lines.reduce((sum, line, i) => sum + this.#lineHeight + (i === 0 ? 0 : line.gap), 0);
  }

  #newPage(): void {
    const page: DrawnPage = { runs: [], bands: [] };
    this.#pages.push(page);
    this.#y = this.recipe.paper.margin;
    if (this.#pages.length === 1 && this.recipe.title) {
      for (const text of TITLE) this.#centred(text);
      this.#y += 2 * this.size;
    }
    if (this.#pages.length === 1 || this.recipe.headers === "every page") this.#header(page);
  }

  #centred(text: string): void {
    this.#y += this.#lineHeight;
    const x = (this.recipe.paper.width - this.measure(text, this.size)) / 2;
    this.#pages.at(-1)!.runs.push({ text, x, y: this.#y, size: this.size, raise: 0 });
  }

  #header(page: DrawnPage): void {
    const top = this.#y;
    let bottom = top;
    this.recipe.columns.forEach(({ names }, i) => {
      const left = this.#edges[i]! + this.#pad;
      const width = this.#edges[i + 1]! - this.#pad - left;
      const name = names[(this.#pages.length - 1) % names.length]!;
      let y = top + this.#pad;
      for (const line of this.#typesetter.paragraph(name.split(" "), { x: 0, width })) {
        y += this.#lineHeight;
        const shift = this.recipe.centredHeaders ? (width - line.x1) / 2 : 0;
        page.runs.push(...this.#place(line, left + shift, y));
      }
      bottom = Math.max(bottom, y);
    });
    this.#y = bottom + this.#pad + 0.3 * this.size;
    page.bands.push({ top, bottom: this.#y, closedTop: true, closedBottom: true });
  }

  #place(line: SetLine, left: number, y: number): PlacedRun[] {
    return line.runs.map((run) => ({ ...run, x: left + run.x, y: y - run.raise }));
  }

  /** Draws a row, on as many pages as it takes. */
  #row(cells: readonly CellFlow[], meeting: object): void {
    let started = false;
    for (;;) {
      const page = this.#pages.at(-1)!;
      const top = this.#y;
      const ends = cells.map((cell) => this.#part(cell, page, top, meeting));
      const done = cells.every((cell) => cell.next === cell.lines.length);
      const bottom = done ? Math.max(...ends) + this.#pad + 0.3 * this.size : this.#bottom;
      page.bands.push({
        top,
        bottom,
        closedTop: !started || this.recipe.closedBreaks || this.recipe.headers === "every page",
        closedBottom: done || this.recipe.closedBreaks,
      });
      // Without rules, the rows stand a line apart.
      this.#y = this.recipe.rules === "none" ? bottom + this.size : bottom;
      if (done) return;
      started = true;
      this.#newPage();
    }
  }

  /** Sets what fits of a cell; returns the last baseline. */
  #part(cell: CellFlow, page: DrawnPage, top: number, meeting: object): number {
    const ys: number[] = [];
    let y = top + this.#pad;
    for (let i = cell.next; i < cell.lines.length; i++) {
      y += this.#lineHeight + (i === cell.next ? 0 : cell.lines[i]!.gap);
      if (y + this.#pad + 0.3 * this.size > this.#bottom) break;
      ys.push(y);
    }
    const rest = cell.lines.length - cell.next - ys.length;
    if (rest > 0) while (ys.length > 0 && !this.#canBreak(cell, cell.next + ys.length)) ys.pop();
    // A cell that can break nowhere on a whole page is more than this typesetter knows to set.
    if (rest > 0 && ys.length === 0 && page.bands.length <= 1) throw new TooNarrow();
    ys.forEach((at, i) => {
      const line = cell.lines[cell.next + i]!;
      page.runs.push(...this.#place(line, cell.left, at));
      for (const owner of [meeting, line.item]) if (owner !== undefined) this.#note(owner);
    });
    cell.next += ys.length;
    return ys.at(-1) ?? top;
  }

  /** Whether a reader could tell a paragraph that starts behind this break from one that goes on: the line before must have room. */
  #canBreak(cell: CellFlow, at: number): boolean {
    const next = cell.lines[at]!;
    if (!next.quiet) return true;
    const before = cell.lines.slice(cell.next, at);
    const reach = Math.max(...before.map((line) => line.x1));
    return before.at(-1)!.x1 + 0.4 * this.size + 1.1 * next.firstWord <= reach;
  }

  #note(owner: object): void {
    const pages = this.#pagesOf.get(owner) ?? new Set();
    this.#pagesOf.set(owner, pages.add(this.#pages.length));
  }
}

/** The title block. */
const TITLE = ["Annex 1", "THE MATRIX OF DECISIONS (2003-2018)", "(Last updated on 07.05.2019 by the host of ASEMCMM8)"];

function isItems(column: RecipeColumn): boolean {
  return column.field !== "number" && column.field !== "themes";
}

function columnEdges({ columns, paper }: Recipe, size: number): number[] {
  const narrow = 5 * size;
  const room = paper.width - 2 * paper.margin - narrow;
  // No column is narrower than a fourth of the widest.
  const weights = columns.map((column) => (column.field === "number" ? 0 : 3 + column.weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = paper.margin;
  return [x, ...columns.map((column, i) => (x += column.field === "number" ? narrow : (room * weights[i]!) / total))];
}
