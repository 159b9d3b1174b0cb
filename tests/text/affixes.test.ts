import { expect, test } from "vitest";
import { wordChecker } from "../../src/text/words/affixes.js";

const aff = `SET UTF-8
PFX A Y 1
PFX A 0 re .
SFX D Y 3
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX D 0 ed [^ey]
SFX B Y 1
SFX B e able [^aeiou]e
`;
const dic = `5
Sofia
carry/D
create/ADB
naïve/D
play/D
`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const isWord = wordChecker({ aff: bytes(aff), dic: bytes(dic) });

test("a word is a stem, or one with a suffix, a prefix, or both", () => {
  expect(["create", "created", "recreate", "recreated", "creatable", "carried", "naïve", "naïved"].filter((word) => !isWord(word))).toEqual([]);
});

test("a word is none with an affix that its stem does not take, or that its letters do not allow", () => {
  expect(["recarry", "carryed", "carryd", "playied", "playd", "createable", "creat", "reate", "recarried", "5", ""].filter(isWord)).toEqual([]);
});

test("a word may be written with a capital, a name not without", () => {
  expect(["Create", "CREATED", "Sofia"].filter((word) => !isWord(word))).toEqual([]);
  expect(isWord("sofia")).toBe(false);
});
