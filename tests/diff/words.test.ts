import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comparable } from "../../src/diff/text.js";
import { compareWords } from "../../src/diff/words.js";

const marked = (before: string, after: string): string =>
  compareWords(before, after)
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join("");

describe("compareWords", () => {
  test("shows the changed word alone", () => {
    expect(marked("the creative economy of cities", "the digital economy of cities")).toBe("the[- creative-]{+ digital+} economy of cities");
  });

  test("keeps a word with its hyphens, dots and apostrophes whole", () => {
    expect(marked("on culture360.ASEF.org by co-creation", "on culture360.asef.org by co-creation")).toBe(
      "on[- culture360.ASEF.org-]{+ culture360.asef.org+} by co-creation",
    );
  });

  test("separates the signs from the words", () => {
    expect(marked("cultural goods", "cultural goods.")).toBe("cultural goods{+.+}");
  });

  test("shows nothing in the place of a word that is gone", () => {
    expect(marked("cultural goods.", "cultural goods")).toBe("cultural goods[-.-]");
  });

  test("reads a changed head without a space before it", () => {
    expect(marked("Research on heritage", "Studies on heritage")).toBe("[-Research-]{+Studies+} on heritage");
  });

  test("takes a lone short word between two rewritten stretches into them", () => {
    expect(marked("improve shared values of young people here", "deepen mutual respect of older generations here")).toBe(
      "[-improve shared values of young people-]{+deepen mutual respect of older generations+} here",
    );
  });

  test.each([
    ["a short word between single words", "values of people", "ideas of artists", "[-values-]{+ideas+} of[- people-]{+ artists+}"],
    ["a longer word", "shared values with young people", "mutual respect with older generations", "[-shared values-]{+mutual respect+} with[- young people-]{+ older generations+}"],
    ["two short words", "shared values of the young people", "mutual respect of the older generations", "[-shared values-]{+mutual respect+} of the[- young people-]{+ older generations+}"],
    ["a short word behind one that is only added", "values of young people", "values set and shared of older generations", "values{+ set and shared+} of[- young people-]{+ older generations+}"],
  ])("keeps %s", (_, before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  test("sees no layout", () => {
    expect(marked("the  3rd\nmeeting", "the 3rd meeting ")).toBe("the 3rd meeting");
  });

  test("holds both texts", () => {
    const text = fc.array(fc.constantFrom("a", "of", "b,", "word", "(x", "\n", "é"), { maxLength: 12 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = compareWords(before, after);
        expect(runs.filter(({ text: shown }) => shown === "")).toEqual([]);
        const without = (kind: string): string => runs.filter((run) => run.kind !== kind).map((run) => run.text).join("");
        expect(without("added").trim()).toBe(comparable(before));
        expect(without("removed").trim()).toBe(comparable(after));
      }),
    );
  });
});
