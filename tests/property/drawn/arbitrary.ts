/**
 * Random matrices of the annex' kind, unambiguous ones only. Left out is what a reader of the page could not tell apart either:
 * - a paragraph without a marker that stands no clearer of the one above it than its own lines do (`gap` is large where such are),
 *   or that starts a page or part while the line before was full (the typesetter moves such a break);
 * - a compound cut at its own hyphen ("co-" + "operation") where no other word of the document settles it;
 * - a word of the sentence that looks like a marker and comes first on a line ("–", "1.", "a)");
 * - a list right behind a paragraph of its own level: "none" items that end with a colon own the list below them;
 * - paragraphs and nested lists where lines do not hang: the second paragraph would stand where a new item does;
 * - gutters without rules that are narrower than the spaces of justified text.
 */
import fc from "fast-check";
import { ITEM_COLUMNS, type ItemColumn } from "../../../src/index.js";
import { type Wanted, cell, sentence } from "./items.js";
import type { Drawing, Headers, ListStyle, Paper, Recipe, RecipeCell, RecipeColumn, RecipeDate, RecipeMeeting, Rows, Rules } from "./recipe.js";

const DATES: readonly RecipeDate[] = [
  { text: "1-2 March 2018", start: "2018-03-01", end: "2018-03-02" },
  { text: "8 – 11 September 2010", start: "2010-09-08", end: "2010-09-11" },
  { text: "30 November – 2 December 2021", start: "2021-11-30", end: "2021-12-02" },
  { text: "29 June – 1 July 2006", start: "2006-06-29", end: "2006-07-01" },
  { text: "19–21 October 2014", start: "2014-10-19", end: "2014-10-21" },
  { text: "30 December 2021 – 2 January 2022", start: "2021-12-30", end: "2022-01-02" },
];

const PLACES = [
  ["Sofia", "Bulgaria"],
  ["Gwangju", "Republic of Korea"],
  ["Yogyakarta", "Indonesia"],
  ["Poznan", "Poland"],
] as const;

const meeting = (number: number, style: Wanted): fc.Arbitrary<RecipeMeeting> =>
  fc
    .record({
      label: fc.constantFrom(`ASEM CMM ${number}`, `ASEM CMM${number}`, `ASEM – CMM ${number}`, `ASEMCMM${number}`),
      printed: fc.constantFrom(`${number}`, `${number}.`, ""),
      theme: sentence(0, 8),
      quotes: fc.constantFrom<readonly [string, string]>(["“", "”"], ['"', '"'], ["", ""]),
      ownLines: fc.constantFrom(true, true, false),
      place: fc.constantFrom(...PLACES),
      date: fc.constantFrom(...DATES),
      cells: fc.record(Object.fromEntries(ITEM_COLUMNS.map((field) => [field, cell(style)])) as Record<ItemColumn, fc.Arbitrary<RecipeCell>>),
    })
    .filter(({ cells }) => Object.values(cells).some((items) => items.length > 0))
    .map(({ place: [city, country], ...rest }) => ({ ...rest, number, city, country }));

const NAMES: Readonly<Record<RecipeColumn["field"], readonly string[]>> = {
  number: ["NO", "NO."],
  themes: ["THEMES", "THEME"],
  workshops: ["WORKSHOPS", "TOPIC’S WORKSHOP"],
  actionPlan: ["ACTION PLAN", "PLAN OF ACTION"],
  recommendations: ["RECOMMENDATION", "RECOMMENDATIONS"],
  followUp: ["FOLLOW UP", "FOLLOW-UP"],
};

const columns: fc.Arbitrary<RecipeColumn[]> = fc
  .tuple(
    fc.oneof(
      { weight: 2, arbitrary: fc.constant(["number", "themes", ...ITEM_COLUMNS] as const) },
      { weight: 1, arbitrary: fc.shuffledSubarray(["number", "themes", ...ITEM_COLUMNS] as const, { minLength: 6, maxLength: 6 }) },
    ),
    fc.array(fc.tuple(fc.shuffledSubarray([0, 1], { minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 4 })), { minLength: 6, maxLength: 6 }),
  )
  .map(([fields, styles]) =>
    fields.map((field, i) => ({ field, names: styles[i]![0].map((name) => NAMES[field][name]!), weight: styles[i]![1] })),
  );

/** Landscape first; the small ones make rows go on over many pages. */
const SIZES: readonly (readonly [number, number])[] = [[842, 595], [792, 612], [1191, 842], [595, 842], [842, 1191], [1008, 612], [595, 420]];

