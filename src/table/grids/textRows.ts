import { middleX } from "../../geometry/box.js";
import { isDatum } from "../evidence/numericText.js";
import type { Interval } from "../evidence/gutters.js";
import type { Piece, PlacedLine } from "../evidence/placement.js";
import { decidingY } from "../evidence/containment.js";
import { spaceBetween } from "../evidence/textLines.js";
import { FARTHEST, hadRoom, textRowsOf } from "../evidence/wrappedRows.js";
import type { DraftCell, DraftRows } from "./textHeader.js";

/** Spaces between lines that differ by less, in font sizes, are the same: producers round. */
const EVEN = 0.15;

/** A label that wraps without any sign of it fills this share of its column: a shorter one may as well be a heading. */
const FULL = 0.75;

/** The same if other rows of the table wrap. */
const USUAL = 0.6;

/** Left edges this near, in points, are the same. */
const FLUSH = 2;

/** A text this near to the middle of the table, in font sizes, is centred over it. */
const CENTRED = 1;

/** The rows of a table's body. `across` are the y of rules over its whole width: what they separate is never one row. */
export function bodyRows(lines: readonly PlacedLine[], columns: readonly Interval[], across: readonly number[]): DraftRows {
  const bands = bandsOf(lines, across);
  const groups = rulesDivideRows(bands) ? bands : bands.flatMap((band) => rowsOfBand(band, columns, { isOfText: isText(lines) }));
  return { rows: groups.length, cells: groups.flatMap((group, row) => cellsOfRow(group, row)) };
}

/** The lines of each row, if no rule separates them. */
export function rowsOfBand(lines: readonly PlacedLine[], columns: readonly Interval[], { isOfText, tightest }: BodyStyle): PlacedLine[][] {
  return isOfText ? textRowsOf(lines, columns, tightest) : groupLines(lines, columns);
}

/** What applies to all of a table's body. */
export interface BodyStyle {
  /** Whether words and not numbers fill the columns. */
  readonly isOfText: boolean;
  /** The narrowest space between two lines, in font sizes; that of the lines in question if undefined. */
  readonly tightest?: number;
}

/** Whether there is a number, or a placeholder for one, after the first column. */
export function hasData(line: PlacedLine): boolean {
  return line.pieces.some((piece) => piece.first > 0 && isDatum(piece.text));
}

/** A line with one text: in the middle of the table it is a heading over all columns; from its left edge, a label of any length. */
export function placeSingle(line: PlacedLine, columns: readonly Interval[]): PlacedLine {
  const [piece, more] = line.pieces;
  const [first] = columns;
  const last = columns.at(-1);
  if (piece === undefined || more !== undefined || first === undefined || last === undefined || isDatum(piece.text)) return line;
  const offset = middleX(piece.box) - (first.x0 + last.x1) / 2;
  const indent = piece.box.x0 - first.x0;
  const isFlush = Math.abs(piece.box.x0 - (columns[piece.first]?.x0 ?? 0)) <= FLUSH;
  if (indent > 2 * line.size && !isFlush && Math.abs(offset) <= CENTRED * line.size)
    return { ...line, pieces: [{ ...piece, first: 0, last: columns.length - 1 }] };
  return piece.first === 0 ? { ...line, pieces: [{ ...piece, last: 0 }] } : line;
}

/** The lines between two rules each. */
function bandsOf(lines: readonly PlacedLine[], across: readonly number[]): PlacedLine[][] {
  const bands: PlacedLine[][] = [];
  let index = -1;
  for (const line of lines) {
    const band = across.filter((y) => y < decidingY(line)).length;
    if (band === index) bands.at(-1)?.push(line);
    else bands.push([line]);
    index = band;
  }
  return bands;
}

/** Whether each row has rules around it: then a band is one row, however many lines it has. Two lines with numbers are two rows. */
function rulesDivideRows(bands: readonly (readonly PlacedLine[])[]): boolean {
  return bands.length >= 3 && bands.every((band) => band.filter(hasData).length <= 1);
}

