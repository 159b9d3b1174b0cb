import { extentOf } from "../../geometry/ordered.js";
import type { Line } from "../../layout/lines.js";
import { type CellPart, type Strip, openStrip } from "../matrix/strip.js";
import { startsOfCentredCells } from "./centredCells.js";
import { cheapestPath } from "./cheapestPath.js";
import { type KeyedStrip, type RowKey, type RowStart, topOf } from "./rowKey.js";
import { startsOf, whiteBands } from "./whiteRows.js";

/** Baselines this near, in font sizes, are level. */
const LEVEL = 0.12;

/** A key within this of the middle of its row, in font sizes, is centred: engines count the room above and below a line differently. */
const MIDDLE = 1;

/**
 * Costs in place of a distance from the middle: if most columns start level with a key, which may be chance; if there is no evidence; and
 * if a row starts at its key all the same.
 */
const LIKELY = 1.2;
const UNSHOWN = 2;
const AT_KEY = 2.1;

/** What engines centre keys in: a row over all its pages, or the part of it on one. */
const WHOLES = ["row", "part"] as const;

/** A place where a row may start. */
interface Place {
  readonly strip: number;
  readonly y: number;
  /** Where the text above it ends and that below it begins, as if all strips were one column of text. */
  readonly above: number;
  readonly below: number;
}

/** A key, and the places where its row may start. */
interface PlacedKey {
  readonly key: RowKey;
  /** The middle of the text that it starts, and where all text of its strip begins and ends, in the same coordinates as places. */
  readonly middle: number;
  readonly from: number;
  readonly to: number;
  /** From top to bottom. */
  readonly places: readonly Place[];
  /** The cost if the row starts at the last of these, the line of the key. */
  readonly atKey: number;
}

/** Where rows start, and for how many of them there is no evidence. */
interface Starts {
  readonly starts: readonly RowStart[];
  readonly unshown: number;
}

/**
 * Where rows start that no line divides, if keys, or all cells, are centred in their rows; whichever tells more of them. `isOneRow` says
 * whether lines show a strip to be of a single row.
 */
export function centredStarts(strips: readonly KeyedStrip[], isOneRow: (strip: number) => boolean): readonly RowStart[] {
  const byKeys = startsOfCentredKeys(strips, isOneRow);
  if (byKeys.unshown === 0) return byKeys.starts;
  const byCells = startsOfCentredCells(strips, isOneRow);
  const unshown = byCells.filter((start) => start === undefined).length;
  return unshown < byKeys.unshown ? byKeys.starts.map((start, i) => byCells[i] ?? start) : byKeys.starts;
}

/**
 * Rows start at white bands or at the tops of strips, chosen so that keys are in the middle of what lies between. A row may also start at
 * its key if columns have a paragraph that starts level with it.
 */
function startsOfCentredKeys(strips: readonly KeyedStrip[], isOneRow: (strip: number) => boolean): Starts {
  const { keys, end } = placedKeys(strips, isOneRow);
  const steps = keys.map(({ places }) => places);
  const found = WHOLES.map((whole) => {
    const costOfRow = (place: Place, next: Place | undefined, i: number): number => costOf(keys[i], place, next?.above ?? end, whole);
    const { choices, cost } = cheapestPath(steps, costOfRow);
    return { choices, cost, costs: choices.map((place, i) => costOfRow(place, choices[i + 1], i)) };
  });
  const best = found.reduce((one, other) => (other.cost <= one.cost ? other : one));
  const starts = keys.flatMap(({ key, atKey }, i): RowStart[] => {
    const place = best.choices[i];
    if (place === undefined) return [];
    const isAbove = (row: number): boolean => best.choices[row] !== keys[row]?.places.at(-1);
    const isInMiddle = (row: number): boolean => isAbove(row) && (best.costs[row] ?? UNSHOWN) <= MIDDLE;
    // A row ends where the next one starts, so either key may be the evidence.
    const isShown = (best.costs[i] ?? UNSHOWN) < UNSHOWN || (isAbove(i) && isInMiddle(i - 1));
    const start = { strip: place.strip, y: place.y, aboveKey: isInMiddle(i) && atKey >= UNSHOWN };
    return [{ key: isShown ? key : { ...key, undecided: true }, ...start }];
  });
  return { starts, unshown: best.costs.filter((cost) => cost >= UNSHOWN).length };
}

