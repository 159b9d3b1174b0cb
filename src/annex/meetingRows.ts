import type { KeptStrip } from "../table/matrix/strip.js";
import { type TableRow, rowsOf } from "../table/pages/rows.js";
import { meetingKeys } from "./keys.js";
import type { Profile } from "./profile.js";

/** The rows of the matrix over all pages, each starting at its number or its label. */
export function meetingRows(strips: readonly KeptStrip[], profile: Profile): TableRow[] {
  return rowsOf(strips, meetingKeys(new RegExp(profile.label, "iu"), fieldHolding(profile, "number"), fieldHolding(profile, "meeting")));
}

/** The field of the column that holds the numbers or the labels of the meetings; undefined if the profile has none. */
export function fieldHolding({ columns }: Profile, holds: "number" | "meeting"): string | undefined {
  return columns.find((column) => column.holds === holds)?.field;
}
