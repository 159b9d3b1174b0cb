import axe from "axe-core";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type Page, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { annex, fixture } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

const CHROMIUM = "/usr/bin/chromium";

/** What went wrong in the browser, and what it asked for. */
interface Noise {
  readonly messages: string[];
  readonly requests: string[];
}

describe.skipIf(!existsSync(CHROMIUM))("the page of inspect, in Chromium (skipped where there is no /usr/bin/chromium)", () => {
  const folder = mkdtempSync(join(tmpdir(), "annex-inspect-"));
  const url = pathToFileURL(join(folder, "report.html")).href;
  let browser: Browser;

  beforeAll(async () => {
    const { code, stderr } = await annex(["inspect", fixture("annex-2019.pdf"), "-o", join(folder, "report.html"), "--quiet"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open({ width = 1280, hash = "", address = url } = {}): Promise<{ page: Page; noise: Noise }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    onTestFinished(() => page.close());
    const noise: Noise = { messages: [], requests: [] };
    page.on("console", (message) => noise.messages.push(message.text()));
    page.on("pageerror", (error) => noise.messages.push(error.message));
    page.on("request", (request) => noise.requests.push(request.url()));
    await page.goto(address + hash);
    return { page, noise };
  }

  const chosen = (page: Page): Promise<string | null> => page.locator(".entry[aria-current]").getAttribute("data-entry");

  test("opens from the disk, asks for nothing else and logs nothing", async () => {
    const { page, noise } = await open();
    expect(await page.locator("figure").count()).toBe(19);
    expect(await page.locator("#records [data-entry]").count()).toBe(205);
    expect(noise).toEqual({ messages: [], requests: [url] });
  });

  test("draws text that can be selected, word by word", async () => {
    const { page } = await open();
    const text = await page.locator("#page-1 .text").textContent();
    expect(text).toContain("Strengthening cultural and");
    expect(text).toContain("Develop concrete programmes");
  });

  test("goes from a clicked place to its record and from a clicked record to its place", async () => {
    const { page } = await open();
    const { x, y, width, height } = (await page.locator('path[data-mark="cmm8/recommendations/3"]').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await chosen(page)).toBe("cmm8/recommendations/3");
    await page.locator('[data-entry="cmm1/recommendations/1"]').click();
    expect(await chosen(page)).toBe("cmm1/recommendations/1");
    const place = page.locator('path[data-mark="cmm1/recommendations/1"]').first();
    expect(await place.getAttribute("class")).toContain("chosen");
    const { y: top } = (await place.boundingBox())!;
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(800);
  });

  test("is led by the keys alone: down the records, to the place, on to the next one, back", async () => {
    const { page } = await open({ hash: "#cmm8%2Frecommendations%2F3" });
    const focus = page.locator(":focus");
    await page.locator('[data-entry="cmm8/recommendations/3"]').focus();
    await page.keyboard.press("ArrowDown");
    expect(await chosen(page)).toBe("cmm8/recommendations/4");
    await page.keyboard.press("Enter");
    expect(await focus.getAttribute("data-mark")).toBe("cmm8/recommendations/4");
    await page.keyboard.press("ArrowUp");
    expect(await focus.getAttribute("data-mark")).toBe("cmm8/recommendations/3");
    await page.keyboard.press("Escape");
    expect(await focus.getAttribute("data-entry")).toBe("cmm8/recommendations/3");
  });

  test("finds records by their text and goes to the first of them", async () => {
    const { page } = await open();
    await page.keyboard.press("/");
    await page.keyboard.type("SOCIAL IMPACT");
    expect(await page.locator("#hits").textContent()).toBe("1 record, 0 findings");
    await page.keyboard.press("Enter");
    expect(await chosen(page)).toBe("cmm8/recommendations/3");
    expect(await page.locator("#records .entry:visible").count()).toBe(1);
  });

  test("switches each layer", async () => {
    const { page } = await open();
    for (const name of ["items", "cells", "columns", "rows", "lines", "words", "glyphs", "findings"]) {
      const layer = page.locator(`#page-1 .layer-${name}`);
      const before = await layer.isVisible();
      await page.locator(`#show-${name}`).click();
      expect(await layer.isVisible(), name).toBe(!before);
    }
  });

  test("lists every finding, marked in place", async () => {
    const { page } = await open();
    await page.getByRole("tab", { name: /Findings/u }).click();
    const placed = page.locator("#findings .entry small", { hasText: /^p\. / });
    expect(await placed.count()).toBeGreaterThan(0);
    await placed.first().click();
    const key = await chosen(page);
    expect(await page.locator(`[data-mark="${key}"]`).getAttribute("class")).toContain("chosen");
  });

  test.each([1280, 400])("has no serious fault for those who do not see or use a mouse, at %i pixels", async (width) => {
    // A short annex has all kinds of elements that a long one has, and axe looks at each of them.
    const [pdf, report] = [join(folder, `short-${width}.pdf`), join(folder, `short-${width}.html`)];
    writeFileSync(pdf, await smallAnnex({ meetings: 2 }));
    await annex(["inspect", pdf, "-o", report, "--quiet"]);
    const { page } = await open({ width, address: pathToFileURL(report).href });
    for (const entries of ["records", "findings"]) expect(await page.locator(`#${entries} [data-entry]`).count(), entries).toBeGreaterThan(1);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const tab of ["records", "findings", "ledger"]) {
        await page.locator(`#tab-${tab}`).click();
        expect(await seriousFaults(page), `${colorScheme} ${tab}`).toEqual([]);
      }
    }
  }, 300_000);
});

/** The page's own policy keeps other scripts out: axe comes through the debugger. */
async function seriousFaults(page: Page): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe.source });
  const { result } = await session.send("Runtime.evaluate", {
    expression: `axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes[0].html))`,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value;
}