/** The cost if a key's row starts at a place and ends at a height: the key's distance from the middle, in font sizes. */
function costOf(placed: PlacedKey | undefined, place: Place, end: number, whole: (typeof WHOLES)[number]): number {
  if (placed === undefined) return UNSHOWN;
  const { key, middle, from, to, places, atKey } = placed;
  if (place === places.at(-1)) return atKey;
  const [top, bottom] = whole === "row" ? [place.below, end] : [Math.max(place.below, from), Math.min(end, to)];
  const distance = Math.abs(middle - (top + bottom) / 2) / key.size;
  return distance <= MIDDLE ? distance : UNSHOWN;
}

/** The keys of all strips, and where all text ends. */
function placedKeys(
  strips: readonly KeyedStrip[],
  isOneRow: (strip: number) => boolean,
): { readonly keys: readonly PlacedKey[]; readonly end: number } {
  const placed: PlacedKey[] = [];
  let end = 0;
  /** The places since the last key. */
  let open: Place[] = [];
  strips.forEach(({ strip: kept, keys }, index) => {
    if (kept.cells.length === 0) return;
    const strip = openStrip(kept);
    const lines = strip.cells.flatMap((cell) => cell.lines);
    const { from, to } = extentOf(lines.flatMap(({ box }) => [box.y0, box.y1]));
    const shift = end - from;
    const placeAt = (y: number): Place => ({
      strip: index,
      y,
      above: extentOf([from, ...lines.flatMap(({ baseline, box }) => (baseline <= y ? [box.y1] : []))]).to + shift,
      below: extentOf([to, ...lines.flatMap(({ baseline, box }) => (baseline > y ? [box.y0] : []))]).from + shift,
    });
    const top = placeAt(-Infinity);
    open.push(top);
    let bands = whiteBands(
      strip,
      keys.map(({ baseline }) => baseline),
    );
    keys.forEach((key, i) => {
      const isBefore = (y: number): boolean => y < key.baseline;
      open.push(...bands.filter(isBefore).map(placeAt));
      bands = bands.filter((y) => !isBefore(y));
      const own = placeAt(topOf(key));
      const next = keys[i + 1];
      const places = isOneRow(index) ? [top] : [...open, own];
      const atKey =
        isOneRow(index) || open.some(({ strip: at, below }) => at === index && below === own.below) ? 0 : costAtKey(strip, key, next);
      placed.push({ key, middle: middleOf(strip, key, next) + shift, from: end, to: to + shift, places, atKey });
      open = [];
    });
    open.push(...bands.map(placeAt));
    end = to + shift;
  });
  return { keys: placed, end };
}

/**
 * The cost if a row starts with its key: zero if all columns that have text in the row have a paragraph that starts level with the key. An
 * engine may have cut off the last line of a cell.
 */
function costAtKey({ cells }: Strip, key: RowKey, next: RowKey | undefined): number {
  const bottom = next === undefined ? Infinity : topOf(next);
  const others = cells.filter(
    ({ field, lines }) => field !== key.field && lines.some(({ baseline }) => baseline >= topOf(key) && baseline < bottom),
  );
  const starts = startsOf(cells);
  const isLevel = ({ baseline }: Line): boolean => Math.abs(baseline - key.baseline) <= LEVEL * key.size;
  const level = others.filter((cell) => starts[cells.indexOf(cell)]?.some(isLevel) === true);
  const [some, all] = [columnsOf(level).size, columnsOf(others).size];
  if (some === all) return 0;
  return 2 * some >= all ? LIKELY : AT_KEY;
}

function columnsOf(cells: readonly CellPart[]): Set<string | undefined> {
  return new Set(cells.map(({ field }) => field));
}

/** The middle of the text that a key starts in its column. */
function middleOf({ cells }: Strip, key: RowKey, next: RowKey | undefined): number {
  const isOwn = ({ baseline }: Line): boolean => baseline >= key.baseline && baseline < (next?.baseline ?? Infinity);
  const { from, to } = extentOf(
    cells.flatMap(({ field, lines }) => (field === key.field ? lines.filter(isOwn).flatMap(({ box }) => [box.y0, box.y1]) : [])),
  );
  return (from + to) / 2;
}
