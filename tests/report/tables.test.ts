import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import type { Table, TablesDocument } from "../../src/model/tables.js";
import { TABLES_FORMATS } from "../../src/report/tables/formats.js";

const bbox: Table["bbox"] = [0, 0, 1, 1];

const PLAIN = { spreadsheetSafe: false };

function cell(row: number, col: number, text: string, rowspan = 1, colspan = 1): Table["cells"][number] {
  return { row, col, rowspan, colspan, text, page: 3, bbox };
}

const table: Table = {
  page: 3,
  pages: [3, 4],
  bbox,
  rows: 3,
  columns: 3,
  headerRows: 2,
  cells: [
    cell(0, 0, "State", 2, 1),
    cell(0, 1, "1997 | *all*", 1, 2),
    cell(1, 1, "Men"),
    cell(1, 2, "Women"),
    cell(2, 0, "<b>Alabama & co</b>"),
    cell(2, 1, "12"),
    cell(2, 2, 'so-called "few", or less'),
  ],
};

const document: TablesDocument = {
  $schema: "",
  schemaVersion: "1.0.0",
  source: { file: "a <b>.pdf", sha256: "0".repeat(64), bytes: 1, pages: 4, producer: null },
  tables: [table, { ...table, pages: [4], cells: [] }],
  diagnostics: [],
};

/** A part of a tree of Markdown or HTML. */
interface Node {
  readonly type?: string;
  readonly value?: string;
  readonly nodeName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
  readonly children?: readonly Node[];
}

function all(node: Node, test: (node: Node) => boolean): Node[] {
  const below = [...(node.children ?? []), ...(node.childNodes ?? [])].flatMap((child) => all(child, test));
  return test(node) ? [node, ...below] : below;
}

function textIn(node: Node): string {
  return all(node, (part) => part.value !== undefined && (part.type === "text" || part.nodeName === "#text"))
    .map((part) => part.value)
    .join("");
}

describe("tables as", () => {
  test("JSON are the document itself", () => {
    expect(JSON.parse(TABLES_FORMATS.json(document))).toEqual(document);
  });

  test("CSV have a text where it starts, quotes where they are needed, and an empty line between two tables", () => {
    const [first] = TABLES_FORMATS.csv(document, PLAIN).split("\r\n\r\n");
    expect(first).toBe('State,1997 | *all*,\r\n,Men,Women\r\n<b>Alabama & co</b>,12,"so-called ""few"", or less"');
  });

  test("CSV of one column have no line that is empty, but that between two tables", () => {
    const one: Table = { ...table, rows: 3, columns: 1, headerRows: 1, cells: [cell(0, 0, "State"), cell(1, 0, ""), cell(2, 0, " Alabama")] };
    expect(TABLES_FORMATS.csv({ ...document, tables: [one, one] }, PLAIN)).toBe('State\r\n""\r\n" Alabama"\r\n\r\nState\r\n""\r\n" Alabama"\r\n');
  });

  test("CSV for a spreadsheet guard what it would take for a formula", () => {
    const one: Table = { ...table, rows: 1, columns: 3, headerRows: 1, cells: [cell(0, 0, "=1+1"), cell(0, 1, "-5"), cell(0, 2, "5")] };
    expect(TABLES_FORMATS.csv({ ...document, tables: [one] }, { spreadsheetSafe: true })).toBe("'=1+1,'-5,5\r\n");
  });

  test("Markdown have one header row with all names over a column", () => {
    const tree = fromMarkdown(TABLES_FORMATS.markdown(document), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
    const [read] = all(tree, (node) => node.type === "table");
    const rows = all(read!, (node) => node.type === "tableRow").map((row) => row.children?.map(textIn));
    expect(rows).toEqual([
      ["State", "1997 | *all* Men", "1997 | *all* Women"],
      ["<b>Alabama & co</b>", "12", 'so-called "few", or less'],
    ]);
    expect(all(tree, (node) => node.type === "heading").map(textIn)).toEqual(["Table 1 (pages 3 to 4)", "Table 2 (page 4)"]);
  });

  test("HTML have cells that span, header cells, and nothing of the text as markup", () => {
    const tree = parse(TABLES_FORMATS.html(document)) as Node;
    const [read] = all(tree, (node) => node.nodeName === "table");
    const rows = all(read!, (node) => node.nodeName === "tr").map((row) =>
      all(row, (node) => node.nodeName === "th" || node.nodeName === "td").map((node) => [
        node.nodeName,
        ...(node.attrs ?? []).map(({ name, value }) => `${name}=${value}`),
        textIn(node),
      ]),
    );
    expect(rows).toEqual([
      [
        ["th", "scope=col", "rowspan=2", "State"],
        ["th", "scope=colgroup", "colspan=2", "1997 | *all*"],
      ],
      [
        ["th", "scope=col", "Men"],
        ["th", "scope=col", "Women"],
      ],
      [
        ["td", "<b>Alabama & co</b>"],
        ["td", "12"],
        ["td", 'so-called "few", or less'],
      ],
    ]);
    expect(textIn(all(tree, (node) => node.nodeName === "title")[0]!)).toBe("Tables of a <b>.pdf");
    expect(all(tree, (node) => node.nodeName === "script" || node.nodeName === "b")).toEqual([]);
  });
});
