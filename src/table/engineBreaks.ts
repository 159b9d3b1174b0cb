import type { Line } from "../layout/lines.js";
import type { CellPart, Strip } from "./strip.js";

/** Baselines within this many font sizes are level. */
const LEVEL = 0.05;

/** A gap is wide if it has so much more room than the narrowest of its cell: in font sizes, and in points, for engines round to pixels. */
const WIDER = 0.1;
const ROUNDING = 0.8;

/**
 * Cuts cells where the engine that laid out the text broke its page: some (Qt) print pages of their own onto a longer paper, and move
 * lines that would stand across the end of one to the top of the next. There all columns start level after a gap that says
 * nothing of paragraphs, just as at the top of a sheet.
 */
export function cutAtEngineBreaks(strip: Strip): Strip {
  const breaks = breaksIn(strip.cells);
  if (breaks.length === 0) return strip;
  return { ...strip, cells: breaks.reduce<readonly CellPart[]>((cells, y) => cells.flatMap((cell) => cutAt(cell, y)), strip.cells) };
}

function cutAt(cell: CellPart, y: number): CellPart[] {
  const parts = [cell.lines.filter((line) => isAbove(line, y)), cell.lines.filter((line) => !isAbove(line, y))];
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [{ ...cell, lines }]));
}

function isAbove({ baseline, size }: Line, y: number): boolean {
  return baseline < y - LEVEL * size;
}

/** Whether a cell has lines above a baseline and others at it or below. */
function crosses({ lines }: CellPart, y: number): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  return first !== undefined && last !== undefined && isAbove(first, y) && !isAbove(last, y);
}

/**
 * The baselines at which all cells that go on there, two at least, start level after a wide gap. One of them goes on with a sentence: so
 * the gap is no paragraph's.
 */
function breaksIn(cells: readonly CellPart[]): number[] {
  const candidates = cells.flatMap(({ lines }) => lines.slice(1).filter((line, i) => goesOn(line, lines[i])).map((line) => line.baseline));
  return [...new Set(candidates)].filter((y) => {
    const crossing = cells.filter((cell) => crosses(cell, y));
    return crossing.length >= 2 && crossing.every((cell) => isMovedTo(cell, y));
  });
}

function isMovedTo({ lines }: CellPart, y: number): boolean {
  const at = lines.findIndex((line) => Math.abs(line.baseline - y) <= LEVEL * line.size);
  const line = lines[at];
  const above = lines[at - 1];
  if (line === undefined || above === undefined) return false;
  const pitches = lines.slice(1).map(({ baseline }, i) => baseline - (lines[i]?.baseline ?? baseline));
  return line.baseline - above.baseline > Math.min(...pitches) + Math.max(WIDER * line.size, ROUNDING);
}

/** Whether a line goes on with a sentence of the one above: it starts with a small letter, and not with a marker such as "ii." */
function goesOn({ words }: Line, above: Line | undefined): boolean {
  const isOpen = !/[.:;!?]["”’)]*$/u.test(above?.words.at(-1)?.text ?? "");
  return isOpen && /^\p{Ll}{2,}[\p{L}\p{M}’'-]*,?$/u.test(words[0]?.text ?? "");
}
