import { glyphsIn } from "../../layout/lines.js";
import type { SharedLedger } from "../../model/ledger.js";
import type { DocumentTable, PageLines } from "./documentTable.js";
import type { KeptPage } from "./pagesReader.js";

/** Where the glyphs went that are not in any cell of the table. */
export function sharedLedger(pages: readonly KeptPage[], table: DocumentTable): SharedLedger {
  const sum = (count: (page: KeptPage) => number): number => pages.reduce((total, page) => total + count(page), 0);
  const linesOf = (entries: readonly PageLines[]): number => glyphsIn(entries.flatMap((entry) => entry.lines));
  return {
    glyphs: sum((page) => page.counts.glyphs),
    headers: table.headers.reduce((total, header) => total + header.glyphs, 0),
    heading: linesOf(table.heading),
    furniture: linesOf(table.furniture) + sum((page) => page.counts.watermark),
    doubled: sum((page) => page.counts.doubled),
    hidden: sum((page) => page.counts.hidden),
    homeless: linesOf(table.homeless),
  };
}
