import { asemProfile } from "./annex/builtinProfile.js";
import { shownBbox } from "./layout/bbox.js";
import { unpackWords } from "./layout/packedWords.js";
import type { Bbox } from "./model/place.js";
import type { PdfFile } from "./pdf/open.js";
import type { PdfPage } from "./pdf/page.js";
import { type Extraction, type StageOptions, extractStages } from "./pipeline.js";
import { type CellPart, type Strip, openCell, openStrip } from "./table/matrix/strip.js";
import type { DocumentTable, PageLines } from "./table/pages/documentTable.js";
import type { KeptPage } from "./table/pages/pagesReader.js";

/** An extraction with everything that was seen on the pages, as plain data. */
export interface Inspection extends Extraction {
  /** The columns of the profile, in its order, each with the first name that it has there. */
  readonly columns: readonly { readonly field: string; readonly name: string }[];
  readonly pages: readonly SeenPage[];
}

/** What was seen on a page. Boxes are in points, origin top left of the page as shown. */
export interface SeenPage {
  readonly drawn: PdfPage;
  readonly words: readonly Bbox[];
  readonly lines: readonly SeenLine[];
  /** The part of each column that the page shows. */
  readonly columns: readonly SeenCell[];
  /** The part of each row that the page shows. */
  readonly rows: readonly Bbox[];
  readonly cells: readonly SeenCell[];
}

/** Where the glyphs of a line went. */
export type Home = "cell" | "header" | "heading" | "furniture" | "homeless";

/** A line of text and where its glyphs went. */
export interface SeenLine {
  readonly home: Home;
  readonly bbox: Bbox;
}

/** A cell, or all of a column, on one page. */
export interface SeenCell {
  /** The column's field in the profile. */
  readonly field: string;
  readonly bbox: Bbox;
}

/**
 * Reads an annex as `extractAnnex` does and keeps what its stages saw, including the glyphs of all pages.
 *
 * @throws AnnexError if the PDF gives no document; its `fault` says why.
 */
export async function inspectAnnex(pdf: PdfFile, options: StageOptions): Promise<Inspection> {
  const { columns } = options.profile ?? asemProfile;
  const drawn = new Map<number, PdfPage>();
  const { document, ledger, layouts, table, rows: kept } = await extractStages(pdf, options, (page) => drawn.set(page.number, page));
  const rows = kept.map((row) => row.parts.map(openCell));
  return {
    document,
    ledger,
    columns: columns.map(({ field, headers }) => ({ field, name: headers[0] ?? field })),
    pages: layouts.flatMap((layout) => {
      const page = drawn.get(layout.number);
      return page === undefined ? [] : [seenPage(page, layout, table, rows)];
    }),
  };
}

function seenPage(drawn: PdfPage, layout: KeptPage, table: DocumentTable, rows: readonly (readonly CellPart[])[]): SeenPage {
  const strips = table.strips.filter((strip) => strip.page === layout.number).map(openStrip);
  const bands = bandsOf(strips, rows);
  return {
    drawn,
    words: unpackWords(layout.words).map((word) => shownBbox(layout, word.box)),
    lines: [
      ...strips.flatMap((strip) => strip.cells.flatMap((cell) => cell.lines.map((line) => seenLine(layout, "cell", line)))),
      ...table.headers
        .filter((header) => header.page === layout.number)
        .flatMap((header) => header.cells.map((cell) => seenLine(layout, "header", cell))),
      ...linesOn(layout, "heading", table.heading),
      ...linesOn(layout, "furniture", table.furniture),
      ...linesOn(layout, "homeless", table.homeless),
    ],
    columns: columnsOf(strips).map(({ field, left, right, top, bottom }) => ({
      field,
      bbox: shownBbox(layout, { x0: left, y0: top, x1: right, y1: bottom }),
    })),
    rows: bands.map(({ cells, top, bottom }) =>
      shownBbox(layout, {
        x0: Math.min(...cells.map((cell) => cell.left)),
        y0: top,
        x1: Math.max(...cells.map((cell) => cell.right)),
        y1: bottom,
      }),
    ),
    cells: bands.flatMap(({ cells, top, bottom }) =>
      cells.map(({ field, left, right }) => ({ field, bbox: shownBbox(layout, { x0: left, y0: top, x1: right, y1: bottom }) })),
    ),
  };
}

function seenLine(layout: KeptPage, home: Home, { box }: { readonly box: Parameters<typeof shownBbox>[1] }): SeenLine {
  return { home, bbox: shownBbox(layout, box) };
}

function linesOn(layout: KeptPage, home: Home, entries: readonly PageLines[]): SeenLine[] {
  return entries
    .filter((entry) => entry.page === layout.number)
    .flatMap((entry) => entry.lines.map((line) => seenLine(layout, home, line)));
}

/** The part of a row in one strip of a page. */
interface Band {
  readonly cells: readonly CellPart[];
  readonly top: number;
  readonly bottom: number;
}

/** Rows that share a strip divide it at the first line of each following row. */
function bandsOf(strips: readonly Strip[], rows: readonly (readonly CellPart[])[]): Band[] {
  return strips.flatMap((strip) => {
    const own = rows.map((parts) => parts.filter((part) => isIn(part, strip))).filter((cells) => cells.length > 0);
    const tops = own.map((cells, i) => (i === 0 ? strip.top : Math.min(...cells.flatMap((cell) => cell.lines.map((line) => line.box.y0)))));
    return own.map((cells, i) => ({ cells, top: tops[i] ?? strip.top, bottom: tops[i + 1] ?? strip.bottom }));
  });
}

function isIn(part: CellPart, strip: Strip): boolean {
  const baseline = part.lines[0]?.baseline ?? NaN;
  return part.page === strip.page && baseline >= strip.top && baseline <= strip.bottom;
}

interface ColumnOnPage {
  readonly field: string;
  readonly left: number;
  readonly right: number;
  top: number;
  bottom: number;
}

function columnsOf(strips: readonly Strip[]): ColumnOnPage[] {
  const columns: ColumnOnPage[] = [];
  for (const { top, bottom, cells } of strips) {
    for (const { field, left, right } of cells) {
      const known = columns.find((column) => column.field === field && column.left === left && column.right === right);
      if (known === undefined) columns.push({ field, left, right, top, bottom });
      else {
        known.top = Math.min(known.top, top);
        known.bottom = Math.max(known.bottom, bottom);
      }
    }
  }
  return columns;
}
