import { readFileSync } from "node:fs";
import { inProject } from "./measure.mjs";

const COLUMNS = ["workshops", "actionPlan", "recommendations", "followUp"];
const SCHEMA_ID = "urn:annex-matrix:schema:annex-1";

/**
 * Two editions of at least a given number of items, made of the annex's own texts, each with words of its own. In the newer one every
 * second item is changed: reworded, moved to the end of its cell, moved to another meeting and reworded, or replaced by another.
 */
export function largeEditions(items) {
  const gold = JSON.parse(readFileSync(inProject("fixtures/annex-2019.gold.json"), "utf8"));
  const older = [];
  for (let count = 0; count < items;) {
    for (const meeting of gold.meetings) {
      const copy = {
        ...meeting,
        number: older.length + 1,
        label: `ASEM CMM ${older.length + 1}`,
        theme: `${meeting.theme} ${older.length + 1}`,
        pages: [1],
      };
      for (const column of COLUMNS)
        copy[column] = meeting[column].map((item) => ({
          marker: item.marker,
          text: `${item.text} ${wordOf(count)} ${wordOf(7 * ++count)}`,
        }));
      older.push(copy);
    }
  }
  const newer = JSON.parse(JSON.stringify(older));
  let place = 0;
  newer.forEach((meeting, row) => {
    for (const column of COLUMNS) {
      for (const item of [...meeting[column]]) {
        if (++place % 2 === 0) change(item, meeting[column], newer[(row + 3) % newer.length][column], place);
      }
    }
  });
  return [older, newer].map((meetings) => JSON.stringify(document(gold, meetings)));
}

function change(item, cell, otherCell, place) {
  const words = item.text.split(" ");
  const reworded = words.map((word, index) => (index % 6 === 3 ? wordOf(place + index) : word)).join(" ");
  switch (place % 8) {
    case 0:
      item.text = reworded;
      break;
    case 2:
      cell.splice(cell.indexOf(item), 1);
      otherCell.push({ ...item, text: reworded });
      break;
    case 4:
      cell.splice(cell.indexOf(item), 1);
      cell.push(item);
      break;
    default:
      item.text = words.map((_, index) => wordOf(place * 31 + index)).join(" ");
  }
}

/** A made-up word, always the same for a given number. */
function wordOf(number) {
  return (number % 3571).toString(26).replace(/\d/gu, (digit) => "qrstuvwxyz"[Number(digit)]) + "ment";
}

function document({ document: heading }, meetings) {
  const completed = meetings.map((meeting, row) => {
    const cells = COLUMNS.map((column) => [
      column,
      meeting[column].map((item, index) => ({
        id: `cmm${row + 1}/${column}/${index + 1}`,
        ...item,
        pages: [1],
        spans: [{ page: 1, bbox: [72, 100, 200, 110] }],
      })),
    ]);
    return { ...meeting, ...Object.fromEntries(cells) };
  });
  const source = { file: "large.pdf", sha256: "0".repeat(64), bytes: 1, pages: 1, producer: null };
  return { $schema: SCHEMA_ID, schemaVersion: "1.0.0", document: heading, source, meetings: completed, diagnostics: [] };
}
