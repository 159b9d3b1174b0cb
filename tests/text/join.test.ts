import { describe, expect, test } from "vitest";
import { joinLines } from "../../src/text/words/join.js";
import { normalise } from "../../src/text/words/normalise.js";
import { vocabularyOf } from "../../src/text/words/vocabulary.js";
import { WordKnowledge } from "../../src/text/words/wordKnowledge.js";

const dictionary = (word: string): boolean => ["operation", "cooperation", "convention", "development"].includes(word.toLowerCase());

function join(lines: readonly string[], others: readonly string[] = [], isFull?: (line: number) => boolean): string {
  return joinLines(lines, new WordKnowledge(vocabularyOf([...lines, ...others]), dictionary), isFull).text;
}

/** The cuts that nothing decided, with "+" where they were joined all the same. */
function doubts(lines: readonly string[], others: readonly string[] = []): string[] {
  const { undecided } = joinLines(lines, new WordKnowledge(vocabularyOf([...lines, ...others]), dictionary));
  return undecided.map(({ cut, joined }) => `${cut.before}${joined ? "+" : "-"}${cut.after}`);
}

describe("a hyphen that is taken out in doubt", () => {
  const cutting = ["the Conven-", "tion"];

  test("is told where the document has the word both with it and without", () => {
    expect(doubts(["and co-", "operation"], [...cutting, "by cooperation and cooperation", "by co-operation too"])).toEqual(["co+operation"]);
    expect(doubts(["and co-", "operation"], [...cutting, "by cooperation and cooperation"])).toEqual([]);
    expect(doubts(["and co-", "operation"], [...cutting, "by cooperation", "by co-operation and co-operation"])).toEqual(["co-operation"]);
  });

  test("is told where the document sets the word's beginning before other words with a hyphen", () => {
    expect(doubts(["and co-", "operation"], [...cutting, "the operation", "its co-creation of it"])).toEqual(["co+operation"]);
    expect(doubts(["by Co-", "operation"], [...cutting, "the operation", "its co-creation of it"])).toEqual(["Co+operation"]);
    expect(doubts(["and co-", "operation"], [...cutting, "the operation"])).toEqual([]);
    expect(doubts(["and co-", "operation"], [...cutting, "the operation", "its co-creation of it", "by cooperation and more"])).toEqual(["co+operation"]);
  });

  test("is told where the document has the word with it in another case", () => {
    expect(doubts(["and co-", "operation"], [...cutting, "by cooperation and more", "the Co-Operation of it"])).toEqual(["co+operation"]);
  });

  test("is told where the document is too short to show whether its lines end within words", () => {
    expect(doubts(["and co-", "operation"])).toEqual(["co+operation"]);
    expect(doubts(["and co-", "operation"], ["the operation", "its cooperation"])).toEqual(["co+operation"]);
  });
});

describe("a hyphen within a line that a space follows", () => {
  const cutting = ["the Conven-", "tion"];

  test("is taken out where the document has the word without it only", () => {
    expect(join(["by co- operation"], [...cutting, "in cooperation and cooperation"])).toBe("by cooperation");
  });

  test("stays where that is in doubt: nothing would tell of it", () => {
    expect(join(["by co- operation"], [...cutting, "in cooperation and cooperation", "by co-operation too"])).toBe("by co-operation");
  });
});

