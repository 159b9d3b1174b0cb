import { describe, expect, test } from "vitest";
import { textOf } from "../../src/layout/lines.js";
import type { RowKey } from "../../src/table/pages/rowKey.js";
import { rowsOf } from "../../src/table/pages/rows.js";
import { type KeptStrip, type Strip, openCell } from "../../src/table/matrix/strip.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

/** A strip out of the lines of its columns; its keys are the lines of the column "key". */
function strip(columns: Readonly<Record<string, readonly SetLine[]>>, more: Partial<Strip> = {}): Strip {
  const cells = Object.entries(columns).map(([field, lines]) => partOf(lines, field, more.page ?? 1));
  return { page: 1, top: 0, bottom: 500, first: true, ruled: true, broken: false, closed: false, ...more, cells };
}

function keysOf({ cells }: KeptStrip): RowKey[] {
  return cells.filter(({ field }) => field === "key").flatMap((cell) => openCell(cell).lines.map((line) => ({ baseline: line.baseline, size: line.size, id: textOf(line), field: "key" })));
}

function rows(...strips: readonly Strip[]): string[] {
  return rowsOf(strips.map(kept), keysOf).map(({ key, parts }) => {
    const texts = parts.filter(({ field }) => field !== "key").flatMap((part) => openCell(part).lines.map(textOf));
    return `${key?.id}: ${texts.join(" ")}`;
  });
}

