import { describe, expect, test } from "vitest";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { type FlowStyle, StyleEvidence, styleOf } from "../../src/text/flow/flowStyle.js";
import { itemTextX } from "../../src/text/flow/hanging.js";
import { linesOf } from "../../src/layout/lines.js";
import { type SetLine, partOf, wordsAt } from "../support/cells.js";
import { sentences } from "../support/outlines.js";

/** The style of a column with one cell of the given lines, and one of sentences that tell the leading. */
function styleWith(...cells: readonly (readonly SetLine[])[]): FlowStyle {
  return styleOf([sentences(20), ...cells].map((lines) => flowOf([partOf(lines)])));
}

/** Two items with such markers, the second so many points below the first. */
function list(marker: string, apart: number): SetLine[] {
  return [0, 1, 2].map((i): SetLine => [0, 20 + apart * i, `${marker} Study it`]);
}

describe("whether items are spaced", () => {
  test("is told by bullets", () => {
    expect([styleWith(list("•", 18)).spaced, styleWith(list("•", 12)).spaced]).toEqual([true, false]);
  });

  test("is told by dashes where they are the only bullets", () => {
    expect([styleWith(list("–", 18)).spaced, styleWith(list("–", 12)).spaced]).toEqual([true, false]);
    expect([styleWith(list("–", 18), list("•", 12)).spaced, styleWith(list("–", 12), list("•", 18)).spaced]).toEqual([false, true]);
  });

  test("is not told by numbers: they may be a sentence's", () => {
    expect(styleWith(list("1.", 18)).spaced).toBe(false);
  });
});

test("lists that are nested in nothing start no further right than the markers that cells start with, in the column or else in the table", () => {
  const edge = (column: readonly (readonly SetLine[])[], table: readonly (readonly SetLine[])[] = []): number => {
    const [own, all] = [column, [...column, ...table]].map((cells) => {
      const evidence = new StyleEvidence();
      for (const lines of cells) evidence.add(flowOf([partOf(lines)]));
      return evidence;
    });
    return own!.style(all!.measures).listEdge;
  };
  const title: SetLine[] = [[0, 20, "Arts"], [20, 32, "• Study it"]];
  expect(edge([[[5, 20, "• Study it"], [25, 32, "– Read it"]], [[10, 20, "1. Study it"]], title])).toBe(10);
  expect(edge([title], [[[5, 20, "• Study it"]]])).toBe(5);
  expect(edge([title])).toBe(-Infinity);
});

describe("how far lines hang behind a marker", () => {
  const items = (textX: string, x: number): SetLine[] => [0, 24].flatMap((y): SetLine[] => [[0, 20 + y, `• ${textX}Study all that there is`], [x, 32 + y, "and more of it"]]);

  test("is where its text starts, if they are set to one edge", () => {
    expect(styleWith(items("", 7.5)).hang.bullet).toBeUndefined();
    expect(styleWith(items("_", 8)).hang.bullet).toBeUndefined();
  });

  test("is one measure where they are not, also if that is no more than a letter's width off", () => {
    expect(styleWith(items("", 18)).hang.bullet).toBe(1.8);
    expect(styleWith(items("", 11)).hang.bullet).toBe(1.1);
  });
});

test("the text of an item starts where its lines hang, also behind a bullet that is set larger", () => {
  const words = wordsAt([[0, 20, "• Study all that there is"], [11, 32, "and more of it"]]).map((word) => (word.text === "•" ? { ...word, size: 14 } : word));
  const flow = flowOf([{ ...partOf([]), lines: linesOf(words) }]);
  expect([flow[0]!.size, itemTextX(flow[0]!, styleOf([flow]))]).toEqual([14, 11]);
});

describe("lines left of their marker", () => {
  const cell = (first: string): SetLine[] => [[12, 20, first], [0, 32, "Europe and of Asia"]];

  test("are its item's, and do not hang, where a sentence runs on to them", () => {
    const style = styleWith(cell("1. Study the old lands of"), cell("2. Study the old towns of"));
    expect([style.hanging.number, style.outdent.number]).toEqual([false, 1.2]);
  });

  test("tell nothing behind the end of a sentence, or where they had room above", () => {
    for (const first of ["1. Study the old lands now.", "1. Study"]) {
      const wide: SetLine[] = [...cell(first), [0, 44, "and so is all of the old world"]];
      const style = styleWith(wide);
      expect([style.hanging.number, style.outdent.number]).toEqual([true, 0]);
    }
  });
});

test("a line below a marker is another paragraph, and tells nothing, where it had ample room above", () => {
  const cell = (first: string): SetLine[] => [[0, 20, first], [0, 32, "Europe and of Asia, and of all"]];
  const others: SetLine[] = [[0, 20, "• Study the old lands of the world"], [7.5, 32, "and all of it"]];
  expect([styleWith(others, cell("a) Study all of the old lands of")).hanging.letter, styleWith(others, cell("a) Study")).hanging.letter]).toEqual([false, true]);
});