describe("a hyphen at the end of a line", () => {
  const lines = ["cultural Co-", "operation"];
  /** As many as show that no line ends within a word. */
  const own = ["people-", "to-people", "city-", "to-city", "face-", "to-face", "operation"];

  test("stays where lines enough show that none ends within a word, whatever other words say", () => {
    expect(join(lines, [...own, "Cooperation is", "cooperation"])).toBe("cultural Co-operation");
    expect(join(["and inter-", "cultural work"], [...own, "intercultural and intercultural", "to inter cultural"])).toBe("and inter-cultural work");
  });

  test("goes with the document's other words where its lines are too few to show that, or end with hyphens of such words only", () => {
    expect(join([...lines, "of inter-", "cultural and multi-", "lateral"], ["cooperation", "intercultural or multilateral", "cultural lateral operation"])).toBe("cultural Cooperation of intercultural and multilateral");
    expect(join(lines, ["Cooperation is", "cooperation"])).toBe("cultural Cooperation");
    expect(join(["and inter-", "cultural work"], ["intercultural and intercultural", "to inter cultural"])).toBe("and intercultural work");
  });

  test("stays between two words that only the dictionary has as one, where no line ends within a word", () => {
    expect(join(["and co-", "operation"], own)).toBe("and co-operation");
    expect(join(["and co-", "operation"])).toBe("and cooperation");
    expect(join(["and co-", "operation"], ["operation", "the Conven-", "tion"])).toBe("and cooperation");
  });

  test("stays between two words where hardly any of many lines ends with a hyphen", () => {
    const others = Array.from({ length: 300 }, () => "and the operation of it");
    expect(join(["and co-", "operation"], others)).toBe("and co-operation");
    expect(join(["and co-", "operation"], [...others, "the Conven-", "tion"])).toBe("and cooperation");
  });

  test("stays, and is told, where two hundred lines cut no word: Co-operation was joined in short documents", () => {
    const others = Array.from({ length: 198 }, () => "and the operation of it");
    expect(join(["by Co-", "operation"], others)).toBe("by Co-operation");
    expect(doubts(["by Co-", "operation"], others)).toEqual(["Co-operation"]);
    expect(doubts(["by Co-", "operation"], [...others, "in cooperation and"])).toEqual(["Co-operation"]);
    expect(doubts(["by Co-", "operation"], others.slice(1))).toEqual(["Co+operation"]);
    expect(join(["by Co-", "operation"], [...others, "the Conven-", "tion"])).toBe("by Cooperation");
  });

  test("goes where neither piece is a word, but for names, if lines end within words", () => {
    expect(join(["of recoope-", "rations"], ["the Conven-", "tion"])).toBe("of recooperations");
    expect(join(["of recoope-", "rations"])).toBe("of recoope-rations");
    expect(join(["of Esch-", "sur"], ["the Conven-", "tion"])).toBe("of Esch-sur");
    expect(join(["and co-", "operation"], ["operation in Esch-", "sur", "in Esch-", "sur", "in Esch-", "sur"])).toBe("and co-operation");
  });

  test("goes where what is behind it is no word, though a word is before it, if lines end within words", () => {
    expect(join(["of opera-", "tionings"], ["the Conven-", "tion", "the opera is"])).toBe("of operationings");
    expect(join(["of opera-", "tionings"], ["the opera is"])).toBe("of opera-tionings");
    expect(join(["and opera-", "based"], ["the Conven-", "tion", "the opera is based"])).toBe("and opera-based");
  });

  test("goes with the document's other words where lines end within words", () => {
    expect(join(lines, ["Cooperation is", "cooperation", "the Conven-", "tion"])).toBe("cultural Cooperation");
  });
});

describe("a hyphen at the end of a line, beside one of the word's own,", () => {
  test("goes or stays as the pieces next to it say", () => {
    const cutting = ["the Conven-", "tion"];
    expect(join(["the Socio-con-", "vention"], cutting)).toBe("the Socio-convention");
    expect(join(["the con-", "vention-based"], cutting)).toBe("the convention-based");
    expect(join(["of people-to-", "people"], [...cutting, "to people"])).toBe("of people-to-people");
  });

  test("is looked up in whatever case its word is written", () => {
    expect(join(["THE CO-", "OPERATION"], ["the Conven-", "tion"])).toBe("THE COOPERATION");
    expect(join(["INTER-", "CULTURAL WORK"], ["INTERCULTURAL", "cultural", "people-", "to-people", "city-", "to-city", "face-", "to-face"])).toBe("INTER-CULTURAL WORK");
  });
});

describe("a dash at the end of a line", () => {
  test("has no space behind it between two numbers, or where it is as long as an em", () => {
    expect(join(["of all (2003-", "2021)"])).toBe("of all (2003-2021)");
    expect(join(["all of it—", "and more"])).toBe("all of it—and more");
    expect(join(["18 –", "20 April"])).toBe("18 – 20 April");
  });
});

