import { contains } from "../geometry/box.js";
import type { PageLayout } from "../layout/pageLayout.js";
import type { Word } from "../layout/word.js";
import type { GridTable } from "./grid.js";
import { connected } from "./ruledFrames.js";
import { ruledTables } from "./ruledTables.js";
import { textTables } from "./textTables.js";

/** Every table of a page, from top to bottom: those that ruling lines draw, then those that text alone shows. */
export function pageTables(page: PageLayout): GridTable[] {
  // A drawn bullet is a shape: a cell's text is what is written.
  const words = page.words.filter((word) => word.glyphs > 0);
  const ruled = ruledTables(page.edges, words);
  const rest = words.filter((word) => !ruled.some((table) => contains(table.box, (word.box.x0 + word.box.x1) / 2, word.baseline - 0.3 * word.size)));
  const open = textTables(
    rest.filter((word) => !runsDown(word)),
    connected(page.edges).flatMap((group) => (group.every((edge) => edge.axis === "horizontal") ? group : [])),
  );
  return [...ruled, ...open].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** Whether a word is set from top to bottom or from bottom to top: beside upright lines it is the title of a chart's axis. */
function runsDown(word: Word): boolean {
  const height = word.box.y1 - word.box.y0;
  return word.text.length > 2 && height > TALL * word.size && height > word.box.x1 - word.box.x0;
}

/** The tallest upright word, in font sizes: ascent and descent of generous fonts, and a superscript. */
const TALL = 1.6;
