import { type Line, textOf } from "../../layout/lines.js";
import { sliceLines } from "../../layout/packedWords.js";
import type { ColumnNames } from "../matrix/header.js";
import { type CellPart, type KeptCell, type KeptStrip, type Strip, openCell } from "../matrix/strip.js";

/**
 * A gap is wide if it is larger than the narrowest of its cell by this much: in font sizes, and in points, since engines round to pixels.
 */
const WIDER = 0.1;
const ROUNDING = 0.8;

/** The engine's pages end at the same height on each sheet, within this many points. */
const SAME_HEIGHT = 0.5;

/**
 * At least this many gaps at one height, on more than one page, are not paragraphs' if they differ: what is left of a page may be any part
 * of a line.
 */
const ENOUGH_GAPS = 3;

/** A cell with fewer gaps than this may have wide ones only: others of its strip show how narrow gaps are. */
const TELLING_GAPS = 3;

/** A line less than this far above the first ones after a break, in font sizes, would be across it. */
const ACROSS = 0.7;

/** The least space between two words, in font sizes. */
const SPACE = 0.2;

/** A wide gap within a cell. */
export interface WideGap {
  /** Of the line below it. */
  readonly baseline: number;
  /** From the baseline above. */
  readonly height: number;
  /**
   * Whether it shows by itself that the engine that laid out the text broke its page there: all cells that continue below (at least two)
   * start level, and one of them continues a sentence; or may, if no row starts there and gaps differ as those of paragraphs do not.
   */
  readonly isBreak: boolean;
}

/** The wide gaps within the cells of a strip, without those where a row seems to start, as `columns` know it. */
export function wideGapsIn({ cells }: Strip, columns: readonly Pick<ColumnNames, "field" | "starts">[]): WideGap[] {
  const gaps = cells.map((cell) => gapsIn(cell, cells));
  const rows = cells.flatMap((cell, i) => {
    const starts = columns.find(({ field }) => field === cell.field)?.starts;
    return (gaps[i] ?? []).filter(({ line }) => starts?.test(textOf(line)) === true);
  });
  return gaps.flat().flatMap(({ line, above }): WideGap[] => {
    const y = line.baseline;
    const crossing = cells.flatMap((cell, i) => (crosses(cell, y) ? [gaps[i]?.find((gap) => isLevel(gap.line, y))] : []));
    const level = crossing.filter((gap) => gap !== undefined);
    const areLevel = level.length >= 2 && level.length === crossing.length;
    const isRow = rows.some((row) => isLevel(row.line, y));
    const isBreak = areLevel && (level.some(goesOn) || (!isRow && areUnlike(level.map(heightOf)) && level.some(mayGoOn)));
    return !isBreak && isRow ? [] : [{ baseline: y, height: y - above.baseline, isBreak }];
  });
}

/** What a page shows of the breaks of its engine. */
export interface PageGaps {
  readonly gaps: readonly WideGap[];
  readonly strips: () => readonly Strip[];
}

/**
 * Where the engine that laid out the text broke pages of its own, as the baselines of the first lines after each break. Some engines (Qt)
 * print their pages onto longer paper, and move lines that would be across the end of one page to the top of the next. Columns there start
 * level after a gap unlike those of paragraphs, just as at the top of a sheet; the height is the same on all sheets, and no line is across
 * it.
 */
export function engineBreaks(pages: readonly PageGaps[]): number[] {
  const shown = byHeight(pages).filter((gaps) => gaps.some(({ isBreak }) => isBreak) || areOdd(gaps));
  if (shown.length === 0) return [];
  const strips = pages.flatMap((page) => page.strips());
  return shown.flatMap((gaps) => {
    const y = gaps[0]?.baseline ?? Infinity;
    const crossing = strips.flatMap(({ cells }) => cells.filter((cell) => crosses(cell, y)));
    return 2 * gaps.length > crossing.length && !crossing.some(({ lines }) => lines.some((line) => standsAcross(line, y))) ? [y] : [];
  });
}

/** A wide gap and its page. */
interface PagedGap extends WideGap {
  readonly page: number;
}