/** Whether words and not numbers fill the columns. */
export function isText(lines: readonly PlacedLine[]): boolean {
  const behind = lines.filter((line) => line.pieces.some((piece) => piece.first > 0));
  return behind.filter(hasData).length < MOSTLY_TEXT * behind.length;
}

/** Fewer lines with numbers than this share, and the columns are text. */
const MOSTLY_TEXT = 0.4;

/** Joins the lines of one row: labels and texts that continue from one line to the next. */
function groupLines(lines: readonly PlacedLine[], columns: readonly Interval[]): PlacedLine[][] {
  const links = linksOf(lines, labelWidth(lines, columns));
  const groups: PlacedLine[][] = [];
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    if (group !== undefined && links[i - 1] === true) group.push(line);
    else groups.push([line]);
  });
  return groups;
}

/** Where labels end at the right: the longest that does not extend over the next column. */
function labelWidth(lines: readonly PlacedLine[], columns: readonly Interval[]): number {
  const next = columns[1]?.x0 ?? Infinity;
  const ends = lines.flatMap((line) => labelOf(line)?.box.x1 ?? []).filter((end) => end < next);
  return Math.max(columns[0]?.x0 ?? 0, ...ends);
}

/** For each line, whether the next one belongs to the same row. */
function linksOf(lines: readonly PlacedLine[], stubEnd: number): boolean[] {
  const links = lines.map(() => false);
  const habit = numbersLast(lines, stubEnd);
  for (let i = 0; i < lines.length; i++) {
    if (!isLabelOnly(lines[i])) {
      if (i > 0 && goesOnInColumns(lines, i)) links[i - 1] = true;
      continue;
    }
    let end = i;
    while (isLabelOnly(lines[end + 1])) end += 1;
    const down = chain(lines, i, end + 1, { end: stubEnd, fullness: habit > 0 ? USUAL : FULL });
    const up = i > 0 && hasLabel(lines[i - 1]) ? chain(lines, i - 1, end, { end: stubEnd, fullness: habit < 0 ? USUAL : FULL }) : undefined;
    const isDown = down !== undefined && (up === undefined || down.sure > up.sure || (down.sure === up.sure && habit > 0));
    const isUp = up !== undefined && (down === undefined || up.sure > down.sure || (down.sure === up.sure && habit < 0));
    if (isDown) mark(links, down.from, end + 1);
    else if (isUp) mark(links, i - 1, up.to);
    i = end;
  }
  return links;
}

/**
 * How often labels certainly continue into a line with numbers, minus how often out of one: tables set the numbers on the last line, or on
 * the first.
 */
function numbersLast(lines: readonly PlacedLine[], stubEnd: number): number {
  return lines.slice(1).reduce((sum, line, i) => {
    const above = lines[i];
    if (above === undefined || !goesOn(above, line, { end: stubEnd, fullness: FULL }) || !isSure(above, line)) return sum;
    if (isLabelOnly(above) === isLabelOnly(line)) return sum;
    return sum + (isLabelOnly(above) ? 1 : -1);
  }, 0);
}

function mark(links: boolean[], from: number, to: number): void {
  for (let i = from; i < to; i++) links[i] = true;
}

/** The column of the labels. */
interface LabelColumn {
  /** The x at which labels end; see `labelWidth`. */
  readonly end: number;
  /** The share of the column that a label fills if it wraps: `FULL` or `USUAL`. */
  readonly fullness: number;
}

interface Chain {
  readonly from: number;
  readonly to: number;
  /** How many of the links are certain, judging by their texts. */
  readonly sure: number;
}

/**
 * The labels of lines `from` to `to` as one text that breaks where its column ends; undefined if they cannot be one. Downwards, headings
 * before the text are left out; upwards, headings after it.
 */
function chain(lines: readonly PlacedLine[], from: number, to: number, labels: LabelColumn): Chain | undefined {
  const upwards = !isLabelOnly(lines[from]);
  let start = upwards ? from : to;
  let sure = 0;
  for (;;) {
    const above = lines[upwards ? start : start - 1];
    const below = lines[upwards ? start + 1 : start];
    const inside = upwards ? start < to : start > from;
    if (!inside || above === undefined || below === undefined || !goesOn(above, below, labels)) break;
    if (isSure(above, below)) sure += 1;
    start += upwards ? 1 : -1;
  }
  if (upwards) return start === from ? undefined : { from, to: start, sure };
  return start === to ? undefined : { from: start, to, sure };
}