describe("a word that fills its line", () => {
  test("has no space behind it where it ends with a dash that has none before it, or with the start of an address", () => {
    expect(join(["of Sept.–", "Nov. 2023"])).toBe("of Sept.–Nov. 2023");
    expect(join(["of September –", "November"])).toBe("of September – November");
    expect(join(["see https://", "www.asef.org/survey"])).toBe("see https://www.asef.org/survey");
  });

  test("goes on below if it is an address", () => {
    expect(join(["the portal", "culture360.A", "SEF.org, since"], [], (line) => line === 1)).toBe("the portal culture360.ASEF.org, since");
    expect(join(["culture360.ASEF.org", "since"], [], () => true)).toBe("culture360.ASEF.org since");
    expect(join(["asemus.culture360.ASEF.or", "g managed by"], [], () => true)).toBe("asemus.culture360.ASEF.org managed by");
    expect(join(["museums, asemus.culture360.ASEF", ".org managed by"])).toBe("museums, asemus.culture360.ASEF.org managed by");
    expect(join(["museums, asemus.culture360.ASEF.", "org managed by"])).toBe("museums, asemus.culture360.ASEF.org managed by");
    expect(join(["of goods, e.g.", "the old"])).toBe("of goods, e.g. the old");
    expect(join(["goods.", "The"], [], () => true)).toBe("goods. The");
  });

  test("goes on below behind a dot with the rest of an address, and not with a word", () => {
    expect(join(["see culture360.ASEF.", "org managed by it"])).toBe("see culture360.ASEF.org managed by it");
    expect(join(["see www.culture360.", "asef.org/news"])).toBe("see www.culture360.asef.org/news");
    expect(join(["see culture360.ASEF.", "managed by it"])).toBe("see culture360.ASEF. managed by it");
    expect(join(["asemus.culture360.ASEF.o", "managed by it"], [], () => true)).toBe("asemus.culture360.ASEF.o managed by it");
  });

  test("goes on below with what closes its clause or its bracket", () => {
    expect(join(["Heritage and Development", ": Managing Cities"], [], () => true)).toBe("Heritage and Development: Managing Cities");
    expect(join(["(see the portal", ") of Asia"], [], () => true)).toBe("(see the portal) of Asia");
    expect(join(["Heritage and Development", ": Managing Cities"])).toBe("Heritage and Development : Managing Cities");
  });

  test("goes on below with the last letter of an address and what closes it", () => {
    expect(join(["culture360.asef.or", "g)"], [], () => true)).toBe("culture360.asef.org)");
  });

  test("goes on below also behind a hyphen of its own", () => {
    expect(join(["Diversity-Cooperatio", "n of all"], [], () => true)).toBe("Diversity-Cooperation of all");
  });

  test("goes on below if the two pieces are one word of the language", () => {
    expect(join(["develop", "ment of"], [], () => true)).toBe("development of");
    expect(join(["develop", "operation"], [], () => true)).toBe("develop operation");
    expect(join(["developme", "nt of"], ["developme", "nt", "developme", "nt"], () => true)).toBe("development of");
    expect(join(["Gaman", "ia of"], ["Gamania", "Gaman", "ia"], () => true)).toBe("Gamania of");
    // Each stands between other words elsewhere, where no line's end can have made it of a longer one.
    expect(join(["Gaman", "ia of"], ["Gamania", "the Gaman people", "an ia here"], () => true)).toBe("Gaman ia of");
    expect(join(["operation", "s of"], ["operations", "operation and operation"])).toBe("operations of");
    expect(join(["operation", "al of"], ["operational", "operation and operation"])).toBe("operational of");
    // What goes on is a word by itself, here or in the language.
    expect(join(["operation", "development"], ["operationdevelopment", "operation and operation"])).toBe("operation development");
    expect(join(["operation", "al of"], ["operational", "an operation and al here"])).toBe("operation al of");
  });
});

test("superscripts of Unicode are plain letters and digits", () => {
  expect(normalise("8ᵗʰ 33ʳᵈ 2ⁿᵈ 1ˢᵗ m²")).toBe("8th 33rd 2nd 1st m2");
});

describe("a full line that ends within a word, behind others", () => {
  const cut = (before: string, after: string, others: readonly string[] = [], full = true): string => join([before, after], others, () => full);

  test("is joined to a word of the dictionary, or of the document, of which one piece is no word", () => {
    expect(cut("for the develo", "pment of it")).toBe("for the development of it");
    expect(cut("for d", "evelopment, too")).toBe("for development, too");
    expect(cut("on its infra", "structure of it", ["all infrastructure in it", "a structure of it"])).toBe("on its infrastructure of it");
  });

  test("stays as it is where both pieces are words, the whole is none, or a piece is set before others with a hyphen", () => {
    expect(cut("for a co", "operation of", ["a co in it"])).toBe("for a co operation of");
    expect(cut("by Gaman", "ia of it")).toBe("by Gaman ia of it");
    expect(cut("for co", "operation of", ["its co-creation of it"])).toBe("for co operation of");
    expect(cut("for a", "operation", ["the aoperation of"])).toBe("for a operation");
  });

  test("stays as it is where the piece that is no word is a sign, an ending or an abbreviation", () => {
    expect(cut("meeting on", "e.g. dialogue", ["one of it"])).toBe("meeting on e.g. dialogue");
    expect(cut("in the 21 st", "and later", ["this and that stand"])).toBe("in the 21 st and later");
  });

  test("stays as it is where the line had room for a letter, or a capital follows", () => {
    expect(cut("for the develo", "pment of it", [], false)).toBe("for the develo pment of it");
    expect(cut("for the develo", "Pment of it")).toBe("for the develo Pment of it");
  });
});
