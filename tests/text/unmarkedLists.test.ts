import { describe, expect, test } from "vitest";
import type { SetLine } from "../support/cells.js";
import { outline, sentences, undecidedIn } from "../support/outlines.js";

/** Items whose lines hang, so many points apart: where no more than the leading, nothing is spaced. */
const hanging = (apart = 12): SetLine[] =>
  [0, 1, 2].flatMap((i): SetLine[] => [[0, 20 + (12 + apart) * i, "• Study all that there is of it"], [7.5, 32 + (12 + apart) * i, "and of all that there was"]]);

/** An item with a list under it, its lines so many points apart. */
const announced = (lines: readonly string[], apart: readonly number[] = []): SetLine[] => {
  let baseline = 20;
  return [[0, baseline, "• Study these, which are as follows:"], ...lines.map((text, i): SetLine => [20, (baseline += apart[i] ?? 12), text])];
};

const doubts = (lines: readonly string[], items = hanging(), apart?: readonly number[]): string[] => undecidedIn([announced(lines, apart)], [sentences(20), items]);

describe("a list without markers whose items no white space divides", () => {
  const full = ["Encourage all of the old lands to", "know the arts of the new worlds.", "Encourage teachers"];

  test("has another item behind a full line that ends a sentence, and that is told", () => {
    expect(doubts(full)).toEqual(["worlds. | Encourage"]);
    expect(outline([announced(full)], [sentences(20), hanging()])).toEqual([
      ["bullet: • Study these, which are as follows:", ["none: Encourage all of the old lands to know the arts of the new worlds.", "none: Encourage teachers"]],
    ]);
  });

  test("has none there where the item itself is set apart from the text above, and that is told, too", () => {
    expect(doubts(full, hanging(), [18])).toEqual(["worlds. + Encourage"]);
  });

  test("has none there where items are spaced", () => {
    expect(doubts(full, hanging(18))).toEqual([]);
  });

  test("has another item where the line above had room for its first word, and that is told", () => {
    expect(doubts(["Architecture and towns", "Dances"])).toEqual(["towns | Dances"]);
    // Room for one and a half times the word is beyond doubt, as lines are filled.
    expect(doubts(["Arts and towns", "Dances"])).toEqual([]);
  });

  test("has another item where an ordinary word with a capital follows a small word, and that is told; behind a number or a capital it continues a name", () => {
    expect(doubts(["Architecture and the towns", "Dances", "Arts of all the towns and", "themselves"])).toEqual(["towns | Dances"]);
    expect(doubts(["Architecture of all the old towns", "Asia and of all the old worlds, and", "dances"])).toEqual([]);
    expect(doubts(["Architecture and UNESCO 1970", "Convention"])).toEqual([]);
    expect(doubts(["Architecture and European", "Dances"])).toEqual([]);
    expect(doubts(["Architecture in all the towns", "ASEM"])).toEqual([]);
    expect(doubts(["Architecture and the towns", "Dances"], hanging(18))).toEqual([]);
  });

  test("is in doubt below a full line if all other items have one line: a capital rather starts another item; a small letter, a number or a name goes on", () => {
    expect(doubts(["Architecture and the towns", "Dances", "Arts"])).toEqual(["towns | Dances"]);
    expect(doubts(["loans for all of the towns", "advice on trade", "arts"])).toEqual(["towns + advice", "trade | arts"]);
    expect(doubts(["loans for all of the towns;", "advice on trade", "arts"])).toEqual(["towns; | advice", "trade | arts"]);
    expect(doubts(["Arts", "Architecture and the towns", "Dances"])).toEqual(["towns | Dances"]);
    expect(doubts(["Arts", "Architecture of all the old towns", "Asia"])).toEqual(["towns + Asia"]);
    expect(doubts(["Arts", "Architecture of all the old towns", "2018"])).toEqual(["towns + 2018"]);
    expect(doubts(["Architecture and the towns", "Dances", "Arts of all the towns and", "themselves"])).toEqual(["towns | Dances"]);
    expect(doubts(["Architecture and all of the", "towns, among them those", "Dances", "Arts"])).toEqual([]);
  });

  test("starts below the line that announces it also where that was full and its own lines start where the item's do, and that is told", () => {
    const list = (first: string): SetLine[] => [[0, 20, "• Study all these that are as follows:"], [7.5, 32, first], [7.5, 44, "and read them."]];
    const [capital, small] = [list("Encourage the teachers of them all"), list("encourage the teachers of them all")];
    expect(undecidedIn([capital], [sentences(20), hanging()])).toEqual(["follows: | Encourage"]);
    expect(undecidedIn([small], [sentences(20), hanging()])).toEqual([]);
  });

  test("has another item with a small letter where that room was ample, also if lines are not filled", () => {
    const unfilled = (next: string): string[] => undecidedIn([announced(["loans for towns", next])], [hanging()]);
    expect(unfilled("advice on trade")).toEqual(["towns | advice"]);
    expect(unfilled("cooperation")).toEqual([]);
  });
});

