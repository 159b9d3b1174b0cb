import type { AnnexDocument, Meeting } from "../../model/annex.js";

/** The name of the document: its title, or else the name of its file. */
export function titleOf({ document, source }: AnnexDocument): string {
  return document.title ?? source.file;
}

/** The line below the title: "Annex 1", "Last updated 2019-05-07 by the host of ASEMCMM8". */
export function subtitleOf({ document }: AnnexDocument): string {
  const { annex, lastUpdated, updatedBy } = document;
  const by = updatedBy === null ? "" : ` by ${updatedBy}`;
  return [annex, lastUpdated === null ? null : `Last updated ${lastUpdated}${by}`].filter((part) => part !== null).join(". ");
}

/** What a meeting's cell says, line by line: the theme, the place, the dates. */
export function meetingLines({ theme, city, country, dateText }: Meeting): string[] {
  const place = [city, country].filter((part) => part !== null).join(", ");
  return [theme, place, dateText ?? ""].filter((line) => line !== "");
}
