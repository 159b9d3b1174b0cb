import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { parse, parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { diffDocuments } from "../../src/diff/diff.js";
import type { AnnexDiff } from "../../src/diff/model.js";
import { diffJsonSchema } from "../../src/diff/schema.js";
import { reportDiff, type DiffFormat } from "../../src/report/diff/formats.js";
import { PLAIN, type Style } from "../../src/report/style.js";
import { complete, gold, plainGold } from "../support/gold.js";
import { flatten, textOf } from "../support/markdown.js";

const NASTY = "@octocat <script>alert('1')</script> | *b* _i_ `c` [x](http://evil.example) #12 & ~~s~~ www.example.org <!-- \\ $a$";

function nastyDiff(): AnnexDiff {
  const [older, newer] = [plainGold(2019), plainGold(2019)];
  const [first] = newer.meetings;
  first?.workshops.push({ marker: "bullet", text: NASTY, children: [{ marker: "dash", text: `child ${NASTY}` }] });
  if (first !== undefined) first.theme = `${first.theme} ${NASTY}`;
  newer.meetings.push({ ...structuredClone(plainGold(2016).meetings[0] ?? raise()), number: 20, start: null, theme: NASTY, city: null, label: "X" });
  const [second] = newer.meetings.slice(1);
  second?.followUp.push(...(second.recommendations.splice(1, 1)));
  const [reworded] = second?.actionPlan ?? [];
  if (reworded !== undefined) reworded.text = reworded.text.replace("institutional capacity", "<capacity> of institutions");
  newer.meetings[2]?.followUp.shift();
  return diffDocuments(complete(older, "old & <b>.pdf"), complete(newer, "new.pdf"));
}

function raise(): never {
  throw new Error("the gold has no meeting");
}

const report = (diff: AnnexDiff, format: DiffFormat, width = 100, style: Style = PLAIN, withIds = false): string =>
  reportDiff(diff, format, { withIds, terminal: { style, width } });

describe("json", () => {
  test("the committed schema is made from the model", async () => {
    await expect(`${JSON.stringify(diffJsonSchema(), undefined, 2)}\n`).toMatchFileSnapshot("../../schema/diff-1.schema.json");
  });

  test.each([true, false])("fits the schema (with ids: %s)", (withIds) => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(diffJsonSchema());
    for (const diff of [nastyDiff(), diffDocuments(gold(2016), gold(2019)), diffDocuments(gold(2019), gold(2016))]) {
      const data: unknown = JSON.parse(report(diff, "json", 100, PLAIN, withIds));
      validate(data);
      expect(validate.errors).toBeNull();
    }
  });

  test("a report with a change of unknown kind does not fit the schema", () => {
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    const data = JSON.parse(report(nastyDiff(), "json")) as { changes: { kind: string }[] };
    data.changes.push({ kind: "renamed" });
    expect(ajv.compile(diffJsonSchema())(data)).toBe(false);
  });
});

describe("text", () => {
  test("no line is longer than the terminal is wide, but for a long word", () => {
    for (const width of [40, 60, 100]) {
      const lines = report(nastyDiff(), "text", width).split("\n");
      expect(lines.filter((line) => [...line].length > width && line.trim().includes(" "))).toEqual([]);
    }
  });

  test("says with signs what colour would say", () => {
    expect(report(nastyDiff(), "text", 400)).toContain(
      "strengthen the [-institutional capacity-] {+<capacity> of institutions+} for the same",
    );
  });

  test("marks the words where there is colour, and not the space before them", () => {
    const marks: Style = { ...PLAIN, hasColour: true, added: (text) => `<a>${text}</a>`, removed: (text) => `<r>${text}</r>` };
    expect(report(nastyDiff(), "text", 400, marks)).toContain("the <r>institutional capacity</r> <a><capacity> of institutions</a> for the same");
  });

  test("does not let a text steer the terminal", () => {
    const newer = plainGold(2019);
    newer.meetings[0]?.workshops.push({ marker: "bullet", text: "red \u001B[31malert\u0007 and \u202Eback" });
    const text = report(diffDocuments(gold(2019), complete(newer)), "text");
    expect(text).toContain("red \uFFFD[31malert\uFFFD and \uFFFDback");
  });

  test("ends with the counts", () => {
    expect(report(diffDocuments(gold(2019), gold(2019)), "text")).toBe(
      "annex-2019.pdf → annex-2019.pdf\n\nno difference; 205 items unchanged\n",
    );
  });

  test("tells the new id of each old item", () => {
    const text = report(diffDocuments(gold(2019), gold(2016)), "text", 100, PLAIN, true);
    expect(text).toContain("\n  cmm8/workshops/1 → (gone)\n");
    expect(text).toContain("\n  cmm7/workshops/1 → cmm7/workshops/1\n");
  });
});