test("a list without markers has another item with a small letter where room was ample and there is little white space, in a column whose items have more", () => {
  const unfilled = (apart: number): string[] => undecidedIn([announced(["loans for towns", "advice on trade"], [12, apart])], [hanging(18), hanging(18)]);
  expect([12, 13].map(unfilled)).toEqual([[], ["towns | advice"]]);
});

describe("a cell without markers or white space", () => {
  const cell = (lines: readonly string[], apart = 12): SetLine[] => lines.map((text, i): SetLine => [0, 20 + apart * i, text]);
  const doubtsIn = (lines: readonly string[], items = hanging(), apart?: number): string[] => undecidedIn([cell(lines, apart)], [sentences(20), items]);

  test("has another item behind a full line where an ordinary word with a capital follows a small word, all other lines being items, and that is told", () => {
    expect(doubtsIn(["Loans", "Architecture in all the old towns", "Dances", "Arts"])).toEqual(["towns | Dances"]);
  });

  test("has none where one of these is missing, and that is told, too", () => {
    expect(doubtsIn(["Loans", "Architecture in all the old towns", "Asia", "Arts"])).toEqual(["towns + Asia"]);
    expect(doubtsIn(["Loans", "Architecture in all the old towns", "Dances, arts, architecture and all", "else"])).toEqual(["towns + Dances,"]);
  });

  test("goes on with a small letter, or behind a capital or a comma, or where items are spaced", () => {
    const silent = [["towns", "dances"], ["Towns", "Dances"], ["towns,", "Dances"]].map(([end, next]) => ["Loans", `Architecture in all the old ${end}`, next!, "Arts"]);
    expect(silent.map((lines) => doubtsIn(lines))).toEqual([[], [], []]);
    const lines = ["Loans", "Architecture in all the old towns", "Asia", "Arts"];
    expect(doubtsIn(lines, hanging(18))).toEqual([]);
    const spaced: SetLine[] = [[0, 20, "Loans"], [0, 38, "Architecture in all the old towns"], [0, 50, "Asia"], [0, 68, "Arts"]];
    expect(undecidedIn([spaced], [sentences(20), hanging()])).toEqual([]);
  });
});

test("an infinitive starts a sentence, also where none has ended", () => {
  expect(doubts(["Study the protection of the youth,", "To ratify it"])).toEqual(["youth, | To"]);
});

describe("the end of a sentence in a full line, among paragraphs without white space", () => {
  const tight: SetLine[] = [[0, 20, "All of it is said."], [0, 32, "Everything is said here in full, and"], [0, 44, "so is more."], [0, 56, "Everything is known."]];
  const item: SetLine[] = [[0, 20, "• Study what is known of the old worlds"], [7.5, 32, "and read it."]];
  const more: SetLine[] = [[7.5, 44, "Everything is read here and everywhere."], [7.5, 56, "Everything is to be read."]];

  test("is rather a paragraph's below other paragraphs of its item", () => {
    expect(undecidedIn([[...item, ...more]], [sentences(20), tight])).toEqual(["everywhere. | Everything"]);
    expect(undecidedIn([[item[0]!, [7.5, 32, "and read it here and everywhere now."], [7.5, 44, "Everything is to be read."]]], [sentences(20), tight])).toEqual(["now. + Everything"]);
  });
});
