import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import { wordsAt } from "../support/cells.js";
import { documentTable, first, matrix, textsOf } from "../support/smallMatrix.js";
import { CHARACTER, columnLines, layoutOf, typed } from "../support/typed.js";

describe("the matrix over its pages", () => {
  test("knows words of a header's name that the profile does not, on its next line: as bold as the others, and the rows are not", () => {
    const page = (second: string): PageLayout =>
      layoutOf(
        typed(`
*NO*  *PLAN*              *RECOMMENDATION*
      ${second}
2     • study it          • go on`),
      );
    const named = { ...matrix, columns: matrix.columns.with(1, { field: "plan", headers: ["PLAN"] }) };
    const plans = (second: string): string[] => textsOf(documentTable([page(second)], named).strips.flatMap((strip) => strip.cells), "plan");
    expect(plans("*(draft)*")).toEqual(["• study it"]);
    expect(plans("(draft)")).toEqual(["(draft)", "• study it"]);
    expect(plans("*7th*")).toEqual(["7th", "• study it"]);
  });

  test("knows a header's name that is cut at a line's end", () => {
    const page = typed(`
NO    ACTION PLAN         RECOMMEN-           NEXT
                          DATION
2     • study it          • go on             • rest`);
    const named = { ...matrix, columns: [...matrix.columns, { field: "next", headers: ["NEXT"] }] };
    const { headers, strips } = documentTable([layoutOf(page)], named);
    expect(headers[0]?.cells.map(({ field, known }) => [field, known])).toEqual([["number", true], ["plan", true], ["advice", true], ["next", true]]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "advice")).toEqual(["• go on"]);
  });

  test("goes on above a header in the middle of a page without rules", () => {
    const second = `
      • speak of it       • and further

NO    ACTION PLAN         RECOMMENDATION
1     • begin             • rest`;
    const { strips, headers, homeless } = documentTable([layoutOf(typed(first), 1), layoutOf(typed(second), 2)], matrix);
    const cells = strips.flatMap((strip) => strip.cells);
    expect(homeless).toEqual([]);
    expect(headers).toHaveLength(2);
    expect(textsOf(cells, "plan")).toEqual(["• study it", "• write it down", "• speak of it", "• begin"]);
    expect(textsOf(cells, "advice")).toEqual(["• go on", "• go further", "• and further", "• rest"]);
  });

  test("has its rows divided by coloured grounds, but at the end of a page: there the ground ends, and not its row", () => {
    const page = layoutOf(
      typed(`
NO    ACTION PLAN         RECOMMENDATION
      • study it          • go on
2     • write it down     • go further
      • speak of it       • and further`),
    );
    const grounds = [43, 69].map((at): Edge => ({ axis: "horizontal", at, from: 0, to: 45 * CHARACTER }));
    const { strips } = documentTable([{ ...page, grounds }], matrix);
    expect(strips.map((strip) => [textsOf(strip.cells, "plan"), strip.first, strip.ruled, strip.closed])).toEqual([
      [["• study it"], true, false, false],
      [["• write it down", "• speak of it"], false, false, false],
    ]);
  });

  test("has a row closed between the sides of coloured grounds where lines divide columns alone, and none right below the names", () => {
    const page = typed(`
NO    ACTION PLAN         RECOMMENDATION
      • study it          • go on
2     • write it down     • go further
      • speak of it       • and further`);
    const grounds = [43, 55].map((at): Edge => ({ axis: "horizontal", at, from: -CHARACTER, to: 50 * CHARACTER }));
    const { strips } = documentTable([{ ...layoutOf({ words: page.words, edges: columnLines([-1, 5, 25, 50], 4) }), grounds }], matrix);
    expect(strips.map((strip) => [textsOf(strip.cells, "plan"), strip.ruled, strip.closed])).toEqual([
      [["• study it"], false, false],
      [["• write it down"], false, true],
      [["• speak of it"], false, false],
    ]);
  });

  test("has its rows divided by the ground of the only cell that goes on at the top of a page, and not by one beside other text", () => {
    const page = (first: string): PageLayout => {
      const words = typed(`
NO    ACTION PLAN         RECOMMENDATION
${first}                     • go on
2     • write it down     • go further`);
      return { ...layoutOf(words), grounds: [30, 43].map((at): Edge => ({ axis: "horizontal", at, from: 24 * CHARACTER, to: 45 * CHARACTER })) };
    };
    const plans = (first: string): string[][] => documentTable([page(first)], matrix).strips.map(({ cells }) => textsOf(cells, "advice"));
    expect(plans("     ")).toEqual([["• go on"], ["• go further"]]);
    expect(plans("3    ")).toEqual([["• go on", "• go further"]]);
  });

  test("has a header's name whole that its column is too narrow for", () => {
    const page = typed(`
NUM   ACTION PLAN         RECOMMENDATION      NEXT
BER
2     • study it          • go on             • rest`);
    const named = { ...matrix, columns: [{ field: "number", headers: ["NO", "NUMBER"] }, ...matrix.columns.slice(1), { field: "next", headers: ["NEXT"] }] };
    const { strips, headers } = documentTable([layoutOf(page)], named);
    expect(headers[0]?.cells[0]?.text).toBe("NUMBER");
    expect(textsOf(strips.flatMap((strip) => strip.cells), "number")).toEqual(["2"]);
  });

  test("has a header's name whole that its column breaks over more than two lines", () => {
    const page = typed(`
NU    ACTION PLAN         RECOM               NEXT        THEMES
MB                        MENDA
ER                        TION
2     • study it          • go on             • rest      theme`);
    const more = ["next", "themes"].map((field) => ({ field, headers: [field.toUpperCase()] }));
    const named = { ...matrix, columns: [{ field: "number", headers: ["NO", "NUMBER"] }, ...matrix.columns.slice(1), ...more] };
    const { strips, headers } = documentTable([layoutOf(page)], named);
    expect(headers[0]?.cells.map(({ text }) => text)).toEqual(["NUMBER", "ACTION PLAN", "RECOMMENDATION", "NEXT", "THEMES"]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "number")).toEqual(["2"]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "advice")).toEqual(["• go on"]);
  });

  test("has a header's name whole whose lines stand above and below the others'", () => {
    const page = typed(`
N
      ACTION PLAN         RECOMMENDATION      NEXT
O
2     • study it          • go on             • rest`);
    const named = { ...matrix, columns: [...matrix.columns, { field: "next", headers: ["NEXT"] }] };
    const { strips, headers, homeless } = documentTable([layoutOf(page)], named);
    expect(headers[0]?.cells.map(({ text }) => text)).toEqual(["NO", "ACTION PLAN", "RECOMMENDATION", "NEXT"]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "number")).toEqual(["2"]);
    expect(homeless).toEqual([]);
  });

  test("has its columns where the next page shows them, below a header that stands alone on its page", () => {
    const header = "NO    ACTION PLAN             RECOMMENDATION";
    const rows = `
2     • study it        1) go on
      • write it down   2) go further`;
    const { strips } = documentTable([layoutOf(typed(header), 1), layoutOf(typed(rows), 2)], matrix);
    const cells = strips.flatMap((strip) => strip.cells);
    expect(textsOf(cells, "plan")).toEqual(["• study it", "• write it down"]);
    expect(textsOf(cells, "advice")).toEqual(["1) go on", "2) go further"]);
  });

  test("has one left edge for a column without rules, also on a page where no line starts there", () => {
    const second = `
NO    ACTION PLAN         RECOMMENDATION
        and to go on        and on
1     • begin             • rest`;
    const third = `
NO    ACTION PLAN         RECOMMENDATION
        to go on            and on`;
    const { strips } = documentTable([layoutOf(typed(first), 1), layoutOf(typed(second), 2), layoutOf(typed(third), 3)], matrix);
    const lefts = strips.flatMap((strip) => strip.cells).filter(({ field }) => field === "plan").map(({ left }) => left);
    expect(new Set(lefts).size).toBe(1);
    expect(lefts).toHaveLength(3);
  });

  test("is one table where the page leaves a cell open at its end", () => {
    const page = typed(`${first}
      • speak of it       • and further`);
    const lines = columnLines([0, 6, 26, 50], 4);
    const across = (from: number, to: number): Edge => ({ axis: "horizontal", at: lines[0]!.to, from: from * CHARACTER, to: to * CHARACTER });
    const top: Edge = { axis: "horizontal", at: 10, from: 0, to: 50 * CHARACTER };
    const open = layoutOf({ ...page, edges: [...lines, across(0, 6), across(26, 50)] }, 2);
    const { strips, homeless } = documentTable([layoutOf({ ...page, edges: [...lines, top] }, 1), open], matrix);
    expect(homeless).toEqual([]);
    expect(textsOf(strips.filter((strip) => strip.page === 2).flatMap((strip) => strip.cells), "advice")).toContain("• and further");
  });

  test("keeps a line that the rule at the end of the page runs through", () => {
    const page = typed(first);
    const lines = columnLines([0, 6, 26, 50], 3);
    const [top, bottom] = [10, Math.max(...page.words.map((word) => word.baseline)) - 4].map((at): Edge => ({ axis: "horizontal", at, from: 0, to: 50 * CHARACTER }));
    const { homeless } = documentTable([layoutOf({ ...page, edges: [...lines.map((line) => ({ ...line, to: bottom!.at })), top!, bottom!] })], matrix);
    expect(homeless).toEqual([]);
  });

  describe("with a line right below its frame", () => {
    const framed = typed(`${first}\n      all of it             and on`);
    const bottom = Math.max(...framed.words.map((word) => word.baseline)) - 8;
    const edges: Edge[] = [...columnLines([0, 6, 26, 50], 3).map((line) => ({ ...line, to: bottom })), { axis: "horizontal", at: 10, from: 0, to: 250 }, { axis: "horizontal", at: bottom, from: 0, to: 250 }];
    const read = (below: string): string[] => documentTable([layoutOf({ words: typed(`${first}\n${below}`).words, edges })], matrix).homeless.flatMap(({ lines }) => lines.map(textOf));

    test("has it in the cell that had no room for it", () => {
      expect(read("      all of it")).toEqual([]);
      expect(read("      all of it             and on")).toEqual([]);
    });

    test("has it in no cell where it runs over several columns, or stands further off", () => {
      expect(read("      all of it that is to be said")).toEqual(["all of it that is to be said"]);
      expect(read("\n      all of it")).toEqual(["all of it"]);
    });
  });

  test("has names that are like two columns' by their place", () => {
    const columns = ["NO", "THEMES", "WORKSHOPS", "ACTION PLAN"].map((name) => ({ field: name, headers: [name] }));
    const page = typed(`
#     Event and theme      Workshop themes      Actions
2     Study                Teach                Learn`);
    const { headers } = documentTable([layoutOf(page)], { ...matrix, columns: [...columns.slice(0, 3), { field: "plan", headers: ["ACTIONS"] }] });
    expect(headers[0]?.cells.map((cell) => cell.field)).toEqual(["NO", "THEMES", "WORKSHOPS", "plan"]);
  });

  test("starts with its first row below the header's own rule, where no rules show the columns", () => {
    const page = typed(first);
    const rule: Edge = { axis: "horizontal", at: 31, from: 0, to: 50 * CHARACTER };
    const { strips } = documentTable([layoutOf({ ...page, edges: [rule] })], matrix);
    expect(strips.map((strip) => strip.first)).toEqual([true]);
  });

  test("has no header in a line whose sentences hold the words of the names", () => {
    const page = typed(`${first}
      action plan         recommendation
1     • begin             • rest`);
    const { strips, headers } = documentTable([layoutOf(page)], matrix);
    expect(headers).toHaveLength(1);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toContain("action plan");
  });

  test("has headers apart that stand little further from each other than the words of a name", () => {
    const words = wordsAt([[0, 20, "NO __ACTION PLAN __RECOMMENDATION"], [0, 32, "2"], [14, 32, "study"], [76, 32, "go on"]]);
    const { headers } = documentTable([layoutOf({ words, edges: [] })], matrix);
    expect(headers[0]?.cells.map((cell) => cell.text)).toEqual(["NO", "ACTION PLAN", "RECOMMENDATION"]);
  });

  test("has whole names of two columns apart that stand no further from each other than words", () => {
    const { headers } = documentTable([layoutOf({ words: wordsAt([[0, 20, "NO THEMES ______ACTION PLAN ______RECOMMENDATION"], [0, 32, "2"]]), edges: [] })], {
      ...matrix,
      columns: [...matrix.columns.slice(0, 1), { field: "themes", headers: ["THEMES"] }, ...matrix.columns.slice(1)],
    });
    expect(headers[0]?.cells.map((cell) => cell.text)).toEqual(["NO", "THEMES", "ACTION PLAN", "RECOMMENDATION"]);
  });

  test("has its headers told from the rows where lines are drawn between columns only", () => {
    const page = typed(`${first}
NO    ACTION PLAN         RECOMMENDATION
1     • begin             • rest`);
    const edges = columnLines([-1, 5, 25, 50], 6);
    const { strips, headers } = documentTable([layoutOf({ words: page.words, edges })], matrix);
    const cells = strips.flatMap((strip) => strip.cells);
    expect(headers.map(({ cells: own }) => own.map(({ field }) => field))).toEqual([
      ["number", "plan", "advice"],
      ["number", "plan", "advice"],
    ]);
    expect(textsOf(cells, "number")).toEqual(["2", "1"]);
    expect(textsOf(cells, "plan")).toEqual(["• study it", "• write it down", "• begin"]);
  });

  test("has its first and its last column beside lines that are drawn between columns only, on all pages", () => {
    const wide = { ...matrix, columns: [...matrix.columns, ...["THEMES", "RESULT", "FOLLOW UP"].map((name) => ({ field: name, headers: [name] }))] };
    const page = typed(`
NO    THEMES    RESULT    ACTION PLAN         RECOMMENDATION    FOLLOW UP
2     Unity     none      • study it          • go on           • rest
      Paris               • write it down     • go further      • begin`);
    const edges = columnLines([5, 15, 25, 45, 63], 4);
    const { strips, headers, homeless } = documentTable([1, 2, 3].map((number) => layoutOf({ words: page.words, edges }, number)), wide);
    expect(headers.map(({ cells }) => cells.length)).toEqual([6, 6, 6]);
    expect(homeless).toEqual([]);
    const cells = strips.slice(0, 1).flatMap((strip) => strip.cells);
    expect(["number", "plan", "FOLLOW UP"].map((field) => textsOf(cells, field))).toEqual([["2"], ["• study it", "• write it down"], ["• rest", "• begin"]]);
  });

  test("has the words of a band that heads a row in the column whose rows start so", () => {
    const page = typed(`
NO    ACTION PLAN         RECOMMENDATION
=============================================
                      CMM 2
=============================================
2     • study it          • go on
=============================================
                      A note
=============================================`);
    const walls = columnLines([-1, 5, 25, 45], 1).flatMap((edge) => [{ ...edge, to: 30 }, { ...edge, from: 42, to: 54 }]);
    const sides = columnLines([-1, 45], 4);
    const labelled = { ...matrix, columns: matrix.columns.map((column) => (column.field === "plan" ? { ...column, starts: /^CMM \d/u } : column)) };
    const { strips, homeless } = documentTable([layoutOf({ words: page.words, edges: [...page.edges, ...walls, ...sides] })], labelled);
    expect(strips.map(({ cells }) => textsOf(cells, "plan"))).toEqual([["CMM 2"], ["• study it"]]);
    expect(homeless.flatMap(({ lines }) => lines.map(textOf))).toEqual(["A note"]);
  });

  test("keeps a row under a header that no line sets apart, where most of its cells are empty", () => {
    const wide = { ...matrix, columns: [...matrix.columns, { field: "next", headers: ["NEXT"] }, { field: "last", headers: ["LAST"] }] };
    const page = typed(`
NO    ACTION PLAN         RECOMMENDATION           NEXT      LAST
      • speak of it
      and of more`);
    const edges = columnLines([-1, 5, 25, 50, 60, 70], 3);
    const { strips, headers } = documentTable([layoutOf({ words: page.words, edges })], wide);
    expect(headers.map(({ glyphs }) => glyphs)).toEqual([34]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toEqual(["• speak of it", "and of more"]);
  });

  test("keeps a row under a header that no line sets apart, where its only cell stands under a name that the profile does not know", () => {
    const wide = { ...matrix, columns: [...matrix.columns, { field: "next", headers: ["NEXT"] }, { field: "last", headers: ["LAST"] }] };
    const lastUnder = (lines: readonly string[]): string[] => {
      const page = typed(`
NO    ACTION PLAN         RECOMMENDATION           NEXT      OUTCOMES
${lines.map((line) => " ".repeat(61) + line).join("\n")}`);
      const edges = columnLines([-1, 5, 25, 50, 60, 75], lines.length + 1);
      return textsOf(documentTable([layoutOf({ words: page.words, edges })], wide).strips.flatMap((strip) => strip.cells), "last");
    };
    expect(lastUnder(["• speak", "and more"])).toEqual(["• speak", "and more"]);
    expect(lastUnder(["speak", "and more", "and of", "it until", "it is", "known"])).toEqual(["speak", "and more", "and of", "it until", "it is", "known"]);
    expect(lastUnder(["AND MORE"])).toEqual([]);
  });

  test("has no note in its cells that runs under the names of several columns at the page's end", () => {
    const note = `${first}

* The officials are to read all of this before the next meeting takes place, which is
to be held.`;
    const { strips, homeless } = documentTable([layoutOf(typed(first), 1), layoutOf(typed(note), 2)], matrix);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toEqual(["• study it", "• write it down", "• study it", "• write it down"]);
    expect(homeless.flatMap(({ lines }) => lines.map(textOf))).toEqual([
      "* The officials are to read all of this before the next meeting takes place, which is",
      "to be held.",
    ]);
  });

  describe("with rules around it, or headings over several columns at once", () => {
    const headed = (rows: string): string => `
ITEM  OUTCOMES
NO    ACTION PLAN         RECOMMENDATION
${rows}`;
    const rows = ["2     • study it          • go on", "      • write it down     • go further", "1     • begin             • rest"];
    /** A page of three lines with rules around each of them and between the columns. */
    const ruled = (text: string, page: number): PageLayout => {
      const { words } = typed(text);
      const [, names, body] = [...new Set(words.map(({ baseline }) => baseline))].sort((a, b) => a - b);
      const lines = [names! - 12, names!, body!, body! + 12].map((baseline): Edge => ({ axis: "horizontal", at: baseline - 9, from: 0, to: 50 * CHARACTER }));
      const [from, , , to] = lines.map(({ at }) => at);
      return layoutOf({ words, edges: [...lines, ...columnLines([0, 5, 25, 50], 0).map((line) => ({ ...line, from: from!, to: to! }))] }, page);
    };
    const texts = ({ strips }: Pick<ReturnType<typeof documentTable>, "strips">): string[] => strips.flatMap(({ cells }) => textsOf(cells, "plan"));

    test("has them in no cell, where nothing is ruled", () => {
      const table = documentTable(rows.map((row, i) => layoutOf(typed(headed(row)), i + 1)), matrix);
      expect(texts(table)).toEqual(["• study it", "• write it down", "• begin"]);
      expect([...table.heading, ...table.homeless]).toEqual([]);
    });

    test("has them in no cell within rules", () => {
      const table = documentTable(rows.map((row, i) => ruled(headed(row), i + 1)), matrix);
      expect(texts(table)).toEqual(["• study it", "• write it down", "• begin"]);
      expect(table.headers.map(({ cells }) => cells.map(({ text }) => text))).toEqual(Array(3).fill(["NO", "ACTION PLAN", "RECOMMENDATION", "ITEM", "OUTCOMES"]));
      expect([...table.heading, ...table.homeless]).toEqual([]);
    });

    test("has its rows on a page before its first header, where rules show as many columns", () => {
      const early = ruled(`
3     • begin             • rest
      • begin again
      • end               • end`, 1);
      const table = documentTable([early, ruled(headed(rows[0]!), 2)], matrix);
      expect(texts(table)).toEqual(["• begin", "• begin again", "• end", "• study it"]);
      expect([...table.heading, ...table.homeless]).toEqual([]);
    });

    test("has a row that stands above its first header, and takes it for no heading", () => {
      const table = documentTable([ruled(`
3     • begin again       • rest
NO    ACTION PLAN         RECOMMENDATION
${rows[0]}`, 1)], matrix);
      expect(texts(table)).toEqual(["• begin again", "• study it"]);
      expect(table.headers.map(({ cells }) => cells.length)).toEqual([3]);
      expect([...table.heading, ...table.homeless]).toEqual([]);
    });

    test("has a title within the rules in its title block", () => {
      const table = documentTable([ruled(`
Decisions of all the ministers
NO    ACTION PLAN         RECOMMENDATION
${rows[0]}`, 1)], matrix);
      expect(table.heading.flatMap(({ lines: own }) => own.map(textOf))).toEqual(["Decisions of all the ministers"]);
      expect(texts(table)).toEqual(["• study it"]);
    });
  });

  test("keeps sentences that speak of the columns", () => {
    const page = typed(`${first}
as no by the action plan  a recommendation is
      agreed on so far    that is kept there`);
    const edges = columnLines([-1, 5, 25, 50], 6);
    const { strips, headers } = documentTable([layoutOf({ words: page.words, edges })], matrix);
    expect(headers.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([["NO", "ACTION PLAN", "RECOMMENDATION"]]);
    expect(textsOf(strips.flatMap((strip) => strip.cells), "plan")).toEqual(expect.arrayContaining([expect.stringContaining("the action plan")]));
  });
});
