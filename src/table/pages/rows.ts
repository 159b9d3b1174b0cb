import { sliceLines } from "../../layout/packedWords.js";
import { type CellPart, type KeptCell, type KeptStrip, type Strip, openStrip } from "../matrix/strip.js";
import { ABOVE, type RowTop, rowTops } from "./centredKeys.js";
import { KEY_CELLS, whiteBands } from "./whiteRows.js";

/** Where a row starts: the line of its key cells. */
export interface RowKey {
  /** Baseline of the key's first line, in points on the upright page. */
  readonly baseline: number;
  readonly size: number;
  /** What tells the row from others; the same on the next page means that the row goes on. */
  readonly id: string;
  /** The column that it stands in, where it is the first line of a text there. */
  readonly field?: string;
  /** Whether nothing tells where its row starts. */
  readonly undecided?: boolean;
}

/** A row of the whole table, over all the pages that it runs over. */
export interface TableRow {
  /** Undefined for text that stands before the first key. */
  readonly key: RowKey | undefined;
  /** In reading order. */
  readonly parts: readonly KeptCell[];
}

/** The keys that a strip shows, from top to bottom; `index` is its place among the strips. */
export type KeysOf = (strip: KeptStrip, index: number) => readonly RowKey[];

/** A key further down than this from the first line of its strip, in font sizes, is not set at the top of its row. */
const BELOW_TOP = 1.3;

/** Cells that start level do so within this, in font sizes, also where one is set in another size. */
const LEVEL = 0.25;

/** Baselines that differ by less, in font sizes, are one. */
const SAME = 0.02;

/** So many keys in the middle of their rows show that keys are set there. */
const FEWEST_CENTRED = 2;

/** A strip and the keys that it shows. */
interface KeyedStrip {
  readonly strip: KeptStrip;
  readonly keys: readonly RowKey[];
}

/** A row that may still grow. */
interface GrowingRow {
  readonly key: RowKey | undefined;
  parts: KeptCell[];
}

/** Puts the strips of all pages together to rows. */
export function rowsOf(strips: readonly KeptStrip[], keysOf: KeysOf): TableRow[] {
  const shown = strips.map((strip, i) => ({ strip, keys: keysOf(strip, i) }));
  const lined = areLined(shown);
  const keyed = lined ? shown : withOpenRows(shown);
  // One key between two row lines, not first on its page: this table draws a line between its rows.
  const linesBetweenRows = keyed.some(({ strip, keys }) => strip.ruled && !strip.first && keys.length === 1);
  const low = areLow(keyed);
  const divided = keyed.some(({ strip, keys }) => keys.length === 0 && strip.ruled && !strip.first && !strip.broken && strip.cells.length > 0);
  const begunBefore = (i: number): boolean => !divided && isBegunRow(keyed[i - 1]);
  const rows: GrowingRow[] = [];
  keyed.forEach(({ strip, keys }, i) => {
    const whole = keys.length === 1 && (linesBetweenRows || isWhole(strip, keys[0], lined));
    let rest = strip;
    keys.forEach((key) => {
      const current = rows.at(-1);
      // Above the first key is no other row that the text could be of, unless one starts level with the key.
      const all = whole || (rows.length === 0 && !isAtStart(openStrip(strip), key));
      const [above, below] = all ? [undefined, rest] : splitAt(rest, key.baseline - ABOVE * key.size);
      if (above !== undefined) append(rows, above);
      rest = below;
      if (current?.key?.id === key.id) return;
      const opened = whole && strip.first && (low || begunBefore(i) || !isAtTop(openStrip(strip), key)) ? takeBack(rows, keyed, i) : [];
      rows.push({ key, parts: opened });
    });
    append(rows, rest);
  });
  // A line of huge letters right below a key takes that key's line into its own row.
  return rows.filter(({ parts }) => parts.length > 0);
}

/** Whether lines divide the rows: there are some between or around them, and no two keys without one between them. */
function areLined(keyed: readonly KeyedStrip[]): boolean {
  return keyed.some(({ strip }) => (strip.ruled && !strip.first) || strip.closed) && keyed.every(({ keys }) => keys.length <= 1);
}

function append(rows: GrowingRow[], strip: KeptStrip): void {
  if (strip.cells.length === 0) return;
  const row = rows.at(-1);
  if (row === undefined) rows.push({ key: undefined, parts: [...strip.cells] });
  else row.parts.push(...strip.cells);
}

/**
 * Where key cells are set in the middle of a tall row, the key may come pages after the row's start. Takes the strips of this row back from
 * the row before: without keys, back to the one that has a row line above it.
 */
