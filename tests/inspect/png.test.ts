import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnnexDocument } from "../../src/model/annex.js";
import { annex, fixture, newFolder } from "../support/annex.js";
import { smallAnnex } from "../support/smallAnnex.js";

const HIDER = new URL("../support/hidePackage.js", import.meta.url).href;

const canvas = await import("@napi-rs/canvas").catch(() => undefined);

describe("annex inspect --png", () => {
  test.skipIf(canvas === undefined)("draws each page, its items in the colours of their columns (skipped where the canvas is left out)", async () => {
    const folder = newFolder();
    const pictures = join(folder, "pages");
    expect(await annex(["inspect", fixture("annex-2019.pdf"), "--png", pictures])).toEqual({ code: 0, signal: null, stdout: "", stderr: "" });
    expect(readdirSync(pictures).sort()).toEqual(Array.from({ length: 19 }, (_, i) => `page-${String(i + 1).padStart(2, "0")}.png`));

    const { stdout } = await annex(["extract", fixture("annex-2019.pdf")]);
    const { meetings } = JSON.parse(stdout) as AnnexDocument;
    const { createCanvas, loadImage } = canvas!;
    const picture = await loadImage(readFileSync(join(pictures, "page-01.png")));
    expect([picture.width, picture.height]).toEqual([1684, 1191]);
    const context = createCanvas(picture.width, picture.height).getContext("2d");
    context.drawImage(picture, 0, 0);
    // At two pixels a point.
    const pixels = (x0: number, y0: number, x1: number, y1: number): number[][] => {
      const { data } = context.getImageData(x0 * 2, y0 * 2, (x1 - x0) * 2, (y1 - y0) * 2);
      return Array.from({ length: data.length / 4 }, (_, i) => [...data.subarray(i * 4, i * 4 + 3)]);
    };
    expect(pixels(2, 400, 12, 410).every((pixel) => pixel.every((part) => part === 255))).toBe(true);
    for (const column of ["workshops", "actionPlan", "recommendations"] as const) {
      const [x0, y0, x1, y1] = meetings[0]![column][0]!.spans[0]!.bbox;
      const inside = pixels(x0, y0, x1, y1);
      // Letters, and between them a tint of the column's own.
      expect(inside.filter((pixel) => pixel.every((part) => part < 90)).length).toBeGreaterThan(50);
      expect(inside.filter(([red = 0, green = 0, blue = 0]) => Math.max(red, green, blue) > 200 && Math.max(red, green, blue) - Math.min(red, green, blue) > 10).length).toBeGreaterThan(500);
    }
  });

  test.skipIf(canvas === undefined)("writes HTML as well where -o says", async () => {
    const folder = newFolder();
    writeFileSync(join(folder, "small.pdf"), await smallAnnex());
    expect(await annex(["inspect", "small.pdf", "--png", "pages", "-o", "annex.html"], { cwd: folder })).toMatchObject({ code: 0, stdout: "" });
    expect(readdirSync(join(folder, "pages"))).toEqual(["page-1.png"]);
    expect(existsSync(join(folder, "annex.html"))).toBe(true);
  });

  test("says how to come by the canvas where an install left it out, before it makes a folder", async () => {
    const folder = newFolder();
    const { code, stdout, stderr } = await annex(["inspect", fixture("annex-2016.pdf"), "--png", join(folder, "pages")], {
      node: ["--import", HIDER],
      env: { HIDDEN_PACKAGE: "@napi-rs/canvas" },
    });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr: "annex: --png needs @napi-rs/canvas, left out of this install\nAdd what is missing: npm install @napi-rs/canvas\n",
    });
    expect(existsSync(join(folder, "pages"))).toBe(false);
  });
});
