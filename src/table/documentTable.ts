import { type Line, linesOf } from "../layout/lines.js";
import type { PageLayout } from "../layout/pageLayout.js";
import type { Word } from "../layout/word.js";
import { cutAtEngineBreaks } from "./engineBreaks.js";
import { furnitureOf } from "./furniture.js";
import { matchHeader } from "./header.js";
import { namesOn } from "./openHeader.js";
import { type ColumnLayout, type Matrix, UNKNOWN_FIELD, pageTable } from "./pageTable.js";
import type { CellPart, HeaderRow, Strip } from "./strip.js";

/** Lines of one page. */
export interface PageLines {
  readonly page: number;
  readonly lines: readonly Line[];
}

/** The matrix over all pages of a document. */
export interface DocumentTable {
  readonly strips: readonly Strip[];
  readonly headers: readonly HeaderRow[];
  /** What stands before the first header: the title block. */
  readonly heading: readonly PageLines[];
  /** Page numbers, running headers and footers. */
  readonly furniture: readonly PageLines[];
  /** What stands in no column of the matrix and is neither title nor furniture. */
  readonly homeless: readonly PageLines[];
}

/** Finds the matrix on every page and puts the pages together. */
export function documentTable(pages: readonly PageLayout[], matrix: Matrix): DocumentTable {
  const furniture = furnitureOf(pages, (line) => isHeaderLine(line, matrix));
  const strips: Strip[] = [];
  const headers: HeaderRow[] = [];
  const heading: PageLines[] = [];
  const homeless: PageLines[] = [];
  let layout: ColumnLayout | undefined;
  pages.forEach((page, i) => {
    const dropped = furniture[i] ?? new Set<Word>();
    const started = headers.length > 0;
    const table = pageTable(
      page,
      page.words.filter((word) => !dropped.has(word)),
      matrix,
      layout,
    );
    layout = table.layout;
    strips.push(...table.strips.map(cutAtEngineBreaks));
    headers.push(...table.headers);
    const top = table.headers[0]?.box.y0 ?? Infinity;
    const isHeading = (word: Word): boolean => !started && word.baseline < top;
    heading.push({ page: page.number, lines: linesOf(table.outside.filter(isHeading)) });
    homeless.push({ page: page.number, lines: linesOf(table.outside.filter((word) => !isHeading(word))) });
  });
  return {
    ...withoutUnknownColumns(strips, homeless),
    headers,
    heading: heading.filter((entry) => entry.lines.length > 0),
    furniture: pages.flatMap((page, i) => {
      const words = furniture[i];
      return words === undefined || words.size === 0 ? [] : [{ page: page.number, lines: linesOf([...words]) }];
    }),
  };
}

function isHeaderLine(line: Line, matrix: Matrix): boolean {
  const names = namesOn(line, matrix.columns).map((phrase) => phrase.text);
  return matchHeader(names, matrix.columns) !== undefined;
}

/** Cells of columns that the profile does not have are not read: their lines have no home. */
function withoutUnknownColumns(
  strips: readonly Strip[],
  homeless: readonly PageLines[],
): Pick<DocumentTable, "strips" | "homeless"> {
  const isKnown = (cell: CellPart): boolean => cell.field !== UNKNOWN_FIELD;
  const unknown = strips.flatMap((strip) =>
    strip.cells.filter((cell) => !isKnown(cell)).map(({ page, lines }) => ({ page, lines })),
  );
  return {
    strips: strips.map((strip) => ({ ...strip, cells: strip.cells.filter(isKnown) })),
    homeless: [...homeless, ...unknown]
      .filter((entry) => entry.lines.length > 0)
      .sort((a, b) => a.page - b.page),
  };
}
