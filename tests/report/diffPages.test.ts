import axe from "axe-core";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnnexDocument } from "../../src/model/annex.js";
import { annex } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

const CHROMIUM = "/usr/bin/chromium";
const NASTY = `n&ew "<b>.pdf`;

type Element = DefaultTreeAdapterTypes.Element;

const folder = mkdtempSync(join(tmpdir(), "annex-diff-pages-"));
let page: string;

beforeAll(async () => {
  // A meeting is put in before the others, and the action of each of these is reworded.
  writeFileSync(join(folder, "old.pdf"), await smallAnnex({ meetings: 3 }));
  writeFileSync(join(folder, NASTY), await smallAnnex({ meetings: 4, action: "Study it <very> well" }));
  for (const [from, to] of [["old.pdf", "old.json"], [NASTY, "new.json"]] as const) await annex(["extract", from, "-o", to], { cwd: folder });
  page = await pageOf("old.pdf", NASTY);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function pageOf(from: string, to: string): Promise<string> {
  const { code, stderr } = await annex(["diff", from, to, "--format", "html", "-o", "diff.html"], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  return readFileSync(join(folder, "diff.html"), "utf8");
}

function elements(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elements) : [];
  return "tagName" in node ? [node, ...children] : children;
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;
const withClass = (list: readonly Element[], name: string): Element[] => list.filter((element) => attribute(element, "class")?.split(" ").includes(name));

describe("the pages of a diff", () => {
  test("stand side by side where they show the same items, each once", () => {
    const pairs = withClass(elements(parse(page)), "pair").map((pair) => elements(pair).filter(({ tagName }) => tagName === "figure").map((figure) => attribute(figure, "id")));
    expect(pairs).toEqual([["new-1"], ["old-1", "new-2"], ["old-2", "new-3"], ["old-3", "new-4"]]);
  });

  test("mark each changed item in its place on both sides", () => {
    const document = JSON.parse(readFileSync(join(folder, "new.json"), "utf8")) as AnnexDocument;
    const [x0, y0, x1, y1] = document.meetings[1]!.actionPlan[0]!.spans[0]!.bbox;
    const all = elements(parse(page));
    for (const id of ["old-1", "new-2"]) {
      const marks = withClass(elements(all.find((element) => attribute(element, "id") === id)!), "mark");
      expect(marks).toHaveLength(1);
      const [frame] = elements(marks[0]!).filter(({ tagName }) => tagName === "path");
      const numbers = attribute(frame!, "d")!.match(/[\d.]+/gu)!.map(Number);
      expect(numbers[0]).toBeCloseTo(x0 - 1.5, 0);
      expect(numbers[1]).toBeCloseTo(y0 - 1.5, 0);
      if (id === "new-2") {
        expect(numbers[2]).toBeCloseTo(x1 + 1.5, 0);
        expect(numbers[3]).toBeCloseTo(y1 + 1.5, 0);
      }
    }
  });

  test("mark all items of a meeting that came", () => {
    const all = elements(parse(page));
    const marks = withClass(elements(all.find((element) => attribute(element, "id") === "new-1")!), "mark");
    expect(marks.map((mark) => attribute(mark, "class"))).toEqual(Array.from({ length: 5 }, () => "mark added"));
  });

  test("lead from mark to change and from change to page", () => {
    const all = elements(parse(page));
    const ids = new Set(all.map((element) => attribute(element, "id")));
    const links = all.filter(({ tagName }) => tagName === "a").map((link) => attribute(link, "href") ?? "");
    expect(links.length).toBeGreaterThan(12);
    expect(links.filter((link) => !link.startsWith("#") || !ids.has(link.slice(1)))).toEqual([]);
  });

  test("are a page without an error that loads and runs nothing, whatever a PDF or its name says", () => {
    const errors: string[] = [];
    parse(page, { onParseError: (error) => errors.push(error.code) });
    expect(errors).toEqual([]);
    expect(page).not.toMatch(/<(?:script|link|img|iframe|b|very)\b/iu);
    expect(page).not.toMatch(/\b(?:src|on\w+)=|url\(|@import/iu);
  });

  test("are those of the PDFs that are given: none for JSON", async () => {
    const half = elements(parse(await pageOf("old.json", NASTY))).filter(({ tagName }) => tagName === "figure");
    expect(half.map((figure) => attribute(figure, "id"))).toEqual(["new-1", "new-2", "new-3", "new-4"]);
    expect(await pageOf("old.json", "new.json")).not.toMatch(/<(?:figure|a)\b/u);
  });
});

describe.skipIf(!existsSync(CHROMIUM))("the page of a diff, in Chromium (skipped where there is no /usr/bin/chromium)", () => {
  test.each([
    { width: 1280, colorScheme: "light" },
    { width: 400, colorScheme: "dark" },
  ] as const)("asks for nothing, fits $width pixels and has no serious fault for anyone, $colorScheme", async ({ width, colorScheme }) => {
    const path = join(folder, "shown.html");
    writeFileSync(path, page);
    const url = pathToFileURL(path).href;
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    try {
      const shown = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const noise: string[] = [];
      shown.on("console", (message) => noise.push(message.text()));
      shown.on("request", (request) => noise.push(request.url()));
      await shown.goto(url);
      expect(noise.filter((line) => line !== url && !line.startsWith("data:"))).toEqual([]);
      expect(await shown.evaluate("document.documentElement.scrollWidth")).toBe(width);

      await shown.locator("#new-2 .mark").click();
      expect(await shown.evaluate("location.hash")).toMatch(/^#change-\d+$/u);

      const session = await shown.context().newCDPSession(shown);
      await session.send("Runtime.evaluate", { expression: axe.source });
      const expression = `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => id + ": " + nodes[0].html))`;
      const { result } = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
      expect(result.value).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
