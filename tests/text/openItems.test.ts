import { describe, expect, test } from "vitest";
import { textOf } from "../../src/layout/lines.js";
import { type FlowLine, flowOf } from "../../src/text/flow/flowLine.js";
import { type FlowStyle, styleOf } from "../../src/text/flow/flowStyle.js";
import { OpenItems } from "../../src/text/items/openItems.js";
import type { RawItem } from "../../src/text/items/rawItem.js";
import { type SetLine, partOf } from "../support/cells.js";
import { FLUSH, HANGING } from "../support/flowLines.js";
import type { Outline } from "../support/outlines.js";

/** How a line is taken: as the start of an item with a marker, as that of a paragraph, or as one that goes on. */
type Taken = readonly ["item" | "paragraph" | "line", x: number, baseline: number, text: string];

function flow(lines: readonly SetLine[]): FlowLine[] {
  return flowOf([partOf(lines)]);
}

/** The items of lines taken so, in a column whose lines hang unless `change` says otherwise. */
function taken(lines: readonly Taken[], change: Partial<FlowStyle> = {}): OpenItems {
  const items = new OpenItems({ ...styleOf([]), edge: 0, tableEdge: 0, hanging: HANGING, ...change });
  flow(lines.map(([, x, baseline, text]): SetLine => [x, baseline, text])).forEach((line, i) => {
    const kind = lines[i]?.[0];
    if (kind === "item" && line.marker !== undefined) items.addMarked(line, line.marker);
    else if (kind === "paragraph") items.addParagraph(line);
    else items.addLine(line);
  });
  return items;
}

function outlines(lines: readonly Taken[], change?: Partial<FlowStyle>): Outline[] {
  return taken(lines, change).items.map(outlineOf);
}

function outlineOf({ paragraphs, children }: RawItem): Outline {
  const text = paragraphs.map((lines) => lines.map(({ line }) => textOf(line)).join(" ")).join(" | ");
  return children.length === 0 ? text : [text, children.map(outlineOf)];
}

/** Items with markers at such places, one below the other. */
function marked(...lines: readonly (readonly [x: number, text: string])[]): Taken[] {
  return lines.map(([x, text], i) => ["item", x, 20 + 12 * i, text]);
}

test("a paragraph further in than an item without a marker is nested in it if the item announces a list", () => {
  const below = (title: string): Taken[] => [["paragraph", 0, 20, title], ["paragraph", 14, 40, "b"], ["paragraph", 14, 60, "c"], ["paragraph", 0, 80, "d"]];
  expect(outlines(below("a:"), { hanging: FLUSH })).toEqual([["a:", ["b", "c"]], "d"]);
  expect(outlines(below("a"), { hanging: FLUSH })).toEqual(["a", "b", "c", "d"]);
});

describe("a marked line is nested", () => {
  test("in an item that it is further in than, and a sibling of one at the same place", () => {
    expect(outlines(marked([0, "• a"], [5, "• b"], [5, "• c"], [10, "– d"], [0, "• e"]))).toEqual([["• a", ["• b", ["• c", ["– d"]]]], "• e"]);
    expect(outlines(marked([0, "• a"], [4, "• b"], [-4, "• c"]))).toEqual(["• a", "• b", "• c"]);
  });

  test("in an item with another marker at the same place, until one with that marker comes again", () => {
    expect(outlines(marked([0, "• a"], [4, "– b"], [0, "– c"], [0, "• d"], [-6, "– e"]))).toEqual([["• a", ["– b", "– c"]], "• d", "– e"]);
  });

  test("but not if it has the next number of an open list, wherever it is", () => {
    expect(outlines(marked([0, "9. a"], [6, "• b"], [10, "10. c"], [10, "12. d"]))).toEqual([["9. a", ["• b"]], "10. c", "12. d"]);
    expect(outlines(marked([0, "1. a"], [10, "3. b"]))).toEqual([["1. a", ["3. b"]]]);
  });

  test("in an item without a marker, if it is further in than lists start that are nested in nothing", () => {
    const list: Taken[] = [["paragraph", 0, 20, "a"], ["item", 10, 32, "• b"], ["item", 10, 44, "• c"], ["paragraph", 0, 56, "d"], ["item", 5, 68, "– e"]];
    expect(outlines(list, { listEdge: 0 })).toEqual([["a", ["• b", "• c"]], ["d", ["– e"]]]);
    expect(outlines(list, { listEdge: -Infinity })).toEqual([["a", ["• b", "• c"]], ["d", ["– e"]]]);
    expect(outlines(list, { listEdge: 5 })).toEqual([["a", ["• b", "• c"]], "d", "– e"]);
    expect(outlines(list, { listEdge: 10 })).toEqual(["a", "• b", "• c", "d", "– e"]);
  });

  test("in an item that announces it, also where it is a little further left", () => {
    expect(outlines(marked([10, "• a:"], [5, "1. b"]))).toEqual([["• a:", ["1. b"]]]);
    expect(outlines(marked([10, "• a"], [5, "1. b"]))).toEqual(["• a", "1. b"]);
    expect(outlines(marked([20, "• a:"], [0, "1. b"]))).toEqual(["• a:", "1. b"]);
    expect(outlines(marked([10, "• a:"], [5, "– b"]))).toEqual(["• a:", "– b"]);
    expect(outlines(marked([10, "• a:"], [5, "3. b"]))).toEqual(["• a:", "3. b"]);
  });

  test("in a paragraph only if that announces it, and if such markers were not at the edge before", () => {
    const paragraph: Taken = ["paragraph", 0, 8, "these:"];
    expect(outlines([paragraph, ...marked([0, "• a"])])).toEqual([["these:", ["• a"]]]);
    expect(outlines([["paragraph", 0, 8, "these"], ...marked([10, "• a"])], { listEdge: 10 })).toEqual(["these", "• a"]);
    expect(outlines([["item", 0, 8, "• z"], ["paragraph", 0, 20, "these:"], ["item", 0, 32, "• a"]])).toEqual(["• z", "these:", "• a"]);
  });

  test("no deeper than a hundred levels", () => {
    const depthOf = (items: readonly RawItem[]): number => (items.length === 0 ? 0 : 1 + Math.max(...items.map(({ children }) => depthOf(children))));
    const lines = Array.from({ length: 120 }, (_, i): readonly [number, string] => [5 * i, "• a"]);
    expect(depthOf(taken(marked(...lines)).items)).toBe(100);
  });
});

