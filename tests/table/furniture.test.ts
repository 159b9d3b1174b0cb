import { describe, expect, test } from "vitest";
import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import { documentTable, first, matrix, textsOf } from "../support/smallMatrix.js";
import { layoutOf, typed } from "../support/typed.js";

describe("the furniture of the pages of a matrix", () => {
  test("leaves out what turns out to stand on most pages when the last one has come", () => {
    const body = ["go", "stay", "ask"].map((word) => `ACME ${first.trim().split("\n").length}\n\n\n${first}\n\n\n${word}`);
    const { furniture, strips } = documentTable(body.map((text, i) => layoutOf(typed(text), i + 1)), matrix);
    expect(furniture.flatMap(({ page, lines }) => lines.map((line) => `${page} ${textOf(line)}`))).toEqual(["1 ACME 3", "2 ACME 3", "3 ACME 3"]);
    expect(strips.flatMap(({ cells }) => textsOf(cells, "plan"))).not.toContain("ACME");
  });

  test("leaves out roman page numbers", () => {
    const body = ["i", "- ii -", "iii", "iv"].map((number) => `${first}\n\n\n${" ".repeat(20)}${number}`);
    const { furniture } = documentTable(body.map((text, i) => layoutOf(typed(text), i + 1)), matrix);
    expect(furniture.flatMap(({ lines }) => lines.map(textOf))).toEqual(["i", "iii", "iv"]);
  });

  test("leaves out a running title right above its header, on most pages", () => {
    const { furniture, strips } = documentTable([1, 2, 3].map((page) => layoutOf(typed(`Evaluation of the ministers${first}`), page)), matrix);
    expect(furniture.flatMap(({ lines }) => lines.map(textOf))).toEqual(Array(3).fill("Evaluation of the ministers"));
    expect(strips.flatMap(({ cells }) => cells).flatMap((cell) => cell.lines.map(textOf)).join(" ")).not.toContain("Evaluation");
  });

  test("leaves out a running title right above rows without a header where it stands on each of three pages, and no word that only happens to", () => {
    const page = (title: string, row: string): string => `${title}\n${row}\n      • more of it         • also`;
    const pages = (titles: readonly string[]): PageLayout[] =>
      [`${titles[0]}\n${first.trim()}`, page(titles[1] ?? "", "      • weigh it           • go back"), page(titles[2] ?? "", "      • count it           • go in")].map((text, i) => layoutOf(typed(text), i + 1));
    const running = documentTable(pages(Array(3).fill("                           ACME Annex")), matrix);
    expect(running.furniture.flatMap(({ lines }) => lines.map(textOf))).toEqual(Array(3).fill("ACME Annex"));
    expect(running.strips.flatMap(({ cells }) => textsOf(cells, "advice"))).not.toContain("ACME Annex");
    const changing = documentTable(pages(["ACME Annex", "                          to them all", "                          to each of them"]), matrix);
    expect(changing.furniture).toEqual([]);
  });

  test("leaves out what is furniture on most pages also on one whose text reaches it", () => {
    const short = `${first}\n\n\n\n${" ".repeat(20)}Page 0 of 4`;
    const full = `${first}\n      • speak of it\n      • ask\n      • answer\n${" ".repeat(20)}Page 0 of 4`;
    const pages = [short, full, short, short].map((text, i) => layoutOf(typed(text.replace("0", String(i + 1))), i + 1));
    const { furniture } = documentTable(pages, matrix);
    expect(furniture.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  test("leaves out a page number right below the line that ends a table without lines between its columns", () => {
    const line = "=".repeat(50);
    const body = (page: number, end: string): string => `${first}\n      • speak of ${"abc"[page - 1]}\n${end}${" ".repeat(20)}Page ${page} of 3`;
    const furnitureWith = (end: string): number[] => documentTable([1, 2, 3].map((page) => layoutOf(typed(body(page, end)), page)), matrix).furniture.map(({ page }) => page);
    expect(furnitureWith(`${line}\n`)).toEqual([1, 2, 3]);
  });

  test("leaves out the number of a page that has nothing else", () => {
    const { furniture, strips } = documentTable([layoutOf(typed(first)), layoutOf(typed("Page 2 of 2"), 2)], matrix);
    expect(furniture.map(({ page }) => page)).toEqual([2]);
    expect(strips.filter(({ page }) => page === 2)).toEqual([]);
  });
});
