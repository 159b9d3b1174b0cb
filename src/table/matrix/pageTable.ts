import { type Box, middleX } from "../../geometry/box.js";
import { linesOf } from "../../layout/lines.js";
import type { PageLayout } from "../../layout/pageLayout.js";
import type { Word } from "../../layout/word.js";
import { groundsWithin, ruledFrames, withOpenSides } from "../evidence/ruledFrames.js";
import { framedTable } from "./framedTable.js";
import type { ColumnLayout, Matrix, PageTable } from "./matrix.js";
import { findHeader } from "./openHeader.js";
import { openTable } from "./openTable.js";
import { overflowBelow } from "./overflow.js";
import type { HeaderRow, Strip } from "./strip.js";

/** Finds the table on a page. `words` are the page's words without its furniture, `before` the layout of the page before. */
export function pageTable(page: PageLayout, words: readonly Word[], matrix: Matrix, before: ColumnLayout | undefined): PageTable {
  const strips: Strip[] = [];
  const headers: HeaderRow[] = [];
  let layout = before;
  let rest = words;
  const foreign: Word[] = [];
  for (const ruled of ruledFrames(page.edges)) {
    const frame = withOpenSides(ruled, rest);
    const inside = rest.filter((word) => isInside(word, frame.box));
    const own = new Set([...inside, ...overflowBelow(frame, inside, rest)]);
    const table = framedTable({ number: page.number, frame, grounds: groundsWithin(frame, page.grounds), matrix }, [...own], layout);
    if (table === undefined) {
      // If rules showed the matrix, what other rules show is another table: its words belong to no column.
      if (layout?.ruled === true) {
        foreign.push(...inside);
        rest = rest.filter((word) => !inside.includes(word));
      }
      continue;
    }
    strips.push(...table.strips);
    headers.push(...table.headers);
    layout = table.layout;
    rest = [...rest.filter((word) => !own.has(word)), ...table.outside];
  }
  const rows = strips.length === 0 && layout !== undefined ? rowsBelow(page, headers, rest, matrix, layout) : undefined;
  if (rows !== undefined) return { ...rows, headers: [...headers, ...rows.headers], outside: [...rows.outside, ...foreign] };
  if (strips.length > 0 || headers.length > 0) return { strips, headers, outside: [...rest, ...foreign], layout };
  // Rules that showed the matrix continue where it does; only recognition may miss them in a picture.
  if (before?.ruled === true && page.recognition === undefined && findHeader(linesOf(rest), matrix.columns) === undefined) {
    return { strips: [], headers: [], outside: [...rest, ...foreign], layout: before };
  }
  const table = openTable(page, rest, matrix, before);
  return foreign.length === 0 ? table : { ...table, outside: [...table.outside, ...foreign] };
}

/** The rows below a header that is the only part with lines around it, as on a coloured background; undefined if nothing is there. */
function rowsBelow(
  page: PageLayout,
  headers: readonly HeaderRow[],
  words: readonly Word[],
  matrix: Matrix,
  layout: ColumnLayout,
): PageTable | undefined {
  const header = headers.at(-1);
  if (header === undefined) return undefined;
  const below = words.filter((word) => word.baseline > header.box.y1);
  if (below.length === 0) return undefined;
  const table = openTable(page, below, matrix, { ...layout, ruled: false, anchors: header.cells.map(({ box }) => box) });
  return { ...table, outside: [...words.filter((word) => !below.includes(word)), ...table.outside] };
}

/** Most of a word's small letters are between these heights, in font sizes from its baseline. */
const OVER_TOP = 0.2;
const OVER_BOTTOM = 0.6;

function isInside(word: Word, box: Box): boolean {
  const middle = middleX(word.box);
  // At the end of a page, text may overlap the line above or below it.
  return (
    middle >= box.x0 &&
    middle <= box.x1 &&
    word.baseline - OVER_TOP * word.size >= box.y0 &&
    word.baseline - OVER_BOTTOM * word.size <= box.y1
  );
}
