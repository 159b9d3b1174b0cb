import { textOf } from "../layout/lines.js";
import type { Heading } from "../model/annex.js";
import type { PageLines } from "../table/pages/documentTable.js";
import { joinLines } from "../text/words/join.js";
import type { WordKnowledge } from "../text/words/wordKnowledge.js";
import { normalise } from "../text/words/normalise.js";
import { findDates, numericDay } from "./dates.js";

/** The words before the date of the last update. */
export const LAST_UPDATED = /\(?\s*(?:last\s+(?:updated?|revised)|(?:updated|revised)\s+on)\b/iu;

/** The word before who updated it. */
export const UPDATED_BY = /\bby\s+/u;

/** The lines above a table: its title block, and what is below that. */
export interface AboveTable {
  readonly block: readonly PageLines[];
  readonly below: readonly PageLines[];
}

/** Ends the title block where the brackets around the last update close: what comes between it and the table is not part of it. */
export function titleBlock(above: readonly PageLines[]): AboveTable {
  const lines = above.flatMap(({ page, lines: ofPage }) => ofPage.map((line) => ({ page, line })));
  let text = "";
  const last = lines.findIndex(({ line }) => {
    text = `${text} ${normalise(textOf(line))}`;
    const update = text.slice(LAST_UPDATED.exec(text)?.index ?? text.length).trim();
    return update.startsWith("(") && update.endsWith(")") && update.split("(").length === update.split(")").length;
  });
  const byPage = (chosen: typeof lines): PageLines[] =>
    above.flatMap(({ page }) => {
      const own = chosen.filter((entry) => entry.page === page).map(({ line }) => line);
      return own.length === 0 ? [] : [{ page, lines: own }];
    });
  return last < 0 ? { block: above, below: [] } : { block: byPage(lines.slice(0, last + 1)), below: byPage(lines.slice(last + 1)) };
}

/** Reads the title block. */
export function readHeading(block: readonly PageLines[], knowledge: WordKnowledge): Heading {
  return headingIn(
    joinLines(
      block.flatMap(({ lines }) => lines.map(textOf)),
      knowledge,
    ).text,
  );
}

/** Reads the text of a title block. */
export function headingIn(text: string): Heading {
  const annex = /\bannex\s+([\dA-Z]{1,4})\b/iu.exec(text);
  const updated = LAST_UPDATED.exec(text);
  const titleStart = annex === null || (updated !== null && annex.index > updated.index) ? 0 : annex.index + annex[0].length;
  const title = text.slice(titleStart, updated?.index ?? text.length).trim();
  const period = /\((\d{4})\s*[-–—]\s*(\d{4})\)/u.exec(title);
  const { lastUpdated, updatedBy } = readUpdate(updated === null ? "" : text.slice(updated.index));
  return {
    annex: annex === null ? null : `Annex ${annex[1] ?? ""}`,
    title: title === "" ? null : title,
    period: period === null ? null : { from: Number(period[1]), to: Number(period[2]) },
    lastUpdated,
    updatedBy,
  };
}

/** Reads "(Last updated on 07.05.2019______ by the host of ...)"; the underscores are a placeholder that was left in. */
function readUpdate(text: string): Pick<Heading, "lastUpdated" | "updatedBy"> {
  const by = UPDATED_BY.exec(text);
  const when = by === null ? text : text.slice(0, by.index);
  const who = (by === null ? "" : text.slice(by.index + by[0].length)).trim().replace(/\s*\)$/u, "");
  return {
    lastUpdated: numericDay(when) ?? findDates(when)?.days?.end ?? null,
    updatedBy: who === "" ? null : balanced(who),
  };
}

/** The text with the closing bracket restored that belongs to an opening one within it. */
function balanced(text: string): string {
  const opened = text.split("(").length - text.split(")").length;
  return opened > 0 ? `${text})` : text;
}
