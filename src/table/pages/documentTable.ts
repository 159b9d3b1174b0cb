import { median } from "../../geometry/ordered.js";
import { type Line, linesOf } from "../../layout/lines.js";
import { unpackWords } from "../../layout/packedWords.js";
import type { Word } from "../../layout/word.js";
import { UNKNOWN_FIELD } from "../matrix/cells.js";
import { type HeaderRow, type KeptCell, type KeptStrip, openCell } from "../matrix/strip.js";
import type { ReadPage } from "./pagesReader.js";

/** Lines of one page. */
export interface PageLines {
  readonly page: number;
  readonly lines: readonly Line[];
}

/** The matrix over all pages of a document. */
export interface DocumentTable {
  readonly strips: readonly KeptStrip[];
  readonly headers: readonly HeaderRow[];
  /** What is above the first header: the title block. */
  readonly heading: readonly PageLines[];
  /** Page numbers, running headers and footers. */
  readonly furniture: readonly PageLines[];
  /** What is in no column of the matrix and is neither title nor furniture. */
  readonly homeless: readonly PageLines[];
}

/** Joins the matrix from all pages. */
export function documentTable(pages: readonly ReadPage[]): DocumentTable {
  const strips: KeptStrip[] = [];
  const headers: HeaderRow[] = [];
  const heading: PageLines[] = [];
  const homeless: PageLines[] = [];
  const open: OpenPage[] = [];
  for (const { page, table } of pages) {
    const started = headers.length > 0;
    if (table.layout?.ruled === false) open.push({ page: page.number, header: table.headers[0] ?? open.at(-1)?.header });
    strips.push(...table.strips);
    headers.push(...table.headers);
    const top = table.headers[0]?.box.y0 ?? Infinity;
    const isHeading = (word: Word): boolean => !started && word.baseline < top;
    heading.push({ page: page.number, lines: linesOf(table.outside.filter(isHeading)) });
    homeless.push({ page: page.number, lines: linesOf(table.outside.filter((word) => !isHeading(word))) });
  }
  return {
    ...withoutUnknownColumns(withOneEdge(strips, open), homeless),
    headers,
    heading: heading.filter((entry) => entry.lines.length > 0),
    furniture: pages.flatMap(furnitureOn),
  };
}

function furnitureOn({ page, furniture }: ReadPage): PageLines[] {
  if (furniture.size === 0) return [];
  return [{ page: page.number, lines: linesOf(unpackWords(page.words).filter((_, place) => furniture.has(place))) }];
}

/** A page whose columns are not shown by rules, and the header above them. */
interface OpenPage {
  readonly page: number;
  readonly header: HeaderRow | undefined;
}

/**
 * Gives a column without rules the same left edge on all its pages, that of its leftmost text: a page may have no line that starts there.
 * If the whole table is further right or left on a page, its header shows by how much.
 */
function withOneEdge(strips: readonly KeptStrip[], open: readonly OpenPage[]): KeptStrip[] {
  const reference = open.find(({ header }) => header !== undefined)?.header;
  const shifts = new Map(open.map(({ page, header }) => [page, shiftBetween(reference, header)]));
  const edges = new Map<string, number>();
  for (const { cells } of strips) {
    for (const { page, field, left } of cells) {
      const shift = shifts.get(page);
      if (shift !== undefined) edges.set(field, Math.min(left - shift, edges.get(field) ?? Infinity));
    }
  }
  return strips.map((strip) => {
    const shift = shifts.get(strip.page);
    if (shift === undefined) return strip;
    return { ...strip, cells: strip.cells.map((cell) => ({ ...cell, left: (edges.get(cell.field) ?? cell.left) + shift })) };
  });
}

/** How much further right one header is than another: the median of its columns, since some may be worded differently. */
function shiftBetween(from: HeaderRow | undefined, to: HeaderRow | undefined): number {
  const shifts = (to?.cells ?? []).flatMap(({ field, box }) => {
    const before = from?.cells.find((cell) => cell.field !== undefined && cell.field === field);
    return before === undefined ? [] : [box.x0 - before.box.x0];
  });
  return median(shifts) ?? 0;
}

/** Cells of columns that the profile does not have are not read: their lines are homeless. */
function withoutUnknownColumns(strips: readonly KeptStrip[], homeless: readonly PageLines[]): Pick<DocumentTable, "strips" | "homeless"> {
  const isKnown = (cell: KeptCell): boolean => cell.field !== UNKNOWN_FIELD;
  const unknown = strips.flatMap((strip) =>
    strip.cells.filter((cell) => !isKnown(cell)).map((cell) => ({ page: cell.page, lines: openCell(cell).lines })),
  );
  return {
    strips: strips.map((strip) => ({ ...strip, cells: strip.cells.filter(isKnown) })),
    homeless: [...homeless, ...unknown].filter((entry) => entry.lines.length > 0).sort((a, b) => a.page - b.page),
  };
}