describe("what is open", () => {
  const line = (x: number): FlowLine => flow([[x, 20, "• x"]])[0]!;

  test("has a marker's level where an open item is, or one was at the top", () => {
    const items = taken(marked([0, "• a"], [10, "– b"], [0, "• c"]));
    expect([items.isLevel("bullet", line(4)), items.isLevel("bullet", line(5))]).toEqual([true, false]);
    expect([items.isLevel("dash", line(10)), items.isLevel("dash", line(0))]).toEqual([false, false]);
    expect(taken(marked([0, "• a"], [10, "– b"])).isLevel("dash", line(10))).toBe(true);
    expect(taken([...marked([0, "• a"]), ["paragraph", 0, 40, "all"]]).isLevel("bullet", line(0))).toBe(true);
    expect(taken([]).isLevel("bullet", line(0))).toBe(false);
  });

  test("awaits the next number of each of its lists", () => {
    const items = taken(marked([0, "3. a"], [10, "1) b"], [20, "• c"]));
    const next = (text: string): boolean => items.isNext(flow([[0, 20, text]])[0]!.marker!);
    expect(["4. x", "2) x", "5. x", "3. x", "• x"].map(next)).toEqual([true, true, false, false, false]);
    expect(taken(marked([0, "• a"])).isNext(flow([[0, 20, "1. x"]])[0]!.marker!)).toBe(false);
  });

  test("is the outermost item when nested ones are closed", () => {
    const items = taken(marked([0, "• a"], [10, "– b"], [20, "1. c"], [20, "2. d"]));
    expect([items.isNested, items.list.length]).toEqual([true, 2]);
    items.closeNested();
    expect([items.isNested, items.innermost?.item, items.list]).toEqual([false, items.items[0], items.items]);
  });
});

