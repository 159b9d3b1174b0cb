import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import { documentTable } from "../../src/table/pages/documentTable.js";
import { PagesReader } from "../../src/table/pages/pagesReader.js";
import { openStrip } from "../../src/table/matrix/strip.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";
import { CHARACTER, layoutOf, typed } from "../support/typed.js";

const columns = ["NO", "THEMES", "ACTION PLAN", "RECOMMENDATION"].map((name) => ({ field: name, headers: [name] }));

interface Read {
  readonly headers: readonly string[];
  readonly rows: readonly string[];
}

function read(pages: readonly PageLayout[]): Read {
  const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
  for (const page of pages) reader.add(page);
  const { strips, headers } = documentTable(reader.pages());
  return {
    headers: headers.map(({ cells }) => cells.map(({ text }) => text).join(" ")),
    rows: strips.map(openStrip).map(({ cells }) => cells.flatMap(({ lines }) => lines.map(textOf)).join(" ")),
  };
}

const names = "NO    THEMES    ACTION PLAN         RECOMMENDATION";
const row = "2     Unity     • study it          • go on";
const next = "      in all    • write it down     • go further";

/** A page within rules, with lines above those of the typed lines that are asked for. */
function ruled(text: string, above: readonly number[], page: number): PageLayout {
  const { words } = typed(text);
  const starts = [...new Set(words.map(({ baseline }) => baseline))].sort((a, b) => a - b);
  const top = starts[0]! - 9;
  const bottom = starts.at(-1)! + 3;
  const horizontal = [top, ...above.map((i) => starts[i]! - 9), bottom].map((at): Edge => ({ axis: "horizontal", at, from: -5, to: 60 * CHARACTER }));
  const vertical = [-1, 5, 15, 35, 60].map((column): Edge => ({ axis: "vertical", at: column * CHARACTER, from: top, to: bottom }));
  return layoutOf({ words, edges: [...horizontal, ...vertical] }, page);
}

describe("a row that counts the columns", () => {
  const counted = `${names}\n1     2         3                   4\n${row}\n${next}`;

  test("is of the header within rules, with a line below it and without", () => {
    const expected = { headers: ["NO THEMES ACTION PLAN RECOMMENDATION", "1 2 3 4"], rows: ["2 Unity in all • study it • write it down • go on • go further"] };
    expect(read([ruled(counted, [1, 2], 1)])).toEqual(expected);
    expect(read([ruled(counted, [1], 1)])).toEqual(expected);
  });

  test("is of the header without rules, and in brackets or letters", () => {
    expect(read([layoutOf(typed(counted))])).toMatchObject({ headers: [expect.anything(), "1 2 3 4"], rows: [expect.stringMatching(/^2 Unity/u)] });
    const letters = counted.replace("1     2         3                   4", "      (a)       (b)                 (c)");
    expect(read([layoutOf(typed(letters))]).headers).toHaveLength(1);
    const roman = counted.replace("1     2         3                   4", "I     II        III                 IV");
    expect(read([layoutOf(typed(roman))]).headers).toHaveLength(2);
  });

  test("is no row where a later page repeats it without the names", () => {
    const later = `1     2         3                   4\n${next}`;
    expect(read([ruled(counted, [1, 2], 1), ruled(later, [1], 2)]).headers).toEqual(["NO THEMES ACTION PLAN RECOMMENDATION", "1 2 3 4", "1 2 3 4"]);
    expect(read([layoutOf(typed(counted), 1), layoutOf(typed(later), 2)]).rows.at(-1)).toBe("in all • write it down • go further");
  });

  test("is a row where it does not count from one, or stands further down", () => {
    const data = counted.replace("1     2         3                   4", "1     3         3                   4");
    expect(read([layoutOf(typed(data))]).headers).toHaveLength(1);
    expect(read([layoutOf(typed(`${names}\n${row}\n1     2         3                   4`))]).headers).toHaveLength(1);
  });
});