/** Whether the label of a line may continue in the next: nothing ends it, and the next word had no room after it. */
function goesOn(above: PlacedLine, below: PlacedLine, { end, fullness }: LabelColumn): boolean {
  const label = labelOf(above);
  const rest = labelOf(below);
  if (label === undefined || rest === undefined) return false;
  if (spaceBetween(above.box, below.box) > FARTHEST * below.size || label.text.endsWith(":")) return false;
  // Dots after a label end it; and a text does not change its weight or switch to capitals in the middle.
  if (above.hasLeader) return false;
  if ((isBold(label) !== isBold(rest) || isCapitals(rest.text) !== isCapitals(label.text)) && !startsLower(rest.text)) return false;
  if (isSure(above, below)) return true;
  const isFull = label.box.x1 - rest.box.x0 >= fullness * (end - rest.box.x0) && label.box.x1 <= end + 1;
  return isFull && rest.box.x0 >= label.box.x0 - 1 && !hadRoom(label, rest, end);
}

function isSure(above: PlacedLine, below: PlacedLine): boolean {
  const label = labelOf(above)?.text ?? "";
  const rest = labelOf(below)?.text ?? "";
  return startsLower(rest) || /(?:[,(/&–-]|\b(?:and|or|of|the|for|in|to|with|by|on|at|from|a|an))$/u.test(label);
}

/** Whether a line without a label continues the texts above it. */
function goesOnInColumns(lines: readonly PlacedLine[], at: number): boolean {
  const above = lines[at - 1];
  const line = lines[at];
  const next = lines[at + 1];
  if (above === undefined || line === undefined || line.pieces.some((piece) => piece.first === 0) || hasData(line)) return false;
  const space = spaceBetween(above.box, line.box);
  const after = next === undefined ? Infinity : spaceBetween(line.box, next.box);
  if (space > FARTHEST * line.size || space > after + EVEN * line.size) return false;
  // A number ends where its line does.
  const isUnderNumber = (piece: Piece): boolean =>
    above.pieces.some((own) => own.first <= piece.last && own.last >= piece.first && isDatum(own.text));
  if (line.pieces.some(isUnderNumber)) return false;
  return line.pieces.every((piece) =>
    lines.slice(0, at).some((earlier) => earlier.pieces.some((own) => own.first === piece.first && own.last === piece.last)),
  );
}

function labelOf(line: PlacedLine | undefined): Piece | undefined {
  const [piece] = line?.pieces ?? [];
  return piece?.first === 0 && piece.last === 0 ? piece : undefined;
}

function hasLabel(line: PlacedLine | undefined): boolean {
  return labelOf(line) !== undefined;
}

function isLabelOnly(line: PlacedLine | undefined): boolean {
  return line?.pieces.length === 1 && hasLabel(line);
}

/** Whether all of a text is bold. */
export function isBold(piece: Piece): boolean {
  return piece.words.every((word) => word.bold);
}

/** Whether a text is set in capitals: words, and no abbreviation of two or three letters. */
function isCapitals(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && !/\p{Ll}/u.test(text);
}

function startsLower(text: string): boolean {
  return /^[("“'‘]?\p{Ll}/u.test(text);
}

function cellsOfRow(lines: readonly PlacedLine[], row: number): DraftCell[] {
  const cells: { col: number; last: number; words: DraftCell["words"][number][] }[] = [];
  for (const line of lines) {
    for (const piece of line.pieces) {
      const known = cells.find((cell) => cell.col <= piece.last && cell.last >= piece.first);
      if (known === undefined) cells.push({ col: piece.first, last: piece.last, words: [...piece.words] });
      else {
        known.words.push(...piece.words);
        known.last = Math.max(known.last, piece.last);
        known.col = Math.min(known.col, piece.first);
      }
    }
  }
  return cells.map(({ col, last, words }) => ({ row, rowspan: 1, col, colspan: last - col + 1, words }));
}
