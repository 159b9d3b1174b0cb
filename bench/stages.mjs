/**
 * Reads a PDF several times in one thread; for each reading, prints the milliseconds of processor time that each stage took, as a line of
 * JSON.
 */
import { readFileSync } from "node:fs";
import { asemProfile } from "../dist/annex/builtinProfile.js";
import { ColumnStyles } from "../dist/annex/columnStyles.js";
import { readItemColumns } from "../dist/annex/itemColumns.js";
import { meetingRows } from "../dist/annex/meetingRows.js";
import { readRowHeads } from "../dist/annex/rowHeads.js";
import { englishDictionary } from "../dist/dictionaries.js";
import { shownBbox } from "../dist/layout/bbox.js";
import { layOut } from "../dist/layout/pageLayout.js";
import { openPdf } from "../dist/pdf/open.js";
import { documentTable } from "../dist/table/pages/documentTable.js";
import { PagesReader } from "../dist/table/pages/pagesReader.js";
import { plainLines } from "../dist/text/flow/plainLines.js";
import { looksLikeMarker } from "../dist/text/words/markers.js";
import { vocabularyOf } from "../dist/text/words/vocabulary.js";
import { WordKnowledge } from "../dist/text/words/wordKnowledge.js";

const [, , path, times] = process.argv;
const dictionary = englishDictionary();
let last;
let spent;

/** Attributes what has been used since the last call to a stage. */
function count(stage) {
  const { user, system } = process.cpuUsage();
  if (stage !== undefined) spent[stage] = (spent[stage] ?? 0) + (user + system - last) / 1000;
  last = user + system;
}

for (let time = 0; time < Number(times); time++) {
  spent = {};
  count();
  const pdf = await openPdf(Uint8Array.from(readFileSync(path)));
  const reader = new PagesReader({ columns: asemProfile.columns, isMarker: looksLikeMarker });
  const layouts = new Map();
  for await (const page of pdf.read()) {
    count("pdf");
    const layout = layOut(page);
    layouts.set(page.number, layout);
    count("layout");
    reader.add(layout);
    count("table");
  }
  const table = documentTable(reader.pages());
  count("table");
  const knowledge = new WordKnowledge(vocabularyOf(plainLines(table.strips)), dictionary);
  const toBbox = (page, box) => shownBbox(layouts.get(page), box);
  const rows = meetingRows(table.strips, asemProfile);
  const styles = new ColumnStyles(rows);
  const heads = readRowHeads(rows, styles, asemProfile, knowledge, toBbox);
  readItemColumns(rows, heads, styles, asemProfile, knowledge, toBbox);
  count("text and annex");
  await pdf.close();
  console.log(JSON.stringify(spent));
}
