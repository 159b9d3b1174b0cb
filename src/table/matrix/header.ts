/** The names that a matrix has for one of its columns; the first is the usual one. */
export interface ColumnNames {
  readonly field: string;
  readonly headers: readonly string[];
  /** What its cells start with at the start of a row: in a band across all columns it heads the row below. */
  readonly starts?: RegExp;
}

/** A header row read by a profile. */
export interface HeaderMatch {
  /** For each cell of the row the field of its column; undefined for a column that the profile does not have. */
  readonly fields: readonly (string | undefined)[];
  /** Cells whose wording the profile does not know, by index; they are read by their position among the others. */
  readonly unknown: readonly number[];
  /** How certain it is that this is a header: the sum of the cells' scores. */
  readonly score: number;
}

/** A header row names at least this many of the profile's columns, and at least half of them. */
const FEWEST_COLUMNS = 3;

/** Reads a row of cell texts as a header; undefined if it is not one. */
export function matchHeader(cells: readonly string[], columns: readonly ColumnNames[]): HeaderMatch | undefined {
  const filled = cells.filter((cell) => cell.trim() !== "").length;
  const wanted = fewestNamed(columns);
  if (filled < wanted) return undefined;
  const pairs: Pair[] = [];
  // Most lines are not headers, and most of these show it in their first cells.
  let left = filled;
  let named = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === "") continue;
    const own = pairsOf(cell, index, columns);
    pairs.push(...own);
    left -= 1;
    if (own.length > 0) named += 1;
    if (named + left < wanted) return undefined;
  }
  pairs.sort((a, b) => b.score - a.score || a.offset - b.offset || a.index - b.index);
  const fields: (string | undefined)[] = cells.map(() => undefined);
  let score = 0;
  for (const pair of pairs) {
    if (fields[pair.index] !== undefined || fields.includes(pair.field)) continue;
    fields[pair.index] = pair.field;
    score += pair.score;
  }
  const matched = fields.filter((field) => field !== undefined).length;
  if (matched < wanted || matched < filled / 2) return undefined;
  return { fields: fillByOrder(cells, fields, columns), unknown: unknownCells(cells, fields), score };
}

/**
 * Whether enough of some words belong to a name, or begin one, for them to be a header. If this is false, `matchHeader` finds none in cells
 * that are made of them: most lines are not headers, and need not be divided into cells.
 */
export function mayBeHeader(words: readonly { readonly text: string }[], columns: readonly ColumnNames[]): boolean {
  const starts = startsOfNames(columns);
  let left = fewestNamed(columns);
  for (const { text } of words) {
    if (headerWords(text).some((word) => starts.has(word))) left -= 1;
    if (left <= 0) return true;
  }
  return false;
}

/** The least number of columns that a header row names. */
function fewestNamed(columns: readonly ColumnNames[]): number {
  return Math.max(Math.min(FEWEST_COLUMNS, columns.length), columns.length / 2);
}

/** A cell and a column whose name it resembles. */
interface Pair {
  readonly index: number;
  /** How far the cell is from the column's usual position: of equally similar names, the nearest is meant. */
  readonly offset: number;
  readonly field: string;
  readonly score: number;
}

function pairsOf(cell: string, index: number, columns: readonly ColumnNames[]): Pair[] {
  const words = headerWords(cell);
  return columns.flatMap(({ field, headers }, rank) => {
    const score = bestLikeness(words, headers);
    return score > 0 ? [{ index, offset: Math.abs(index - rank), field, score }] : [];
  });
}

function unknownCells(cells: readonly string[], fields: readonly (string | undefined)[]): number[] {
  return cells.flatMap((cell, i) => (fields[i] === undefined && cell.trim() !== "" ? [i] : []));
}

/** A cell between two known ones, with as many unnamed columns there as the profile has, is the column of that place. */
function fillByOrder(
  cells: readonly string[],
  fields: readonly (string | undefined)[],
  columns: readonly ColumnNames[],
): (string | undefined)[] {
  const filled = [...fields];
  let start = 0;
  while (start < cells.length) {
    if (fields[start] !== undefined) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < cells.length && fields[end] === undefined) end += 1;
    const before = start === 0 ? -1 : columns.findIndex((column) => column.field === fields[start - 1]);
    const after = end === cells.length ? columns.length : columns.findIndex((column) => column.field === fields[end]);
    const free = columns.slice(before + 1, Math.max(before + 1, after)).filter((column) => !fields.includes(column.field));
    if (free.length === end - start) free.forEach((column, i) => (filled[start + i] = column.field));
    start = end;
  }
  return filled;
}

