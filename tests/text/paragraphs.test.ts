import { describe, expect, test } from "vitest";
import { type FlowLine, flowOf } from "../../src/text/flow/flowLine.js";
import { styleOf } from "../../src/text/flow/flowStyle.js";
import { itemsOf } from "../../src/text/items/items.js";
import { type SetLine, partOf } from "../support/cells.js";
import { isWord, outline, sentences, undecidedIn } from "../support/outlines.js";

describe("white space above a line", () => {
  test("divides paragraphs, however little it is, where leading never varies", () => {
    const list: SetLine[] = [
      [0, 20, "Study all that there is to learn"],
      [0, 33.5, "Teach what was learned and more"],
    ];
    expect(outline([list], [sentences(20)])).toEqual(["none: Study all that there is to learn", "none: Teach what was learned and more"]);
  });

  test("divides none within brackets: an engine's own page may end there", () => {
    const list = (name: string): SetLine[] => [
      [0, 20, "Study the Asia-Europe Meeting (ASEM"],
      [0, 38, `${name} held in the European Union`],
    ];
    expect(["Summit)", "Summit", "1)"].map((name) => outline([list(name)], [sentences(20)]).length)).toEqual([1, 2, 2]);
  });

  test("divides none where pixels make the leading vary as much", () => {
    const list: SetLine[] = [
      [0, 20, "Study all that there is in the"],
      [0, 33.5, "European Union and its partners"],
    ];
    expect(outline([list], [sentences(20, [0, 1.5, 0, 0.8])])).toEqual(["none: Study all that there is in the European Union and its partners"]);
  });

  test("divides paragraphs where it varies, if the words say so too", () => {
    const list: SetLine[] = [
      [0, 20, "Study all that there is to read."],
      [0, 34.5, "Teach what was learned and more"],
    ];
    expect(outline([list], [sentences(20, [0, 0.9, 0, 0.8])])).toEqual(["none: Study all that there is to read.", "none: Teach what was learned and more"]);
  });

  test("divides paragraphs where it is little, behind the end of a sentence", () => {
    const list = (stop: string): SetLine[] => [
      [0, 20, `Study all that there is to read${stop}`],
      [0, 34.5, "Teach what was learned and more"],
    ];
    // The leading varies by a point, so that two and a half are no white space beyond doubt.
    expect([".", ","].map((stop) => outline([list(stop)], [sentences(20, [0, 0, 0, 1])]).length)).toEqual([2, 1]);
  });

  test("divides paragraphs where it is a pixel, if lines are seen to be as near as rounding sets them, and nearer", () => {
    const list: SetLine[] = [
      [0, 20, "Study all that there is to read."],
      [0, 33.55, "Teach what was learned and more"],
    ];
    expect([[0.8, 0.8, 0], [0.8]].map((rounded) => outline([list], [sentences(20, rounded)]).length)).toEqual([2, 1]);
  });

  test("is none where a superscript made room for itself", () => {
    const list: SetLine[] = [
      [0, 20, "Study what was found out in the"],
      [0, 33.5, "2nd year of all of these studies", 2],
    ];
    expect(outline([list], [sentences(20)])).toEqual(["none: Study what was found out in the 2nd year of all of these studies"]);
  });

  test("divides paragraphs also where many lines made room for a taller font", () => {
    const tall = sentences(20, [0, 1.7, 0]).map(([x, baseline, text], i): SetLine => [x, baseline, text, i % 3 === 1 ? 3 : 0]);
    const list: SetLine[] = [
      [0, 20, "Study what was found out in 2009"],
      [0, 35, "Teach what was learned and more"],
    ];
    expect(outline([list], [tall])).toEqual(["none: Study what was found out in 2009", "none: Teach what was learned and more"]);
  });

  test("is no paragraph's behind a word that wants another", () => {
    const list: SetLine[] = [
      [0, 20, "Study it in the"],
      [0, 60, "European Union and elsewhere"],
    ];
    expect(outline([list], [sentences(20)])).toEqual(["none: Study it in the European Union and elsewhere"]);
  });

  test("is no paragraph's within a word, or before a bracket that had no room", () => {
    expect(outline([[[0, 20, "Study the new over-all Euro-"], [0, 60, "Asia partnership in the land"]]], [sentences(20)])).toEqual(["none: Study the new over-all Euro- Asia partnership in the land"]);
    expect(outline([[[0, 20, "Study all of the Industries"], [0, 60, "(ASEF, 2014) and of the land"]]], [sentences(20)])).toEqual(["none: Study all of the Industries (ASEF, 2014) and of the land"]);
  });

  test("is no paragraph's in the middle of a sentence", () => {
    const list: SetLine[] = [
      [0, 20, "Study all of the things that are"],
      [0, 60, "of use to the partners of the"],
    ];
    expect(outline([list], [sentences(20)])).toEqual(["none: Study all of the things that are of use to the partners of the"]);
  });
});

