import type { RecordsDocument } from "../../model/records.js";
import type { ExtractFormat } from "../extract/formats.js";

/** The output formats for records, by name; each is loaded on first use. */
export const RECORDS_FORMATS: Readonly<Record<string, ExtractFormat<RecordsDocument>>> = {
  json: { ending: "json", report: (document) => `${JSON.stringify(document, null, 2)}\n` },
  ndjson: { ending: "ndjson", report: ({ records }) => records.map((record) => `${JSON.stringify(record)}\n`).join("") },
  csv: { ending: "csv", report: async (document, options) => (await import("./csv.js")).recordsToCsv(document, options) },
};
