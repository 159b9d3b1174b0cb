import { describe, expect, test } from "vitest";
import { textOf } from "../../src/layout/lines.js";
import { type RowKey, rowsOf } from "../../src/table/rows.js";
import { type KeptStrip, type Strip, openCell } from "../../src/table/strip.js";
import { type SetLine, kept, partOf } from "../support/cells.js";

/** A strip out of the lines of its columns; its keys are the lines of the column "key". */
function strip(columns: Readonly<Record<string, readonly SetLine[]>>, more: Partial<Strip> = {}): Strip {
  const cells = Object.entries(columns).map(([field, lines]) => partOf(lines, field, more.page ?? 1));
  return { page: 1, top: 0, bottom: 500, first: true, ruled: true, ...more, cells };
}

function keysOf({ cells }: KeptStrip): RowKey[] {
  return cells.filter(({ field }) => field === "key").flatMap((cell) => openCell(cell).lines.map((line) => ({ baseline: line.baseline, size: line.size, id: textOf(line) })));
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

  test("starts at its key where more than key cells start level, though no room tells", () => {
    const page = { key: [[0, 20, "two"]], plan: [[0, 20, "begins"]] } as const;
    const next = { number: [[0, 44, "1"]], key: [[0, 44, "one"]], list: [[0, 44, "list"]], plan: [[0, 20, "goes on"], [0, 32, "and ends"], [0, 44, "other"]] } as const;
    expect(rows(strip(page), strip(next, { page: 2 }))).toEqual(["two: begins goes on and ends", "one: 1 list other"]);
  });

  test("is none where the next one takes all that it has: a key in huge letters right below", () => {
    const page = strip({ key: [[0, 20, "small"], [0, 32, "huge"]], plan: [[0, 20, "text"]] });
    const sized = (at: KeptStrip): RowKey[] => keysOf(at).map((key) => (key.id === "huge" ? { ...key, size: 60 } : key));
    expect(rowsOf([kept(page)], sized).map(({ key, parts }) => [key?.id, parts.flatMap((part) => openCell(part).lines.map(textOf))])).toEqual([["huge", ["small", "huge", "text"]]]);
  });

  test("goes on where its key is repeated on the next page", () => {
    const page = { key: [[0, 20, "two"]], plan: [[0, 20, "begins"]] } as const;
    expect(rows(strip(page), strip({ ...page, plan: [[0, 20, "ends"]] }, { page: 2 }))).toEqual(["two: begins ends"]);
  });
});