describe("markdown", () => {
  const source = report(nastyDiff(), "markdown", 100, PLAIN, true);
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const nodes = flatten(tree);

  test("shows every text as it is", () => {
    const texts = nodes.filter((node) => node.type === "paragraph").map(textOf);
    expect(texts.filter((text) => text.includes(NASTY)).length).toBeGreaterThanOrEqual(4);
  });

  test("makes no link, code, image or emphasis of a text", () => {
    const kinds = new Set(nodes.map((node) => node.type));
    for (const kind of ["link", "linkReference", "definition", "image", "inlineCode", "code", "delete", "emphasis"]) expect(kinds).not.toContain(kind);
  });

  test("has no HTML but its own", () => {
    const html = nodes.filter((node) => node.type === "html").map((node) => node.value ?? "");
    expect(new Set(html)).toEqual(
      new Set(["<ins>", "</ins>", "<del>", "</del>", "<!-- -->", "<details><summary>Ids</summary>", "</details>"]),
    );
  });

  test("calls no user and no issue", () => {
    expect(source).not.toMatch(/@octocat/);
    expect(source).not.toMatch(/#12/);
  });

  test("keeps the ids in a table", () => {
    const rows = nodes.filter((node) => node.type === "tableRow").map((row) => (row.children ?? []).map(textOf));
    expect(rows[0]).toEqual(["Old id", "New id"]);
    expect(rows).toHaveLength(206);
  });

  test("fits a comment, and says what it leaves out", () => {
    const [older, newer] = [plainGold(2019), plainGold(2019)];
    older.meetings[0]?.workshops.splice(0);
    for (let copy = 0; copy < 1000; copy += 1) {
      newer.meetings[0]?.workshops.push({ marker: "bullet", text: `A decision that is number ${copy} of very many: ${"heritage ".repeat(9)}` });
    }
    const long = report(diffDocuments(complete(older), complete(newer)), "markdown");
    expect(long.length).toBeLessThan(65_536);
    const shown = long.match(/^- \*\*/gmu)?.length ?? 0;
    expect(long).toContain(`*${1003 - shown} more changes left out`);
  });
});

describe("html", () => {
  const page = report(nastyDiff(), "html", 100, PLAIN, true);

  test("is a page without an error", () => {
    const errors: string[] = [];
    parse(page, { onParseError: (error) => errors.push(error.code) });
    expect(errors).toEqual([]);
  });

  test("loads nothing and runs nothing", () => {
    expect(page).not.toMatch(/<(script|link|img|iframe|a)\b/i);
    expect(page).not.toMatch(/\b(src|href|on\w+)=|url\(|@import/i);
  });

  test("shows both sides, escaped, with their pages", () => {
    const rows = elements(parse(page)).filter((element) => element.tagName === "tr").map(cellsOf);
    expect(rows).toContainEqual([
      "changed",
      expect.stringContaining("strengthen the institutional capacity for the same"),
      expect.stringContaining("strengthen the <capacity> of institutions for the same"),
    ]);
    expect(rows).toContainEqual(["added", "", expect.stringContaining(NASTY)]);
    expect(rows).toContainEqual(["moved", expect.stringMatching(/cmm7\/recommendations\/2, p\. 3/), expect.stringMatching(/cmm7\/followUp\/9, p\. 3/)]);
  });

  test("can be heard: a language, one main heading, headers that say what they head", () => {
    const all = elements(parse(page));
    expect(all.filter((element) => element.tagName === "h1")).toHaveLength(1);
    expect(all.find((element) => element.tagName === "html")?.attrs).toContainEqual({ name: "lang", value: "en" });
    const headers = all.filter((element) => element.tagName === "th");
    expect(headers.filter((header) => !header.attrs.some((attribute) => attribute.name === "scope"))).toEqual([]);
  });

  test("changes no text on the way", () => {
    const fragment = parseFragment(page.slice(page.indexOf("<header>"), page.indexOf("</main>")));
    expect(textIn(fragment)).toContain(`old & <b>.pdf → new.pdf`);
  });
});

type HtmlNode = DefaultTreeAdapterTypes.Node;

function elements(node: HtmlNode): DefaultTreeAdapterTypes.Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elements) : [];
  return "tagName" in node ? [node, ...children] : children;
}

function cellsOf(row: DefaultTreeAdapterTypes.Element): string[] {
  return row.childNodes.filter((child) => "tagName" in child).map(textIn);
}

function textIn(node: HtmlNode): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}