describe("a paragraph", () => {
  test("belongs to the innermost item whose text starts where it does, or further left", () => {
    const list = marked([0, "• a"], [10, "– b"]);
    expect(outlines([...list, ["paragraph", 17.5, 44, "more"]])).toEqual([["• a", ["– b | more"]]]);
    expect(outlines([...list, ["paragraph", 7.5, 44, "more"]])).toEqual([["• a | more", ["– b"]]]);
    expect(outlines([...list, ["paragraph", 13.1, 44, "more"]])).toEqual([["• a", ["– b | more"]]]);
    expect(outlines([...list, ["paragraph", 12.9, 44, "more"]])).toEqual([["• a | more", ["– b"]]]);
    expect(outlines([...list, ["paragraph", 0, 44, "more"]])).toEqual([["• a", ["– b"]], "more"]);
  });

  test("starts a list of the item that announces one, and each is an item of its own there", () => {
    expect(outlines([...marked([0, "• a:"]), ["paragraph", 10, 32, "one"], ["paragraph", 10, 44, "two"]])).toEqual([["• a:", ["one", "two"]]]);
  });

  test("is an item of its own at the column's edge, also where a marker is so narrow that its text starts there", () => {
    expect(outlines([...marked([0, "• a"]), ["paragraph", 4, 32, "more"]])).toEqual(["• a", "more"]);
    expect(outlines([...marked([0, "• a"]), ["paragraph", 4, 32, "more"]], { edge: 4 })).toEqual(["• a | more"]);
  });

  test("belongs to the list where lines do not hang and it stands at an indented marker", () => {
    expect(outlines([...marked([10, "• a"]), ["paragraph", 10, 32, "more"]], { hanging: FLUSH })).toEqual(["• a | more"]);
    expect(outlines([...marked([10, "• a"]), ["paragraph", 10, 32, "more"]])).toEqual(["• a", "more"]);
    expect(outlines([...marked([0, "• a"]), ["paragraph", 10, 32, "more"]], { hanging: FLUSH })).toEqual(["• a | more"]);
    expect(outlines([...marked([0, "• ____________a"]), ["paragraph", 10, 32, "more"]], { hanging: FLUSH })).toEqual(["• a | more"]);
  });

  test("goes on where nothing is open as an item of its own", () => {
    expect(outlines([["line", 0, 20, "all"], ["line", 0, 32, "of it"]])).toEqual(["all of it"]);
  });

  test("starts where the lines of its item do, or further left, but not at its marker", () => {
    const item: Taken[] = [["item", 0, 20, "10. ____________a"], ["line", 12, 32, "b"]];
    expect([5, 12].map((x) => outlines([...item, ["paragraph", x, 44, "more"]]))).toEqual([["10. a b | more"], ["10. a b | more"]]);
    expect(outlines([...item, ["paragraph", 4, 44, "more"]])).toEqual(["10. a b", "more"]);
    expect(outlines([...marked([0, "• a"]), ["line", 0, 32, "b"], ["paragraph", 0, 44, "more"]])).toEqual(["• a b", "more"]);
  });
});

describe("a paragraph at the edge, where lines start below their marker,", () => {
  const style = { hanging: FLUSH };
  const unplaced = (lines: readonly Taken[], change: Partial<FlowStyle> = style): string[] => taken(lines, change).unplaced.map(({ divided }) => (divided ? "|" : "+"));
  const below = (item: string, pitch: number): Taken[] => [["paragraph", 50, 2, "x"], ["item", 0, 20, item], ["paragraph", 0, 20 + pitch, "more"]];

  test("belongs to an item that it is nearer to than that is to what is above it", () => {
    expect(outlines(below("• a.", 12), style)).toEqual(["x", "• a. | more"]);
    expect(unplaced(below("• a.", 12))).toEqual([]);
  });

  test("is one of its own if it is further, unless the words of the item await more, which is doubtful", () => {
    expect(outlines(below("• a.", 30), style)).toEqual(["x", "• a.", "more"]);
    expect(unplaced(below("• a.", 30))).toEqual([]);
    expect(outlines(below("• title", 30), style)).toEqual(["x", "• title | more"]);
    expect(unplaced(below("• title", 30))).toEqual(["+"]);
  });

  test("is of an item that has several paragraphs already, in doubt", () => {
    const third: Taken[] = [...below("• a.", 12), ["paragraph", 0, 62, "yet more"]];
    expect([outlines(third, style), unplaced(third)]).toEqual([["x", "• a. | more | yet more"], ["+"]]);
  });

  test("is none of an item whose marker is further in", () => {
    const left: Taken[] = [["item", 10, 20, "• title"], ["paragraph", 0, 32, "more"]];
    expect([outlines(left, style), unplaced(left)]).toEqual([["• title", "more"], []]);
  });

  test("is in doubt if it is as far, or the item has nothing above it, and goes by the words", () => {
    expect(unplaced(below("• a.", 18.4))).toEqual(["|"]);
    expect(unplaced(below("• title", 18.4))).toEqual(["+"]);
    expect(unplaced([["item", 0, 20, "• a."], ["paragraph", 0, 32, "more"]])).toEqual(["|"]);
    expect(unplaced([["item", 0, 20, "• title"], ["paragraph", 0, 32, "more"], ["paragraph", 0, 44, "more."], ["paragraph", 0, 56, "more"]])).toEqual(["+", "+", "+"]);
  });

  test("is one of its own, beyond doubt, below a nested list, where paragraphs are indented, or lines hang", () => {
    const nested: Taken[] = [["item", 0, 20, "• a"], ["item", 10, 32, "– b"], ["paragraph", 0, 44, "more"]];
    expect([outlines(nested, style), unplaced(nested)]).toEqual([[["• a", ["– b"]], "more"], []]);
    const plain: Taken[] = [["item", 0, 20, "• a"], ["paragraph", 0, 32, "more"]];
    for (const change of [{ ...style, indentsParagraphs: true }, { hanging: HANGING }]) expect([outlines(plain, change), unplaced(plain, change)]).toEqual([["• a", "more"], []]);
  });
});