function takeBack(rows: readonly GrowingRow[], keyed: readonly KeyedStrip[], index: number): KeptCell[] {
  let start = index - 1;
  while (start >= 0) {
    const candidate = keyed[start];
    if (candidate === undefined || candidate.keys.length > 0) return [];
    if (!candidate.strip.first) break;
    start -= 1;
  }
  if (start < 0) return [];
  const own = new Set(keyed.slice(start, index).flatMap((entry) => entry.strip.cells));
  const row = rows.at(-1);
  if (row === undefined) return [];
  const taken = row.parts.filter((part) => own.has(part));
  row.parts = row.parts.filter((part) => !own.has(part));
  return taken;
}

/**
 * Whether a strip at the end of a page begins a row whose key comes on the next: a row line is drawn above it and none below. Some engines break a
 * row where one of its cells still has room for a line. Where row lines divide rows, too, it may be a part of one instead.
 */
function isBegunRow(entry: KeyedStrip | undefined): boolean {
  return entry !== undefined && entry.keys.length === 0 && entry.strip.ruled && !entry.strip.first && entry.strip.broken && entry.strip.cells.length > 0;
}

/** Whether most keys that are alone in their strip stand lower than at its top: so may one that happens to stand there. */
function areLow(keyed: readonly KeyedStrip[]): boolean {
  const alone = keyed.flatMap(({ strip, keys }) => (keys.length === 1 && keys[0] !== undefined ? [isAtTop(openStrip(strip), keys[0])] : []));
  return 2 * alone.filter((atTop) => !atTop).length > alone.length;
}

function isAtTop(strip: Strip, key: RowKey): boolean {
  const first = Math.min(...strip.cells.map((cell) => cell.lines[0]?.baseline ?? Infinity));
  return key.baseline - first <= BELOW_TOP * key.size;
}

/** Whether a strip with one key is all of that key's row on its page, and no row begins at the key. */
function isWhole(kept: KeptStrip, key: RowKey | undefined, lined: boolean): boolean {
  if (key === undefined) return true;
  const strip = openStrip(kept);
  if (isCentred(strip, key)) return !startsRow(strip, key, { within: EXACT, columns: 2 });
  if (lined) return !startsRow(strip, key, { within: EXACT, columns: 1 });
  return strip.ruled && !isAtTop(strip, key) && !startsRow(strip, key, { within: ABOVE, columns: 1 });
}

/** Cells of one row start level to a hair; with other evidence against it, what is less than that is chance. */
const EXACT = 0.05;

/** How many columns must have a paragraph that starts at a key's height, within so many font sizes. */
interface LevelStart {
  readonly within: number;
  readonly columns: number;
}

/** Whether most other columns too have a paragraph that starts at the key's height, so that a row starts there and not higher up. */
function startsRow(strip: Strip, key: RowKey, { within, columns }: LevelStart): boolean {
  const starting = strip.cells.filter(({ lines }) => Math.abs((lines[0]?.baseline ?? Infinity) - key.baseline) <= SAME * key.size);
  if (starting.length > KEY_CELLS) return true;
  // Key cells have nothing above the key; a column that has nothing below it says nothing.
  const telling = strip.cells.filter((cell) => !starting.includes(cell) && cell.lines.some((line) => line.baseline >= key.baseline - ABOVE * key.size));
  const level = telling.filter((cell) => hasStartAt(cell, key, within)).length;
  return level >= columns && 2 * level > telling.length;
}

/** Whether a key's cell stands in the middle of a strip whose lines show where it begins and ends. */
function isCentred(strip: Strip, key: RowKey): boolean {
  const lines = strip.cells.find((cell) => Math.abs((cell.lines[0]?.baseline ?? Infinity) - key.baseline) <= SAME * key.size)?.lines;
  const [first, last] = [lines?.[0], lines?.at(-1)];
  if (first === undefined || last === undefined || !(strip.ruled || strip.closed)) return false;
  return Math.abs(first.box.y0 - strip.top - (strip.bottom - last.box.y1)) <= CENTRED * key.size;
}

/** White space above and below what is centred is alike within this, in font sizes: descenders, and rows of lines. */
const CENTRED = 1;

/** Whether a cell has a paragraph that starts at the key's height, within so many font sizes: a line with nothing or white space above it. */
function hasStartAt({ lines }: Pick<CellPart, "lines">, key: RowKey, within: number): boolean {
  const at = lines.findIndex((line) => Math.abs(line.baseline - key.baseline) <= within * key.size);
  const line = lines[at];
  const above = lines[at - 1];
  return line !== undefined && (above === undefined || line.box.y0 - above.box.y1 > 0.5 * line.size);
}

