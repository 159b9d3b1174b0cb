import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import type { Word } from "../../src/layout/word.js";
import { documentTable } from "../../src/table/pages/documentTable.js";
import { dividedRow, openRow, rowBand } from "../../src/table/matrix/overColumns.js";
import { PagesReader } from "../../src/table/pages/pagesReader.js";
import { openStrip } from "../../src/table/matrix/strip.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";
import { CHARACTER, layoutOf, typed } from "../support/typed.js";

const starts = [6, 16, 36].map((column) => column * CHARACTER);
const row = { top: 10, bottom: 40, boundaries: starts };

function textsOf(words: Iterable<Word>): string {
  return [...words].map(({ text }) => text).join(" ");
}

describe("a row within rules", () => {
  const lines = (drawn: readonly number[]): Edge[] => drawn.map((at) => ({ axis: "vertical", at, from: 0, to: 40 }));
  const divided = (text: string, drawn: readonly number[]): string[] => {
    const { columns, outside } = dividedRow({ ...row, words: typed(text).words, lines: lines(drawn) }, looksLikeMarker);
    return [...columns, outside].map(textsOf);
  };
  const merged = "2     Unity     a sentence that runs over its column";

  test("has a cell over several columns whole in the first of them", () => {
    expect(divided(merged, starts.slice(0, 2))).toEqual(["2", "Unity", "a sentence that runs over its column", "", ""]);
  });

  test("has its words in their columns where the line between these is drawn, or nothing runs over its place", () => {
    expect(divided(merged, starts)).toEqual(["2", "Unity", "a sentence that runs", "over its column", ""]);
    expect(divided("2     Unity     a sentence          of two", [])).toEqual(["2", "Unity", "a sentence", "of two", ""]);
  });

  test("is none of the table where its one cell is over most of the columns", () => {
    expect(divided("The meeting of the ministers in the year", [])).toEqual(["", "", "", "", "The meeting of the ministers in the year"]);
  });
});

describe("a band over all columns, within rules", () => {
  const drawn: Edge[] = [{ axis: "vertical", at: starts[1]!, from: 0, to: 40 }];

  test("is none of the table, however short its text", () => {
    const { columns, outside } = dividedRow({ ...row, words: typed(`${" ".repeat(22)}A note`).words, lines: [] }, looksLikeMarker);
    expect([...columns, outside].map(textsOf)).toEqual(["", "", "", "", "A note"]);
  });

  test("is of the column whose rows start as it does, wherever it stands", () => {
    const over = (text: string, lines: readonly Edge[]): string[] | undefined =>
      rowBand({ ...row, words: typed(`${" ".repeat(22)}${text}`).words, lines }, [undefined, /^CMM \d/u, undefined, undefined])?.map(
        textsOf,
      );
    expect(over("CMM 8 in Sofia", [])).toEqual(["", "CMM 8 in Sofia", "", ""]);
    expect(over("CMM 8 in Sofia", drawn)).toBeUndefined();
    expect(over("The CMM 8", [])).toBeUndefined();
  });
});

describe("words that no rules divide", () => {
  test("are read in the column in which their sentence starts, and behind a marker that stands out in that of their own", () => {
    const { columns } = openRow(typed("2     Unity     a sentence that runs over its column").words, starts, looksLikeMarker);
    expect(columns.map(textsOf)).toEqual(["2", "Unity", "a sentence that runs over its column", ""]);
    const marked = typed("2     Unity     begin             • rest of it").words;
    expect(openRow(marked, starts.with(2, 174), looksLikeMarker).columns.map(textsOf)).toEqual(["2", "Unity", "begin", "• rest of it"]);
  });

  test("are read in the next column from its marker on, however close the sentence before it ends", () => {
    const close = typed("2     Unity     a sentence that ends • rest of it").words;
    const at = close.find(({ text }) => text === "•")!.box.x0;
    for (const x of [at, at - 2])
      expect(openRow(close, starts.with(2, x), looksLikeMarker).columns.map(textsOf)).toEqual([
        "2",
        "Unity",
        "a sentence that ends",
        "• rest of it",
      ]);
  });

  test("are of no column where they run over several, or alone out of the first", () => {
    const text =
      "2     Unity     begin               rest\nNote that the matrix has one row for each meeting\nIn Luxembourg\n1     Peace     go on               end";
    expect(textsOf(openRow(typed(text).words, starts, looksLikeMarker).outside)).toBe(
      "Note that the matrix has one row for each meeting In Luxembourg",
    );
  });
});

