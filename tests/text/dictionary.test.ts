import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { englishDictionary } from "../../src/dictionaries.js";
import { wordChecker } from "../../src/text/words/affixes.js";

function checker(stems: readonly string[]): (word: string) => boolean {
  return wordChecker({ aff: Buffer.from("SET UTF-8"), dic: Buffer.from([String(stems.length), ...stems, ""].join("\n")) });
}

describe("wordChecker", () => {
  const isWord = checker(["Asia", "adopt/DR", "cafés", "heritage's", "heritage/S", "house"]);

  test("finds the stems, the first and the last as well", () => {
    for (const word of ["Asia", "adopt", "cafés", "heritage", "heritage's", "house"]) expect(isWord(word), word).toBe(true);
  });

  test("does not find what only starts like a stem, or is none", () => {
    for (const word of ["A", "hous", "houses", "heritage'", "heritag", "zebra", "6", ""]) expect(isWord(word), word).toBe(false);
  });

  test("knows nothing where there are no stems", () => {
    expect(checker([])("word")).toBe(false);
  });
});

describe("the English dictionaries", () => {
  const require = createRequire(import.meta.url);
  const filesOf = (name: string): { aff: Buffer; dic: Buffer } => {
    const folder = dirname(require.resolve(name));
    return { aff: readFileSync(join(folder, "index.aff")), dic: readFileSync(join(folder, "index.dic")) };
  };

  test.each(["dictionary-en", "dictionary-en-gb"])("%s has its stems in the order that they are looked for in, and each is found", (name) => {
    const files = filesOf(name);
    const isWord = wordChecker(files);
    const stems = files.dic.toString().trimEnd().split("\n").slice(1);
    const missed = stems.map((line) => line.split("/", 1)[0] ?? "").filter((stem) => !isWord(stem));
    expect(stems.length).toBeGreaterThan(40_000);
    expect(missed).toEqual([]);
  });

  test("know both spellings, what affixes form, and no pieces of words", () => {
    const isWord = englishDictionary();
    for (const word of ["organisation", "organization", "programme", "program", "workshops", "Cooperation"]) expect(isWord(word), word).toBe(true);
    for (const word of ["tion", "ings", "vari", "culturalx"]) expect(isWord(word), word).toBe(false);
  });
});