describe("the lines below a marker", () => {
  test("hang behind it for one kind of marker and not for another", () => {
    const list: SetLine[] = [
      [0, 20, "• _Study all of the things that"],
      [8, 32, "are of any use:"],
      [8, 44, "- Those that were known long"],
      [8, 56, "Before this"],
      [8, 68, "- Those that were found"],
      [0, 80, "• _Teach"],
    ];
    const dashes: SetLine[] = [
      [8, 20, "- All of what was said is also"],
      [8, 32, "set down here and it is read"],
      [8, 44, "- All of it"],
    ];
    expect(outline([list], [sentences(20), dashes])).toEqual([
      ["bullet: • Study all of the things that are of any use:", ["dash: - Those that were known long Before this", "dash: - Those that were found"]],
      "bullet: • Teach",
    ]);
  });

  test("belong to it where they are indented, however far from it its own text is set", () => {
    const list: SetLine[] = [
      [0, 20, "• ______________Study the world."],
      [0, 32, "and all that is of it."],
      [10, 50, "It is read by all of the world."],
    ];
    const others: SetLine[] = [
      [0, 20, "• ____Study what was said of this"],
      [0, 32, "and what was done about it now"],
    ];
    expect(outline([list], [sentences(20), others, others])).toEqual(["bullet: • Study the world. and all that is of it. | It is read by all of the world."]);
  });

  test("hang where a further paragraph is indented a little less: it is the item's, too, unless it stands at the column's edge", () => {
    const list = (x: number): SetLine[] => [
      [0, 20, "• ______Study all of the world that"],
      [16, 32, "there is and all that is of it."],
      [x, 50, "Partners read all of it."],
    ];
    expect(outline([list(10)], [sentences(20)])).toEqual(["bullet: • Study all of the world that there is and all that is of it. | Partners read all of it."]);
    expect(outline([list(0)], [sentences(20)])).toHaveLength(2);
  });
});

test("a line left of where its item's lines hang is none of the item's, though no white space divides them", () => {
  const list: SetLine[] = [
    [0, 20, "• Study all that there is of it"],
    [7.5, 32, "and of all that there was so"],
    [0, 44, "Ministers thanked their host"],
  ];
  expect(outline([list], [sentences(20)])).toEqual(["bullet: • Study all that there is of it and of all that there was so", "none: Ministers thanked their host"]);
});

describe("a paragraph below a marker that stands within its item's lines", () => {
  const list: SetLine[] = [
    [10, 20, "• Study all of the things that are"],
    [10, 32, "of use to the partners."],
    [10, 50, "It is read by all of the world."],
    [0, 68, "The ministers thanked their host."],
    [10, 86, "• Teach what was learned of the"],
    [10, 98, "world and of all that is in it."],
  ];

  test("belongs to it where it starts at the marker, within the table's edge", () => {
    expect(outline([list], [sentences(20)])).toEqual([
      "bullet: • Study all of the things that are of use to the partners. | It is read by all of the world.",
      "none: The ministers thanked their host.",
      "bullet: • Teach what was learned of the world and of all that is in it.",
    ]);
  });

  test("does not where markers stand at the edge", () => {
    const flush = list.map(([, ...rest]): SetLine => [0, ...rest]);
    expect(outline([flush], [sentences(20)])).toEqual([
      "bullet: • Study all of the things that are of use to the partners.",
      "none: It is read by all of the world.",
      "none: The ministers thanked their host.",
      "bullet: • Teach what was learned of the world and of all that is in it.",
    ]);
  });
});

