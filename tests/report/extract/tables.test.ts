import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { PhrasingContent, Table } from "mdast";
import { type DefaultTreeAdapterTypes as Dom, parse, parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { type AnnexDocument, ITEM_COLUMNS, type Item } from "../../../src/model/annex.js";
import { documentToHtml } from "../../../src/report/extract/html.js";
import { documentToMarkdown } from "../../../src/report/extract/markdown.js";
import { DOCUMENTS, NASTY, nasty } from "./documents.js";

/** An item as a reader of the page sees it. */
interface SeenItem {
  number?: number;
  text: string;
  children: SeenItem[];
}

const isElement = (node: Dom.Node, name: string): node is Dom.Element => node.nodeName === name;
const childrenOf = (node: Dom.Node): Dom.ChildNode[] => ("childNodes" in node ? node.childNodes : []);
const below = (node: Dom.Node, name: string): Dom.Element[] =>
  childrenOf(node).flatMap((child) => [...(isElement(child, name) ? [child] : []), ...below(child, name)]);

/** Markdown keeps a text on one line, and marks references by comments that nobody sees. */
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

function textOf(node: Dom.Node): string {
  if (isElement(node, "br")) return "\n";
  if (node.nodeName === "#text") return (node).value;
  if (/^[uo]l$/u.test(node.nodeName)) return "";
  return childrenOf(node).map(textOf).join("");
}

function seenItems(cell: Dom.Node): SeenItem[] {
  return childrenOf(cell)
    .filter((list) => isElement(list, "ul") || isElement(list, "ol"))
    .flatMap(childrenOf)
    .filter((node) => isElement(node, "li"))
    .map((item) => {
      const value = item.attrs.find(({ name }) => name === "value")?.value;
      return { ...(value === undefined ? {} : { number: Number(value) }), text: oneLine(textOf(item)), children: seenItems(item) };
    });
}

const asSeen = ({ number, text, children = [] }: Item): SeenItem => ({
  ...(number === undefined ? {} : { number }),
  text: oneLine(text),
  children: children.map(asSeen),
});

const rowsIn = ({ meetings }: AnnexDocument): SeenItem[][][] => meetings.map((meeting) => ITEM_COLUMNS.map((column) => meeting[column].map(asSeen)));

/** What GitHub makes of a cell: its HTML as it is, and text escaped. */
function cellToHtml(content: readonly PhrasingContent[]): string {
  return content
    .map((node) => {
      if (node.type === "html") return node.value;
      if (node.type === "text") return node.value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      if (node.type === "strong") return `<strong>${cellToHtml(node.children)}</strong>`;
      throw new Error(`unexpected ${node.type}`);
    })
    .join("");
}

function markdownTable(document: AnnexDocument): Table {
  const tree = fromMarkdown(documentToMarkdown(document), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const table = tree.children.at(-1);
  expect(tree.children.map(({ type }) => type)).toEqual(["heading", "paragraph", "table"]);
  if (table?.type !== "table") throw new Error("no table at the end");
  return table;
}

describe.each(DOCUMENTS)("%s", (_, document) => {
  test("is a table in Markdown, its lists nested in the cells", () => {
    const [header, ...rows] = markdownTable(document).children;
    expect(header?.children).toHaveLength(5);
    const cells = rows.map((row) => row.children.slice(1).map((cell) => seenItems(parseFragment(cellToHtml(cell.children)))));
    expect(cells).toEqual(rowsIn(document));
  });

  test("is a table in HTML, its lists nested in the cells", () => {
    const page = parse(documentToHtml(document), { onParseError: ({ code }) => expect.unreachable(code) });
    const rows = below(below(page, "tbody")[0]!, "tr");
    expect(rows.map((row) => below(row, "td").map(seenItems))).toEqual(rowsIn(document));
  });

  test("has each meeting at the head of its row", () => {
    const page = parse(documentToHtml(document));
    const heads = below(below(page, "tbody")[0]!, "th").map((cell) => oneLine(textOf(cell)));
    for (const [i, { theme, dateText }] of document.meetings.entries()) {
      expect(heads[i]).toContain(oneLine(theme));
      expect(heads[i]).toContain(dateText ?? "");
    }
  });
});

test("what the PDF says is text on the page and nothing else", () => {
  const page = parse(documentToHtml(nasty()));
  for (const name of ["script", "a", "img", "iframe"]) expect(below(page, name)).toEqual([]);
  expect(textOf(below(page, "h1")[0]!)).toBe(`# ${NASTY}`);
});

test("the page has a title, a language, and loads nothing", () => {
  const html = documentToHtml(nasty());
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/\b(?:src|href)=/u);
});
