import type { Heading } from "../model/annex.js";
import { findDates, numericDay } from "./dates.js";

/** The words before the date of the last update. */
export const LAST_UPDATED = /\(?\s*last\s+updated?\b/iu;

/** The word before who updated it. */
export const UPDATED_BY = /\bby\s+/u;

/** Reads the title block: the lines above the table, joined by spaces. */
export function readHeading(text: string): Heading {
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

/** Reads "(Last updated on 07.05.2019______ by the host of ...)"; the underscores are a place-holder that was left in. */
function readUpdate(text: string): Pick<Heading, "lastUpdated" | "updatedBy"> {
  const by = UPDATED_BY.exec(text);
  const when = by === null ? text : text.slice(0, by.index);
  const who = (by === null ? "" : text.slice(by.index + by[0].length)).trim().replace(/\s*\)$/u, "");
  return {
    lastUpdated: numericDay(when) ?? findDates(when)?.days?.end ?? null,
    updatedBy: who === "" ? null : balanced(who),
  };
}

/** The text with the closing bracket back that belongs to a bracket of its own. */
function balanced(text: string): string {
  const opened = text.split("(").length - text.split(")").length;
  return opened > 0 ? `${text})` : text;
}
