import { describe, expect, test } from "vitest";
import type { CellPart } from "../../src/table/matrix/strip.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { styleOf } from "../../src/text/flow/flowStyle.js";
import { itemsOf } from "../../src/text/items/items.js";
import { type SetLine, partOf } from "../support/cells.js";
import { isWord, outlineOfParts, sentences } from "../support/outlines.js";

const ruled = (rules: readonly number[], lines: readonly SetLine[], page = 1): CellPart => ({ ...partOf(lines, "plan", page), rules });

/** What is told about the breaks of a cell; see `undecidedIn`. */
function doubts(parts: readonly CellPart[]): string[] {
  const flow = flowOf(parts);
  const { undecided } = itemsOf(flow, styleOf([flow, flowOf([partOf(sentences(20))])]), isWord);
  return undecided.map(({ before, line, divided }) => `${before.line.words.at(-1)?.text} ${divided ? "|" : "+"} ${line.line.words[0]?.text}`);
}

describe("a line drawn across a cell", () => {
  const lines: SetLine[] = [[0, 20, "Creative Skills of all of them"], [0, 32, "Creative Cities"]];

  test("divides two items without markers, however near and full their lines are", () => {
    expect(outlineOfParts([ruled([], lines)], [sentences(20)])).toEqual(["none: Creative Skills of all of them Creative Cities"]);
    expect(outlineOfParts([ruled([25], lines)], [sentences(20)])).toEqual(["none: Creative Skills of all of them", "none: Creative Cities"]);
    expect(doubts([ruled([25], lines)])).toEqual([]);
  });

  test("divides them where each is in a strip of its own, too", () => {
    const [first, second] = lines as [SetLine, SetLine];
    expect(outlineOfParts([ruled([], [first]), ruled([25], [second])], [sentences(20)])).toEqual(["none: Creative Skills of all of them", "none: Creative Cities"]);
  });

  test("divides a paragraph at the cell's edge from the marked item above, but not the list that the item announces", () => {
    const below = (title: string): CellPart => ruled([37], [[0, 20, title], [0, 32, "and of more of all the old worlds"], [0, 44, "Cities"]]);
    expect(outlineOfParts([below("• Skills of all of the old lands")], [sentences(20)])).toEqual(["bullet: • Skills of all of the old lands and of more of all the old worlds", "none: Cities"]);
    expect(outlineOfParts([ruled([25], [[0, 20, "• Study these, as follows:"], [0, 32, "Cities"]])], [sentences(20)])).toEqual([["bullet: • Study these, as follows:", ["none: Cities"]]]);
  });

  test("leaves a sentence whole that goes on with a small letter, and that is told", () => {
    const torn = [ruled([25], [[0, 20, "Creative Skills of all of them"], [0, 32, "everywhere on all the old"]])];
    expect(outlineOfParts(torn, [sentences(20)])).toEqual(["none: Creative Skills of all of them everywhere on all the old"]);
    expect(doubts(torn)).toEqual(["them + everywhere"]);
  });

  test("is none where it underlines the text above, or strikes out that below", () => {
    for (const at of [21, 22.4, 28]) expect(outlineOfParts([ruled([at], lines)], [sentences(20)])).toHaveLength(1);
  });

  test("shows nothing of what is on another page; items that have cells of their own rather start there than go on, and that is told", () => {
    const next = (rules: number[]): CellPart[] => [ruled(rules, [[0, 20, "Skills."], [0, 32, "Creative Cities of all of them"]]), ruled([], [[0, 20, "Creative Towns"]], 2)];
    expect(outlineOfParts(next([25]), [sentences(20)])).toHaveLength(3);
    expect(doubts(next([25]))).toEqual(["them | Creative"]);
    expect(doubts(next([]))).toEqual([]);
    // The line above a row divides none of its items.
    const row: CellPart[] = [ruled([10], [[0, 20, "Creative Cities of all of them"]]), ruled([], [[0, 20, "Creative Towns"]], 2)];
    expect([outlineOfParts(row, [sentences(20)]), doubts(row)]).toEqual([["none: Creative Cities of all of them Creative Towns"], []]);
  });

  test("below the top of a page shows that the only item above has a cell of its own, too", () => {
    const next = (rules: number[], last = "Creative Lands"): CellPart[] => [ruled([10], [[0, 20, "Creative Cities of all of them"]]), ruled(rules, [[0, 20, "Creative Towns"], [0, 32, last]], 2)];
    expect(outlineOfParts(next([25]), [sentences(20)])).toEqual(["none: Creative Cities of all of them", "none: Creative Towns", "none: Creative Lands"]);
    expect(doubts(next([25]))).toEqual(["them | Creative"]);
    // Below items with markers, it may divide a list from the text of a page.
    expect(doubts(next([25], "• Lands"))).toEqual([]);
  });
});