describe("a table after the matrix", () => {
  const columns = ["NO", "THEMES", "ACTION PLAN", "RECOMMENDATION"].map((name) => ({ field: name, headers: [name] }));
  const ruled = (text: string, at: readonly number[], page: number): PageLayout => {
    const { words } = typed(text);
    const bottom = Math.max(...words.map(({ baseline }) => baseline)) + 3;
    const horizontal = [18, bottom].map((y): Edge => ({ axis: "horizontal", at: y, from: at[0]!, to: at.at(-1)! }));
    return layoutOf({ words, edges: [...horizontal, ...at.map((x): Edge => ({ axis: "vertical", at: x, from: 18, to: bottom }))] }, page);
  };
  const sides = [-CHARACTER, ...starts, 60 * CHARACTER];
  const read = (at: readonly number[]): { readonly rows: number; readonly homeless: readonly string[] } => {
    const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
    reader.add(
      ruled(
        "NO    THEMES    ACTION PLAN         RECOMMENDATION\n2     Unity     begin               rest",
        sides.map((x) => x - 2),
        1,
      ),
    );
    reader.add(ruled("Year            Host                Guest\n2018            Sofia               Seoul", at, 2));
    const { strips, homeless } = documentTable(reader.pages());
    return {
      rows: strips.map(openStrip).filter(({ page }) => page === 2).length,
      homeless: homeless.flatMap(({ lines }) => lines.map(textOf)),
    };
  };

  test("is not read into it where its lines stand at other places than the matrix'", () => {
    expect(read([-CHARACTER, 90, 190, 60 * CHARACTER])).toEqual({ rows: 0, homeless: ["Year Host Guest", "2018 Sofia Seoul"] });
  });

  test("is not what it is taken for below a box that stands out over its top and its side", () => {
    const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
    const page = (number: number): PageLayout =>
      ruled(`NO    THEMES    ACTION PLAN         RECOMMENDATION\n${number}     Unity     begin               rest`, sides, number);
    const { words, edges } = page(2);
    const box = [200, 320].map((at): Edge => ({ axis: "vertical", at, from: 8, to: 25 }));
    const [over, under] = [8, 25].map((at): Edge => ({ axis: "horizontal", at, from: 200, to: 320 }));
    const wide = edges.map((edge) => (edge.axis === "horizontal" ? { ...edge, to: 302 } : edge));
    reader.add(page(1));
    reader.add(layoutOf({ words, edges: [...wide, ...box, over!, { ...over!, from: -CHARACTER }, under!] }, 2));
    expect(reader.pages().map(({ table }) => table.layout?.ruled)).toEqual([true, true]);
  });

  test("is none of it where it has no rules and a page of its own; only recognition may not have seen them", () => {
    const homeless = (recognition?: PageLayout["recognition"]): string[] => {
      const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
      reader.add(ruled("NO    THEMES    ACTION PLAN         RECOMMENDATION\n2     Unity     begin               rest", sides, 1));
      reader.add({
        ...layoutOf(typed("ASEF  Foundation                    Singapore\nASEM  Meeting                       Bangkok"), 2),
        ...(recognition === undefined ? {} : { recognition }),
      });
      return documentTable(reader.pages()).homeless.flatMap(({ lines }) => lines.map(textOf));
    };
    expect(homeless()).toEqual(["ASEF Foundation Singapore", "ASEM Meeting Bangkok"]);
    expect(homeless({ words: 6, confidence: 90, skew: 0, doubtful: [], ignored: [], specks: 0 })).toEqual([]);
  });

  test("goes on with it where one of the lines between its columns is left out", () => {
    expect(read(sides.filter((x) => x !== starts[0]))).toEqual({ rows: 1, homeless: [] });
  });
});