describe("a row", () => {
  test("starts at its key where every other column leaves room above that line", () => {
    const page = { number: [[0, 20, "2"]], key: [[0, 20, "two"]], plan: [[0, 20, "begins"]] } as const;
    const next = { key: [[0, 60, "one"]], plan: [[0, 20, "ends"], [0, 60, "other"]] } as const;
    expect(rows(strip(page), strip(next, { page: 2 }))).toEqual(["two: 2 begins ends", "one: other"]);
  });

  test("holds all between two row lines where its key is set in the middle", () => {
    const tall = { key: [[0, 60, "one"]], plan: [[0, 20, "begins"], [0, 32, "goes on"], [0, 44, "and on"], [0, 56, "and"], [0, 68, "ends"]] } as const;
    expect(rows(strip({ key: [[0, 20, "two"]], plan: [[0, 20, "other"]] }), strip(tall, { first: false }))).toEqual(["two: other", "one: begins goes on and on and ends"]);
  });

  test("holds all between two row lines also where a paragraph of one column happens to start at its key's height", () => {
    const running = [[0, 20, "begins"], [0, 32, "goes on"], [0, 44, "and on"], [0, 56, "and ends"]] as const;
    const tall = { number: [[0, 48, "2"]], key: [[0, 42, "two"]], list: running, plan: running, advice: [[0, 20, "other"], [0, 44, "another"]] } as const;
    expect(rows(strip(tall))).toEqual(["two: 2 begins goes on and on and ends begins goes on and on and ends other another"]);
  });

  test("holds all between the lines around the only row where paragraphs happen to start level with its key in the middle", () => {
    const cell = [[0, 20, "begins"], [0, 32, "goes on"], [0, 56, "and ends"]] as const;
    const page = { key: [[0, 56, "one"]], list: cell, plan: cell, advice: cell } as const;
    expect(rows(strip(page, { bottom: 106, closed: true }))).toEqual(["one: begins goes on and ends begins goes on and ends begins goes on and ends"]);
    expect(rows(strip(page, { bottom: 300, closed: true }))).toHaveLength(2);
  });

  test("starts at its key where more than key cells start level, though no room tells", () => {
    const page = { key: [[0, 20, "two"]], plan: [[0, 20, "begins"]] } as const;
    const next = { number: [[0, 44, "1"]], key: [[0, 44, "one"]], list: [[0, 44, "list"]], plan: [[0, 20, "goes on"], [0, 32, "and ends"], [0, 44, "other"]] } as const;
    expect(rows(strip(page), strip(next, { page: 2 }))).toEqual(["two: begins goes on and ends", "one: 1 list other"]);
  });

  test("goes on where its key stands again, on the same page or on another", () => {
    const page = { key: [[0, 20, "two"], [0, 60, "two"]], plan: [[0, 20, "begins"], [0, 60, "goes on"]], list: [[0, 20, "first"], [0, 60, "second"]] } as const;
    expect(rows(strip(page), strip({ key: [[0, 20, "two"]], plan: [[0, 20, "ends"]] }, { page: 2 }))).toEqual(["two: begins first goes on second ends"]);
  });

  test("is none where the next one takes all that it has: a key in huge letters right below", () => {
    const page = strip({ key: [[0, 20, "small"], [0, 32, "huge"]], plan: [[0, 20, "text"]] });
    const sized = (at: KeptStrip): RowKey[] => keysOf(at).map((key) => (key.id === "huge" ? { ...key, size: 60 } : key));
    expect(rowsOf([kept(page)], sized).map(({ key, parts }) => [key?.id, parts.flatMap((part) => openCell(part).lines.map(textOf))])).toEqual([["huge", ["small", "huge", "text"]]]);
  });

  test("begins at the end of the page before its key's where a row line stands above and none below, unless row lines divide rows, too", () => {
    const two = strip({ key: [[0, 20, "two"]], plan: [[0, 20, "whole"]] }, { first: false });
    const begun = strip({ plan: [[0, 60, "begins"]] }, { first: false, broken: true });
    const one = strip({ key: [[0, 20, "one"]], plan: [[0, 20, "ends"]] }, { page: 2 });
    expect(rows(two, begun, one)).toEqual(["two: whole", "one: begins ends"]);
    expect(rows(two, { ...begun, broken: false }, one)).toEqual(["two: whole begins", "one: ends"]);
    const part = strip({ plan: [[0, 40, "another part"]] }, { first: false });
    expect(rows(two, part, begun, one)).toEqual(["two: whole another part begins", "one: ends"]);
  });

  test("goes on where its key is repeated on the next page", () => {
    const page = { key: [[0, 20, "two"]], plan: [[0, 20, "begins"]] } as const;
    expect(rows(strip(page), strip({ ...page, plan: [[0, 20, "ends"]] }, { page: 2 }))).toEqual(["two: begins ends"]);
  });

  describe("whose key is set in its middle", () => {
    const lines = (from: number, text: string, count = 4): SetLine[] => Array.from({ length: count }, (_, i) => [0, from + 12 * i, `${text}${i + 1}`]);
    const inMiddle = (from: number, text: string): Record<string, SetLine[]> => ({ key: [[0, from + 18, text]], list: lines(from, text), plan: lines(from, text, 3), advice: lines(from, text, 3) });
    const of = (text: string): string => [4, 3, 3].flatMap((count) => lines(0, text, count).map(([, , line]) => line)).join(" ");

    test("holds all between white bands below which columns start level, where nothing is ruled", () => {
      const [a, b, c] = [inMiddle(20, "a"), inMiddle(76, "b"), inMiddle(132, "c")];
      const page = Object.fromEntries(Object.keys(a).map((field) => [field, [a, b, c].flatMap((row) => row[field] ?? [])]));
      expect(rows(strip(page, { ruled: false })).map((row) => row.split(": ")[0])).toEqual(["a", "b", "c"]);
      expect(rows(strip(page, { ruled: false }))[1]).toBe(`b: ${[4, 3, 3].map((count) => lines(0, "b", count).map(([, , line]) => line).join(" ")).join(" ")}`);
    });

    test("holds what stands above the first key of all, where no column starts level with it", () => {
      expect(rows(strip(inMiddle(20, "a"), { ruled: false }))).toEqual([`a: ${of("a")}`]);
    });

    test("is known by that middle where most others are set at the top, as on the pages of a browser that breaks tall rows", () => {
      const atTop = { key: [[0, 20, "x"]], list: lines(20, "x"), plan: lines(20, "x", 3), advice: lines(20, "x", 3) } as const;
      const [a, b] = [inMiddle(20, "a"), inMiddle(76, "b")];
      const page = Object.fromEntries(Object.keys(a).map((field) => [field, [...(a[field] ?? []), ...(b[field] ?? [])]]));
      const open = (columns: Readonly<Record<string, readonly SetLine[]>>, number: number): Strip => strip(columns, { ruled: false, page: number });
      const others = [open(atTop, 1), open({ ...atTop, key: [[0, 20, "y"]] }, 2), open({ ...atTop, key: [[0, 20, "z"]] }, 3)];
      expect(rows(...others, open(page, 4)).slice(3)).toEqual([`a: ${of("a")}`, `b: ${of("b")}`]);
    });

    test("holds all that a page has around that middle, though cells as high as one another start level below another's", () => {
      const around = (middle: number, text: string, count: number): SetLine[] => lines(middle - 6 * (count - 1), text, count);
      const row = (text: string): Record<string, SetLine[]> => ({ key: [[0, 100, text]], list: around(100, text, 5), plan: around(100, text, 5), tasks: around(100, text, 5), advice: around(100, text, 13) });
      const pages = ["a", "b", "c"].map((text, i) => strip(row(text), { ruled: false, page: i + 1 }));
      expect(rows(...pages)).toEqual(["a", "b", "c"].map((text) => `${text}: ${[5, 5, 5, 13].flatMap((count) => around(0, text, count).map(([, , line]) => line)).join(" ")}`));
    });

    test("begins at the end of the page before its key's, where the key stands in the middle of both parts", () => {
      const both = (...all: readonly Readonly<Record<string, readonly SetLine[]>>[]): Record<string, SetLine[]> =>
        Object.fromEntries(["key", "list", "plan", "advice"].map((field) => [field, all.flatMap((row) => row[field] ?? [])]));
      const begun = { list: lines(132, "c", 2), plan: lines(132, "c", 2), advice: lines(132, "c", 2) };
      const ended = { key: [[0, 39, "c"]], list: lines(20, "c", 6) } as const;
      const pages = [both(inMiddle(20, "a"), inMiddle(76, "b"), begun), both(ended, inMiddle(100, "d"))].map((columns, i) => strip(columns, { ruled: false, page: i + 1 }));
      expect(rows(...pages)).toEqual([`a: ${of("a")}`, `b: ${of("b")}`, "c: c1 c2 c1 c2 c1 c2 c1 c2 c3 c4 c5 c6", `d: ${of("d")}`]);
    });

    test("is known by that middle though half the columns have a paragraph that starts level with the key", () => {
      const cut = (from: number, text: string): SetLine[] => [0, 12, 26, 38, 50].map((y, i) => [0, from + y, `${text}${i + 1}`]);
      const row = (from: number, text: string): Record<string, SetLine[]> => ({ key: [[0, from + 26, text]], list: cut(from, text), plan: cut(from, text), tasks: lines(from, text, 5), advice: lines(from, text, 5) });
      const [a, b] = [row(20, "a"), row(90, "b")];
      const page = Object.fromEntries(Object.keys(a).map((field) => [field, [...(a[field] ?? []), ...(b[field] ?? [])]]));
      const all = (text: string): string => `${text}: ${[1, 2, 3, 4].map(() => lines(0, text, 5).map(([, , line]) => line).join(" ")).join(" ")}`;
      expect(rows(strip(page, { ruled: false }), strip({ ...page, key: [[0, 46, "c"], [0, 116, "d"]] }, { ruled: false, page: 2 })).slice(0, 2)).toEqual([all("a"), all("b")]);
    });

    test("is known by that middle also where it is the only one, if its columns do not start level with its key", () => {
      const atTop = { key: [[0, 20, "x"]], list: lines(20, "x", 2), plan: lines(20, "x", 3), advice: lines(20, "x", 4) } as const;
      const below = inMiddle(92, "b");
      const page = Object.fromEntries(Object.keys(below).map((field) => [field, [...atTop[field as keyof typeof atTop], ...(below[field] ?? [])]]));
      expect(rows(strip(page, { ruled: false }))[1]).toBe(`b: ${of("b")}`);
    });

    test("has nothing on a page but the key where all else stands above it", () => {
      const going = strip({ key: [[0, 188, "b"]], advice: lines(20, "a", 14) }, { ruled: false, page: 2 });
      const others = [inMiddle(20, "c"), inMiddle(20, "d")].map((row, i) => strip(row, { ruled: false, page: 3 + i }));
      expect(rows(strip(inMiddle(20, "a"), { ruled: false }), going, ...others)[1]).toBe("b: ");
    });

    test("is known by that middle also within rules around a page that none divides", () => {
      const pages = [1, 2].map((number) => {
        const [a, b] = [inMiddle(20, `${2 * number - 1}`), inMiddle(76, `${2 * number}`)];
        return strip(Object.fromEntries(Object.keys(a).map((field) => [field, [...(a[field] ?? []), ...(b[field] ?? [])]])), { page: number });
      });
      expect(rows(...pages)).toEqual(["1", "2", "3", "4"].map((text) => `${text}: ${of(text)}`));
    });

    test("is undecided where nothing tells where it starts", () => {
      const page = { key: [[0, 20, "a"], [0, 80, "b"]], list: [...lines(20, "a"), ...lines(68, "b")], plan: [...lines(20, "a"), ...lines(68, "c", 2)], advice: lines(20, "a", 6) } as const;
      const centred = Object.fromEntries(Object.keys(inMiddle(20, "m")).map((field) => [field, [...(inMiddle(20, "m")[field] ?? []), ...(inMiddle(76, "n")[field] ?? [])]]));
      const others = [1, 2].map((number) => strip({ key: [[0, 20, String(number)]], list: lines(20, "x"), plan: lines(20, "x"), advice: lines(20, "x") }, { ruled: false, page: number }));
      const found = rowsOf([...others, strip(page, { ruled: false, page: 3 }), strip(centred, { ruled: false, page: 4 })].map(kept), keysOf);
      expect(found.map(({ key }) => [key?.id, key?.undecided === true])).toEqual([["1", false], ["2", false], ["a", false], ["b", true], ["m", false], ["n", false]]);
    });

    test("holds all of a page without rules in a table that draws lines between its rows", () => {
      const open = strip(inMiddle(20, "c"), { page: 2, ruled: false });
      expect(rows(strip(inMiddle(20, "a")), strip(inMiddle(100, "b"), { first: false }), open)[2]).toBe(`c: ${of("c")}`);
    });

    test("starts on the page before behind its last row line, also where the key happens to stand at the top", () => {
      const begun = strip({ list: lines(200, "b"), plan: lines(200, "b") }, { first: false });
      const atTop = strip({ key: [[0, 20, "b"]], list: lines(20, "c"), plan: lines(20, "c") }, { page: 2 });
      const others = [inMiddle(20, "a"), inMiddle(100, "d")].map((row, i) => strip(row, { page: 3 + i, first: false }));
      expect(rows(strip(inMiddle(20, "x")), begun, atTop, ...others)[1]).toBe("b: b1 b2 b3 b4 b1 b2 b3 b4 c1 c2 c3 c4 c1 c2 c3 c4");
    });

    test("starts there also where only one more key than that one stands at the top", () => {
      const filled = (text: string): Record<string, SetLine[]> => ({ key: [[0, 20, text]], list: lines(20, text), plan: lines(20, text, 3), advice: lines(20, text, 3) });
      const begun = strip({ list: lines(200, "b"), plan: lines(200, "b") }, { first: false });
      const low = [inMiddle(20, "d"), inMiddle(100, "e")].map((row, i) => strip(row, { page: 3 + i, first: false }));
      expect(rows(strip(filled("a")), begun, strip(filled("c"), { page: 2 }), ...low).slice(0, 2)).toEqual([`a: ${of("a")}`, `c: ${lines(0, "b").concat(lines(0, "b")).map(([, , line]) => line).join(" ")} ${of("c")}`]);
    });

    test("starts behind the last row line of the page before, also where two columns have a paragraph level with the key by chance", () => {
      const begun = strip({ list: lines(200, "b"), plan: lines(200, "b") }, { first: false, broken: true });
      const level = (text: string): SetLine[] => [...lines(12, text, 2), ...lines(60, text, 2)];
      const ended = strip({ key: [[0, 60, "c"]], list: level("c"), plan: level("c") }, { page: 2, bottom: 114, closed: true });
      expect(rows(strip(inMiddle(20, "a"), { bottom: 70 }), begun, ended)).toEqual([`a: ${of("a")}`, "c: b1 b2 b3 b4 b1 b2 b3 b4 c1 c2 c1 c2 c1 c2 c1 c2"]);
    });

    test("starts on the page before below a header that is repeated in the middle of it", () => {
      const others = [inMiddle(20, "x"), inMiddle(100, "y")].map((row, i) => strip(row, { first: i === 0 }));
      const begun = strip({ list: lines(200, "b"), plan: lines(200, "b") }, { first: true });
      const ended = strip(inMiddle(20, "c"), { page: 2 });
      expect(rows(...others, begun, ended).at(-1)).toBe("c: b1 b2 b3 b4 b1 b2 b3 b4 c1 c2 c3 c4 c1 c2 c3 c1 c2 c3");
    });
  });
});
