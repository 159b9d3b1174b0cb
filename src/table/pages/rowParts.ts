import { sliceLines } from "../../layout/packedWords.js";
import { type KeptCell, type KeptStrip, openStrip } from "../matrix/strip.js";
import { type RowTop, rowTops } from "./centredKeys.js";
import { EXACT, NEAR, isAtStart, isAtTop, isCentred, startsRow } from "./keyHeight.js";
import { type RowKey, topOf } from "./rowKey.js";

/** A strip and the keys that it shows. */
export interface KeyedStrip {
  readonly strip: KeptStrip;
  readonly keys: readonly RowKey[];
}

/** What a strip has of one row. */
export interface RowPart {
  readonly strip: KeptStrip;
  /** Undefined where the row of the part before goes on. */
  readonly key: RowKey | undefined;
  /** Whether it reaches up to the top of its strip, so that its row may start on a page before. */
  readonly open: boolean;
}

/** Which lines are drawn in a table. */
interface DrawnLines {
  /** Whether they divide all rows: there are some between or around them, and no two keys without one between them. */
  readonly divideAll: boolean;
  /** Whether one stands above a strip with a single key, not first on its page: this table draws a line between its rows. */
  readonly divideSome: boolean;
}

/** So many keys in the middle of their rows show that keys are set there; one alone may stand so by chance. */
const FEWEST_CENTRED = 2;

/**
 * Divides strips where rows start. Lines tell first: a strip between two of them is all of a single key's row. Then the keys, if some are set in
 * the middle of their rows; else rows start with their keys.
 */
export function rowParts(strips: readonly KeyedStrip[]): RowPart[] {
  const drawn = drawnLines(strips);
  const shown = strips.map((entry) => topsByLines(entry, drawn));
  const centred = drawn.divideAll ? undefined : topsInTheMiddle(strips, shown);
  // Above the first key of all is no other row that text could be of.
  const first = strips.findIndex(({ strip }) => strip.cells.length > 0);
  return strips.flatMap((entry, i) => {
    const tops = shown[i] ?? centred?.[i] ?? topsAtKeys(entry);
    return dividedAt(entry.strip, i === first ? fromTop(entry.strip, tops) : tops);
  });
}

function drawnLines(strips: readonly KeyedStrip[]): DrawnLines {
  return {
    divideAll: strips.some(({ strip }) => (strip.ruled && !strip.first) || strip.closed) && strips.every(({ keys }) => keys.length <= 1),
    divideSome: strips.some(({ strip, keys }) => strip.ruled && !strip.first && keys.length === 1),
  };
}

/** Where the row of a strip's only key starts if lines show that it has all of the strip; undefined if they do not. */
function topsByLines({ strip, keys }: KeyedStrip, { divideAll, divideSome }: DrawnLines): RowTop[] | undefined {
  const [key, next] = keys;
  if (key === undefined || next !== undefined) return undefined;
  if (divideSome) return [openTop(key)];
  const opened = openStrip(strip);
  if (isCentred(opened, key)) return startsRow(opened, key, { within: EXACT, columns: 2 }) ? undefined : [openTop(key)];
  return divideAll && !startsRow(opened, key, { within: EXACT, columns: 1 }) ? [openTop(key)] : undefined;
}

/** Where rows start in strips whose lines do not tell, if some keys are set in the middle of theirs. */
function topsInTheMiddle(strips: readonly KeyedStrip[], shown: readonly unknown[]): (readonly RowTop[])[] | undefined {
  const tops = strips.map(({ strip, keys }, i) => (shown[i] === undefined ? rowTops(openStrip(strip), keys) : []));
  return tops.flat().filter(({ key, y }) => y < topOf(key)).length < FEWEST_CENTRED ? undefined : tops;
}

/** Rows that start with their keys. A single key within rules may stand lower than its row starts, if no other text starts with it. */
function topsAtKeys({ strip, keys }: KeyedStrip): RowTop[] {
  const [key, next] = keys;
  if (key === undefined) return [];
  const opened = openStrip(strip);
  const isLow = next === undefined && strip.ruled && !isAtTop(opened, key) && !startsRow(opened, key, { within: NEAR, columns: 1 });
  return isLow ? [openTop(key)] : keys.map((own) => ({ key: own, y: topOf(own), undecided: false }));
}

function openTop(key: RowKey): RowTop {
  return { key, y: -Infinity, undecided: false };
}

function fromTop(strip: KeptStrip, tops: readonly RowTop[]): readonly RowTop[] {
  const [first, ...others] = tops;
  if (first === undefined) return tops;
  const isOpen = first.undecided || (first.y === topOf(first.key) && !isAtStart(openStrip(strip), first.key));
  return isOpen ? [openTop(first.key), ...others] : tops;
}

function dividedAt(strip: KeptStrip, tops: readonly RowTop[]): RowPart[] {
  const parts: RowPart[] = [];
  let rest: RowPart = { strip, key: undefined, open: true };
  for (const { key, y, undecided } of tops) {
    const [above, below] = splitAt(rest.strip, y);
    if (above.cells.length > 0) parts.push({ ...rest, strip: above });
    const open = y === -Infinity;
    rest = { strip: { ...below, first: strip.first && open }, key: undecided ? { ...key, undecided } : key, open };
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
