import { describe, expect, test } from "vitest";
import { linesOf, textOf } from "../../src/layout/lines.js";
import { flowOf } from "../../src/text/flow/flowLine.js";
import { styleOf } from "../../src/text/flow/flowStyle.js";
import { itemsOf } from "../../src/text/items/items.js";
import type { RawItem } from "../../src/text/items/rawItem.js";
import type { SetLine } from "../support/cells.js";
import { outline as setOutline, sentences } from "../support/outlines.js";
import { typed } from "../support/typed.js";

/** An item as "kind text", those under it behind it in an array. */
type Outline = string | [string, Outline[]];

/** The items of one typed cell. */
function outline(cell: string): Outline[] {
  const flow = flowOf([{ page: 1, field: "plan", lines: linesOf(typed(cell).words), left: 0, right: 300, rules: [] }]);
  return itemsOf(flow, styleOf([flow]), () => true).items.map(outlineOf);
}

function outlineOf({ kind, paragraphs, children }: RawItem): Outline {
  const text = `${kind} ${paragraphs.map((lines) => lines.map(({ line }) => textOf(line)).join(" ")).join(" | ")}`;
  return children.length === 0 ? text : [text, children.map(outlineOf)];
}

describe("a list under the text of an item", () => {
  test("starts behind a colon", () => {
    expect(outline(`
•   Study these:
    -   one of them and what
        is more
    -   the other`)).toEqual([["bullet • Study these:", ["dash - one of them and what is more", "dash - the other"]]]);
  });

  test("is known by its next letter", () => {
    expect(outline(`
•   Study all of the things
    a) one
    b) another
•   Rest`)).toEqual([["bullet • Study all of the things", ["letter a) one", "letter b) another"]], "bullet • Rest"]);
  });

  test("is none where a line of a sentence starts with a number", () => {
    expect(outline(`
•   Study what the year of
    2018. taught us and more
•   Rest`)).toEqual(["bullet • Study what the year of 2018. taught us and more", "bullet • Rest"]);
  });
});

describe("a dash at the start of a line", () => {
  test.each([["in all, 2", "– 8 September", false], ["29 June", "– 1 July 2006", false], ["in all, 8", "– 2 fairs in it", true], ["in all of June", "– 1 July 2006", true]])(
    "goes on with a range from a number to a larger one, or from day to day: %s %s",
    (before, line, isItem) => {
      expect(outline(`
•   Study it ${before}
      ${line}`)).toEqual(isItem ? [[`bullet • Study it ${before}`, [`dash ${line}`]]] : [`bullet • Study it ${before} ${line}`]);
    },
  );

  test("is an item's where items with dashes stand, whatever its numbers are", () => {
    expect(outline(`
-   All that was held: 2
-   8 September`)).toEqual(["dash - All that was held: 2", "dash - 8 September"]);
  });

  test("is none where its item's lines hang further than its text stands behind the marker", () => {
    const items = (marked: string, x: number, rest: string): SetLine[] => [[0, 20, `• ${marked}`], [x, 32, rest]];
    const others = Array.from({ length: 3 }, () => items("_Study all of it in the", 12.5, "old world and elsewhere"));
    expect(setOutline([items("Study all of it in the old", 12.5, "– new world")], others)).toEqual(["bullet: • Study all of it in the old – new world"]);
  });
});

test("a dash where items with dashes stand is an item's in a spaced list, be it set apart by little", () => {
  const items = (apart: number): SetLine[] => [[0, 20, "– Study all of the worlds"], [0, 32, "and all that is in there"], [0, 44 + apart, "– Teach what was learned"]];
  // A pixel makes the leading vary, so that two and a half are no white space beyond doubt.
  const others = [sentences(20, [0, 0, 0, 1]), [0, 40, 80, 120, 160].map((y): SetLine => [0, 20 + y, "– Read it"])];
  expect([0, 2.5].map((apart) => setOutline([items(apart)], others).length)).toEqual([1, 2]);
});

describe("lines left of their marker", () => {
  test("go on with its item, where its list's do", () => {
    const list: SetLine[] = [[12, 20, "1. Study"], [0, 32, "Europe"], [12, 44, "2. Teach all of the"], [0, 56, "Europeans of it"], [12, 68, "3. Read it all in"], [0, 80, "Asia"]];
    expect(setOutline([list.slice(0, 5), list.slice(5)])).toEqual(["number: 1. Study Europe", "number: 2. Teach all of the Europeans of it", "number: 3. Read it all in Asia"]);
  });
});

