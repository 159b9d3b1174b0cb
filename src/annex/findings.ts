import type { ToBbox } from "../layout/bbox.js";
import { glyphsIn, textOf } from "../layout/lines.js";
import type { Heading } from "../model/annex.js";
import type { Finding } from "../model/diagnostic.js";
import { HEADING_FIELDS } from "../model/fields.js";
import { placeholderIn } from "../model/placeholder.js";
import type { ColumnNames } from "../table/matrix/header.js";
import type { DocumentTable, PageLines } from "../table/pages/documentTable.js";
import { normalise } from "../text/words/normalise.js";
import { LAST_UPDATED, UPDATED_BY } from "./heading.js";

/** Text that has no place in the document. */
export function homelessFindings(entries: readonly PageLines[], toBbox: ToBbox): Finding[] {
  return entries.flatMap(({ page, lines }) =>
    lines.map((line): Finding => {
      const text = normalise(textOf(line));
      return { code: "glyph-without-home", text, count: glyphsIn([line]), page, bbox: toBbox(page, line.box) };
    }),
  );
}

/** What is doubtful about the table: text outside it, headers that the profile does not know, columns that no page has. */
export function tableFindings(table: DocumentTable, columns: readonly ColumnNames[], toBbox: ToBbox): Finding[] {
  const homeless = homelessFindings(table.homeless, toBbox);
  const reported = new Set<string>();
  const unknown = table.headers.flatMap(({ page, cells }) =>
    cells.flatMap((cell): Finding[] => {
      if (cell.known || reported.has(cell.text)) return [];
      reported.add(cell.text);
      const column = cell.field === undefined ? {} : { column: cell.field };
      return [{ code: "header-unknown", actual: normalise(cell.text), ...column, page, bbox: toBbox(page, cell.box) }];
    }),
  );
  const present = new Set(table.headers.flatMap(({ cells }) => cells.map((cell) => cell.field)));
  const missing = columns
    .filter(({ field, headers }) => headers.length > 0 && !present.has(field))
    .map(({ field }): Finding => ({ code: "header-missing", column: field }));
  return [...homeless, ...unknown, ...missing];
}

/** Which fields of the title block are missing. */
export function headingFindings(heading: Heading): Finding[] {
  return HEADING_FIELDS.filter((field) => heading[field] === null).map((field) => ({ code: "heading-missing", field }));
}

/**
 * Underscores to write on that were left after the date of the last update, as in "07.05.2019______ by the host of": they are not part of
 * the date. Those in other texts stay in them.
 */
export function placeholderFindings(heading: readonly PageLines[], toBbox: ToBbox): Finding[] {
  const lines = heading.flatMap(({ page, lines: ofPage }) => ofPage.map((line) => ({ page, line, text: normalise(textOf(line)) })));
  const first = lines.findIndex(({ text }) => LAST_UPDATED.test(text));
  if (first === -1) return [];
  const byLine = lines.findIndex(({ text }, index) => index >= first && UPDATED_BY.test(text));
  return lines.slice(first, byLine === -1 ? undefined : byLine + 1).flatMap(({ page, line, text }): Finding[] => {
    const actual = placeholderIn(text.split(UPDATED_BY, 1)[0] ?? "");
    return actual === undefined ? [] : [{ code: "placeholder-left", field: "lastUpdated", actual, page, bbox: toBbox(page, line.box) }];
  });
}
