import fc from "fast-check";
import type { RecipeCell, RecipeItem } from "./recipe.js";

const WORDS = (
  "culture heritage ministers support exchange between cities creative industries young artists network policy shared values museum training " +
  "experts meeting dialogue promote region public digital media film common market tourism regional partners to of the and for in with on by " +
  "Asia Europe ASEM UNESCO ASEF 2018 200 (2005) e.g. 'best' “quoted” people-to-people Asia-Europe well-being 8^th 21^st 2^nd"
).split(" ");

/** Words that every dictionary has; a stroke shows where they may be cut. */
const LONG_WORDS = ["conven|tion", "cooper|ation", "inter|national", "cul|tural", "develop|ment", "educa|tion", "recommen|dation", "part|ner|ship"];

/** A sentence of so many words between its first and its last. */
export const sentence = (least: number, most: number): fc.Arbitrary<string[]> =>
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

const ROMAN = ["", "x", "xx"].flatMap((tens) => ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].map((ones) => tens + ones));
const letterOf = (index: number): string => String.fromCharCode(97 + index);

const MARKERS: readonly MarkerKind[] = [
  ...["•", "●", "▪", "◦", "■", "►"].map((glyph): MarkerKind => ({ kind: "bullet", print: () => glyph })),
  ...["–", "-", "—"].map((glyph): MarkerKind => ({ kind: "dash", print: () => glyph })),
  { kind: "number", print: (i) => `${i + 1})` },
  { kind: "number", print: (i) => `${i + 1}.` },
  { kind: "number", print: (i) => `(${i + 1})` },
  { kind: "letter", print: (i) => `${letterOf(i)})` },
  { kind: "letter", print: (i) => `(${letterOf(i)})` },
  { kind: "letter", print: (i) => `${letterOf(i)}.` },
  { kind: "letter", print: (i) => `${letterOf(i).toUpperCase()}.` },
  { kind: "letter", print: (i) => `(${letterOf(i).toUpperCase()})` },
  { kind: "letter", print: (i) => `${ROMAN[i]!}.` },
  { kind: "letter", print: (i) => `${ROMAN[i]!})` },
  { kind: "letter", print: (i) => `(${ROMAN[i]!})` },
  { kind: "letter", print: (i) => `${ROMAN[i]!.toUpperCase()}.` },
];

/** The longest list of one level. */
const MOST_ITEMS = 24;

/** Signs that the standard fonts have. */
const PLAIN_MARKERS = MARKERS.filter(({ print }) => !/[●▪◦■►]/u.test(print(0)));

/** How many items a list has: seldom so many that it goes over pages. */
const lengthOf = (depth: number): fc.Arbitrary<number> =>
  depth > 0 ? fc.integer({ min: 1, max: 4 }) : fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 8 }) }, { weight: 1, arbitrary: fc.integer({ min: 9, max: MOST_ITEMS }) });

/** What the lists of a document may have. */
export interface Wanted {
  readonly hanging: boolean;
  readonly embedded: boolean;
}

const list = (style: Wanted, depth: number, taken: readonly string[]): fc.Arbitrary<RecipeItem[]> =>
  fc.tuple(fc.constantFrom(...(style.embedded ? MARKERS : PLAIN_MARKERS).filter(({ kind }) => !taken.includes(kind))), lengthOf(depth)).chain(([marker, length]) =>
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
        { minLength: 1, maxLength: length },
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

/** The items of a cell. */
export const cell = (style: Wanted): fc.Arbitrary<RecipeCell> =>
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

