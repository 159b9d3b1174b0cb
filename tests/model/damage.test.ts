import { describe, expect, test } from "vitest";
import { type Damage, damageBy, describeDamage } from "../../src/model/damage.js";

describe("damage", () => {
  test.each<[Damage, string]>([
    [{ code: "library", words: "Bad XRef entry" }, "Bad XRef entry"],
    [{ code: "no-pages" }, "it has no pages"],
    [{ code: "pages-not-found", count: 2 }, "pages of its page tree that were not found: 2"],
    [{ code: "content-missing" }, "its content is not there"],
    [{ code: "content-undecodable", filter: "LZWDecode" }, "its content is not what LZWDecode can read"],
    [{ code: "content-ends-early" }, "its content ends early"],
    [{ code: "nothing-drawn" }, "nothing is on it, and the PDF is damaged"],
    [{ code: "font-unreadable" }, "a font on it cannot be read"],
    [{ code: "text-in-pattern" }, "text in a pattern that fills an area"],
    [{ code: "image-ends-early" }, "an image on it ends early"],
    [{ code: "image-undecodable" }, "an image on it cannot be decoded"],
    [{ code: "images-given-up" }, "an image on it is too large, or cannot be decoded"],
  ])("%o is put into words", (damage, words) => {
    expect(describeDamage(damage)).toBe(words);
  });

  test.each([
    [new Error("Invalid stream"), "Invalid stream"],
    [new Error(""), "unknown"],
    ["torn", "unknown"],
  ])("that an error tells of keeps its words: %o", (error, words) => {
    expect(damageBy(error)).toEqual({ code: "library", words });
  });
});
