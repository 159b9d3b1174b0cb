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
  readonly isHeader: boolean;
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
  /** Where the text of each item stands on each of its pages, its marker apart. */
  readonly placesOf: ReadonlyMap<object, ReadonlyMap<number, TextPlace>>;
}

/** Where text starts and ends, and its first and last baseline, in points from the top left corner of the page as read. */
export interface TextPlace {
  readonly x0: number;
  readonly x1: number;
  readonly first: number;
  readonly last: number;
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
  readonly isKey: boolean;
  next: number;
}

/** What a page has of a cell: its lines with their baselines. */
interface CellPart {
  readonly cell: CellFlow;
  readonly lines: readonly { readonly line: SetLine; readonly y: number }[];
}

/** What a page has of a row. */
interface RowPart {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
}

/** The descenders of a line, in font sizes. */
const DESCENT = 0.3;

class Paginator {
  readonly #pages: DrawnPage[] = [];
  readonly #pagesOf = new Map<object, Set<number>>();
  readonly #placesOf = new Map<object, Map<number, TextPlace>>();
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
    this.#pad = hasColumnLines(recipe) ? recipe.rows.padding : Math.max(0.8 * size, recipe.rows.padding);
    this.#lineHeight = recipe.leading * size;
    this.#edges = columnEdges(recipe, size);
  }

  set(): SetRecipe {
    this.#newPage();
    for (const meeting of this.recipe.meetings) this.#row(meeting);
    return { pages: this.#pages, edges: this.#edges, size: this.size, pagesOf: this.#pagesOf, placesOf: this.#placesOf };
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
    return lines.reduce((sum, line, i) => sum + this.#lineHeight + (i === 0 ? 0 : line.gap), 0) + 2 * this.#pad + DESCENT * this.size;
  }

  #newPage(): void {
    const page: DrawnPage = { runs: [], bands: [] };
    this.#pages.push(page);
    this.#y = this.recipe.paper.margin;
    if (this.#pages.length === 1 && this.recipe.title) {
      for (const text of TITLE) this.#centred(text);
      this.#y += 2 * this.size;
    }
    if (this.#pages.length === 1 || this.recipe.headers.on === "every page") this.#header(page);
  }

  #centred(text: string): void {
    this.#y += this.#lineHeight;
    const x = (this.recipe.paper.width - this.measure(text, this.size)) / 2;
    this.#pages.at(-1)!.runs.push({ text, x, y: this.#y, size: this.size, raise: 0 });
  }

  #header(page: DrawnPage): void {
    const { centred, stacked, bottom: low } = this.recipe.headers;
    const top = this.#y;
    const names = this.recipe.columns.map(({ names: all }, i) => {
      const left = this.#edges[i]! + this.#pad;
      const width = this.#edges[i + 1]! - this.#pad - left;
      const words = all[(this.#pages.length - 1) % all.length]!.split(" ");
      const lines = (stacked ? words.map((word) => [word]) : [words]).flatMap((line) => this.#typesetter.paragraph(line, { x: 0, width }));
      return { left, width, lines };
    });
    const most = Math.max(...names.map(({ lines }) => lines.length));
    for (const { left, width, lines } of names) {
      lines.forEach((line, i) => {
        const shift = centred ? (width - line.x1) / 2 : 0;
        const row = i + 1 + (low ? most - lines.length : 0);
        page.runs.push(...place(line, left + shift, top + this.#pad + row * this.#lineHeight));
      });
    }
    this.#y = top + most * this.#lineHeight + 2 * this.#pad + DESCENT * this.size;
    page.bands.push({ top, bottom: this.#y, closedTop: true, closedBottom: true, isHeader: true });
  }

  /** Draws a row, on as many pages as it takes. */
  #row(meeting: Recipe["meetings"][number]): void {
    const { rows, rules, headers } = this.recipe;
    const cells = this.recipe.columns.map((column, i): CellFlow => {
      const left = this.#edges[i]! + this.#pad;
      const width = this.#edges[i + 1]! - this.#pad - left;
      return { left, lines: this.#linesOf(column, meeting, width), isKey: !isItems(column), next: 0 };
    });
    const needed = Math.max(...cells.filter(({ isKey }) => isKey || rows.breaks === "where needed").map(({ lines }) => this.#heightOf(lines)));
    const keysNeeded = Math.max(...cells.filter(({ isKey }) => isKey).map(({ lines }) => this.#heightOf(lines)));
    const isFresh = (): boolean => this.#pages.at(-1)!.bands.every(({ isHeader }) => isHeader);
    if (this.#y + needed > this.#bottom && !isFresh()) this.#newPage();
    if (this.#y + keysNeeded > this.#bottom) throw new TooNarrow();
    // A row that starts where its page does would look like the one before, if its key came later.
    const keysOnTop = rows.keys === "top" || isFresh();
    const parts: RowPart[] = [];
    const keys = cells.filter(({ isKey }) => isKey);
    for (;;) {
      const page = this.#pages.at(-1)!;
      const top = this.#y;
      const set = cells.filter(({ isKey }) => !isKey).map((cell) => this.#part(cell, page, top));
      const done = cells.every((cell) => cell.isKey || cell.next === cell.lines.length);
      const ends = set.map(({ lines }) => (lines.at(-1)?.y ?? top) + this.#pad + DESCENT * this.size);
      const least = parts.length === 0 ? top + keysNeeded : top + this.#lineHeight + 2 * this.#pad;
      const bottom = done ? Math.min(this.#bottom, Math.max(...ends, least) + rows.spare) : this.#bottom;
      const isWhole = done && parts.length === 0;
      for (const part of set) this.#draw(part, isWhole && rows.items === "middle" ? this.#shiftToMiddle(part, top, bottom) : 0, meeting);
      page.bands.push({
        top,
        bottom,
        closedTop: parts.length === 0 || rules.closedBreaks || headers.on === "every page",
        closedBottom: done || rules.closedBreaks,
        isHeader: false,
      });
      parts.push({ page: this.#pages.length, top, bottom });
      // Without rules between them, the rows stand a line apart.
      this.#y = hasRowLines(this.recipe) ? bottom : bottom + this.size;
      if (done) break;
      this.#newPage();
    }
    this.#keys(keys, parts, keysNeeded, keysOnTop, meeting);
  }

  /** Draws the cells that say which meeting a row is. */
  #keys(cells: readonly CellFlow[], parts: readonly RowPart[], needed: number, onTop: boolean, meeting: object): void {
    const half = parts.reduce((sum, { top, bottom }) => sum + bottom - top, 0) / 2;
    let passed = 0;
    const middle = parts.findIndex(({ top, bottom }) => (passed += bottom - top) >= half);
    const wanted = parts[onTop ? 0 : middle]!;
    const { page, top, bottom } = wanted.bottom - wanted.top >= needed ? wanted : parts[0]!;
    for (const cell of cells) {
      let y = top + this.#pad;
      const lines = cell.lines.map((line, i) => ({ line, y: (y += this.#lineHeight + (i === 0 ? 0 : line.gap)) }));
      const part = { cell, lines };
      this.#draw(part, this.recipe.rows.keys === "middle" ? this.#shiftToMiddle(part, top, bottom) : 0, meeting, page);
    }
  }

  /** How far a part of a cell stands above the middle of its row. */
  #shiftToMiddle({ lines }: CellPart, top: number, bottom: number): number {
    const end = (lines.at(-1)?.y ?? top) + this.#pad + DESCENT * this.size;
    return (bottom - Math.max(end, top)) / 2;
  }

  #draw({ cell, lines }: CellPart, shift: number, meeting: object, page = this.#pages.length): void {
    for (const { line, y } of lines) {
      this.#pages[page - 1]!.runs.push(...place(line, cell.left, y + shift));
      for (const owner of [meeting, line.item]) if (owner !== undefined) this.#note(owner, page);
      if (line.item !== undefined) this.#placeItem(line.item, page, { x0: cell.left + line.x0, x1: cell.left + line.x1, first: y + shift, last: y + shift });
    }
  }

  /** Takes what fits of a cell. */
  #part(cell: CellFlow, page: DrawnPage, top: number): CellPart {
    const ys: number[] = [];
    let y = top + this.#pad;
    for (let i = cell.next; i < cell.lines.length; i++) {
      y += this.#lineHeight + (i === cell.next ? 0 : cell.lines[i]!.gap);
      if (y + this.#pad + DESCENT * this.size > this.#bottom) break;
      ys.push(y);
    }
    const rest = cell.lines.length - cell.next - ys.length;
    if (rest > 0) while (ys.length > 0 && !this.#canBreak(cell, cell.next + ys.length)) ys.pop();
    // A cell that can break nowhere on a whole page is more than this typesetter knows to set.
    if (rest > 0 && ys.length === 0 && page.bands.length <= 1) throw new TooNarrow();
    const lines = ys.map((at, i) => ({ line: cell.lines[cell.next + i]!, y: at }));
    cell.next += ys.length;
    return { cell, lines };
  }

  /** Whether a reader could tell a paragraph that starts behind this break from one that goes on: the line before must have room. */
  #canBreak(cell: CellFlow, at: number): boolean {
    const next = cell.lines[at]!;
    if (!next.quiet) return true;
    const before = cell.lines.slice(cell.next, at);
    const reach = Math.max(...before.map((line) => line.x1));
    return before.at(-1)!.x1 + 0.4 * this.size + 1.1 * next.firstWord <= reach;
  }

  #placeItem(item: object, page: number, { x0, x1, first, last }: TextPlace): void {
    const pages = this.#placesOf.get(item) ?? new Map<number, TextPlace>();
    const known = pages.get(page);
    pages.set(page, { x0: Math.min(x0, known?.x0 ?? x0), x1: Math.max(x1, known?.x1 ?? x1), first: known?.first ?? first, last });
    this.#placesOf.set(item, pages);
  }

  #note(owner: object, page: number): void {
    const pages = this.#pagesOf.get(owner) ?? new Set();
    this.#pagesOf.set(owner, pages.add(page));
  }
}

/** The title block. */
const TITLE = ["Annex 1", "THE MATRIX OF DECISIONS (2003-2018)", "(Last updated on 07.05.2019 by the host of ASEMCMM8)"];

/** Whether a reader sees lines between the columns. */
function hasColumnLines({ rules }: Recipe): boolean {
  return rules.colour !== "white" && (rules.between === "cells" || rules.between === "columns");
}

/** The same between the rows. */
function hasRowLines({ rules }: Recipe): boolean {
  return rules.colour !== "white" && (rules.between === "cells" || rules.between === "rows");
}

function place(line: SetLine, left: number, y: number): PlacedRun[] {
  return line.runs.map((run) => ({ ...run, x: left + run.x, y: y - run.raise }));
}

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