/** The gaps of all pages, grouped by height. */
function byHeight(pages: readonly PageGaps[]): PagedGap[][] {
  const groups: PagedGap[][] = [];
  const all = pages.flatMap(({ gaps }, page) => gaps.map((gap): PagedGap => ({ ...gap, page })));
  for (const gap of all.sort((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && gap.baseline - group[0].baseline <= SAME_HEIGHT) group.push(gap);
    else groups.push([gap]);
  }
  return groups;
}

/** Whether gaps at one height are not those of paragraphs, which are alike. */
function areOdd(gaps: readonly PagedGap[]): boolean {
  if (gaps.length < ENOUGH_GAPS || gaps.every(({ page }) => page === gaps[0]?.page)) return false;
  return areUnlike(gaps.map(({ height }) => height));
}

/** Whether gaps differ by more than rounding. */
function areUnlike(heights: readonly number[]): boolean {
  return Math.max(...heights) - Math.min(...heights) > 2 * ROUNDING;
}

/** Cuts the cells that continue after a break with a wide gap. */
export function cutAtEngineBreaks(strip: KeptStrip, baselines: readonly number[]): KeptStrip {
  const whole = strip.cells.map(openCell);
  return {
    ...strip,
    cells: baselines.reduce<readonly KeptCell[]>((cells, y) => cells.flatMap((cell) => cutAt(cell, y, whole)), strip.cells),
  };
}

function cutAt(kept: KeptCell, y: number, others: readonly CellPart[]): KeptCell[] {
  const at = gapsIn(openCell(kept), others).find(({ line }) => isLevel(line, y))?.at;
  if (at === undefined) return [kept];
  return [
    { ...kept, lines: sliceLines(kept.lines, 0, at) },
    { ...kept, lines: sliceLines(kept.lines, at, kept.lines.length) },
  ];
}

/** A wide gap between two lines of a cell. */
interface LineGap {
  /** The index of the line below it. */
  readonly at: number;
  readonly line: Line;
  readonly above: Line;
  /** Whether the line above has room for the first word, as far as lines of the cell reach. */
  readonly hadRoom: boolean;
}

/** The wide gaps of a cell, among the cells of its strip. */
function gapsIn(cell: CellPart, cells: readonly CellPart[]): LineGap[] {
  const { lines } = cell;
  const heights = heightsIn(cell);
  const narrowest = Math.min(
    ...(heights.length < TELLING_GAPS ? cells.filter((other) => isAsLarge(other, cell)).flatMap(heightsIn) : heights),
  );
  const reach = Math.max(...lines.map(({ box }) => box.x1));
  return heights.flatMap((height, i) => {
    const [above, line] = [lines[i], lines[i + 1]];
    if (above === undefined || line === undefined) return [];
    const first = line.words[0]?.box;
    const hadRoom = first !== undefined && above.box.x1 + SPACE * line.size + first.x1 - first.x0 <= reach;
    return height > narrowest + Math.max(WIDER * line.size, ROUNDING) ? [{ at: i + 1, line, above, hadRoom }] : [];
  });
}

/** From each baseline of a cell to the next. */
function heightsIn({ lines }: CellPart): number[] {
  return lines.slice(1).map(({ baseline }, i) => baseline - (lines[i]?.baseline ?? baseline));
}

function heightOf({ line, above }: LineGap): number {
  return line.baseline - above.baseline;
}

/** Whether the print of two cells is of one size. */
function isAsLarge({ lines: [first] }: CellPart, { lines: [other] }: CellPart): boolean {
  return first !== undefined && other !== undefined && Math.abs(first.size - other.size) <= WIDER * other.size;
}

function isLevel({ baseline }: Line, y: number): boolean {
  return Math.abs(baseline - y) <= SAME_HEIGHT;
}

function standsAcross({ baseline, size }: Line, y: number): boolean {
  return baseline < y - SAME_HEIGHT && baseline > y - ACROSS * size;
}

/** Whether a cell has lines above a baseline and others at it or below. */
function crosses({ lines }: CellPart, y: number): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  return first !== undefined && last !== undefined && first.baseline < y - SAME_HEIGHT && last.baseline >= y - SAME_HEIGHT;
}

/** Whether a line continues a sentence of the one above: it starts with a small letter, and not with a marker such as "ii." */
function goesOn({ line, above }: LineGap): boolean {
  return isOpen(above) && /^\p{Ll}{2,}[\p{L}\p{M}’'-]*,?$/u.test(line.words[0]?.text ?? "");
}

/** Whether a line may continue a sentence of the one above, with a name: it is no further left, and that one has no room for the name. */
function mayGoOn({ line, above, hadRoom }: LineGap): boolean {
  const isWord = /^\p{L}{2,}[\p{L}\p{M}’'-]*,?$/u.test(line.words[0]?.text ?? "");
  return isOpen(above) && isWord && !hadRoom && line.box.x0 > above.box.x0 - line.size;
}

/** Whether no sentence ends with a line. */
function isOpen({ words }: Line): boolean {
  return !/[.:;!?]["”’)]*$/u.test(words.at(-1)?.text ?? "");
}
