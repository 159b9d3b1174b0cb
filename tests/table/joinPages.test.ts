import { describe, expect, test } from "vitest";
import { joinedTables, separateTables } from "../../src/table/grids/joinPages.js";
import { pageTables } from "../../src/table/grids/pageTables.js";
import { CHARACTER, layoutOf, rowsOf, typed } from "../support/typed.js";

/** Pages of typed text with vertical rules at characters 0, 10, 20 and 30 from the first rule down. */
function pagesOf(...texts: readonly string[]) {
  return texts.map((text, i) => {
    const { words, edges } = typed(text);
    const top = edges[0]?.at ?? 0;
    const walls = edges.length === 0 ? [] : [0, 10, 20, 30].map((at) => ({ axis: "vertical" as const, at: at * CHARACTER, from: top, to: edges.at(-1)!.at }));
    const layout = layoutOf({ words, edges: [...edges, ...walls] }, i + 1);
    return { layout, ...pageTables(layout) };
  });
}

const rule = "==============================";
const page = (...rows: readonly string[]): string => `\n${rule}\n${rows.map((row) => `${row}\n${rule}`).join("\n")}`;

const first = page("Name      Task      Where", "Print     Sets      Here", "Bind      Sews and  There");

describe("tables over pages", () => {
  test("are one a page where they are not joined", () => {
    const pages = pagesOf(first, page("Name      Task      Where", "Ship      Sends     Abroad"));
    expect(separateTables(pages).map((table) => table.pages)).toEqual([[1], [2]]);
  });

  test("lose the header that is repeated", () => {
    const [table, more] = joinedTables(pagesOf(first, page("Name      Task      Where", "Ship      Sends     Abroad")));
    expect(more).toBeUndefined();
    expect(table?.pages).toEqual([1, 2]);
    expect(rowsOf(table!)).toEqual([
      ["Name", "Task", "Where"],
      ["Print", "Sets", "Here"],
      ["Bind", "Sews and", "There"],
      ["Ship", "Sends", "Abroad"],
    ]);
    expect(table?.cells.map((cell) => cell.page)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  test("lose a header of which a name was reworded", () => {
    const [table] = joinedTables(pagesOf(first, page("NAME      Jobs      Where", "Ship      Sends     Abroad")));
    expect(rowsOf(table!).map(([name]) => name)).toEqual(["Name", "Print", "Bind", "Ship"]);
  });

  test("have a row healed that the break cut", () => {
    const [table] = joinedTables(pagesOf(first, page("Name      Task      Where", "          glues", "Ship      Sends     Abroad")));
    expect(rowsOf(table!).slice(2)).toEqual([
      ["Bind", "Sews and glues", "There"],
      ["Ship", "Sends", "Abroad"],
    ]);
  });

  test("go on in a page that has a single row", () => {
    const [table, more] = joinedTables(pagesOf(first, page("Ship      Sends     Abroad")));
    expect(more).toBeUndefined();
    expect(rowsOf(table!).at(-1)).toEqual(["Ship", "Sends", "Abroad"]);
  });

  test("do not go on under other text", () => {
    const pages = pagesOf(first, `\nThe next table is another one\n${rule}\nName      Task      Where\n${rule}\nShip      Sends     Abroad\n${rule}`);
    expect(joinedTables(pages).map((table) => table.pages)).toEqual([[1], [2]]);
  });

  test("do not go on after a page without one", () => {
    const pages = pagesOf(first, "\nNothing but words", page("Name      Task      Where", "Ship      Sends     Abroad"));
    expect(joinedTables(pages).map((table) => table.pages)).toEqual([[1], [3]]);
  });
});
