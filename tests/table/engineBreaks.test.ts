import { describe, expect, test } from "vitest";
import { textOf } from "../../src/layout/lines.js";
import { cutAtEngineBreaks, engineBreaks, wideGapsIn } from "../../src/table/pages/engineBreaks.js";
import { type Strip, openStrip } from "../../src/table/matrix/strip.js";
import { kept, partOf } from "../support/cells.js";

/** A cell's lines by their baselines. */
type SetCell = Readonly<Record<number, string>>;

/** The first column has the labels of rows. */
const columns = [{ field: "column0", starts: /^CMM \d/u }];

/** A page whose engine broke its own page above 44. */
const told: SetCell[] = [
  { 10: "• study the", 20: "things of", 44: "the world", 54: "and more" },
  { 10: "• go on and", 20: "further", 30: "and", 44: "Further", 54: "still" },
];

describe("the break of a layout engine's own page", () => {
  test("cuts the cells of all columns where one goes on with a sentence", () => {
    expect(cutPages([told])).toEqual([
      [
        ["• study the", "things of"],
        ["the world", "and more"],
        ["• go on and", "further", "and"],
        ["Further", "still"],
      ],
    ]);
  });

  test("cuts cells with too few lines to show their leading: a city had the end of the theme above it", () => {
    const label: SetCell = { 10: "CMM 7", 23: "Culture and Creative", 44: "Economy" };
    expect(cutPages([[label, ...told]])[0]).toContainEqual(["Economy"]);
  });

  test("is shown by gaps that differ, where a line may go on with a name for which the one above had no room", () => {
    const cells = (name: string): SetCell[] => [
      { 10: "database of", 20: "the cultural", 44: name, 54: "and" },
      { 10: "go on", 20: "and on.", 30: "• and on", 44: "• Further", 54: "still" },
    ];
    expect(cutPages([cells("Policies of")])[0]).toHaveLength(4);
    expect(cutPages([cells("• Policies")])[0]).toHaveLength(2);
    expect(cutPages([[cells("Policies of")[0] ?? {}, { 20: "and on.", 30: "and", 44: "• Further" }]])[0]).toHaveLength(4);
    expect(cutPages([[cells("Policies of")[0] ?? {}, { 10: "and on.", 20: "and", 44: "• Further", 54: "still" }]])[0]).toHaveLength(2);
  });

  test("is none where another column has no gap", () => {
    expect(cutPages([[told[0] ?? {}, { 10: "go", 20: "on", 30: "and", 40: "on", 50: "and", 60: "on" }]]).flat()).toHaveLength(2);
  });

  test("is none where lines of small print are rounded to pixels", () => {
    const cells = [0, 100].map((left) => {
      const part = partOf([8, 16, 24.75, 32.75].map((baseline) => [left, baseline, "and on it goes"]));
      return { ...part, lines: part.lines.map((line) => ({ ...line, size: 7 })) };
    });
    expect(breaksOf([[{ page: 1, top: 0, bottom: 40, cells, first: true, ruled: false, broken: false, closed: false }]])).toEqual([]);
  });

  test("is at the same height on other sheets, also where one cell alone goes on there, with a name", () => {
    expect(cutPages([told, [{ 10: "The Ministry of", 20: "the", 44: "Republic", 54: "of France" }]])[1]).toEqual([
      ["The Ministry of", "the"],
      ["Republic", "of France"],
    ]);
  });

  test("is shown by gaps at one height on several sheets, if they differ as paragraphs' do not", () => {
    const pages = (heights: readonly number[]): SetCell[][] => heights.map((height) => [{ [34 - height]: "Ministry", [44 - height]: "of the", 44: "Republic", 54: "of France" }]);
    expect(cutPages(pages([13, 17, 14])).map((cells) => cells.length)).toEqual([2, 2, 2]);
    expect(cutPages(pages([15, 15, 15])).map((cells) => cells.length)).toEqual([1, 1, 1]);
  });

  test("is none where a row starts on one sheet and a paragraph on another", () => {
    const row = (label: string): SetCell[] => [
      { 10: "CMM 3", 20: "Sofia", 44: label, 54: "Paris" },
      { 10: "go on", 20: "and on", 30: "and", 44: "Further", 54: "still" },
    ];
    const other: SetCell[] = [{ 10: "CMM 1", 20: "Rome", 32: "2 March", 44: "2018", 54: "or so" }];
    expect(cutPages([row("CMM 2"), other])[0]).toHaveLength(2);
    expect(cutPages([row("Lyon"), other])[0]).toHaveLength(4);
  });

  test("may be at the label of a row in its middle, where another column goes on with a sentence", () => {
    expect(cutPages([[{ 10: "CMM 3", 20: "Sofia", 44: "CMM 2", 54: "Paris" }, ...told]])[0]).toHaveLength(6);
  });

  test("is none where a line stands across on another sheet", () => {
    expect(cutPages([told, [{ 10: "one", 20: "and", 30: "two", 40: "and", 50: "three" }]])[0]).toHaveLength(2);
  });
});

function stripOf(cells: readonly SetCell[], page: number): Strip {
  const parts = cells.map((cell, i) => partOf(Object.entries(cell).map(([baseline, text]) => [100 * i, Number(baseline), text]), `column${i}`, page));
  return { page, top: 0, bottom: 100, cells: parts, first: true, ruled: false, broken: false, closed: false };
}

function breaksOf(pages: readonly (readonly Strip[])[]): number[] {
  return engineBreaks(pages.map((strips) => ({ gaps: strips.flatMap((strip) => wideGapsIn(strip, columns)), strips: () => strips })));
}

/** The lines of each part of a cell, page by page. */
function cutPages(pages: readonly (readonly SetCell[])[]): string[][][] {
  const strips = pages.map((cells, i) => stripOf(cells, i + 1));
  const breaks = breaksOf(strips.map((strip) => [strip]));
  return strips.map((strip) => openStrip(cutAtEngineBreaks(kept(strip), breaks)).cells.map(({ lines }) => lines.map(textOf)));
}
