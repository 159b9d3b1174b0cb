import type { PageLayout } from "../../layout/pageLayout.js";
import type { Word } from "../../layout/word.js";
import { connected } from "../evidence/ruledFrames.js";
import { isWordIn } from "../evidence/containment.js";
import type { GridTable } from "./grid.js";
import { ruledTables } from "./ruledTables.js";
import { textTables } from "./textTables.js";

/** The tables of a page. */
export interface PageTables {
  /** From top to bottom. */
  readonly tables: readonly GridTable[];
  /** Grids of one row: not tables by themselves, but a table of the page before may continue in them. */
  readonly rows: readonly GridTable[];
}

/** Every table of a page: those that ruling lines draw, and those that text alone shows. */
export function pageTables(page: PageLayout): PageTables {
  // A drawn bullet is a shape: the text of a cell is only what is written.
  const words = page.words.filter((word) => word.glyphs > 0);
  const { tables, rows } = ruledTables(page.edges, words);
  const rest = words.filter((word) => !tables.some((table) => isWordIn(word, table.box)));
  const open = textTables(
    rest.filter((word) => !runsDown(word)),
    connected(page.edges).flatMap((group) => (group.every((edge) => edge.axis === "horizontal") ? group : [])),
  );
  return { tables: [...tables, ...open].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0), rows };
}

/** Whether a word runs from top to bottom or from bottom to top: beside upright lines it is the title of a chart's axis. */
function runsDown(word: Word): boolean {
  const height = word.box.y1 - word.box.y0;
  return word.text.length > 2 && height > TALL * word.size && height > word.box.x1 - word.box.x0;
}

/** The tallest upright word, in font sizes: ascent and descent of generous fonts, and a superscript. */
const TALL = 1.6;