describe("a marker set without a space", () => {
  test.each(["✓", "◦", "★"])("is a sign that no word starts with: %s", (sign) => {
    expect(outline(`
${sign}Study one of them and what
   is more
${sign}Study the other`)).toEqual([`bullet ${sign}Study one of them and what is more`, `bullet ${sign}Study the other`]);
  });

  test("is a dash where its place says so", () => {
    expect(outline(`
•   Study these of all:
    –one of them and what
     is more
    –the other`)).toEqual([["bullet • Study these of all:", ["dash –one of them and what is more", "dash –the other"]]]);
    expect(outline(`
•   Study what Asia and Europe
    –both of them now– do
•   Rest`)).toEqual(["bullet • Study what Asia and Europe –both of them now– do", "bullet • Rest"]);
  });
});

test("a marker whose end had no room on its line is whole", () => {
  expect(outline(`
(9)  Study what the year
     taught us
(10
)    Study more
(11
)Study all`)).toEqual(["number (9) Study what the year taught us", "number (10) Study more", "number (11)Study all"]);
  expect(outline(`
9.   Study what the year
     taught us
10
.    Study more`)).toEqual(["number 9. Study what the year taught us", "number 10. Study more"]);
  expect(outline(`
•   Study it (
    10) and rest`)).toEqual(["bullet • Study it ( 10) and rest"]);
});

test("a number alone on its line is the end of a sentence, and not lost, where no list goes on with it", () => {
  expect(outline(`
•   Write to the P.O. Box
    217.
•   Rest`)).toEqual(["bullet • Write to the P.O. Box 217.", "bullet • Rest"]);
});

test("a letter alone on its line is an empty item's, and no word, where its list's markers stand", () => {
  const cell = `
a. Study what the years have
   taught us all
b. Study it
a.`;
  expect(outline(cell)).toEqual(["letter a. Study what the years have taught us all", "letter b. Study it"]);
});

describe("a list typed with signs of running text", () => {
  test.each(["+", "»", "›"])("has items where they stand as markers: %s", (sign) => {
    expect(outline(`
${sign}   Study one of them and what
    is more
${sign}   Study the other`)).toEqual([`bullet ${sign} Study one of them and what is more`, `bullet ${sign} Study the other`]);
  });

  test.each(["+", "»", "›"])("has none where they stand in a sentence: %s", (sign) => {
    expect(outline(`
•   Study what Asia and Europe
    ${sign} the rest of the world do
•   Rest`)).toEqual([`bullet • Study what Asia and Europe ${sign} the rest of the world do`, "bullet • Rest"]);
  });
});

test("nests a hundred deep, and no word is lost of what would stand deeper", () => {
  const cell = Array.from({ length: 150 }, (_, level) => `${"    ".repeat(level)}•   level${level}`).join("\n");
  let items = outline(`\n${cell}`);
  const alone: string[] = [];
  while (items.length === 1 && Array.isArray(items[0])) {
    alone.push(items[0][0]);
    items = items[0][1];
  }
  expect(alone).toEqual(Array.from({ length: 99 }, (_, level) => `bullet • level${level}`));
  expect(items).toEqual(Array.from({ length: 51 }, (_, i) => `bullet • level${99 + i}`));
});

describe("lines that stand under their marker", () => {
  test("may start with a dash where items are spaced", () => {
    expect(outline(`
• Mobility First of all

• Mobility First for all
- a fund for artists and
others of the world

• Rest`)).toEqual(["bullet • Mobility First of all", "bullet • Mobility First for all - a fund for artists and others of the world", "bullet • Rest"]);
  });

  test("start with a dot that is a bullet where it stands nowhere within lines", () => {
    const spaced = (mid: string): string => `
· Culture ${mid} arts

· Culture ${mid} arts

· Culture and all the crafts
· Trade and the arts of all
the partners

· Rest

· Rest`;
    const of = (mid: string): string[] => [`bullet · Culture ${mid} arts`, `bullet · Culture ${mid} arts`];
    expect(outline(spaced("and the"))).toEqual([...of("and the"), "bullet · Culture and all the crafts", "bullet · Trade and the arts of all the partners", "bullet · Rest", "bullet · Rest"]);
    expect(outline(spaced("· the"))).toEqual([...of("· the"), "bullet · Culture and all the crafts · Trade and the arts of all the partners", "bullet · Rest", "bullet · Rest"]);
  });

  test("have the text of a marker below it where the column is too narrow for both", () => {
    expect(outline(`
1. Rest of
all of it

2.
International
work and all`)).toEqual(["number 1. Rest of all of it", "number 2. International work and all"]);
  });
});