/** The strips, those that no line divides in parts of one row. */
function withOpenRows(keyed: readonly KeyedStrip[]): readonly KeyedStrip[] {
  return dividedByWhite(keyed) ?? dividedByKeys(keyed) ?? keyed;
}

/**
 * Where no line divides rows whose keys are set in the middle, white space does: strips are divided there as lines would. So they are if most keys
 * stand where no row starts, and none shares its part with another's.
 */
function dividedByWhite(keyed: readonly KeyedStrip[]): readonly KeyedStrip[] | undefined {
  const open = keyed.filter(({ strip }) => !strip.ruled);
  const keys = open.flatMap(({ strip, keys: own }) => {
    const opened = openStrip(strip);
    return own.map((key) => isAtStart(opened, key));
  });
  if (2 * keys.filter((atStart) => !atStart).length <= keys.length) return undefined;
  const divided = keyed.map((entry) => (entry.strip.ruled ? [entry] : dividedAtWhite(entry)));
  return divided.flat().every(({ keys: own }) => own.length <= 1) ? divided.flat() : undefined;
}

/** Where no line divides rows and some keys are set in the middle of theirs, strips are divided where rows start as lines would. */
function dividedByKeys(keyed: readonly KeyedStrip[]): readonly KeyedStrip[] | undefined {
  const tops = keyed.map(({ strip, keys }) => (strip.ruled ? [] : rowTops(openStrip(strip), keys)));
  // One alone may be so by chance.
  if (tops.flat().filter(({ key, y }) => y < key.baseline - ABOVE * key.size).length < FEWEST_CENTRED) return undefined;
  const first = keyed.findIndex(({ keys }) => keys.length > 0);
  return keyed.flatMap((entry, i) => (entry.strip.ruled ? [entry] : dividedAt(entry.strip, i === first ? fromTop(tops[i] ?? []) : (tops[i] ?? []))));
}

/** Above the first key of all is no other row that text could be of. */
function fromTop(tops: readonly RowTop[]): RowTop[] {
  return tops.map((top, i) => (i === 0 && top.undecided ? { ...top, y: -Infinity, undecided: false } : top));
}

function dividedAt(strip: KeptStrip, tops: readonly RowTop[]): KeyedStrip[] {
  const parts: KeyedStrip[] = [];
  let rest = strip;
  let own: RowKey[] = [];
  for (const { key, y, undecided } of tops) {
    const [above, below] = splitAt(rest, y);
    if (above.cells.length > 0) parts.push({ strip: { ...above, first: strip.first && parts.length === 0, ruled: own.length > 0 }, keys: own });
    rest = below;
    own = [undecided ? { ...key, undecided } : key];
  }
  return [...parts, { strip: { ...rest, first: strip.first && parts.length === 0, ruled: own.length > 0 }, keys: own }];
}

/** Whether more cells than a key's have a line at its height that starts a paragraph. */
function isAtStart(strip: Strip, key: RowKey): boolean {
  return strip.cells.filter((cell) => hasStartAt(cell, key, LEVEL)).length > KEY_CELLS;
}

function dividedAtWhite({ strip, keys }: KeyedStrip): KeyedStrip[] {
  const parts: KeyedStrip[] = [];
  let rest = strip;
  let from = -Infinity;
  for (const y of [...whiteBands(openStrip(strip), keys.map(({ baseline }) => baseline)), Infinity]) {
    const [above, below] = splitAt(rest, y);
    const own = keys.filter(({ baseline }) => baseline > from && baseline <= y);
    parts.push({ strip: { ...above, first: strip.first && parts.length === 0, ruled: parts.length > 0 }, keys: own });
    rest = below;
    from = y;
  }
  return parts;
}

/** The lines of a strip above an edge, and those below it. */
function splitAt(strip: KeptStrip, edge: number): [KeptStrip, KeptStrip] {
  const above: KeptCell[] = [];
  const below: KeptCell[] = [];
  openStrip(strip).cells.forEach(({ lines }, i) => {
    const cell = strip.cells[i];
    if (cell === undefined) return;
    const count = lines.filter((line) => line.baseline <= edge).length;
    if (count > 0) above.push({ ...cell, lines: sliceLines(cell.lines, 0, count) });
    if (count < lines.length) below.push({ ...cell, lines: sliceLines(cell.lines, count, lines.length) });
  });
  return [
    { ...strip, cells: above },
    { ...strip, cells: below },
  ];
}
