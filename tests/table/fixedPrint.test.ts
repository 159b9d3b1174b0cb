import { describe, expect, test } from "vitest";
import type { Edge } from "../../src/layout/edges.js";
import { textOf } from "../../src/layout/lines.js";
import type { PageLayout } from "../../src/layout/pageLayout.js";
import type { Word } from "../../src/layout/word.js";
import { documentTable } from "../../src/table/pages/documentTable.js";
import { PagesReader } from "../../src/table/pages/pagesReader.js";
import { openStrip } from "../../src/table/matrix/strip.js";
import { looksLikeMarker } from "../../src/text/words/markers.js";
import { CHARACTER, layoutOf, typed } from "../support/typed.js";

const columns = ["NO", "ACTION PLAN", "RECOMMENDATION"].map((name) => ({ field: name, headers: [name] }));

interface Read {
  readonly furniture: readonly string[];
  readonly rows: string;
}

function readerOf(pages: readonly PageLayout[]): PagesReader {
  const reader = new PagesReader({ columns, isMarker: looksLikeMarker });
  for (const page of pages) reader.add(page);
  return reader;
}

function read(pages: readonly PageLayout[]): Read {
  const { strips, furniture } = documentTable(readerOf(pages).pages());
  const texts = strips.map(openStrip).flatMap(({ cells }) => cells.flatMap(({ lines }) => lines.map(textOf)));
  return { furniture: furniture.flatMap(({ page, lines }) => lines.map((line) => `${page} ${textOf(line)}`)), rows: texts.join(" | ") };
}

const verbs = ["study", "write", "speak", "count"];
const body = (i: number, key = ""): string => `
NO    ACTION PLAN         RECOMMENDATION
${(key || String(9 - i)).padEnd(6)}• ${verbs[i]} ${verbs[i]}er      • go ${verbs[i]} on
      • ${verbs[i]}${i}            • go ${verbs[i]}ing ${verbs[i]}s
      ${verbs[i]}er ${verbs[i]}        ${verbs[i]}ings
      ${verbs[i]}ing all       ${verbs[i]}ing ${verbs[i]} ${verbs[i]}`;

/** The words of a typed text moved down. */
function lowered(text: string, points: number): Word[] {
  return typed(text).words.map((word) => ({ ...word, baseline: word.baseline + points, box: { ...word.box, y0: word.box.y0 + points, y1: word.box.y1 + points } }));
}

describe("what is printed on most pages at the same place", () => {
  test("is furniture where it lies over cells, and on each page with the number it has there", () => {
    const stamp = (i: number): Word[] => lowered(`\n\n         Draft ${i + 1} of ours`, 5);
    const pages = verbs.map((_, i) => layoutOf({ words: [...typed(body(i)).words, ...stamp(i)], edges: [] }, i + 1));
    const { furniture, rows } = read(pages);
    expect(furniture).toEqual(["1 Draft 1 of ours", "2 Draft 2 of ours", "3 Draft 3 of ours", "4 Draft 4 of ours"]);
    expect(rows).toBe(read(verbs.map((_, i) => layoutOf(typed(body(i)), i + 1))).rows);
  });

  test("is furniture where the rows reach it", () => {
    const pages = verbs.map((_, i) => layoutOf(typed(`${body(i)}\n      ACME matrix         Page ${i + 1} of 4`), i + 1));
    expect(read(pages).furniture).toEqual([1, 2, 3, 4].map((page) => `${page} ACME matrix Page ${page} of 4`));
  });

  test("is furniture where the rows reach it, however short, if it is clear of them on one page", () => {
    const rest = (i: number): string => (i === 3 ? "\n\n" : `\n      • ${verbs[i]} also\n      and ${verbs[i]}`);
    const pages = verbs.map((_, i) => layoutOf(typed(`${body(i)}${rest(i)}\n                      ${i + 1}`), i + 1));
    expect(read(pages).furniture).toEqual(["1 1", "2 2", "3 3", "4 4"]);
  });

  test("is furniture below a table that ends early, too", () => {
    const foot = `\n${" ".repeat(26)}to be continued`;
    const pages = verbs.map((_, i) => layoutOf(typed(`${body(i).split("\n").slice(0, i === 3 ? 4 : 6).join("\n")}${foot}`), i + 1));
    expect(read(pages).furniture).toEqual([1, 2, 3, 4].map((page) => `${page} to be continued`));
  });

  test("is furniture where it stands beside the table, but not in the title above the first header", () => {
    const top = 26;
    const vertical = [-1, 5, 25, 60].map((column): Edge => ({ axis: "vertical", at: column * CHARACTER, from: top, to: 110 }));
    const horizontal = [top, 110].map((at): Edge => ({ axis: "horizontal", at, from: -CHARACTER, to: 60 * CHARACTER }));
    const beside = lowered("The ministers".padStart(90), 40);
    const pages = verbs.map((_, i) => layoutOf({ words: [...typed(`${i === 0 ? "The ministers" : `Rest ${verbs[i]}`}\n${body(i)}`).words, ...beside], edges: [...vertical, ...horizontal] }, i + 1));
    const reader = readerOf(pages);
    const { furniture, heading, homeless } = documentTable(reader.pages());
    expect(furniture.flatMap(({ lines }) => lines.map(textOf))).toEqual(Array(4).fill("The ministers"));
    expect([...heading, ...homeless].flatMap(({ lines }) => lines.map(textOf))).toEqual(["The ministers"]);
  });

  test("stays where it is the key of a row that goes on, or a bullet", () => {
    const { furniture, rows } = read(verbs.map((_, i) => layoutOf(typed(body(i, "ASEM")), i + 1)));
    expect(furniture).toEqual([]);
    expect(rows.match(/ASEM/gu)).toHaveLength(4);
    expect(rows.match(/•/gu)).toHaveLength(16);
  });
});

test("a watermark that lies over print on one page is none of the text of another, where it lies over nothing", () => {
  const [draft] = lowered("\n\n\n\n\n\n\n\n          DRAFT", 0).map((word) => ({ ...word, size: 60 }));
  const watermarks = [{ box: draft!.box, size: 60 }];
  const pages = [{ ...layoutOf(typed(body(0)), 1), watermarks }, layoutOf({ words: [...typed(body(1)).words, draft!], edges: [] }, 2)];
  const { furniture, rows } = read(pages);
  expect(furniture).toEqual(["2 DRAFT"]);
  expect(rows).toBe(read([0, 1].map((i) => layoutOf(typed(body(i)), i + 1))).rows);
});