const paper: fc.Arbitrary<Paper> = fc
  .record({
    size: fc.constantFrom(...SIZES),
    margin: fc.integer({ min: 30, max: 70 }),
    turn: fc.oneof({ weight: 2, arbitrary: fc.constant(0 as const) }, { weight: 1, arbitrary: fc.constantFrom(90, 180, 270) }),
    turnedBack: fc.boolean(),
    crop: fc.constantFrom(0, 0, 30),
    unit: fc.constantFrom(1, 1, 1, 0.5, 2),
  })
  .map(({ size: [width, height], ...rest }) => ({ width, height, ...rest }));

const COLOURS = ["black", "black", "#808080", "#4472c4", "white"];

const rules: fc.Arbitrary<Rules> = fc
  .oneof(
    { weight: 6, arbitrary: fc.record({ between: fc.constant("cells" as const), as: fc.constantFrom<Rules["as"][]>("strokes", "boxes", "apart", "filled", "dotted", "dashed") }) },
    { weight: 2, arbitrary: fc.record({ between: fc.constantFrom("rows" as const, "columns" as const), as: fc.constantFrom<Rules["as"][]>("strokes", "filled", "dotted", "dashed") }) },
    { weight: 2, arbitrary: fc.constant({ between: "nothing" as const, as: "strokes" as const }) },
  )
  .chain((lines) =>
    fc.record({ colour: fc.constantFrom(...COLOURS), width: fc.constantFrom(0.25, 0.5, 1, 1.5), closedBreaks: fc.boolean() }).map((rest) => ({ ...lines, ...rest })),
  );

const headers: fc.Arbitrary<Headers> = fc.record({
  on: fc.constantFrom("every page", "first page"),
  centred: fc.boolean(),
  stacked: fc.constantFrom(false, false, true),
  bottom: fc.boolean(),
  fill: fc.option(fc.constantFrom("#d9d9d9", "#ffe599"), { nil: undefined, freq: 2 }),
});

/** Without lines between them, rows are told by keys that stand at their top. */
const rowsWithin = ({ between, colour }: Rules): fc.Arbitrary<Rows> => {
  const isRuled = colour !== "white" && (between === "cells" || between === "rows");
  const place = fc.constantFrom<Rows["keys"][]>("top", ...(isRuled ? (["middle"] as const) : []));
  return fc.record({
    keys: place,
    items: fc.oneof({ weight: 2, arbitrary: fc.constant("top" as const) }, { weight: 1, arbitrary: place }),
    padding: fc.integer({ min: 2, max: 8 }),
    spare: fc.constantFrom(0, 0, 6, 30),
    breaks: fc.constantFrom("anywhere", "anywhere", "where needed"),
  });
};

const drawing: fc.Arbitrary<Drawing> = fc.record({
  unit: fc.constantFrom("line", "word", "glyph"),
  order: fc.constantFrom("by cell", "by line", "random"),
  seed: fc.nat(1000),
});

const lists: fc.Arbitrary<ListStyle> = fc.record({
  hanging: fc.constantFrom(true, true, false),
  hang: fc.constantFrom(1.6, 2, 2.5),
  indent: fc.constantFrom(1, 1.6, 2),
  gap: fc.constantFrom(0, 0.5, 1),
  bullets: fc.oneof({ weight: 3, arbitrary: fc.constant("text" as const) }, { weight: 2, arbitrary: fc.constantFrom("Symbol", "ZapfDingbats", "Type 3", "disc", "circle", "square") }),
  flushNumbers: fc.constantFrom(false, false, true),
});

/** A random matrix. */
export const recipe: fc.Arbitrary<Recipe> = fc.tuple(lists, fc.constantFrom("Helvetica", "Times-Roman", "Courier", "embedded"), rules, fc.integer({ min: 1, max: 4 })).chain(
  ([style, font, lines, count]) => {
    const wanted = { hanging: style.hanging, embedded: font === "embedded" };
    return fc
      .record({
        paper,
        size: fc.constantFrom(6.5, 7, 8, 9, 9.96, 10.5, 11, 12, 14),
        leading: fc.constantFrom(1.1, 1.2, 1.35, 1.5),
        tracking: fc.constantFrom(0, 0, 0, 0.02, 0.06),
        columns,
        headers,
        rows: rowsWithin(lines),
        drawing,
        furniture: fc.constantFrom<Recipe["furniture"][]>([], ["number"], ["page of"], ["running"], ["running", "page of"]),
        cutsWords: fc.boolean(),
        justified: fc.boolean(),
        title: fc.boolean(),
        meetings: fc.tuple(...Array.from({ length: count }, (_, i) => meeting(count - i, wanted))),
      })
      .map((rest): Recipe => ({ ...rest, font, lists: style, rules: lines }));
  },
);