describe("the line below a marker that stands alone", () => {
  test("is its text, also where it would have had room behind the marker", () => {
    const list: SetLine[] = [
      [0, 20, "1. Historic urban landscapes of it"],
      [12.5, 32, "and all of them that there are"],
      [0, 44, "2."],
      [12.5, 56, "International"],
    ];
    expect(outline([list], [sentences(20)])).toEqual(["number: 1. Historic urban landscapes of it and all of them that there are", "number: 2. International"]);
  });
});

describe("a list of numbers behind a colon", () => {
  test("is nested where its markers stand further left than the one above", () => {
    const list: SetLine[] = [
      [5, 20, "• Study these:"],
      [0, 32, "1. _____One of all"],
      [0, 44, "2. _____Another"],
      [5, 56, "• Rest"],
    ];
    expect(outline([list])).toEqual([["bullet: • Study these:", ["number: 1. One of all", "number: 2. Another"]], "bullet: • Rest"]);
  });
});

describe("the end of a sentence in a full line", () => {
  const full: SetLine[] = [
    [0, 20, "• Study what is known of the old worlds"],
    [7.5, 32, "and read it here and everywhere."],
  ];

  test("may be a paragraph's where the page ends behind it, and nothing tells", () => {
    expect(undecidedIn([full, [[7.5, 20, "Everything"]]], [sentences(20)])).toEqual(["everywhere. + Everything"]);
    const more = [...full, [7.5, 50, "Read what was said of the worlds."]] as const;
    expect(undecidedIn([more, [[7.5, 20, "Everything"]]], [sentences(20)])).toEqual(["worlds. | Everything"]);
  });

  test("is decided there by room, by place and by words", () => {
    expect(undecidedIn([full, [[7.5, 20, "A world"]]], [sentences(20)])).toEqual([]);
    expect(undecidedIn([full, [[0, 20, "Everything"]]], [sentences(20)])).toEqual([]);
    expect(undecidedIn([[full[0]!, [7.5, 32, "and see the whole of it, see e.g."]], [[7.5, 20, "Everything"]]], [sentences(20)])).toEqual([]);
    expect(undecidedIn([full, [[0, 20, "• Everything"]]], [sentences(20)])).toEqual([]);
  });

  test("is decided there by its place where lines are stretched", () => {
    const lines = (last: string): SetLine[] => [
      [0, 20, "Study what is known of the old lands"],
      ...["said", "read", "done"].map((word, i): SetLine => [0, 32 + 12 * i, `and what was ${word} of all the old seas`]),
      [0, 68, `and what was seen of all the old ${last}`],
    ];
    const [stretched, ended] = [lines("sky."), lines("ox.")];
    const next: SetLine[] = [[0, 20, "Everything"]];
    expect([undecidedIn([stretched, next], [sentences(20)]), undecidedIn([ended, next], [sentences(20)])]).toEqual([[], []]);
    expect(outline([stretched, next], [sentences(20)])).toEqual([expect.stringMatching(/sky\. Everything$/u)]);
    expect(outline([ended, next], [sentences(20)])).toEqual([expect.stringMatching(/ox\.$/u), "none: Everything"]);
  });

  test("is not decided by a line that is left short where other paragraphs are torn at such lines", () => {
    const lines = (last: string): SetLine[] => [
      [0, 20, "Study what is known of the old lands"],
      ...["said", "read", "done"].map((word, i): SetLine => [0, 32 + 12 * i, `and what was ${word} of all the old seas`]),
      [0, 68, last],
    ];
    const tornAt = (last: string, next: string): FlowLine[] => flowOf([partOf(lines(last), "plan", 1), partOf([[0, 20, next]], "plan", 2)]);
    const torn = tornAt("and what was seen of the whole", "everywhere");
    const flow = tornAt("and what was seen of all the ox.", "Everything");
    expect(itemsOf(flow, styleOf([flow, torn]), isWord).undecided).toHaveLength(1);
    expect(itemsOf(flow, styleOf([flow]), isWord).undecided).toHaveLength(0);
    // A single word has no spaces to stretch, so that it tells nothing, neither there nor here.
    expect(itemsOf(flow, styleOf([flow, tornAt("multidisciplinaryinternational", "everywhere")]), isWord).undecided).toHaveLength(0);
    const single = tornAt("multidisciplinaryinternational.", "Everything");
    expect(itemsOf(single, styleOf([single]), isWord).undecided).toHaveLength(1);
  });

  test("may be a paragraph's within a page where others start without white space", () => {
    const tight: SetLine[] = [
      [0, 20, "All of it is said."],
      [0, 32, "Everything is said here in full, and"],
      [0, 44, "so is more."],
      [0, 56, "Everything is known."],
    ];
    const cell: SetLine[] = [...full, [7.5, 44, "Everything is to be read."]];
    expect(undecidedIn([cell], [sentences(20), tight])).toEqual(["everywhere. + Everything"]);
    expect(undecidedIn([cell], [sentences(20)])).toEqual([]);
  });
});

