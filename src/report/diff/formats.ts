import type { AnnexDiff } from "../../diff/model.js";
import type { Terminal } from "../style.js";
import type { SeenEditions } from "./editionPages.js";
import { diffToHtml } from "./html.js";
import { diffToJson } from "./json.js";
import { diffToMarkdown } from "./markdown.js";
import { diffToText } from "./text.js";

/** The formats in which a diff can be reported. */
export const DIFF_FORMATS = ["text", "json", "markdown", "html"] as const;

/** A format in which a diff can be reported. */
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/** Options of a report of a diff. */
export interface DiffReportOptions {
  /** Whether to include the new id of each old item. */
  readonly withIds: boolean;
  /** For the format `text`. */
  readonly terminal: Terminal;
  /** For the format `html`: the editions with their pages, to show these as well. */
  readonly editions?: SeenEditions | undefined;
}

/** A diff as bytes to print. */
export function reportDiff(diff: AnnexDiff, format: DiffFormat, { withIds, terminal, editions }: DiffReportOptions): string {
  switch (format) {
    case "text":
      return diffToText(diff, withIds, terminal);
    case "json":
      return diffToJson(diff, withIds);
    case "markdown":
      return diffToMarkdown(diff, withIds);
    case "html":
      return diffToHtml(diff, withIds, editions);
  }
}
