import { describe, expect, test } from "vitest";
import { withCutLines } from "../../src/layout/cutLines.js";
import type { Glyph } from "../../src/pdf/page.js";
import { textAt } from "../support/glyphs.js";

type Visibility = Glyph["visibility"];

/** "8th CMM" at the end of a sheet, its superscript 4 points above the baseline; `between` the number and the superscript is room. */
function eighth(line: Visibility, superscript: Visibility, { between = 0, size = 6 } = {}): Glyph[] {
  return [
    ...textAt("8", 50, 100, { visibility: line }),
    ...textAt("th", 55 + between, 96, { size, visibility: superscript }),
    ...textAt("CMM", 64 + between, 100, { visibility: line }),
  ];
}

const seen = (glyphs: readonly Glyph[]): string =>
  withCutLines(glyphs)
    .filter(({ visibility }) => visibility === "visible")
    .map(({ text }) => text)
    .join("");

describe("a line that the end of a sheet cuts", () => {
  test("takes its superscript away from the sheet on which it is not seen itself", () => {
    expect(seen(eighth("clipped", "visible"))).toBe("");
  });

  test("has its superscript on the sheet on which it is seen", () => {
    expect(seen(eighth("visible", "clipped"))).toBe("8thCMM");
    expect(seen(eighth("visible", "clipped", { between: 3 }))).toBe("8thCMM");
  });

  test.each<[string, Glyph[], string]>([
    ["text of the line above", [...textAt("8", 50, 100, { visibility: "clipped" }), ...textAt("above", 55, 88)], "above"],
    ["small text further on", eighth("clipped", "visible", { between: 4 }), "th"],
    ["text that is hidden by other means", [...eighth("visible", "unpainted"), ...textAt("cut", 50, 120, { visibility: "clipped" })], "8CMM"],
  ])("has no part in %s", (_, glyphs, visible) => {
    expect(seen(glyphs)).toBe(visible);
  });
});