/**
 * How similar a header cell is to one of a column's names: 1 for the same words, less for each additional word, 0 if one of the name's
 * words is missing. Case, punctuation and plurals do not count.
 */
export function likeness(cell: string, names: readonly string[]): number {
  return bestLikeness(headerWords(cell), names);
}

/** The same for several columns at once: the best of them, and how similar its names are. */
export function nearestColumn(
  cell: string,
  columns: readonly ColumnNames[],
): { readonly field: string | undefined; readonly likeness: number } {
  const words = headerWords(cell);
  return columns.reduce<{ field: string | undefined; likeness: number }>(
    (best, { field, headers }) => {
      const like = bestLikeness(words, headers);
      return like > best.likeness ? { field, likeness: like } : best;
    },
    { field: undefined, likeness: 0 },
  );
}

/** Whether a cell has the first words of a name, and not all of them: a narrow column breaks its name between lines. */
export function beginsName(cell: string, columns: readonly ColumnNames[]): boolean {
  const words = headerWords(cell);
  return words.length > 0 && namesFrom(words, columns).some((name) => name.words.length > words.length);
}

/** Whether a cell has the words of a name, each of them whole. */
export function spellsName(cell: string, columns: readonly ColumnNames[]): boolean {
  const words = headerWords(cell);
  return namesFrom(words, columns).some((name) => name.words.length === words.length);
}

/** The names that start with some words. */
function namesFrom(words: readonly string[], columns: readonly ColumnNames[]): Name[] {
  return columns.flatMap(({ headers }) => wordsOfNames(headers)).filter((name) => words.every((word, i) => word === name.words[i]));
}

function bestLikeness(words: readonly string[], names: readonly string[]): number {
  if (words.length === 0) return 0;
  let best = 0;
  for (const { words: wanted, whole } of wordsOfNames(names)) {
    if (words.length > Math.max(LONGEST_HEADER, wanted.length)) continue;
    if (wanted.length > 0 && wanted.every((word) => words.includes(word))) best = Math.max(best, wanted.length / words.length);
    else if (whole.startsWith(words[0] ?? "") && wholeOf(words) === whole) return 1;
  }
  return best;
}

/** Words without the spaces between them: a column too narrow for its name breaks it anywhere, "Nu", "mb", "er". */
function wholeOf(words: readonly string[]): string {
  return singular(words.join(""));
}

/** The words of a name, separate and joined. */
interface Name {
  readonly words: readonly string[];
  readonly whole: string;
}

/** The words of names, cached: a profile has few, and each line of a document is compared with them. */
const knownNames = new WeakMap<readonly string[], readonly Name[]>();

function wordsOfNames(names: readonly string[]): readonly Name[] {
  let known = knownNames.get(names);
  if (known === undefined) {
    known = names.map((name) => {
      const words = headerWords(name);
      return { words, whole: wholeOf(words) };
    });
    knownNames.set(names, known);
  }
  return known;
}

/** What the words of names start with, the words themselves included: a line's end may cut them anywhere. */
const knownStarts = new WeakMap<readonly ColumnNames[], ReadonlySet<string>>();

function startsOfNames(columns: readonly ColumnNames[]): ReadonlySet<string> {
  let known = knownStarts.get(columns);
  if (known === undefined) {
    const names = columns.flatMap(({ headers }) => wordsOfNames(headers));
    known = new Set(
      names.flatMap(({ words, whole }) => [...words, whole]).flatMap((word) => Array.from(word, (_, i) => word.slice(0, i + 1))),
    );
    knownStarts.set(columns, known);
  }
  return known;
}

/** A cell with more words than this is not a header, unless a known name has as many. */
const LONGEST_HEADER = 6;

/**
 * The words of a header without case, punctuation and plural, with those cut at a line end rejoined: "TOPIC’S WORKSHOP" gives topic,
 * workshop; "%", which has no words, itself.
 */
function headerWords(text: string): string[] {
  // Most lines that are compared with column names are not headers; their pieces need no closer look.
  const pieces = PLAIN.test(text)
    ? text.toLowerCase().split(" ")
    : text
        .normalize("NFKC")
        .replace(/(\p{L})[-‐\u00AD] (?=\p{L})/gu, "$1")
        .toLowerCase()
        .replace(/[’']s\b/gu, "")
        .split(/[^\p{L}\p{N}]+/u);
  const words = pieces.filter((word) => word !== "").map(singular);
  const sign = words.length > 0 ? "" : text.replace(/\s/gu, "");
  return sign === "" ? words : [sign];
}

/** Letters and spaces. */
const PLAIN = /^[A-Za-z ]+$/u;

function singular(word: string): string {
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
}
