import { expect, test } from "vitest";
import { asemProfile } from "../../src/annex/builtinProfile.js";
import { ColumnStyles } from "../../src/annex/columnStyles.js";
import { meetingRows } from "../../src/annex/meetingRows.js";
import { readRowHeads } from "../../src/annex/rowHeads.js";
import type { KeptStrip } from "../../src/table/matrix/strip.js";
import { vocabularyOf } from "../../src/text/words/vocabulary.js";
import { WordKnowledge } from "../../src/text/words/wordKnowledge.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

function page(number: number, columns: Readonly<Record<string, readonly SetLine[]>>): KeptStrip {
  const cells = Object.entries(columns).map(([field, lines]) => partOf(lines, field, number));
  return kept({ page: number, top: 0, bottom: 500, first: true, ruled: false, broken: false, closed: false, cells });
}

test("both rows report that nothing shows where one ends and the next starts", () => {
  const lines = (from: number, count: number): SetLine[] => Array.from({ length: count }, (_, i) => [0, from + 12 * i, "text of it"]);
  const inMiddle = (from: number, label: string): Record<string, SetLine[]> => ({
    themes: [[0, from + 18, label]],
    workshops: lines(from, 4),
    actionPlan: lines(from, 4),
    recommendations: lines(from, 4),
  });
  const both = (first: Record<string, SetLine[]>, second: Record<string, SetLine[]>): Record<string, SetLine[]> =>
    Object.fromEntries(Object.keys(first).map((field) => [field, [...(first[field] ?? []), ...(second[field] ?? [])]]));
  const untold = { themes: [[0, 20, "ASEM CMM 4"], [0, 80, "ASEM CMM 3"]], workshops: [...lines(20, 4), ...lines(68, 4)], actionPlan: [...lines(20, 4), ...lines(68, 2)], recommendations: lines(20, 6) } as const;
  const strips = [page(1, untold), page(2, both(inMiddle(20, "ASEM CMM 2"), inMiddle(76, "ASEM CMM 1")))];
  const rows = meetingRows(strips, asemProfile);
  const knowledge = new WordKnowledge(vocabularyOf([]), () => false);
  const heads = readRowHeads(rows, new ColumnStyles(rows), asemProfile, knowledge, (_, { x0, y0, x1, y1 }) => [x0, y0, x1, y1]);
  const findings = heads.flatMap((head) => head.findings);
  expect(findings.filter(({ code }) => code === "row-undecided").map(({ meeting, page: at }) => [meeting, at])).toEqual([[4, 1], [3, 1]]);
});
