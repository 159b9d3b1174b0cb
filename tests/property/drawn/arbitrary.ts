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
import type { Drawing, ListStyle, Paper, Recipe, RecipeCell, RecipeColumn, RecipeDate, RecipeItem, RecipeMeeting } from "./recipe.js";

const WORDS = (
  "culture heritage ministers support exchange between cities creative industries young artists network policy shared values museum training " +
  "experts meeting dialogue promote region public digital media film common market tourism regional partners to of the and for in with on by " +
  "Asia Europe ASEM UNESCO ASEF 2018 200 (2005) e.g. 'best' “quoted” people-to-people Asia-Europe well-being 8^th 21^st 2^nd"
).split(" ");

/** Words that every dictionary has; a stroke shows where they may be cut. */
const LONG_WORDS = ["conven|tion", "inter|national", "co|oper|ation", "cul|tural", "develop|ment", "educa|tion", "recommen|dation", "part|ner|ship"];

const sentence = (least: number, most: number): fc.Arbitrary<string[]> =>
  fc
    .tuple(
      fc.constantFrom("Support", "Promote", "Encourage", "Recognise", "Establish", "Organise"),
      fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.constantFrom(...LONG_WORDS) }), {
        minLength: least,
        maxLength: most,
      }),
      fc.constantFrom("projects", "workshops", "events", "platforms", "measures"),
    )
    .map(([first, middle, last]) => [first, ...middle, last]);

const ended = (words: readonly string[], end: string): string[] => [...words.slice(0, -1), `${words.at(-1)!}${end}`];

interface MarkerKind {
  readonly kind: RecipeItem["kind"];
  /** The printed marker of the item with this index. */
  readonly print: (index: number) => string;
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
const letterOf = (index: number): string => String.fromCharCode(97 + index);

const MARKERS: readonly MarkerKind[] = [
  ...["•", "●", "▪", "◦", "■", "►"].map((glyph): MarkerKind => ({ kind: "bullet", print: () => glyph })),
  ...["–", "-", "—"].map((glyph): MarkerKind => ({ kind: "dash", print: () => glyph })),
  { kind: "number", print: (i) => `${i + 1})` },
  { kind: "number", print: (i) => `${i + 1}.` },
  { kind: "number", print: (i) => `(${i + 1})` },
  { kind: "letter", print: (i) => `${letterOf(i)})` },
  { kind: "letter", print: (i) => `(${letterOf(i)})` },
  { kind: "letter", print: (i) => `${ROMAN[i]!}.` },
];

/** Signs that the standard fonts have. */
const PLAIN_MARKERS = MARKERS.filter(({ print }) => !/[●▪◦■►]/u.test(print(0)));

interface Wanted {
  readonly hanging: boolean;
  readonly embedded: boolean;
}

const list = (style: Wanted, depth: number, taken: readonly string[]): fc.Arbitrary<RecipeItem[]> =>
  fc.constantFrom(...(style.embedded ? MARKERS : PLAIN_MARKERS).filter(({ kind }) => !taken.includes(kind))).chain((marker) =>
    fc
      .array(
        fc.record({
          words: sentence(0, depth === 0 ? 18 : 8),
          end: fc.constantFrom("", ".", ";"),
          more: style.hanging && depth === 0 ? fc.option(sentence(1, 8), { nil: undefined, freq: 6 }) : fc.constant(undefined),
          children:
            depth < 2 && style.hanging
              ? fc.option(list(style, depth + 1, [...taken, marker.kind]), { nil: undefined, freq: 5 })
              : fc.constant(undefined),
          named: style.hanging && depth === 0 ? fc.option(fc.array(sentence(0, 6), { minLength: 1, maxLength: 3 }), { nil: undefined, freq: 10 }) : fc.constant(undefined),
        }),
        { minLength: 1, maxLength: depth === 0 ? 10 : 4 },
      )
      .map((items) =>
        items.map(({ words, end, more, children, named }, i): RecipeItem => {
          const number = marker.kind === "number" ? { number: i + 1 } : {};
          const start = { kind: marker.kind, marker: marker.print(i), ...number };
          if (named !== undefined) {
            return { ...start, paragraphs: [ended(words, ":")], children: named.map((own) => plain(ended(own, "."))) };
          }
          const paragraphs = more === undefined ? [ended(words, end)] : [ended(words, "."), ended(more, ".")];
          return { ...start, paragraphs, children: children ?? [] };
        }),
      ),
  );

const plain = (words: readonly string[], children: readonly RecipeItem[] = []): RecipeItem => ({
  kind: "none",
  marker: "",
  paragraphs: [words],
  children,
});

const plainItems = fc
  .array(sentence(1, 14), { minLength: 1, maxLength: 5 })
  .map((sentences): RecipeCell => sentences.map((words) => plain(ended(words, "."))));

const introduced = (style: Wanted): fc.Arbitrary<RecipeCell> =>
  fc.tuple(sentence(1, 8), list(style, 0, [])).map(([words, items]) => [plain(ended(words, ":"), items)]);

const cell = (style: Wanted): fc.Arbitrary<RecipeCell> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<RecipeCell>([]) },
    { weight: 6, arbitrary: list(style, 0, []) },
    ...(style.hanging
      ? [
          { weight: 2, arbitrary: plainItems },
          { weight: 1, arbitrary: introduced(style) },
        ]
      : []),
  );

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

const paper: fc.Arbitrary<Paper> = fc
  .record({
    size: fc.constantFrom<readonly [number, number]>([842, 595], [792, 612], [1191, 842], [595, 842], [842, 1191]),
    margin: fc.integer({ min: 36, max: 70 }),
    turn: fc.oneof({ weight: 3, arbitrary: fc.constant(0 as const) }, { weight: 1, arbitrary: fc.constantFrom(90, 180, 270) }),
    turnedBack: fc.boolean(),
    crop: fc.constantFrom(0, 0, 30),
  })
  .map(({ size: [width, height], ...rest }) => ({ width, height, ...rest }));

const drawing: fc.Arbitrary<Drawing> = fc.record({
  unit: fc.constantFrom("line", "word", "glyph"),
  shuffle: fc.option(fc.nat(1000), { nil: undefined }),
});

const lists: fc.Arbitrary<ListStyle> = fc.record({
  hanging: fc.constantFrom(true, true, false),
  hang: fc.constantFrom(1.6, 2, 2.5),
  indent: fc.constantFrom(1, 1.6, 2),
  gap: fc.constantFrom(0, 0.5, 1),
});

/** A random matrix. */
export const recipe: fc.Arbitrary<Recipe> = fc.tuple(lists, fc.constantFrom("Helvetica", "Times-Roman", "Courier", "embedded"), fc.integer({ min: 1, max: 4 })).chain(
  ([style, font, count]) => {
    const wanted = { hanging: style.hanging, embedded: font === "embedded" };
    return fc
      .record({
        paper,
        size: fc.integer({ min: 7, max: 12 }),
        leading: fc.constantFrom(1.1, 1.2, 1.5),
        columns,
        rules: fc.constantFrom("grid", "rectangles", "filled", "dotted", "none"),
        closedBreaks: fc.boolean(),
        headers: fc.constantFrom("every page", "first page"),
        centredHeaders: fc.boolean(),
        drawing,
        furniture: fc.constantFrom("none", "number", "page of", "running"),
        cutsWords: fc.boolean(),
        justified: fc.boolean(),
        title: fc.boolean(),
        meetings: fc.tuple(...Array.from({ length: count }, (_, i) => meeting(count - i, wanted))),
      })
      .map((rest): Recipe => ({ ...rest, font, lists: style }));
  },
);