describe("a line below another without white space", () => {
  const stretched = ["said", "read", "done"].map((word, i): SetLine => [0, 32 + 12 * i, `and what was ${word} of all the old seas`]);

  test("starts a paragraph where the one above was not stretched as others are, and had room for its first word", () => {
    const cell = (last: string, next: string): SetLine[] => [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, last], [0, 80, next]];
    expect(outline([cell("and what was seen of it in Cyprus", "As seen")], [sentences(20)])).toHaveLength(2);
    expect(outline([cell("and what was seen of it in Cyprus", "as seen")], [sentences(20)])).toHaveLength(1);
    expect(outline([cell("and what was seen of it in Cyprus", "Everything")], [sentences(20)])).toHaveLength(1);
  });

  test("is in doubt where it starts a sentence and none has ended, also below a stretched line", () => {
    const cell = (last: string, next: string): SetLine[] => [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, `and what was seen of all the old ${last}`], [0, 80, next]];
    expect(undecidedIn([cell("ox", "The whole of it")], [sentences(20)])).toEqual(["ox | The"]);
    expect(undecidedIn([cell("sky", "The whole of it")], [sentences(20)])).toEqual(["sky | The"]);
    expect(undecidedIn([cell("sky", "Cyprus and all of it")], [sentences(20)])).toEqual([]);
    expect(undecidedIn([cell("of", "The Hague and more")], [sentences(20)])).toEqual([]);
  });

  test("goes on beyond doubt below a stretched line, also behind the end of a sentence", () => {
    const tight: SetLine[] = [[0, 20, "All of it is said."], [0, 32, "Everything is said here in full, and"], [0, 44, "so is more."], [0, 56, "Everything is known."]];
    const cell: SetLine[] = [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, "and what was seen of all the old sea."], [0, 80, "Everything is read"]];
    expect(undecidedIn([cell], [sentences(20), tight])).toEqual([]);
    expect(outline([cell], [sentences(20), tight])).toHaveLength(1);
  });

  test("is in doubt where it starts with a small letter behind a full stop, below a stretched line", () => {
    const cell = (last: string): SetLine[] => [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, `and what was seen of the ${last}`], [0, 80, "underlined the need"]];
    expect(undecidedIn([cell("old partners.")], [sentences(20)])).toEqual(["partners. | underlined"]);
    expect(undecidedIn([cell("older partn.")], [sentences(20)])).toEqual([]);
  });

  test("starts a paragraph, where others start without white space, below a line that ends a little before those that are stretched to the point", () => {
    const tight: SetLine[] = [[0, 20, "All of it is said."], [0, 32, "Everything is said here in full, and"], [0, 44, "so is more."], [0, 56, "Everything is known."]];
    const cell = (less: number): SetLine[] => [
      ...["said", "read", "done", "kept", "lost"].map((word, i): SetLine => [i === 0 ? 0 : -less, 20 + 12 * i, `and what was ${word} of all the old seas`]),
      [-0.5, 80, "and what was seen of all the old sea."],
      [0, 92, "Everything is read"],
    ];
    expect([outline([cell(0)], [sentences(20), tight]).length, undecidedIn([cell(0)], [sentences(20), tight])]).toEqual([2, []]);
    expect(outline([cell(0.4)], [sentences(20), tight])).toHaveLength(1);
  });

  test("starts a paragraph below the end of a sentence and of a line that was not stretched, though it had too little room for its first word", () => {
    const cell = (end: string): SetLine[] => [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, `and what was seen of all old sea${end}`], [0, 80, "Everything is read"]];
    expect([".", ","].map((end) => outline([cell(end)], [sentences(20)]).length)).toEqual([2, 1]);
    expect(undecidedIn([cell(".")], [sentences(20)])).toEqual([]);
    // Not where an engine leaves such lines short within a sentence, too.
    const short: SetLine[] = [...stretched, [0, 68, "and what was seen of all old sea"], [0, 80, "everywhere is read"]];
    expect(outline([cell(".")], [sentences(20), short])).toHaveLength(1);
  });

  test("is in doubt there below a single word: it has no spaces to stretch", () => {
    const tight: SetLine[] = [[0, 20, "All of it is said."], [0, 32, "Everything is said here in full, and"], [0, 44, "so is more."], [0, 56, "Everything is known."]];
    const cell: SetLine[] = [[0, 20, "• Study what is known of the old lands"], ...stretched, [0, 68, "multidisciplinaryinternational."], [0, 80, "Everything is read"]];
    expect(undecidedIn([cell], [sentences(20), tight])).toEqual(["multidisciplinaryinternational. + Everything"]);
  });

  test("goes on below a line that was not stretched where other lines are left short within their sentences", () => {
    const short: SetLine[] = [...stretched, [0, 68, "and what was seen of it in Cyprus"], [0, 80, "as seen"]];
    const cell: SetLine[] = [[0, 20, "Study what is known of the old lands"], ...stretched, [0, 68, "and what was seen of it in Cyprus"], [0, 80, "As seen"]];
    expect(outline([cell], [sentences(20)])).toHaveLength(2);
    expect(outline([cell], [sentences(20), short])).toHaveLength(1);
  });

  test("is in doubt where it starts a sentence and none has ended, or with a capital, or where an item without a marker ends with a semicolon", () => {
    const list = (before: string, after: string): SetLine[] => [[0, 20, "• Study these, which are as follows:"], [20, 32, before], [20, 44, after]];
    const hanging = Array.from({ length: 3 }, (): SetLine[] => [[0, 20, "• Study all that there is of it"], [7.5, 32, "and of all that there was"]]);
    const doubts = (before: string, after: string): string[] => undecidedIn([list(before, after)], [sentences(20), ...hanging]);
    expect(doubts("grants for the museums of all lands", "The exchange of knowledge")).toEqual(["lands | The"]);
    expect(doubts("grants for the museums of the land;", "knowledge in all its forms")).toEqual(["land; | knowledge"]);
    expect(doubts("grants for the museums of all lands", "Exchange of knowledge")).toEqual(["lands | Exchange"]);
  });
});

test("what only looks like a marker, at the end of a text, does not keep a paragraph below it from starting", () => {
  const list: SetLine[] = [
    [20, 20, "• Study all, see all the pages of"],
    [20, 32, "all (ASEF, culture360.asef.or"],
    [20, 44, "g)"],
    [20, 64, "The pages are of all the world"],
  ];
  const flush: SetLine[] = [[20, 20, "• Study all that there is of it"], [20, 32, "and of all that there was"]];
  expect(outline([list], [sentences(20), flush, flush])).toEqual(["bullet: • Study all, see all the pages of all (ASEF, culture360.asef.or g) | The pages are of all the world"]);
});

test("text goes on behind a marker that stands alone at the end of a page", () => {
  const parts: SetLine[][] = [
    [
      [0, 20, "•"],
      [12, 20, "Study all of it."],
      [0, 32, "•"],
    ],
    [
      [12, 20, "Teach what was"],
      [12, 32, "learned and more."],
      [0, 44, "•"],
      [12, 44, "Rest."],
    ],
  ];
  expect(outline(parts)).toEqual(["bullet: • Study all of it.", "bullet: • Teach what was learned and more.", "bullet: • Rest."]);
});
