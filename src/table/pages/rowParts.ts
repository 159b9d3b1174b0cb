import { sliceLines } from "../../layout/packedWords.js";
import { type KeptCell, type KeptStrip, openStrip } from "../matrix/strip.js";
import { centredStarts } from "./centredKeys.js";
import { EXACT, NEAR, isAtStart, isAtTop, isCentred, startsRow } from "./keyHeight.js";
import { type KeyedStrip, type RowKey, type RowStart, topOf } from "./rowKey.js";

/** The part of a row that is in one strip. */
export interface RowPart {
  readonly strip: KeptStrip;
  /** The key of its row, if the row starts here. */
  readonly key: RowKey | undefined;
}

/** Which lines are drawn in a table. */
interface DrawnLines {
  /** Whether they divide all rows: there are some between or around rows, and no two keys without a line between them. */
  readonly divideAll: boolean;
  /** Whether there is a line above a strip with a single key that is not first on its page: this table draws a line between its rows. */
  readonly divideSome: boolean;
}

/**
 * At least this many keys in the middle of their rows show that keys are centred; a single one may be there by chance, unless its row cannot
 * start with it.
 */
const FEWEST_CENTRED = 2;

/**
 * Divides strips where rows start. Lines decide first: a strip between two of them belongs entirely to the row of its single key. Then keys
 * decide, if some are in the middle of their rows; otherwise rows start with their keys.
 */
export function rowParts(strips: readonly KeyedStrip[]): RowPart[] {
  const drawn = drawnLines(strips);
  const lined = strips.map((entry, i) => isOneRow(entry, drawn, strips[i - 1]));
  const starts =
    (drawn.divideAll ? undefined : startsAboveKeys(strips, lined)) ??
    strips.flatMap((entry, i) => startsAtKeys(entry, i, lined[i] === true));
  const byStrip: RowStart[][] = strips.map(() => []);
  for (const start of starts) byStrip[start.strip]?.push(start);
  const first = strips.findIndex(({ strip }) => strip.cells.length > 0);
  return strips.flatMap(({ strip }, i) => {
    const own = byStrip[i] ?? [];
    return dividedAt(strip, i === first ? fromTop(strip, own) : own);
  });
}

function drawnLines(strips: readonly KeyedStrip[]): DrawnLines {
  return {
    divideAll: strips.some(({ strip }) => (strip.ruled && !strip.first) || strip.closed) && strips.every(({ keys }) => keys.length <= 1),
    divideSome: strips.some(({ strip, keys }) => strip.ruled && !strip.first && keys.length === 1),
  };
}

/**
 * Whether lines show that a whole strip belongs to the row of its only key. Where that row may have begun on the page before, a key in the
 * middle is one also if paragraphs start level with it.
 */
function isOneRow({ strip, keys }: KeyedStrip, { divideAll, divideSome }: DrawnLines, before: KeyedStrip | undefined): boolean {
  const [key, next] = keys;
  if (key === undefined || next !== undefined) return false;
  if (divideSome) return true;
  const opened = openStrip(strip);
  if (isCentred(opened, key))
    return (before?.keys.length === 0 && beginsRow(before.strip)) || !startsRow(opened, key, { within: EXACT, columns: 2 });
  return divideAll && !startsRow(opened, key, { within: EXACT, columns: 1 });
}

/**
 * Whether a strip without keys begins a row whose key comes on the next page: it is at the end of its page, with a row line above it and none
 * below. Some engines break a row where one of its cells still has room for a line.
 */
export function beginsRow({ ruled, first, broken, cells }: KeptStrip): boolean {
  return ruled && !first && broken && cells.length > 0;
}

/** Where rows start if some keys are in the middle of their rows. */
function startsAboveKeys(strips: readonly KeyedStrip[], lined: readonly boolean[]): readonly RowStart[] | undefined {
  const starts = centredStarts(strips, (i) => lined[i] === true);
  const above = starts.filter(({ key, y, strip }) => key.undecided !== true && y < topOf(key) && lined[strip] !== true);
  return above.length < FEWEST_CENTRED && !above.some(({ aboveKey }) => aboveKey === true) ? undefined : starts;
}

/** Rows that start with their keys. A single key within rules may be lower than the start of its row, if no other text starts with it. */
function startsAtKeys({ strip, keys }: KeyedStrip, index: number, isLined: boolean): RowStart[] {
  const opened = openStrip(strip);
  const isLow = (key: RowKey): boolean =>
    keys.length === 1 && strip.ruled && !isAtTop(opened, key) && !startsRow(opened, key, { within: NEAR, columns: 1 });
  return keys.map((key) => ({ key, strip: index, y: isLined || isLow(key) ? -Infinity : topOf(key) }));
}

/**
 * Text above the very first key can belong to no other row, unless a row starts level with the key: by chance, paragraphs do so beside a key
 * in the middle of its row.
 */
function fromTop(kept: KeptStrip, starts: readonly RowStart[]): readonly RowStart[] {
  const [first, ...others] = starts;
  if (first === undefined) return starts;
  const { undecided, ...key } = first.key;
  const strip = openStrip(kept);
  const isOpen = undecided === true || (first.y === topOf(key) && (!isAtStart(strip, key) || isCentred(strip, key)));
  return isOpen ? [{ ...first, key, y: -Infinity }, ...others] : starts;
}

function dividedAt(strip: KeptStrip, starts: readonly RowStart[]): RowPart[] {
  const parts: RowPart[] = [];
  let rest: RowPart = { strip, key: undefined };
  for (const { key, y } of starts) {
    const [above, below] = splitAt(rest.strip, y);
    if (above.cells.length > 0) parts.push({ ...rest, strip: above });
    rest = { strip: { ...below, first: strip.first && y === -Infinity }, key };
  }
  return [...parts, rest];
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
